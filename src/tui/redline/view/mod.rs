//! Drawing the viewer. Reads only; draws nothing before the size is known.

mod score;
mod status;
mod text;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::card;
use super::command::{self, Command};
use super::model::{Model, Overlay};
use crate::tui::widget::Outcome;
use crate::tui::widget::keybar::{Hint, KeyBar};
use crate::tui::widget::prompt::Prompt;

pub use score::rows as score_rows;

/// Draws everything.
pub fn view(model: &Model<'_>, frame: &mut Frame<'_>) {
    let Some(size) = model.size else { return };
    let seen = frame.area();
    if size.width == 0 || size.height == 0 || seen.width < size.width || seen.height < size.height {
        return;
    }
    let areas = model.areas();
    let buffer = frame.buffer_mut();
    text::draw(model, &areas, buffer);
    score::pane(model, areas.score, buffer);
    card::draw(model, areas.card, buffer);
    status::draw(model, areas.status, buffer);
    bar(model).render(inset(areas.keys), buffer, &model.theme);
    let cursor = match &model.overlay {
        None => None,
        Some(Overlay::Help(help)) => {
            help.render(areas.screen, buffer, &model.theme);
            None
        }
        Some(Overlay::Score(top)) => {
            score::overlay(model, *top, areas.screen, buffer);
            None
        }
        Some(Overlay::Find(prompt)) => {
            let height = Prompt::HEIGHT.min(areas.screen.height);
            let area = Rect { y: areas.screen.height - height, height, ..areas.screen };
            prompt.render(area, buffer, &model.theme);
            prompt.cursor(area, &model.theme)
        }
    };
    if let Some(cursor) = cursor.filter(|cursor| seen.contains(*cursor)) {
        frame.set_cursor_position(cursor);
    }
}

/// The command whose key is shown at a place of the screen.
pub fn key_at(model: &Model<'_>, at: Position) -> Option<&'static Command> {
    match bar(model).click(at.x, at.y, inset(model.areas().keys)) {
        Outcome::Chosen(index) => shown(model).nth(index),
        _ => None,
    }
}

/// What is of no use here is not shown: going to another document where there is one, comments where there are none.
fn shown(model: &Model<'_>) -> impl Iterator<Item = &'static Command> {
    let (several, commented) = (model.document.1 > 1, model.sheet.has_comments());
    command::all().filter(move |command| match command.name {
        "next-document" => several,
        "comments" => commented,
        _ => !command.label.is_empty(),
    })
}

/// Where there is little room, what comes first in the list stays longest; and the ways to all the others and out.
fn bar(model: &Model<'_>) -> KeyBar {
    let hint = |(at, command): (usize, &Command)| Hint {
        key: command.first_key(),
        label: if command.name == "all" && model.all { "Changes" } else { command.label }.to_owned(),
        priority: if matches!(command.name, "help" | "quit") { u8::MAX } else { 100 - at as u8 },
    };
    KeyBar::new(shown(model).enumerate().map(hint).collect())
}

/// A cell of air at both sides, where there is room.
fn inset(area: Rect) -> Rect {
    if area.width < 30 { area } else { Rect { x: area.x + 1, width: area.width - 2, ..area } }
}
