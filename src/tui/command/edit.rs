//! Changing the text by hand.

use crossterm::event::KeyCode;

use super::{Command, text};
use crate::text::{Applied, Edit, Motion, Selection, StepKind};
use crate::tui::key::Key;
use crate::tui::markdown::{self, Done, Unit};
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::{finding, insert, replace, update};

pub(super) const COMMANDS: &[Command] = &[
    Command {
        label: "Undo",
        ..text("undo", "Take the last change back, an ignored strike too", &[Key::ctrl('z')], undo)
    },
    text("redo", "Make the last change taken back again", &[Key::ctrl('y'), Key::alt('z')], redo),
    Command { label: "Find", ..text("find", "Find text as you type it", &[Key::ctrl('f')], finding::ask) },
    text("replace", "Find text and put other text in its place", &[Key::ctrl('r')], replace::open),
    text("find-next", "Find the next match", &[Key::ctrl('g'), Key::f(4)], |model| {
        finding::again(model, true)
    }),
    text(
        "find-previous",
        "Find the match before",
        &[Key::with_shift(KeyCode::F(4)), Key::alt('g')],
        |model| finding::again(model, false),
    ),
    text("new-line", "Begin a new line, or the next item of a list", &[Key::plain(KeyCode::Enter)], new_line),
    text("tab", "Put the item under the one above, or put in a tab", &[Key::plain(KeyCode::Tab)], tab),
    text("outdent", "Take the item out of the one it is under", &[Key::with_shift(KeyCode::Tab)], outdent),
    text(
        "delete-left",
        "Delete what is selected, or the character before",
        &[Key::plain(KeyCode::Backspace), Key::with_shift(KeyCode::Backspace), Key::ctrl('h')],
        |model| delete(model, Motion::Left),
    ),
    text(
        "delete-right",
        "Delete what is selected, or the next character",
        &[Key::plain(KeyCode::Delete)],
        |model| delete(model, Motion::Right),
    ),
    text(
        "delete-word-left",
        "Delete to the start of the word",
        &[Key::with_ctrl(KeyCode::Backspace), Key::with_alt(KeyCode::Backspace), Key::ctrl('w')],
        |model| delete(model, Motion::WordLeft),
    ),
    text(
        "delete-word-right",
        "Delete to the end of the word",
        &[Key::with_ctrl(KeyCode::Delete), Key::alt('d')],
        |model| delete(model, Motion::WordRight),
    ),
    text("delete-sentence", "Delete the sentence at the cursor", &[], |model| {
        delete_unit(model, Unit::Sentence)
    }),
    text("delete-paragraph", "Delete the paragraph at the cursor", &[], |model| {
        delete_unit(model, Unit::Paragraph)
    }),
    text("insert-date", "Put in the day it is, as the document writes dates", &[], |_| vec![Effect::Today]),
    text(
        "insert-question",
        "Put in a question and its answer behind the one at the cursor",
        &[],
        insert::question,
    ),
];

fn delete(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let applied = model.editor.delete(motion, model.now);
    update::typed(model, &applied)
}

fn undo(model: &mut Model) -> Vec<Effect> {
    let depth = model.editor.history().depth();
    if model.pen.undo_ignore(depth, model.editor.buffer()) {
        model.say("not ignored any more");
        return Vec::new();
    }
    match model.editor.undo() {
        Some(applied) => follow(model, &applied),
        None => model.say("nothing to undo"),
    }
    Vec::new()
}

fn redo(model: &mut Model) -> Vec<Effect> {
    let depth = model.editor.history().depth();
    if model.pen.redo_ignore(depth, model.editor.buffer()) {
        return Vec::new();
    }
    match model.editor.redo() {
        Some(applied) => follow(model, &applied),
        None => model.say("nothing to redo"),
    }
    Vec::new()
}

fn follow(model: &mut Model, applied: &[Applied]) {
    for one in applied {
        model.pen.edited(one);
    }
}

fn new_line(model: &mut Model) -> Vec<Effect> {
    match markdown::enter(model.editor.buffer(), model.editor.selection()) {
        Some(done) => make(model, done, StepKind::Typing),
        None => update::type_text(model, "\n"),
    }
}

fn tab(model: &mut Model) -> Vec<Effect> {
    match markdown::indent(model.editor.buffer(), model.editor.selection()) {
        Some(done) if done.change.is_empty() => model.say("no item above to put it under"),
        Some(done) => return make(model, done, StepKind::Alone),
        None => return update::type_text(model, "\t"),
    }
    Vec::new()
}

fn outdent(model: &mut Model) -> Vec<Effect> {
    match markdown::outdent(model.editor.buffer(), model.editor.selection()) {
        Some(done) if done.change.is_empty() => model.say("the item is under no other"),
        Some(done) => return make(model, done, StepKind::Alone),
        None => model.say("no item of a list here"),
    }
    Vec::new()
}

fn delete_unit(model: &mut Model, unit: Unit) -> Vec<Effect> {
    let span = unit.to_delete(model.editor.buffer(), model.editor.selection().head);
    let done = Done { change: Edit::delete(span).into(), after: Selection::cursor(span.start) };
    make(model, done, StepKind::Alone)
}

/// Makes a change of the text.
pub(super) fn make(model: &mut Model, done: Done, kind: StepKind) -> Vec<Effect> {
    let applied = model.editor.change(done.change, done.after, kind, model.now);
    update::typed(model, &applied)
}
