//! Marks, headings, and paragraphs that move.

use crossterm::event::{KeyCode, KeyModifiers};

use super::edit::make;
use super::{Command, text};
use crate::text::StepKind;
use crate::tui::key::Key;
use crate::tui::link;
use crate::tui::markdown::{self, Direction, Done, Mark};
use crate::tui::message::Effect;
use crate::tui::model::Model;

const fn alt_shift(code: KeyCode) -> Key {
    Key { code, modifiers: KeyModifiers::ALT.union(KeyModifiers::SHIFT) }
}

pub(super) const COMMANDS: &[Command] = &[
    text("bold", "Make what is selected or the word bold, or not", &[Key::ctrl('b')], |model| {
        mark(model, Mark::Bold)
    }),
    text("italic", "Make what is selected or the word italic, or not", &[Key::ctrl('e')], |model| {
        mark(model, Mark::Italic)
    }),
    text(
        "link",
        "Make what is selected or the word a link, or change the link",
        &[Key::ctrl('k')],
        link::ask,
    ),
    text("heading-one", "Make the line a heading of the first rank, or text", &[Key::alt('1')], |model| {
        heading(model, 1)
    }),
    text("heading-two", "Make the line a heading of the second rank, or text", &[Key::alt('2')], |model| {
        heading(model, 2)
    }),
    text("heading-three", "Make the line a heading of the third rank, or text", &[Key::alt('3')], |model| {
        heading(model, 3)
    }),
    text("heading-up", "Raise the headings selected by a rank", &[], |model| rank(model, -1)),
    text("heading-down", "Lower the headings selected by a rank", &[], |model| rank(model, 1)),
    text(
        "move-up",
        "Move the paragraph or the item up; on a heading or a question, all that is under it",
        &[alt_shift(KeyCode::Up)],
        |model| shift(model, Direction::Up),
    ),
    text("move-down", "Move it down", &[alt_shift(KeyCode::Down)], |model| shift(model, Direction::Down)),
    text("join-paragraphs", "Join the paragraph with the one below", &[], join),
    text("split-paragraph", "Begin a new paragraph at the cursor", &[], |model| {
        let done = markdown::split(model.editor.buffer(), model.editor.selection());
        make(model, done, StepKind::Alone)
    }),
];

fn mark(model: &mut Model, mark: Mark) -> Vec<Effect> {
    let editor = &model.editor;
    let done = markdown::toggle(editor.buffer(), editor.selection(), editor.word(), mark);
    make(model, done, StepKind::Alone)
}

fn heading(model: &mut Model, level: usize) -> Vec<Effect> {
    let done = markdown::set_heading(model.editor.buffer(), model.editor.selection(), level);
    make(model, done, StepKind::Alone)
}

fn rank(model: &mut Model, by: isize) -> Vec<Effect> {
    let done = markdown::shift_heading(model.editor.buffer(), model.editor.selection(), by);
    let refusal = if done.is_some() { "there are six ranks of headings" } else { "no heading here" };
    try_to(model, done, refusal)
}

fn shift(model: &mut Model, to: Direction) -> Vec<Effect> {
    let questions: Vec<usize> =
        model.pen.rest().parts.iter().flat_map(|part| part.questions.iter().copied()).collect();
    let done = markdown::shift(model.editor.buffer(), model.editor.selection(), &questions, to);
    try_to(model, done, "nothing here to move it past")
}

fn join(model: &mut Model) -> Vec<Effect> {
    let done = markdown::join(model.editor.buffer(), model.editor.selection());
    try_to(model, done, "no paragraph here with another one below")
}

fn try_to(model: &mut Model, done: Option<Done>, refusal: &str) -> Vec<Effect> {
    if let Some(done) = done.filter(|done| !done.change.is_empty()) {
        return make(model, done, StepKind::Alone);
    }
    model.say(refusal);
    Vec::new()
}
