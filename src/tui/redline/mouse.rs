//! Clicks and the wheel.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::command;
use super::model::{Cursor, Model, Overlay, columns};
use super::update::Effect;
use super::view;
use crate::report::redline::UnitKind;
use crate::tui::widget::Outcome;

/// Lines a notch of the wheel turns.
const NOTCH: isize = 3;

/// Takes an event of the mouse.
pub fn mouse(model: &mut Model<'_>, event: MouseEvent) -> Option<Effect> {
    let turned = match event.kind {
        MouseEventKind::ScrollDown => NOTCH,
        MouseEventKind::ScrollUp => -NOTCH,
        MouseEventKind::Down(MouseButton::Left) => {
            return click(model, Position::new(event.column, event.row));
        }
        _ => return None,
    };
    let screen = model.areas().screen;
    let last = view::score_rows(model).0;
    match &mut model.overlay {
        Some(Overlay::Help(help)) => help.scroll(turned, screen),
        Some(Overlay::Score(top)) => *top = top.saturating_add_signed(turned).min(last),
        _ => return command::scroll(model, turned),
    }
    None
}

fn click(model: &mut Model<'_>, at: Position) -> Option<Effect> {
    let screen = model.areas().screen;
    match model.overlay.take() {
        Some(Overlay::Help(mut help)) => {
            if help.click(at.x, at.y, screen) != Outcome::Cancel {
                model.overlay = Some(Overlay::Help(help));
            }
            None
        }
        // A click beside what lies on top puts it away.
        Some(Overlay::Score(_)) => None,
        find => {
            model.overlay = find;
            if let Some(command) = view::key_at(model, at) {
                return (command.run)(model);
            }
            if model.areas().body.contains(at) {
                look_at(model, at);
            }
            None
        }
    }
}

/// Looks at the change whose number or words are at `at`, else at the paragraph.
fn look_at(model: &mut Model<'_>, at: Position) {
    let body = model.areas().body;
    let Some((place, line)) = model.visible().nth(usize::from(at.y - body.y)) else { return };
    let form = *model.roll.form();
    // One cell before the numbers is for the pointer.
    let x = usize::from(at.x - body.x).saturating_sub(1);
    let change = if x < form.gutter() {
        line.gutter.number
    } else {
        let column = columns(line, &form).into_iter().rev().find(|(left, _)| *left <= x);
        column.and_then(|(left, pieces)| {
            let mut end = left;
            let hit = pieces.iter().enumerate().find(|(at, piece)| {
                end += piece.width() + usize::from(piece.spaced && *at > 0);
                x < end
            });
            hit.and_then(|(_, piece)| piece.change)
        })
    };
    if let Some(UnitKind::Row(row)) = model.roll.unit(place.unit).map(|unit| unit.kind) {
        model.cursor = Some(Cursor { row, change });
    }
    if let Some(row) = change.and_then(|number| model.change(number)).map(|change| change.row) {
        model.cursor = Some(Cursor { row, change });
    }
}
