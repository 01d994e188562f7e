//! Drawing the viewer. Reads only; draws nothing before the size is known.

mod score;
mod status;
mod text;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::command::{self, Command};
use super::model::{Model, Overlay};
use crate::tui::widget::keybar::{Hint, KeyBar};
use crate::tui::widget::prompt::Prompt;
use crate::tui::widget::{Outcome, paint};

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
    card(model, areas.card, buffer);
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
        Outcome::Chosen(index) => shown().nth(index),
        _ => None,
    }
}

fn shown() -> impl Iterator<Item = &'static Command> {
    command::all().filter(|command| !command.label.is_empty())
}

/// Where there is little room, what comes first in the list stays longest; and the ways to all the others and out.
fn bar(model: &Model<'_>) -> KeyBar {
    let hint = |(at, command): (usize, &Command)| Hint {
        key: command.first_key(),
        label: if command.name == "all" && model.all { "Changes" } else { command.label }.to_owned(),
        priority: if matches!(command.name, "help" | "quit") { u8::MAX } else { 100 - at as u8 },
    };
    KeyBar::new(shown().enumerate().map(hint).collect())
}

/// What was said of the paragraph at the cursor.
fn card(model: &Model<'_>, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    let theme = &model.theme;
    let area = inset(area);
    let said = model.said();
    if said.is_empty() {
        let count = model.comments.len();
        let text = format!("{count} comment{} on this draft", if count == 1 { "" } else { "s" });
        paint::put(buffer, area, 0, 0, &text, theme.dim);
        return;
    }
    let mut row = 0;
    for comment in said {
        let by = paint::put(buffer, area, 0, row, &format!("{}: ", comment.by), theme.title);
        let room = usize::from(area.width.saturating_sub(by));
        for line in paint::wrap(&comment.text, room.max(1)) {
            paint::put(buffer, area, by, row, &line, theme.text);
            row += 1;
        }
    }
}

/// A cell of air at both sides, where there is room.
fn inset(area: Rect) -> Rect {
    if area.width < 30 { area } else { Rect { x: area.x + 1, width: area.width - 2, ..area } }
}
