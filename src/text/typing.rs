//! What the writing keys do: each function makes a [`Step`] for [`History::commit`](super::History::commit).

use std::time::Duration;

use super::{After, Buffer, Change, Edit, Motion, Selection, Span, Step, StepKind};

/// Types `text` in place of what is selected.
pub fn insert(buffer: &Buffer, selection: Selection, text: &str, at: Duration) -> Step {
    replace(buffer, selection, selection.span(), text, StepKind::Typing, at)
}

/// Enter: the line ending the text mostly uses, in place of what is selected.
pub fn newline(buffer: &Buffer, selection: Selection, at: Duration) -> Step {
    insert(buffer, selection, buffer.line_ending(), at)
}

/// Pastes `text`, cleaned by [`pasted`], in place of what is selected; a step of its own for undo.
pub fn paste(buffer: &Buffer, selection: Selection, text: &str, at: Duration) -> Step {
    replace(buffer, selection, selection.span(), &pasted(buffer, text), StepKind::Alone, at)
}

/// Deletes what is selected, or else from the cursor to where `motion` leads (backspace is [`Motion::Left`], delete is
/// [`Motion::Right`]).
pub fn delete(buffer: &Buffer, selection: Selection, motion: Motion, at: Duration) -> Step {
    if !selection.is_empty() {
        return replace(buffer, selection, selection.span(), "", StepKind::Alone, at);
    }
    let span = selection.moved(motion.target(buffer, selection.head), true).span();
    replace(buffer, selection, span, "", StepKind::Deleting, at)
}

/// Foreign text as it may come in: line breaks of any kind become the buffer's, tabs stay, other control characters
/// go.
pub fn pasted(buffer: &Buffer, text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut clean: String =
        text.chars().filter(|char| matches!(char, '\n' | '\t') || !char.is_control()).collect();
    if buffer.line_ending() == "\r\n" {
        clean = clean.replace('\n', "\r\n");
    }
    clean
}

fn replace(buffer: &Buffer, before: Selection, span: Span, text: &str, kind: StepKind, at: Duration) -> Step {
    let edit = Edit::replace(span, text);
    let end = edit.inserted().end;
    let change = Change::from(edit);
    // Text can join its neighbours into one cluster (a combining mark typed behind a letter, a joiner pasted before an
    // emoji); the cursor then stands behind the cluster.
    let after = Selection::cursor(After::of(buffer, &change).ceil(end));
    Step { change, before, after, kind, at }
}
