//! Bold and italic, put on and taken off.

use super::lead::Lead;
use super::{Done, is_blank, lines};
use crate::document::{MarkedAs, marked};
use crate::text::{Bias, Buffer, Edit, Selection, Span};

/// What words are marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `**bold**`
    Bold,
    /// `*italic*`
    Italic,
}

impl Mark {
    fn text(self) -> &'static str {
        match self {
            Self::Bold => "**",
            Self::Italic => "*",
        }
    }

    fn kind(self) -> MarkedAs {
        match self {
            Self::Bold => MarkedAs::Bold,
            Self::Italic => MarkedAs::Italic,
        }
    }
}

/// Marks what is selected, or `word` where nothing is; takes the marks off where all of it has them. Without a word the
/// cursor stands between two new marks.
pub fn toggle(buffer: &Buffer, selection: Selection, word: Span, mark: Mark) -> Done {
    let pieces = if selection.is_empty() { vec![word] } else { pieces(buffer, selection) };
    let pieces: Vec<Span> =
        pieces.into_iter().filter(|piece| buffer.slice(*piece).contains(char::is_alphanumeric)).collect();
    if pieces.is_empty() {
        return between(buffer, selection, mark);
    }
    let around: Vec<Option<Span>> = pieces.iter().map(|piece| marks_around(buffer, *piece, mark)).collect();
    let len = mark.text().len();
    let edits = if around.iter().all(Option::is_some) {
        let off = |span: &Span| {
            [Edit::delete(span.start..span.start + len), Edit::delete(span.end - len..span.end)]
        };
        around.iter().flatten().flat_map(off).collect()
    } else {
        let bare = pieces.iter().zip(&around).filter(|(_, around)| around.is_none());
        let on = |piece: &Span| [piece.start, piece.end].map(|at| Edit::insert(at, mark.text()));
        bare.flat_map(|(piece, _)| on(piece)).collect()
    };
    let done = Done::new(edits, selection);
    // Behind a word the cursor stays with it.
    let is_behind = pieces.iter().any(|piece| selection.is_empty() && piece.end == selection.head);
    let after =
        if is_behind { Selection::cursor(done.change.map(selection.head, Bias::Before)) } else { done.after };
    Done { after, ..done }
}

// Two marks with the cursor between them; or none, where it stands between two with nothing in them.
fn between(buffer: &Buffer, selection: Selection, mark: Mark) -> Done {
    let (at, text) = (selection.head, mark.text());
    let around = Span::new(at.saturating_sub(text.len()), at + text.len());
    if buffer.slice(around) == text.repeat(2) {
        return Done::new(vec![Edit::delete(around)], Selection::cursor(at));
    }
    let change = Edit::insert(at, text.repeat(2)).into();
    Done { change, after: Selection::cursor(at + text.len()) }
}

// Marks do not reach from paragraph to paragraph, nor over the marks of items and quotes.
fn pieces(buffer: &Buffer, selection: Selection) -> Vec<Span> {
    let span = selection.span();
    let lines = lines(buffer, selection);
    let first = *lines.start();
    let is_apart = |line: usize| {
        is_blank(buffer, line) || Lead::of(buffer.line(line)).len() > 0 || buffer.line(line).starts_with('#')
    };
    let mut pieces: Vec<Span> = Vec::new();
    for line in lines {
        let content = buffer.line_content(line);
        let start = content.start + Lead::of(buffer.line(line)).len();
        let part = Span::new(start.max(span.start), content.end.min(span.end));
        match pieces.last_mut() {
            Some(piece) if line > first && !is_apart(line) && !is_blank(buffer, line - 1) => {
                piece.end = part.end;
            }
            _ => pieces.push(part),
        }
    }
    pieces.into_iter().map(|piece| trimmed(buffer, piece)).collect()
}

fn trimmed(buffer: &Buffer, span: Span) -> Span {
    let text = buffer.slice(span);
    let start = span.start + text.len() - text.trim_start().len();
    Span::new(start, start + text.trim().len())
}

// What is marked so and holds all of `piece`.
fn marks_around(buffer: &Buffer, piece: Span, mark: Mark) -> Option<Span> {
    let lines = super::around(buffer, piece);
    let found = marked(buffer.slice(lines)).into_iter().filter(|one| one.kind == mark.kind());
    found.map(|one| one.span.shifted(lines.start)).find(|span| span.covers(piece))
}
