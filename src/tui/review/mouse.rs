//! Clicks, drags and the wheel.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::command::{self, Context};
use super::model::Model;
use super::overlay::Overlay;
use super::update::{self, Effect};
use super::view::areas::Areas;
use super::{close, view};
use crate::tui::widget::Outcome;

/// Rows a notch of the wheel turns.
const NOTCH: isize = 3;

/// Takes an event of the mouse.
pub fn mouse(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
    let at = Position::new(event.column, event.row);
    if matches!(model.overlay, Some(Overlay::Compose(_))) {
        type_box(model, event.kind, at);
        return Vec::new();
    }
    match event.kind {
        MouseEventKind::ScrollDown => wheel(model, NOTCH),
        MouseEventKind::ScrollUp => wheel(model, -NOTCH),
        MouseEventKind::Down(MouseButton::Left) => return click(model, at),
        MouseEventKind::Drag(MouseButton::Left) if model.overlay.is_none() => drag(model, at),
        _ => {}
    }
    Vec::new()
}

fn screen(model: &Model) -> Rect {
    let size = model.size.unwrap_or_default();
    Rect::new(0, 0, size.width, size.height)
}

fn wheel(model: &mut Model, rows: isize) {
    let screen = screen(model);
    match &mut model.overlay {
        Some(Overlay::Page(page)) => page.scroll(rows, screen),
        None => {
            model.window.scroll(&model.draft.page, rows);
            model.follows = false;
        }
        Some(_) => {}
    }
}

fn click(model: &mut Model, at: Position) -> Vec<Effect> {
    let screen = screen(model);
    match model.overlay.take() {
        None => {
            if let Some(command) = view::key_at(model, at) {
                return (command.run)(model);
            }
            if let Some(offset) = offset_at(model, at) {
                model.go(model.draft.page.stop_at(offset));
                model.pressed = Some(model.draft.page.word_at(offset));
                model.follows = false;
            }
        }
        Some(Overlay::Page(mut page)) => {
            if page.click(at.x, at.y, screen) != Outcome::Cancel {
                model.overlay = Some(Overlay::Page(page));
            }
        }
        Some(Overlay::Closing(closing)) => return close::click(model, closing, at),
        Some(Overlay::Confirm(mut confirm, question)) => match confirm.click(at.x, at.y, screen) {
            Outcome::Chosen(choice) => return update::answered(model, question, choice),
            _ => model.overlay = Some(Overlay::Confirm(confirm, question)),
        },
        Some(Overlay::Discard(mut confirm, compose)) => match confirm.click(at.x, at.y, screen) {
            Outcome::Chosen(0) => {}
            Outcome::Chosen(_) => model.overlay = Some(Overlay::Compose(compose)),
            _ => model.overlay = Some(Overlay::Discard(confirm, compose)),
        },
        other => model.overlay = other,
    }
    Vec::new()
}

/// The mouse in the box to type in; a click outside it does nothing, so that nothing typed is lost.
fn type_box(model: &mut Model, kind: MouseEventKind, at: Position) {
    let Some(size) = model.size else { return };
    let (typing, now) = (Areas::new(size, model.mode, model.overlay.as_ref()).typing, model.now);
    let Some(Overlay::Compose(compose)) = &mut model.overlay else { return };
    if typing.height == 0 {
        return;
    }
    let row = at.y.clamp(typing.y, typing.bottom() - 1) - typing.y;
    let cell = (usize::from(at.x.saturating_sub(typing.x)), usize::from(row));
    match kind {
        MouseEventKind::ScrollDown => compose.scroll(1),
        MouseEventKind::ScrollUp => compose.scroll(-1),
        MouseEventKind::Down(MouseButton::Left) if (typing.y..typing.bottom()).contains(&at.y) => {
            compose.click(cell, now);
        }
        MouseEventKind::Drag(MouseButton::Left) => compose.drag(cell),
        _ => {}
    }
}

/// Chooses the words between where the drag began and `at`.
fn drag(model: &mut Model, at: Position) {
    if model.mode == Context::Walk {
        return;
    }
    let Some(offset) = offset_at(model, at) else { return };
    let word = model.draft.page.word_at(offset);
    command::choose(model, model.pressed.unwrap_or(word), word);
    model.follows = false;
}

/// The byte of the page at a place of the screen; beside the text is as good as its edge.
fn offset_at(model: &Model, at: Position) -> Option<usize> {
    let areas = Areas::new(model.size?, model.mode, model.overlay.as_ref());
    let text = areas.text;
    if !(text.y..text.bottom()).contains(&at.y) {
        return None;
    }
    let (column, row) = (usize::from(at.x.saturating_sub(text.x)), usize::from(at.y - text.y));
    Some(model.window.place_under(&model.draft.page, column, row).offset)
}
