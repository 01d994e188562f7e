//! Asking for the address of a link, and making it.

use super::markdown::{self, link_at};
use super::message::Effect;
use super::model::Model;
use super::overlay::{Asked, Overlay};
use super::widget::prompt::Prompt;
use crate::text::StepKind;

/// Asks where the words at the cursor lead; begins with where they lead now, or with an address that was copied.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let link = link_at(model.editor.buffer(), model.editor.selection());
    let copied = model.register.trim();
    let is_address = ["https://", "http://", "mailto:"].iter().any(|scheme| copied.starts_with(scheme));
    let (begin, hint) = match &link {
        Some(link) => (link.address.as_str(), "Enter changes the link, an empty address takes it away"),
        None if is_address && !copied.contains(char::is_whitespace) => (copied, "Enter makes the link"),
        None => ("", "an address, such as https://example.com; Enter makes the link"),
    };
    let prompt = Prompt::new("Link to", begin).with_hint(hint).selected();
    model.overlay = Some(Overlay::Ask(prompt, Asked::Link));
    Vec::new()
}

/// Makes what is selected, or the word at the cursor, a link to `address`.
pub fn make(model: &mut Model, address: &str) -> Vec<Effect> {
    let selection = model.editor.selection();
    let words = if selection.is_empty() { model.editor.word() } else { selection.span() };
    let link = link_at(model.editor.buffer(), selection);
    let done = markdown::link_to(words, link.as_ref(), selection, address);
    let applied = model.editor.change(done.change, done.after, StepKind::Alone, model.now);
    model.pen.edited(&applied);
    Vec::new()
}
