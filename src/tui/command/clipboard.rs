//! Cutting, copying and pasting.

use super::{Command, text};
use crate::text::{Motion, Selection};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::update;

pub(super) const COMMANDS: &[Command] = &[
    text("cut", "Cut what is selected, or the line", &[Key::ctrl('x')], cut),
    text("copy", "Copy what is selected, or the line", &[Key::ctrl('c')], copy),
    text("paste", "Paste what is on the clipboard, or was cut or copied here", &[Key::ctrl('v')], |_| {
        vec![Effect::Paste]
    }),
];

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
        let applied = model.editor.delete(Motion::Right, model.now);
        effects.extend(update::typed(model, &applied));
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
