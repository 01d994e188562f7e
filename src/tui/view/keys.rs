//! The keys at the bottom, as far as they fit.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::command::{self, Command, Context};
use crate::tui::model::Model;
use crate::tui::widget::Outcome;
use crate::tui::widget::keybar::{Hint, KeyBar};

pub(super) fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    bar(model).render(super::inset(area), buffer, &model.theme);
}

/// The command whose key is shown at a place of the screen.
pub fn key_at(model: &Model, at: Position) -> Option<&'static Command> {
    match bar(model).click(at.x, at.y, super::inset(model.geometry().keys)) {
        Outcome::Chosen(index) => shown(model).nth(index),
        _ => None,
    }
}

// Where there is little room, what comes first in the list of commands stays longest; and the way to all the others.
fn bar(model: &Model) -> KeyBar {
    let priority =
        |at: usize, command: &Command| if command.name == "help" { u8::MAX } else { 100 - at as u8 };
    let hint = |(at, command): (usize, &Command)| Hint {
        key: model.keymap.first(command),
        label: command.label.to_owned(),
        priority: priority(at, command),
    };
    KeyBar::new(shown(model).enumerate().map(hint).collect())
}

// What answers a strike is shown where one is.
fn shown(model: &Model) -> impl Iterator<Item = &'static Command> {
    let context = model.context();
    let found = model.found();
    let is_found = found.is_some();
    let is_linked = found.is_some_and(|found| !found.diagnostic.related.is_empty());
    let can_be_taken = found.is_some_and(|found| found.can_be_taken());
    let is_asking = model.is_asking();
    let asked = is_asking.then(|| model.pen.unanswered()).flatten();
    let can_walk_take = asked.is_some_and(|found| found.can_be_taken());
    let is_begun = model.pen.steps().is_some_and(|steps| steps.answered() > 0);
    let is_away = model.focus.is_pen_away;
    let is_struck = model.pen.has_stops();
    let counts = move |command: &&Command| command.counts_in(context);
    let fits = move |command: &&Command| match command.name {
        "write-mode" => is_away,
        // Nothing but the text, and the way back.
        _ if is_away && context == Context::Text => false,
        "take-strike" => can_be_taken,
        "ignore-strike" => is_found,
        "other-place" => is_linked,
        "pen-walk" => is_struck,
        "walk-take" | "walk-rule" => is_asking && can_walk_take,
        "walk-back" => is_begun,
        "walk-end" => true,
        name if name.starts_with("walk-") => is_asking,
        _ => true,
    };
    let is_shown = |command: &&Command| !command.label.is_empty() && !model.keymap.keys(command).is_empty();
    command::all().filter(is_shown).filter(counts).filter(fits)
}
