//! Redlines in the viewer, where there is a terminal to show them in and nobody asked for a page.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use super::pair::Pair;
use crate::cli::args::RedlineArgs;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::out::Out;
use crate::report::changes::Note;
use crate::report::redline::Progress;
use crate::tui::look::Look;
use crate::tui::redline::{self, Comment, Input, Options, Scorer, Source};

/// Whether the viewer is to show what `args` compare.
pub(super) fn is_wanted(args: &RedlineArgs) -> bool {
    let terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    let draws = std::env::var_os("TERM").is_none_or(|term| term != "dumb");
    let page = args.format.is_some() || args.exit_code || args.output.is_some() || args.width.is_some();
    terminal && draws && !page
}

/// Shows those of `pairs` in which something differs or is said, one after the other; `None` where there are none.
pub(super) fn show(
    pairs: &[Pair],
    args: &RedlineArgs,
    config: Option<&Path>,
    out: &mut Out,
) -> anyhow::Result<Option<Exit>> {
    let mut exit = None;
    for pair in pairs.iter().filter(|pair| pair.old.text != pair.new.text || !pair.remarks.is_empty()) {
        let look = Look::of(|name| std::env::var_os(name));
        let end = redline::show(input(pair, config), Options { look, layout: None, all: args.all })?;
        if let Some(message) = &end.message {
            out.error(message);
        }
        if end.code != 0 {
            return Ok(Some(Exit::Signal(end.code)));
        }
        exit = Some(Exit::Clean);
    }
    Ok(exit)
}

fn input(pair: &Pair, config: Option<&Path>) -> Input {
    let source = |side: &super::pair::Side| Source { name: side.head.clone(), text: side.text.clone() };
    let left = pair.remarks.len();
    let note = format!(
        "{left} strike{} left to a person, numbered in the text",
        if left == 1 { " is" } else { "s are" }
    );
    Input {
        old: source(&pair.old),
        new: source(&pair.new),
        remarks: pair.remarks.clone(),
        comments: pair.comments.iter().map(comment).collect(),
        scorer: Some(scorer(pair, config)),
        note: (left > 0).then_some(note),
    }
}

fn comment(note: &Note) -> Comment {
    Comment { span: note.span, by: note.head.clone(), text: note.text.clone() }
}

/// Reads both texts by the rules of their house. Two texts in another language have no figures.
fn scorer(pair: &Pair, config: Option<&Path>) -> Scorer {
    let path = PathBuf::from(&pair.name);
    let (old, new) = (pair.old.text.clone(), pair.new.text.clone());
    let desk = Desk::new(config);
    Box::new(move || {
        let (mut analyst, _) = desk.analyst(&path, None).ok()?;
        let (before, after) = (analyst.analyse(&old), analyst.analyse(&new));
        (!before.foreign || !after.foreign).then(|| Progress::of(&before, &after))
    })
}
