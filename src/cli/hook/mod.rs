//! `prfaq hook`: the pre-commit hook, written, taken away, or asked after.

mod script;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::args::{Args, HookCommand, Install};
use super::exit::Exit;
use super::out::Out;
use crate::git::Repository;
use crate::storage::{self, Program, Shown};
use crate::text::printable;
pub(super) use script::quoted;
use script::{Author, LINT};

/// The hook.
const NAME: &str = "pre-commit";

/// What a hook that was there before is called.
const BEFORE: &str = "pre-commit.before-prfaq";

pub(super) fn run(command: &HookCommand, out: &mut Out) -> anyhow::Result<Exit> {
    let place = Place::of(&Repository::here()?)?;
    match command {
        HookCommand::Install(args) => place.install(args, out),
        HookCommand::Uninstall => place.uninstall(out),
        HookCommand::Status => place.status(out),
    }
}

/// Where the hook is, or would be.
struct Place {
    hook: PathBuf,
    before: PathBuf,
    /// What has the hook's name now.
    found: Program,
    /// Who else gets the hook, where somebody does.
    shared: Option<String>,
}

impl Place {
    fn of(repository: &Repository) -> anyhow::Result<Self> {
        let folder = repository.hooks()?;
        if folder.ends_with(".husky/_") {
            bail!(
                "husky writes the hooks of this repository; put this line into {}: prfaq {}",
                Shown(&folder.with_file_name(NAME)),
                LINT.join(" ")
            );
        }
        let (hook, found) = standing(&folder)?;
        let shared = shared(&folder, repository)?;
        Ok(Self { before: folder.join(BEFORE), hook, found, shared })
    }

    fn author(&self) -> Author {
        match &self.found {
            Program::None => Author::Nobody,
            Program::File(bytes) => Author::of(bytes),
            Program::Link => Author::Other,
        }
    }

    /// What the hook that is there runs, where it is ours.
    fn command(&self) -> Option<String> {
        match &self.found {
            Program::File(bytes) => script::command(bytes),
            Program::None | Program::Link => None,
        }
    }

    fn install(&self, args: &Install, out: &mut Out) -> anyhow::Result<Exit> {
        check(&args.arguments)?;
        let program = std::env::current_exe().context("this program does not know where it is")?;
        let script = script::of(&program, &args.arguments, BEFORE);
        if matches!(&self.found, Program::File(bytes) if *bytes == script) {
            return said(out, &format!("the hook is there already: {}", Shown(&self.hook)));
        }
        if let (Author::Us, Some(before), Some(after)) =
            (self.author(), self.command(), script::command(&script))
            && before != after
        {
            out.note(&format!("it ran `{}` until now, and runs `{}`", printable(&before), printable(&after)));
        }
        match self.author() {
            Author::Nobody | Author::Us => storage::write_program(&self.hook, &script)?,
            Author::Edited => bail!("{}", self.edited()),
            Author::Other => self.chain(&script, out)?,
        }
        if let Some(shared) = &self.shared {
            out.note(shared);
        }
        said(out, &format!("commits are checked from now on by {}", Shown(&self.hook)))
    }

    /// Writes ours and keeps what is there.
    fn chain(&self, script: &[u8], out: &mut Out) -> anyhow::Result<()> {
        if Program::at(&self.before)? != Program::None {
            bail!(
                "{} is another program's, and {BEFORE}, which it would be renamed to, is there already; \
                 move one of them away",
                Shown(&self.hook)
            );
        }
        storage::write_program_before(&self.hook, script, &self.before)?;
        out.note(&format!("the hook that was there runs first; it is called {BEFORE} now"));
        if let Program::File(bytes) = &self.found
            && String::from_utf8_lossy(bytes).contains("lefthook")
        {
            out.note("lefthook writes its hook anew now and then; a command in lefthook.yml lasts longer");
        }
        Ok(())
    }

    fn uninstall(&self, out: &mut Out) -> anyhow::Result<Exit> {
        match self.author() {
            Author::Nobody => {
                return said(out, &format!("nothing to take away: {} does not exist", Shown(&self.hook)));
            }
            Author::Other => {
                return said(out, &format!("nothing to take away: {} is not prfaq's", Shown(&self.hook)));
            }
            Author::Edited => bail!("{}", self.edited()),
            Author::Us => storage::take_program_away(&self.hook, &self.before)?,
        }
        said(out, "commits are no longer checked")
    }

    fn status(&self, out: &mut Out) -> anyhow::Result<Exit> {
        let hook = Shown(&self.hook);
        match self.author() {
            Author::Nobody => writeln!(out, "no hook: {hook} does not exist")?,
            Author::Other => writeln!(out, "no hook of prfaq: {hook} is another program's")?,
            Author::Us | Author::Edited => {
                let edited =
                    if self.author() == Author::Edited { ", edited since it was written" } else { "" };
                writeln!(out, "commits are checked by {hook}{edited}")?;
                if let Some(command) = self.command() {
                    writeln!(out, "it runs `{}`", printable(&command))?;
                }
                if Program::at(&self.before)? != Program::None {
                    writeln!(out, "{} runs first", Shown(&self.before))?;
                }
                return Ok(Exit::Clean);
            }
        }
        Ok(Exit::Findings)
    }

    fn edited(&self) -> String {
        let rest = if self.before.symlink_metadata().is_ok() {
            format!("delete it and rename {BEFORE} to {NAME}")
        } else {
            "delete it".to_owned()
        };
        format!(
            "{} was edited since prfaq wrote it, and is left alone; to take it away, {rest}",
            Shown(&self.hook)
        )
    }
}

/// Who else gets the hooks of `repository` that stand in `folder`.
fn shared(folder: &Path, repository: &Repository) -> anyhow::Result<Option<String>> {
    let who = if folder.starts_with(repository.git_folder()?) {
        return Ok(None);
    } else if folder.starts_with(repository.top()) {
        "it is in the work tree: where it is committed others get the hook, and theirs calls the prfaq on PATH"
    } else {
        "every repository that uses it gets the hook"
    };
    Ok(Some(format!("core.hooksPath leads to {}; {who}", Shown(folder))))
}

/// Where our hook stands in `folder`, or would, and what is there: pre-commit renames a hook that it finds and runs it
/// first, as we do.
fn standing(folder: &Path) -> anyhow::Result<(PathBuf, Program)> {
    const LEGACY: &str = "pre-commit.legacy";
    let [hook, legacy] = [NAME, LEGACY].map(|name| folder.join(name));
    let (found, renamed) = (Program::at(&hook)?, Program::at(&legacy)?);
    let is_ours =
        |found: &Program| matches!(found, Program::File(bytes) if Author::of(bytes) != Author::Other);
    if !is_ours(&found) && is_ours(&renamed) {
        return Ok((legacy, renamed));
    }
    Ok((hook, found))
}

/// Whether `prfaq lint` would take `arguments` in the hook.
fn check(arguments: &[String]) -> anyhow::Result<()> {
    if arguments.iter().any(|word| word.starts_with("--write-baseline")) {
        bail!("a hook that writes a baseline would let everything in; give it `--baseline FILE`");
    }
    let line = ["prfaq"].iter().chain(LINT).map(OsString::from).chain(arguments.iter().map(OsString::from));
    if let Err(error) = Args::read(line) {
        let said = error.to_string();
        let first = said.lines().next().unwrap_or_default().trim_start_matches("error: ");
        bail!("`prfaq lint` does not take this in the hook: {first}");
    }
    Ok(())
}

fn said(out: &mut Out, message: &str) -> anyhow::Result<Exit> {
    if !out.quiet {
        writeln!(out, "{message}")?;
    }
    Ok(Exit::Clean)
}
