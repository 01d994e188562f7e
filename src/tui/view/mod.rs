//! Drawing the model. Reads only; draws nothing before the size is known.

mod keys;
mod margin;
mod status;
mod text;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::chair;
use super::geometry::Geometry;
use super::model::Model;
use super::overlay::Overlay;
use super::preview;
use super::theme::Theme;
use super::walk;
use super::widget::card::Card;
use super::widget::paint;
use super::widget::prompt::Prompt;
use crate::lint::{Related, Severity};

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
    let cursor = document(model, &geometry, buffer);
    // A message may lie on the card, never on the line that is being written.
    status::draw(model, geometry.status, geometry.card.height, buffer);
    keys::draw(model, geometry.keys, buffer);
    let on_top = overlay(model, &geometry, buffer);
    let cursor =
        if model.overlay.is_some() { on_top } else { cursor.filter(|_| !model.outline.is_focused()) };
    if let Some(cursor) = cursor.filter(|cursor| seen.contains(*cursor)) {
        frame.set_cursor_position(cursor);
    }
}

// The text with everything beside it, or the walk in its place; the place of the cursor.
fn document(model: &Model, geometry: &Geometry, buffer: &mut Buffer) -> Option<Position> {
    let below = geometry.status.height + geometry.keys.height;
    if model.chair.is_some() {
        chair::draw(model, geometry.screen, below, buffer);
        return None;
    }
    if model.is_walking() {
        let area = Rect { height: geometry.screen.height - below, ..geometry.screen };
        walk::draw(model, area, buffer);
        return None;
    }
    if model.is_previewing() {
        preview::draw(model, buffer);
        return None;
    }
    let cursor = text::draw(model, geometry, buffer);
    preview::draw(model, buffer);
    panes(model, geometry, buffer);
    card(model, geometry.card, buffer);
    if geometry.head.height > 0 {
        chair::line(model, geometry.head, buffer);
    }
    cursor
}

fn card(model: &Model, area: Rect, buffer: &mut Buffer) {
    let area = inset(area);
    let Some(found) = model.found() else { return hint(model, area, buffer) };
    let mut card = Card::new(found.diagnostic);
    // F8 passes over notes, so they have no number.
    if found.diagnostic.severity > Severity::Note {
        let (before, of) = model.pen.count(found.span.start);
        card.place = format!("{} of {of} to look at", (before + 1).min(of));
    }
    card.see = found.diagnostic.related.iter().map(|place| other_place(model, place)).collect();
    card.render(area, buffer, &model.theme);
}

fn other_place(model: &Model, place: &Related) -> String {
    let text = model.editor.buffer();
    format!("see line {}: {}", text.position(place.span.start).line, place.quoted(text.text()))
}

// What there is to do where the cursor stands on nothing.
fn hint(model: &Model, area: Rect, buffer: &mut Buffer) {
    let (_, count) = model.pen.count(0);
    if count == 0 {
        return;
    }
    let text = format!("{count} to look at; {} goes to the next", model.key("next-strike"));
    paint::put(buffer, area, 0, 0, &text, model.theme.dim);
}

// A cell of air at both sides, where there is room.
fn inset(area: Rect) -> Rect {
    if area.width < 30 {
        return area;
    }
    Rect { x: area.x + 1, width: area.width - 2, ..area }
}

// Draws what lies on top; the place of the cursor in it.
fn overlay(model: &Model, geometry: &Geometry, buffer: &mut Buffer) -> Option<Position> {
    let (screen, theme) = (geometry.screen, &model.theme);
    match model.overlay.as_ref()? {
        Overlay::Start { picker, .. } => {
            picker.render(screen, buffer, theme);
            None
        }
        Overlay::Interview(interview) => interview.render(screen, buffer, theme),
        Overlay::Help(help) => {
            help.render(screen, buffer, theme);
            None
        }
        Overlay::Commands(palette) | Overlay::Parts(palette) | Overlay::Sentences(palette) => {
            palette.render(screen, buffer, theme);
            palette.cursor(screen)
        }
        Overlay::Replace(replace) => {
            replace.render(model, screen, buffer);
            replace.cursor(screen)
        }
        Overlay::Ask(prompt, _) => {
            let height = Prompt::HEIGHT.min(screen.height);
            let area = Rect { y: screen.height - height, height, ..screen };
            prompt.render(area, buffer, theme);
            prompt.cursor(area, theme)
        }
        Overlay::Trend(trend) => {
            trend.render(screen, buffer, theme);
            None
        }
        Overlay::Export(dialog) => {
            dialog.render(screen, buffer, theme);
            dialog.cursor(screen)
        }
        Overlay::Confirm(confirm, _) => {
            confirm.render(screen, buffer, theme);
            None
        }
    }
}

fn panes(model: &Model, geometry: &Geometry, buffer: &mut Buffer) {
    let theme = &model.theme;
    model.outline.render(outline_inside(geometry.outline), buffer, theme);
    divide(geometry.outline, geometry.outline.right().saturating_sub(1), buffer, theme);
    let score = geometry.score;
    let (is_current, key) = (model.pen.is_current(), model.key("costly-sentences"));
    model.pen.rest().scores.render(pane_inside(score), buffer, theme, is_current, &key);
    divide(score, score.x, buffer, theme);
}

fn divide(pane: Rect, column: u16, buffer: &mut Buffer, theme: &Theme) {
    if pane.width > 0 {
        let line = Rect { x: column, width: 1, ..pane };
        for row in 0..pane.height {
            paint::put(buffer, line, 0, row, theme.glyphs.divider, theme.border);
        }
    }
}

/// Where the list of parts is drawn in its pane.
pub fn outline_inside(pane: Rect) -> Rect {
    let width = pane.width.saturating_sub(2);
    Rect { width, ..pane }
}

fn pane_inside(pane: Rect) -> Rect {
    let margin = pane.width.min(2);
    Rect { x: pane.x + margin, width: pane.width - margin, ..pane }
}
