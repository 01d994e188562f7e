//! `prfaq edit FILE`, `prfaq FILE` and `prfaq` alone: the editor, or its report where there is no terminal.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

use super::args::{FailOn, Lint};
use super::desk::Desk;
use super::exit::Exit;
use super::lint;
use super::out::Out;
use super::own::{Own, not_used};
use super::templates;
use crate::analysis::{Analyst, Claim};
use crate::tui::pen::RedPen;
use crate::tui::{self, Options};

/// What a document is called that has no file yet.
const UNNAMED: &str = "untitled.md";

pub(super) fn run(file: Option<&Path>, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    match file {
        Some(path) if !terminal => report(path, config, out),
        None if !terminal => anyhow::bail!("the start screen needs a terminal; try `prfaq --help`"),
        _ => open(file, config, out),
    }
}

/// Opens the editor, or its start screen.
fn open(file: Option<&Path>, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let desk = Desk::new(config);
    // What is wrong with the configuration is said before the terminal is taken.
    desk.settled(file.unwrap_or(Path::new(UNNAMED)))?;
    let analysts = move |path: Option<&Path>| {
        let known = desk.analyst(path.unwrap_or(Path::new(UNNAMED)), None);
        known.map_or_else(|_| Analyst::new(Arc::default(), Claim::default()), |(analyst, _)| analyst)
    };
    let reader = Box::new(RedPen::new(Box::new(analysts)));
    let Own { look, settings, keymap, trouble } = Own::here();
    // The writer gets to the text whatever is wrong with the file.
    let trouble = trouble.map(|mistakes| not_used(&mistakes));
    let options = Options { look, settings, keymap, trouble, reader, templates: templates::here };
    let end = match file {
        Some(path) => tui::edit(path.to_owned(), options)?,
        None => tui::start(options)?,
    };
    if let Some(message) = &end.message {
        out.error(message);
    }
    Ok(if end.code == 0 { Exit::Clean } else { Exit::Signal(end.code) })
}

/// What the red pen says, for a command that meant to open the editor. Findings are no failure here: nobody asked.
fn report(path: &Path, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    out.note(
        "no terminal here, so this is the red pen's report; in a terminal the same command opens the editor",
    );
    let paint = out.linking();
    let args = Lint::of(path, FailOn::Never);
    let mut report = lint::human(&paint, out);
    lint::lint(&args, config, &mut report, out)
}
