//! Saying who the customer is.

use crossterm::event::KeyEvent;

use crate::document::{Document, FrontMatter};
use crate::text::{Selection, slice};
use crate::tui::message::Effect;
use crate::tui::model::Model;
use crate::tui::overlay::{Asked, Overlay};
use crate::tui::widget::Outcome;
use crate::tui::widget::prompt::Prompt;

/// Asks who the customer is, to write that into the front matter; goes there where somebody is named.
pub fn ask(model: &mut Model) -> Vec<Effect> {
    let source = model.editor.buffer().text();
    let front = Document::front_matter(source);
    if front.customer.is_some() {
        let head = slice(source, front.span);
        let at = head.find("customer:").map_or(front.span.start, |at| front.span.start + at);
        model.outline.focus(false);
        model.editor.select(Selection::cursor(at));
        return Vec::new();
    }
    let hint = "in a line: who are they, and what are they doing? Enter writes it, Esc does not";
    model.overlay = Some(Overlay::Ask(Prompt::new("The customer", "").with_hint(hint), Asked::Customer));
    Vec::new()
}

/// Gives a key to the line being typed.
pub fn key(model: &mut Model, mut prompt: Prompt, key: KeyEvent) -> Vec<Effect> {
    match prompt.key(key) {
        Outcome::Chosen(customer) if customer.trim().is_empty() => {}
        Outcome::Chosen(customer) => write(model, customer.trim()),
        Outcome::Cancel => {}
        _ => model.overlay = Some(Overlay::Ask(prompt, Asked::Customer)),
    }
    Vec::new()
}

fn write(model: &mut Model, customer: &str) {
    match FrontMatter::with_customer(model.editor.buffer().text(), customer) {
        Some(edit) => {
            let applied = model.editor.make(edit.into(), model.now);
            model.pen.edited(&applied);
        }
        None => model
            .complain("the front matter is not written so that a customer could be added; add it by hand"),
    }
}
