//! The keys at the bottom, as far as they fit.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::command::{self, Command, Context};
use crate::tui::model::{Focus, Model};
use crate::tui::widget::paint;

pub(super) fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    for (column, command) in places(model, area) {
        let key = super::shortest(command.keys);
        let end = paint::put(buffer, area, column, 0, &key, model.theme.key);
        paint::put(buffer, area, end + 1, 0, command.label, model.theme.dim);
    }
}

/// The command whose key is shown at a place of the screen.
pub fn key_at(model: &Model, at: Position) -> Option<&'static Command> {
    let area = model.geometry().keys;
    let before = places(model, area).take_while(|(column, _)| area.x + column <= at.x);
    before.last().map(|(_, command)| command)
}

fn places(model: &Model, area: Rect) -> impl Iterator<Item = (u16, &'static Command)> {
    let context = if model.focus == Focus::Outline { Context::Outline } else { Context::Text };
    let counts = move |command: &&Command| command.context == context || command.context == Context::Always;
    let mut column = u16::from(area.width >= 30);
    let shown = command::all().filter(|command| !command.label.is_empty()).filter(counts);
    shown.map_while(move |command| {
        let start = column;
        let width = paint::width(&super::shortest(command.keys)) + 1 + paint::width(command.label);
        column += width as u16 + 2;
        (start + width as u16 <= area.width).then_some((start, command))
    })
}
