//! Redlines in the viewer, where there is a terminal to show them in and nobody asked for a page.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use super::pair::Pair;
use crate::cli::args::RedlineArgs;
use crate::cli::desk::Desk;
use crate::cli::exit::Exit;
use crate::cli::out::Out;
use crate::cli::own::Own;
use crate::report::changes::Note;
use crate::report::redline::Progress;
use crate::tui::redline::{self, Comment, Input, Options, Scorer, Source};

/// Whether the viewer is to show what `args` compare.
pub(super) fn is_wanted(args: &RedlineArgs) -> bool {
    let terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    let draws = std::env::var_os("TERM").is_none_or(|term| term != "dumb");
    let page = args.format.is_some() || args.exit_code || args.output.is_some() || args.width.is_some();
    terminal && draws && !page
}

/// Shows those of `pairs` in which something differs or is said, in one viewer; `None` where there are none.
pub(super) fn show(
    pairs: &[Pair],
    args: &RedlineArgs,
    config: Option<&Path>,
    out: &mut Out,
) -> anyhow::Result<Option<Exit>> {
    // What the pen leaves alone is worth to be seen as well.
    let worth = |pair: &&Pair| pair.old.text != pair.new.text || !pair.above.is_empty();
    let documents: Vec<Input> = pairs.iter().filter(worth).map(|pair| input(pair, config)).collect();
    if documents.is_empty() {
        return Ok(None);
    }
    let own = Own::told(out);
    let options = Options { look: own.look, all: args.all, ..Options::default() };
    let end = redline::show(&documents, options, own.settings.mouse)?;
    if let Some(message) = &end.message {
        out.error(message);
    }
    Ok(Some(if end.code == 0 { Exit::Clean } else { Exit::Signal(end.code) }))
}

fn input(pair: &Pair, config: Option<&Path>) -> Input {
    let source = |side: &super::pair::Side| Source { name: side.head.clone(), text: side.text.clone() };
    let note = match pair.remarks.len() {
        0 if pair.old.text == pair.new.text => Some("there is nothing to strike".to_owned()),
        0 => None,
        1 => Some("1 strike is left to a person, numbered in the text".to_owned()),
        left => Some(format!("{left} strikes are left to a person, numbered in the text")),
    };
    let (path, old, new) = (PathBuf::from(&pair.name), pair.old.text.clone(), pair.new.text.clone());
    let config = config.map(Path::to_owned);
    Input {
        old: source(&pair.old),
        new: source(&pair.new),
        remarks: pair.remarks.clone(),
        comments: pair.comments.iter().map(comment).collect(),
        scorer: Some(Box::new(move || scorer(&path, &old, &new, config.as_deref()))),
        note,
    }
}

fn comment(note: &Note) -> Comment {
    Comment { span: note.span, by: note.head.clone(), text: note.text.clone() }
}

/// Reads both texts by the rules of their house. Two texts in another language have no figures.
fn scorer(path: &Path, old: &str, new: &str, config: Option<&Path>) -> Scorer {
    let (path, old, new) = (path.to_owned(), old.to_owned(), new.to_owned());
    let desk = Desk::new(config);
    Box::new(move || {
        let (mut analyst, _) = desk.analyst(&path, None).ok()?;
        let (before, after) = (analyst.analyse(&old), analyst.analyse(&new));
        (!before.foreign || !after.foreign).then(|| Progress::of(&before, &after))
    })
}
