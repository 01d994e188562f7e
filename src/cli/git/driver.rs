//! What git runs for `diff.prfaq.command`: one file, before and after.
//!
//! It always ends with 0, because git takes anything else for the end of the whole diff; a file that is no text is said to
//! be none. <https://git-scm.com/docs/git> names the seven arguments (`GIT_EXTERNAL_DIFF`); of a renamed file there are two
//! more, and of one in conflict there is only the path.

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

use anyhow::bail;

use crate::cli::exit::Exit;
use crate::cli::out::Out;
use crate::cli::redline::pair::{NOWHERE, Pair, Side, text};
use crate::cli::redline::print::{self, LAYOUT};
use crate::cli::style::{ColorChoice, Style};
use crate::git;
use crate::redline::{Effort, Redline};
use crate::report::redline::{Layout, Page};
use crate::storage::Shown;

/// Fewest columns for two texts side by side where nobody chose.
const SIDE: usize = 100;

pub(super) fn run(arguments: &[OsString], out: &mut Out) -> anyhow::Result<Exit> {
    if git::difftool(arguments)?.is_some() {
        return Ok(Exit::Clean);
    }
    if colours() {
        out.style = Style::stdout(ColorChoice::Always);
    }
    let path = |at: usize| arguments.get(at).map(Path::new);
    let (Some(name), Some(old), Some(new)) = (path(0), path(1), path(4)) else {
        let ([_], Some(name)) = (arguments, path(0)) else {
            bail!("git runs this itself, with seven arguments; `prfaq git install --diff` has it do so");
        };
        writeln!(out, "* Unmerged path {}", Shown(name))?;
        return Ok(Exit::Clean);
    };
    let renamed = path(7);
    let style = out.style;
    let mut head = format!("redline {}", Shown(name));
    if let Some(renamed) = renamed {
        head = format!("{head} → {}", Shown(renamed));
    }
    writeln!(out, "{}", style.strong(&head))?;
    for line in about(arguments) {
        writeln!(out, "{}", style.dim(&line))?;
    }
    match (text(old), text(new)) {
        (Ok(before), Ok(after)) => {
            let head = |file: &Path, name: &Path, when: &str| {
                if file == Path::new(NOWHERE) {
                    "no file".to_owned()
                } else {
                    format!("{}, {when}", Shown(name))
                }
            };
            let before = Side { head: head(old, name, "before"), text: before };
            let after = Side { head: head(new, renamed.unwrap_or(name), "after"), text: after };
            page(&Pair::new(Shown(name).to_string(), before, after), out)?;
        }
        // The name of a temporary file helps nobody.
        _ => writeln!(out, "This is not text that can be compared.")?,
    }
    writeln!(out)?;
    Ok(Exit::Clean)
}

/// What became of the file beside its text: another mode, new, gone.
fn about(arguments: &[OsString]) -> Vec<String> {
    let word = |at: usize| arguments.get(at).and_then(|word| word.to_str()).unwrap_or(".");
    match (word(3), word(6)) {
        (".", mode) => vec![format!("new file, mode {mode}")],
        (mode, ".") => vec![format!("deleted file, mode {mode}")],
        (old, new) if old != new => vec![format!("mode {old} → {new}")],
        _ => Vec::new(),
    }
}

fn page(pair: &Pair, out: &mut Out) -> anyhow::Result<()> {
    let redline = Redline::of(&pair.old.text, &pair.new.text, Effort::default());
    if redline.counts().changed == 0 {
        if pair.old.text != pair.new.text {
            writeln!(out, "{LAYOUT}")?;
        }
        return Ok(());
    }
    let width = Out::columns().unwrap_or(SIDE - 1);
    let layout = if width < SIDE { Layout::Inline } else { Layout::Side };
    let style = out.style;
    print::one(pair, &redline, &Page { layout, width, all: false }, &style, false, out)?;
    Ok(())
}

/// Whether git colours what goes through its pager, where that runs: git decides it for its own diffs in the same way.
fn colours() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    set("GIT_PAGER_IN_USE") && !set("NO_COLOR") && git::colours_diffs()
}
