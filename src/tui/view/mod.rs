//! Drawing the model. Reads only; draws nothing before the size is known.

mod keys;
mod status;
mod text;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::geometry::Geometry;
use super::key::Key;
use super::model::{Focus, Model};
use super::overlay::Overlay;
use super::widget::card::Card;
use super::widget::prompt::Prompt;

pub use keys::key_at;

/// Draws everything.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    let Some(size) = model.size else { return };
    let seen = frame.area();
    if size.width == 0 || size.height == 0 || seen.width < size.width || seen.height < size.height {
        return;
    }
    let geometry = model.geometry();
    let buffer = frame.buffer_mut();
    let cursor = text::draw(model, &geometry, buffer);
    card(model, geometry.card, buffer);
    status::draw(model, geometry.status, buffer);
    keys::draw(model, geometry.keys, buffer);
    let on_top = overlay(model, &geometry, buffer);
    let cursor = if model.overlay.is_some() { on_top } else { cursor.filter(|_| model.focus == Focus::Text) };
    if let Some(cursor) = cursor.filter(|cursor| seen.contains(*cursor)) {
        frame.set_cursor_position(cursor);
    }
}

fn card(model: &Model, area: Rect, buffer: &mut ratatui::buffer::Buffer) {
    let Some(found) = model.found() else { return };
    let mut card = Card::new(&found.remark.diagnostic);
    let (at, of) = model.pen.count(found.span.start);
    card.place = format!("{} of {of}", at.min(of));
    let wanted =
        if found.can_be_taken() { ["take-strike", "ignore-strike"].as_slice() } else { &["ignore-strike"] };
    let keys = wanted.iter().filter_map(|name| super::command::named(name));
    card.keys = keys.map(|command| (shortest(command.keys), command.label.to_lowercase())).collect();
    card.render(inset(area), buffer, &model.theme);
}

fn shortest(keys: &[Key]) -> String {
    keys.first().map(ToString::to_string).unwrap_or_default()
}

// A cell of air at both sides, where there is room.
fn inset(area: Rect) -> Rect {
    if area.width < 30 {
        return area;
    }
    Rect { x: area.x + 1, width: area.width - 2, ..area }
}

// Draws what lies on top; the place of the cursor in it.
fn overlay(model: &Model, geometry: &Geometry, buffer: &mut ratatui::buffer::Buffer) -> Option<Position> {
    let (screen, theme) = (geometry.screen, &model.theme);
    match model.overlay.as_ref()? {
        Overlay::Commands(palette) | Overlay::Parts(palette) => {
            palette.render(screen, buffer, theme);
            palette.cursor(screen)
        }
        Overlay::Ask(prompt, _) => {
            let height = Prompt::HEIGHT.min(screen.height);
            let area = Rect { y: screen.height - height, height, ..screen };
            prompt.render(area, buffer, theme);
            prompt.cursor(area, theme)
        }
        Overlay::Confirm(confirm, _) => {
            confirm.render(screen, buffer, theme);
            None
        }
    }
}

/// The row of the outline under a place of the screen.
pub fn outline_row_at(_model: &Model, _at: Position) -> Option<usize> {
    None
}
