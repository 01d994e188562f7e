//! Clicks, drags and the wheel.

use std::time::Duration;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::command::view;
use super::message::Effect;
use super::model::Model;
use super::overlay::Overlay;
use super::view as screen;
use super::widget::Outcome;
use super::widget::outline::Pick;
use super::{command, overlay, start};

/// Rows a notch of the wheel turns.
const NOTCH: isize = 3;

/// Two clicks on the same place within this time select a word.
const DOUBLE: Duration = Duration::from_millis(400);

/// Takes an event of the mouse.
pub fn mouse(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
    if model.overlay.is_some() {
        if event.kind == MouseEventKind::Down(MouseButton::Left) {
            return click_overlay(model, event);
        }
        let screen = model.geometry().screen;
        if let (Some(Overlay::Help(help)), Some(rows)) = (&mut model.overlay, notches(event.kind)) {
            help.scroll(rows, screen);
        }
        return Vec::new();
    }
    if let Some(rows) = notches(event.kind).filter(|_| !model.is_walking()) {
        model.editor.scroll(rows);
    }
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => return click(model, event),
        MouseEventKind::Drag(MouseButton::Left) => drag(model, event),
        _ => {}
    }
    Vec::new()
}

// How many rows down the wheel was turned.
fn notches(kind: MouseEventKind) -> Option<isize> {
    match kind {
        MouseEventKind::ScrollDown => Some(NOTCH),
        MouseEventKind::ScrollUp => Some(-NOTCH),
        _ => None,
    }
}

fn click(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
    let geometry = model.geometry();
    let at = Position::new(event.column, event.row);
    if geometry.outline.contains(at) && !model.is_walking() {
        if let Outcome::Chosen(pick) =
            model.outline.click(at.x, at.y, screen::outline_inside(geometry.outline))
        {
            view::go_to(model, pick);
        }
        return Vec::new();
    }
    if geometry.keys.contains(at) {
        return screen::key_at(model, at).map_or_else(Vec::new, |command| command.run(model, false));
    }
    if model.is_walking() || !row_of(geometry.text, geometry.screen).contains(at) {
        return Vec::new();
    }
    model.outline.focus(false);
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
        Some(Overlay::Start { mut picker, starts, is_first }) => match picker.click(column, row, screen) {
            Outcome::Chosen(pick) => return start::begin(model, &starts, pick),
            _ => model.overlay = Some(Overlay::Start { picker, starts, is_first }),
        },
        Some(Overlay::Help(mut help)) => match help.click(column, row, screen) {
            Outcome::Cancel => {}
            _ => model.overlay = Some(Overlay::Help(help)),
        },
        Some(Overlay::Commands(mut palette)) => match palette.click(column, row, screen) {
            Outcome::Chosen(index) => {
                return command::all().nth(index).map_or_else(Vec::new, |command| command.run(model, false));
            }
            Outcome::Cancel => {}
            _ => model.overlay = Some(Overlay::Commands(palette)),
        },
        Some(Overlay::Parts(mut palette)) => match palette.click(column, row, screen) {
            Outcome::Chosen(part) => view::go_to(model, Pick { part, question: None }),
            Outcome::Cancel => {}
            _ => model.overlay = Some(Overlay::Parts(palette)),
        },
        Some(Overlay::Sentences(mut palette)) => match palette.click(column, row, screen) {
            Outcome::Chosen(sentence) => return overlay::go_to_sentence(model, sentence),
            Outcome::Cancel => {}
            _ => model.overlay = Some(Overlay::Sentences(palette)),
        },
        Some(Overlay::Confirm(mut confirm, question)) => match confirm.click(column, row, screen) {
            Outcome::Chosen(chosen) => return overlay::answer(model, question, chosen),
            _ => model.overlay = Some(Overlay::Confirm(confirm, question)),
        },
        other => model.overlay = other,
    }
    Vec::new()
}
