//! What a document was: at a revision, where its branch began, in the last commit.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::pair::{Pair, Side};
use crate::cli::args::RedlineArgs;
use crate::cli::inputs;
use crate::cli::out::Out;
use crate::git::{Base, Error, Index, Paired, Repository, Tree};
use crate::storage::Shown;
use crate::text::printable;

/// What to say where nothing is compared.
const NOTHING: &str = "no document changed";

/// The documents `files`, or all that differ where there are none, each with what it was.
///
/// # Errors
///
/// No repository, no such revision.
pub(super) fn pairs(
    args: &RedlineArgs,
    files: &[PathBuf],
    out: &mut Out,
) -> anyhow::Result<Vec<Result<Pair, String>>> {
    if files.iter().any(|file| file == Path::new("-")) {
        bail!("standard input was never another; name the file, or two documents");
    }
    if files.is_empty() {
        let history = History::of(args, Repository::here()?)?;
        return history.changed(None, out);
    }
    let mut found = Vec::new();
    for file in files {
        let history = History::of(args, around(file)?)?;
        match history.repository.inside(file) {
            Some(inside) if file.is_dir() => found.extend(history.changed(Some(&inside), out)?),
            Some(inside) => found.push(history.pair(&inside, out)),
            None => found.push(Err(format!("{}: outside the work tree of the repository", Shown(file)))),
        }
    }
    Ok(found)
}

/// What a revision made of a document.
pub(in crate::cli) struct Made {
    /// Where the revision left this branch, and what it is there.
    pub pair: Pair,
    /// Who changed the document there last.
    pub author: Option<String>,
}

/// What `revision` made of the document at `file` since it left this branch.
///
/// # Errors
///
/// No repository, no such revision or document.
pub(in crate::cli) fn made_of(file: &Path, revision: &str) -> anyhow::Result<Made> {
    let repository = around(file)?;
    let Some(inside) = repository.inside(file) else {
        bail!("{}: outside the work tree of the repository", Shown(file));
    };
    let (from, tip) = repository.range(&format!("HEAD...{revision}"))?;
    let tip = tip.map_or_else(|| repository.revision(revision), Ok)?;
    let (author, to) = (repository.last_author(&tip, &inside), Tree::Commit(tip));
    let blobs = Index::new(repository.clone(), &[]);
    let history = History { repository, from, to, guessed: false, blobs };
    let names = history.repository.names(&history.from, &history.to, &inside)?;
    if names.old.is_none() || names.new.is_none() {
        bail!("{}: not there both where {} left this branch and now", Shown(file), printable(revision));
    }
    let pair = history.read(&names).map_err(anyhow::Error::msg)?;
    Ok(Made { pair, author })
}

/// The repository that `file` lies in.
fn around(file: &Path) -> anyhow::Result<Repository> {
    match Repository::around(file) {
        Ok(repository) => Ok(repository),
        Err(Error::NoRepository) if file.exists() => bail!(
            "{} is in no git repository, so there is nothing to compare it with; name two documents: prfaq redline OLD NEW",
            Shown(file)
        ),
        Err(Error::NoRepository) => bail!("{}: no such file", Shown(file)),
        Err(error) => Err(error.into()),
    }
}

/// Two trees of a repository.
struct History {
    repository: Repository,
    from: Base,
    to: Tree,
    /// Whether nobody named what it is compared with.
    guessed: bool,
    blobs: Index,
}

impl History {
    fn of(args: &RedlineArgs, repository: Repository) -> Result<Self, Error> {
        let blobs = Index::new(repository.clone(), &[]);
        let (from, end) = match (&args.from, args.staged) {
            (Some(from), _) => repository.range(from)?,
            (None, true) => (repository.revision("HEAD")?, None),
            (None, false) => (repository.fork()?, None),
        };
        let guessed = args.from.is_none() && !args.staged;
        let to = match (&args.to, end) {
            (Some(_) | None, Some(_)) if args.staged => {
                return Err(Error::Said(
                    "--staged is where the comparison ends; --from takes one revision".to_owned(),
                ));
            }
            (Some(_), Some(_)) => {
                return Err(Error::Said("--from names both ends already; leave --to out".to_owned()));
            }
            (Some(to), None) => Tree::Commit(repository.revision(to)?),
            (None, Some(end)) => Tree::Commit(end),
            (None, None) if args.staged => Tree::Index,
            (None, None) => Tree::Disk,
        };
        Ok(Self { repository, from, to, guessed, blobs })
    }

    /// The documents that differ below `folder`, or anywhere.
    fn changed(&self, folder: Option<&Path>, out: &mut Out) -> anyhow::Result<Vec<Result<Pair, String>>> {
        let is_meant = |path: &PathBuf| {
            inputs::is_document(path) && folder.is_none_or(|folder| path.starts_with(folder))
        };
        let differing = self.repository.between(&self.from, &self.to)?;
        let found = differing.iter().filter(|pair| pair.new.iter().chain(&pair.old).any(is_meant));
        let found: Vec<_> = found.map(|pair| self.read(pair)).collect();
        if found.is_empty() {
            out.note(NOTHING);
        }
        if self.to == Tree::Disk {
            let unknown: Vec<PathBuf> = self.repository.untracked()?.into_iter().filter(is_meant).collect();
            self.say_unknown(&unknown, out);
        }
        Ok(found)
    }

    /// Says what git does not know yet: it was never another, and may be anything.
    fn say_unknown(&self, unknown: &[PathBuf], out: &mut Out) {
        let Some(first) = unknown.first().map(|path| self.shown(path)) else { return };
        let whose = match unknown.len() {
            1 => format!("{first}, which git does not know yet, is"),
            2 => format!("{first} and another document that git does not know yet are"),
            count => format!("{first} and {} other documents that git does not know yet are", count - 1),
        };
        out.note(&format!("{whose} left out; to see one, name it"));
    }

    /// The file at `inside` with what it was.
    fn pair(&self, inside: &Path, out: &mut Out) -> Result<Pair, String> {
        let names = self.repository.names(&self.from, &self.to, inside).map_err(|error| error.to_string())?;
        if names == (Paired { old: None, new: None }) {
            let shown = self.shown(inside);
            return Err(format!("{shown}: no such file, neither before nor after"));
        }
        let pair = self.read(&names)?;
        if !self.guessed || pair.old.text != pair.new.text {
            return Ok(pair);
        }
        self.nearer(inside, pair, out)
    }

    /// `pair` is the same text twice: what was committed since its branch began is undone again. So it is compared with
    /// the last commit, and where that says the same, with nothing.
    fn nearer(&self, inside: &Path, pair: Pair, out: &mut Out) -> Result<Pair, String> {
        let from = self.repository.revision("HEAD").map_err(|error| error.to_string())?;
        let last = Self {
            from,
            repository: self.repository.clone(),
            to: Tree::Disk,
            guessed: false,
            blobs: Index::new(self.repository.clone(), &[]),
        };
        let names = last.repository.names(&last.from, &last.to, inside).map_err(|error| error.to_string())?;
        let nearer = last.read(&names)?;
        if nearer.old.text != nearer.new.text {
            return Ok(nearer);
        }
        if let Some(id) = self.repository.last_change(inside) {
            let name = &pair.name;
            out.note(&format!(
                "{name} is as it was; to see its last change: prfaq redline {name} --from {id}^"
            ));
        }
        Ok(pair)
    }

    fn read(&self, names: &Paired) -> Result<Pair, String> {
        let old = self.side(names.old.as_deref(), &Tree::Commit(self.from.clone()))?;
        let new = self.side(names.new.as_deref(), &self.to)?;
        let name = names.new.as_deref().or(names.old.as_deref()).map(|path| self.shown(path));
        let file = names.new.as_ref().filter(|_| !matches!(self.to, Tree::Commit(_)));
        let file = file.map(|path| self.repository.shown(path));
        Ok(Pair { file, ..Pair::new(name.unwrap_or_default(), old, new) })
    }

    fn side(&self, path: Option<&Path>, tree: &Tree) -> Result<Side, String> {
        let at = match tree {
            Tree::Commit(base) => format!(" at {}", base.name),
            Tree::Index => ", staged".to_owned(),
            Tree::Disk => String::new(),
        };
        let Some(path) = path else { return Ok(Side::nothing(format!("no file{at}"))) };
        let head = format!("{}{at}", self.shown(path));
        let text = match tree {
            Tree::Disk => inputs::read_text(&self.repository.shown(path), None).map(|read| read.source),
            tree => match self.repository.held(tree, path).map_err(|error| format!("{head}: {error}"))? {
                Some(entry) => self.blobs.text(&entry, Path::new(&head)).map_err(|error| error.to_string()),
                None => Ok(String::new()),
            },
        };
        Ok(Side { text: text?, head })
    }

    fn shown(&self, path: &Path) -> String {
        Shown(&self.repository.shown(path)).to_string()
    }
}
