//! Changing the text by hand.

use crossterm::event::KeyCode;

use super::{Command, Context, always};
use crate::text::{Applied, Motion, Selection};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::{finding, update};

/// A command whose keys count in the text.
const fn text(
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
    label: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> Command {
    Command { context: Context::Text, ..always(name, doc, keys, label, run) }
}

pub(super) const COMMANDS: &[Command] = &[
    text("undo", "Take the last change back, an ignored strike too", &[Key::ctrl('z')], "Undo", undo),
    text("redo", "Make the last change taken back again", &[Key::ctrl('y'), Key::alt('z')], "", redo),
    text("cut", "Cut what is selected, or the line", &[Key::ctrl('x')], "", cut),
    text("copy", "Copy what is selected, or the line", &[Key::ctrl('c')], "", copy),
    text("paste", "Paste what was cut or copied here", &[Key::ctrl('v')], "", paste),
    text("select-all", "Select the whole text", &[Key::ctrl('a')], "", select_all),
    text("find", "Find text as you type it", &[Key::ctrl('f')], "Find", finding::ask),
    text("find-next", "Find the next match", &[Key::ctrl('g'), Key::f(4)], "", |model| {
        finding::again(model, true)
    }),
    text(
        "find-previous",
        "Find the match before",
        &[Key::with_shift(KeyCode::F(4)), Key::alt('g')],
        "",
        |model| finding::again(model, false),
    ),
    text("new-line", "Begin a new line", &[Key::plain(KeyCode::Enter)], "", |model| {
        update::type_text(model, "\n")
    }),
    text("tab", "Put in a tab", &[Key::plain(KeyCode::Tab)], "", |model| update::type_text(model, "\t")),
    text(
        "delete-left",
        "Delete what is selected, or the character before",
        &[Key::plain(KeyCode::Backspace), Key::with_shift(KeyCode::Backspace), Key::ctrl('h')],
        "",
        |model| delete(model, Motion::Left),
    ),
    text(
        "delete-right",
        "Delete what is selected, or the next character",
        &[Key::plain(KeyCode::Delete)],
        "",
        |model| delete(model, Motion::Right),
    ),
    text(
        "delete-word-left",
        "Delete to the start of the word",
        &[Key::with_ctrl(KeyCode::Backspace), Key::with_alt(KeyCode::Backspace), Key::ctrl('w')],
        "",
        |model| delete(model, Motion::WordLeft),
    ),
    text(
        "delete-word-right",
        "Delete to the end of the word",
        &[Key::with_ctrl(KeyCode::Delete), Key::alt('d')],
        "",
        |model| delete(model, Motion::WordRight),
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

fn select_all(model: &mut Model) -> Vec<Effect> {
    let buffer = model.editor.buffer();
    let all = Selection::new(buffer.start(), buffer.len());
    model.editor.select(all);
    Vec::new()
}

// As in other editors, nothing selected means the whole line.
fn select_line(model: &mut Model) {
    if model.editor.selection().is_empty() {
        let buffer = model.editor.buffer();
        let line = buffer.line_span(buffer.line_of(model.editor.selection().head));
        model.editor.select(Selection::new(line.start, line.end));
    }
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let selection = model.editor.selection();
    select_line(model);
    let copied = take(model);
    model.editor.select(selection);
    copied
}

fn cut(model: &mut Model) -> Vec<Effect> {
    select_line(model);
    let mut effects = take(model);
    if !model.editor.selection().is_empty() {
        effects.extend(delete(model, Motion::Right));
    }
    effects
}

fn take(model: &mut Model) -> Vec<Effect> {
    let selected = model.editor.selected();
    if selected.is_empty() {
        return Vec::new();
    }
    model.register = selected.to_owned();
    vec![Effect::Copy(model.register.clone())]
}

fn paste(model: &mut Model) -> Vec<Effect> {
    let text = std::mem::take(&mut model.register);
    let effects = update::paste(model, &text);
    model.register = text;
    effects
}
