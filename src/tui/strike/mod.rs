//! What can be done about strikes beside taking one: silencing it in the document, keeping its words, taking many at
//! once. Each changes the text as one step for undo.

pub mod ignore;
pub mod take_all;

use super::model::Model;
use super::pen::{Answer, Found};
use crate::text::Edit;

/// The strike that a command is about: that of the walk, where there is one, else that under the cursor.
pub fn target(model: &Model) -> Option<Found<'_>> {
    if model.is_walking() { model.pen.unanswered() } else { model.found() }
}

/// Says that there is no strike to do something about.
pub fn none_here(model: &mut Model) {
    model.say(format!("nothing is struck here; {} goes to the next strike", model.key("next-strike")));
}

/// Makes `edit`, and answers the strike of the walk with it, if there is a walk.
fn carry_out(model: &mut Model, edit: Edit, answer: Answer) {
    super::walk::answer(model, answer);
    let applied = model.editor.make(edit.into(), model.now);
    model.pen.edited(&applied);
}
