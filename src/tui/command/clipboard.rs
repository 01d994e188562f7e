//! Cutting, copying and pasting.

use super::{Command, text};
use crate::export;
use crate::text::{Motion, Selection, Span};
use crate::tui::key::Key;
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::update;

pub(super) const COMMANDS: &[Command] = &[
    text("cut", "Cut what is selected, or the line", &[Key::ctrl('x')], cut),
    text("copy", "Copy what is selected, or the line", &[Key::ctrl('c')], copy),
    text(
        "copy-rich",
        "Copy what is selected, or all of it, with its formatting, for mail and documents",
        &[Key::alt('h')],
        copy_rich,
    ),
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

fn copy_rich(model: &mut Model) -> Vec<Effect> {
    let (buffer, selection) = (model.editor.buffer(), model.editor.selection());
    let span = if selection.is_empty() { Span::new(0, buffer.len()) } else { selection.span() };
    let Some(rich) = export::rich(buffer.text(), span) else {
        model.say("nothing to copy: there are no words for readers in it");
        return Vec::new();
    };
    model.register.clone_from(&rich.markdown);
    vec![Effect::CopyRich(rich)]
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
