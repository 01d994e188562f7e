//! Writing settings and attributes, taking them away, and telling what is there.

use std::io::Write;
use std::path::PathBuf;

use anyhow::bail;

use super::attributes;
use super::keys::{self, Key, Wanted};
use crate::cli::args::GitInstall;
use crate::cli::exit::Exit;
use crate::cli::out::Out;
use crate::git::{Repository, Scope, Settings};
use crate::storage::{self, ReadProblem, Shown};
use crate::text::{printable, width};

/// The settings of one repository or of the user.
pub(super) struct Setup {
    settings: Settings,
    /// Where attributes may stand: the scope's own file, then the one that is shared with others.
    attributes: Vec<PathBuf>,
    place: &'static str,
}

/// What a setting is now.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    Nothing,
    /// What we would write.
    Same,
    /// Ours, of a program elsewhere.
    Old,
    /// Somebody else's.
    Foreign(String),
}

impl Setup {
    /// The user's where `global`, else those of the repository that we are in.
    pub fn of(global: bool) -> anyhow::Result<Self> {
        if global {
            let settings = Settings::of(Scope::Global);
            let attributes = vec![settings.attributes()?];
            return Ok(Self { settings, attributes, place: "all your repositories" });
        }
        let repository = Repository::here()?;
        let shared = repository.top().join(".gitattributes");
        let settings = Settings::of(Scope::Repository(repository));
        let attributes = vec![settings.attributes()?, shared];
        Ok(Self { settings, attributes, place: "this repository" })
    }

    fn standing(&self, key: &Key) -> anyhow::Result<Standing> {
        let values = self.settings.get(key.name)?;
        Ok(match values.as_slice() {
            [] => Standing::Nothing,
            [value] if *value == key.value => Standing::Same,
            [value] if key.is_ours(value) => Standing::Old,
            values => Standing::Foreign(values.join(", ")),
        })
    }

    pub fn install(&self, args: &GitInstall, out: &mut Out) -> anyhow::Result<Exit> {
        let wanted = Wanted { diff: args.diff, words: args.words };
        let keys = keys::keys(wanted)?;
        if let Some((pattern, why)) =
            args.files.iter().find_map(|pattern| attributes::problem(pattern).map(|why| (pattern, why)))
        {
            bail!("--files: `{}` {why}", printable(pattern));
        }
        let mut missing = Vec::new();
        for key in &keys {
            match self.standing(key)? {
                Standing::Same => {}
                Standing::Foreign(value) if !args.overwrite => bail!(
                    "{} is set already, and not by prfaq: {}\nNothing is changed; --overwrite replaces it",
                    key.name,
                    printable(&value)
                ),
                _ => missing.push(key),
            }
        }
        let mut changed = !missing.is_empty();
        for key in missing {
            self.settings.set(key.name, &key.value)?;
        }
        if args.diff || args.words {
            changed |= self.write_attributes(args)?;
        }
        if out.quiet {
            return Ok(Exit::Clean);
        }
        if !changed {
            writeln!(out, "nothing to do: {} has it already", self.place)?;
            return Ok(Exit::Clean);
        }
        self.status(out)
    }

    /// Whether the file of attributes had to be changed.
    fn write_attributes(&self, args: &GitInstall) -> anyhow::Result<bool> {
        let path = if args.shared { self.attributes.last() } else { self.attributes.first() };
        let Some(path) = path else { return Ok(false) };
        let before = read(path)?;
        let after = attributes::with(&before, &args.files);
        if before == after {
            return Ok(false);
        }
        storage::write_setting(path, after.as_bytes())?;
        Ok(true)
    }

    pub fn uninstall(&self, out: &mut Out) -> anyhow::Result<Exit> {
        let mut gone = 0;
        for key in keys::all()? {
            match self.standing(&key)? {
                Standing::Nothing => {}
                Standing::Foreign(_) => out.note(&format!("{} is not prfaq's and stays", key.name)),
                Standing::Same | Standing::Old => {
                    self.settings.unset(key.name)?;
                    gone += 1;
                }
            }
        }
        for path in &self.attributes {
            let before = read(path)?;
            let after = attributes::without(&before);
            if before != after {
                storage::write_setting(path, after.as_bytes())?;
                gone += 1;
            }
        }
        if !out.quiet {
            let said = if gone == 0 {
                "nothing to take away: prfaq is no tool of git's in"
            } else {
                "prfaq is no longer a tool of git's in"
            };
            writeln!(out, "{said} {}", self.place)?;
        }
        Ok(Exit::Clean)
    }

    pub fn status(&self, out: &mut Out) -> anyhow::Result<Exit> {
        let mut found = false;
        let mut rows: Vec<(String, String)> = Vec::new();
        let mut redlines = false;
        for key in keys::all()? {
            let standing = self.standing(&key)?;
            let said = match &standing {
                Standing::Nothing => continue,
                Standing::Same => "set up".to_owned(),
                Standing::Old => "set up for a program elsewhere; `prfaq git install` mends that".to_owned(),
                Standing::Foreign(value) => format!("not prfaq's: {}", printable(value)),
            };
            found |= !matches!(standing, Standing::Foreign(_));
            redlines |= key.is_driver();
            // A driver goes before git's own words.
            let what = if redlines && key.is_words() { keys::WORDS_BESIDE_REDLINES } else { key.what };
            rows.push((what.to_owned(), format!("{} ({said})", key.name)));
        }
        for path in &self.attributes {
            if let Some(patterns) = attributes::patterns(&read(path)?) {
                rows.push((printable(&patterns.join(" ")).into_owned(), Shown(path).to_string()));
            }
        }
        let widest = rows.iter().map(|(what, _)| width(what)).max().unwrap_or(0);
        for (what, said) in rows {
            let blank = " ".repeat(widest - width(&what));
            writeln!(out, "{what}{blank}  {said}")?;
        }
        if !found {
            writeln!(out, "prfaq is no tool of git's in {}; `prfaq git install` makes it one", self.place)?;
        }
        Ok(if found { Exit::Clean } else { Exit::Findings })
    }
}

/// The file of attributes at `path`; empty where there is none.
fn read(path: &std::path::Path) -> anyhow::Result<String> {
    match storage::read(path) {
        Ok(file) => Ok(file.text),
        Err(error) if matches!(error.problem, ReadProblem::Missing) => Ok(String::new()),
        Err(error) => Err(error.into()),
    }
}
