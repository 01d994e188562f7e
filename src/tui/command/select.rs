//! Selecting. Shift with every key that moves the cursor selects as well.

use super::{Command, text};
use crate::text::Selection;
use crate::tui::key::Key;
use crate::tui::markdown::Unit;
use crate::tui::message::Effect;
use crate::tui::model::Model;

pub(super) const COMMANDS: &[Command] = &[
    text("select-all", "Select the whole text", &[Key::ctrl('a')], |model| {
        let buffer = model.editor.buffer();
        let all = Selection::new(buffer.start(), buffer.len());
        model.editor.select(all);
        Vec::new()
    }),
    text(
        "expand-selection",
        "Select the word, then the sentence, the paragraph, the section, the text",
        &[Key::alt('x')],
        |model| {
            model.editor.expand();
            Vec::new()
        },
    ),
    text("select-sentence", "Select the sentence at the cursor", &[], |model| select(model, Unit::Sentence)),
    text("select-paragraph", "Select the paragraph at the cursor", &[], |model| {
        select(model, Unit::Paragraph)
    }),
];

fn select(model: &mut Model, unit: Unit) -> Vec<Effect> {
    model.editor.select_unit(unit);
    Vec::new()
}
