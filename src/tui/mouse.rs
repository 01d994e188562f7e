//! Clicks, drags and the wheel.

use std::time::Duration;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::command::view;
use super::message::Effect;
use super::model::{Focus, Model};
use super::overlay::Overlay;
use super::widget::Outcome;
use super::{command, saving};

/// Rows a notch of the wheel turns.
const NOTCH: isize = 3;

/// Two clicks on the same place within this time select a word.
const DOUBLE: Duration = Duration::from_millis(400);

/// Takes an event of the mouse.
pub fn mouse(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
    if model.overlay.is_some() {
        return match event.kind {
            MouseEventKind::Down(MouseButton::Left) => click_overlay(model, event),
            _ => Vec::new(),
        };
    }
    match event.kind {
        MouseEventKind::ScrollDown => model.editor.scroll(NOTCH),
        MouseEventKind::ScrollUp => model.editor.scroll(-NOTCH),
        MouseEventKind::Down(MouseButton::Left) => return click(model, event),
        MouseEventKind::Drag(MouseButton::Left) => drag(model, event),
        _ => {}
    }
    Vec::new()
}

fn click(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
    let geometry = model.geometry();
    let at = Position::new(event.column, event.row);
    if geometry.outline.contains(at) {
        return super::view::outline_row_at(model, at).map_or_else(Vec::new, |row| {
            view::go_to_part(model, row);
            Vec::new()
        });
    }
    if geometry.keys.contains(at) {
        return super::view::key_at(model, at).map_or_else(Vec::new, |command| command.run(model, false));
    }
    if !row_of(geometry.text, geometry.screen).contains(at) {
        return Vec::new();
    }
    model.focus = Focus::Text;
    let place = model.editor.place_under(column(geometry.text, at), usize::from(at.y - geometry.text.y));
    let is_double = model
        .clicked
        .is_some_and(|(when, offset)| offset == place.offset && model.now.saturating_sub(when) < DOUBLE);
    if is_double {
        model.editor.select_word(place.offset);
        model.clicked = None;
    } else {
        model.editor.click(place, event.modifiers.contains(KeyModifiers::SHIFT));
        model.clicked = Some((model.now, place.offset));
    }
    Vec::new()
}

fn drag(model: &mut Model, event: MouseEvent) {
    let text = model.geometry().text;
    if model.clicked.is_none() || text.height == 0 {
        return;
    }
    let last = text.bottom() - 1;
    if event.row > last {
        model.editor.scroll(1);
    } else if event.row <= text.y {
        model.editor.scroll(-1);
    }
    let at = Position::new(event.column, event.row.clamp(text.y, last));
    let place = model.editor.place_under(column(text, at), usize::from(at.y - text.y));
    model.editor.click(place, true);
}

// Beside the text is as good as its edge.
fn row_of(text: Rect, screen: Rect) -> Rect {
    Rect { x: screen.x, width: screen.width, ..text }
}

fn column(text: Rect, at: Position) -> usize {
    usize::from(at.x.saturating_sub(text.x))
}

fn click_overlay(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
    let screen = model.geometry().screen;
    let (column, row) = (event.column, event.row);
    match model.overlay.take() {
        Some(Overlay::Commands(mut palette)) => match palette.click(column, row, screen) {
            Outcome::Chosen(index) => {
                return command::all().nth(index).map_or_else(Vec::new, |command| command.run(model, false));
            }
            Outcome::Cancel => {}
            _ => model.overlay = Some(Overlay::Commands(palette)),
        },
        Some(Overlay::Parts(mut palette)) => match palette.click(column, row, screen) {
            Outcome::Chosen(index) => view::go_to_part(model, index),
            Outcome::Cancel => {}
            _ => model.overlay = Some(Overlay::Parts(palette)),
        },
        Some(Overlay::Confirm(mut confirm, question)) => match confirm.click(column, row, screen) {
            Outcome::Chosen(answer) => return saving::answer(model, &question, answer),
            _ => model.overlay = Some(Overlay::Confirm(confirm, question)),
        },
        other => model.overlay = other,
    }
    Vec::new()
}
