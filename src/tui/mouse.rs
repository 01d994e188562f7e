//! Clicks, drags and the wheel.

use std::time::Duration;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::chair::{self, Scroll};
use super::command::view;
use super::markdown::Unit;
use super::message::Effect;
use super::model::Model;
use super::overlay::{self, Overlay};
use super::view as screen;
use super::widget::Outcome;
use super::widget::outline::Pick;
use super::{command, export, interview, preview, replace, start};
use crate::text::{Place, Span};

/// Rows a notch of the wheel turns.
const NOTCH: isize = 3;

/// Two clicks on the same place within this time select a word, three a paragraph.
const DOUBLE: Duration = Duration::from_millis(400);

/// While the pointer is held past the edge, the text turns by a row each time this has gone by.
const TURN: Duration = Duration::from_millis(60);

/// Clicks at one place, and what is dragged since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clicks {
    at: Duration,
    offset: usize,
    /// 1 to 3.
    count: u8,
    /// What the first press selected.
    origin: Span,
    /// Where the pointer is held past the edge of the text, and when the text turns next.
    edge: Option<(Position, Duration)>,
}

impl Clicks {
    /// When the text turns next.
    pub fn deadline(&self) -> Option<Duration> {
        self.edge.map(|(_, due)| due)
    }

    fn unit(&self) -> Option<Unit> {
        match self.count {
            2 => Some(Unit::Word),
            3 => Some(Unit::Paragraph),
            _ => None,
        }
    }
}

/// Takes an event of the mouse.
pub fn mouse(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
    if model.overlay.is_some() {
        if event.kind == MouseEventKind::Down(MouseButton::Left) {
            return click_overlay(model, event);
        }
        let screen = model.geometry().screen;
        match (&mut model.overlay, notches(event.kind)) {
            (Some(Overlay::Help(help)), Some(rows)) => help.scroll(rows, screen),
            (Some(Overlay::Export(dialog)), Some(rows)) => dialog.scroll(rows, screen),
            _ => {}
        }
        return Vec::new();
    }
    if let Some(rows) = notches(event.kind).filter(|_| model.chair.is_some() || model.is_previewing()) {
        return chair::scroll(model, Scroll::Rows(rows));
    }
    if let Some(rows) = notches(event.kind).filter(|_| model.is_writing()) {
        model.editor.scroll(rows);
    }
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => return click(model, event),
        MouseEventKind::Drag(MouseButton::Left) => drag(model, Position::new(event.column, event.row)),
        MouseEventKind::Up(_) => release(model),
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
    if geometry.outline.contains(at) && model.is_writing() {
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
    if model.chair.is_none() && preview::click(model, at) {
        return Vec::new();
    }
    if !model.is_writing() || !row_of(geometry.text, geometry.screen).contains(at) {
        return Vec::new();
    }
    model.outline.focus(false);
    let place = model.editor.place_under(column(geometry.text, at), usize::from(at.y - geometry.text.y));
    press(model, place, event.modifiers.contains(KeyModifiers::SHIFT));
    Vec::new()
}

fn press(model: &mut Model, place: Place, extend: bool) {
    let (now, offset) = (model.now, place.offset);
    let again = |last: &Clicks| last.offset == offset && now.saturating_sub(last.at) < DOUBLE && !extend;
    let count = model.clicked.as_ref().filter(|last| again(last)).map_or(1, |last| last.count % 3 + 1);
    let mut clicks = Clicks { at: now, offset, count, origin: Span::at(offset), edge: None };
    if let Some(unit) = clicks.unit() {
        clicks.origin = unit.at(model.editor.buffer(), offset);
        model.editor.drag(Some(unit), clicks.origin, place);
    } else {
        model.editor.click(place, extend);
    }
    model.editor.pointed();
    model.clicked = Some(clicks);
}

fn drag(model: &mut Model, at: Position) {
    if !model.is_writing() {
        return;
    }
    let text = model.geometry().text;
    let Some(mut clicks) = model.clicked.take().filter(|_| text.height > 0) else { return };
    let last = text.bottom() - 1;
    let turn = match at.y {
        y if y > last => 1,
        y if y <= text.y => -1,
        _ => 0,
    };
    model.editor.scroll(turn);
    clicks.edge = (turn != 0).then(|| (at, model.now + TURN));
    let place = model.editor.place_under(column(text, at), usize::from(at.y.clamp(text.y, last) - text.y));
    model.editor.drag(clicks.unit(), clicks.origin, place);
    model.editor.pointed();
    model.clicked = Some(clicks);
}

fn release(model: &mut Model) {
    if let Some(clicks) = &mut model.clicked {
        clicks.edge = None;
    }
}

/// Time has gone by: the text turns on while the pointer is held past its edge.
pub fn go_on(model: &mut Model) {
    let edge = model.clicked.as_ref().and_then(|clicks| clicks.edge);
    if let Some((at, _)) = edge.filter(|(_, due)| *due <= model.now) {
        drag(model, at);
    }
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
        Some(Overlay::Replace(replace)) => return replace::click(model, replace, Position::new(column, row)),
        Some(Overlay::Sentences(mut palette)) => match palette.click(column, row, screen) {
            Outcome::Chosen(sentence) => return overlay::go_to_sentence(model, sentence),
            Outcome::Cancel => {}
            _ => model.overlay = Some(Overlay::Sentences(palette)),
        },
        Some(Overlay::Export(dialog)) => return export::click(model, dialog, Position::new(column, row)),
        // A click puts it away.
        Some(Overlay::Trend(_)) => {}
        Some(Overlay::Interview(mut asking)) => {
            let outcome = asking.click(column, row, screen);
            return interview::carry_out(model, asking, outcome);
        }
        Some(Overlay::Confirm(mut confirm, question)) => match confirm.click(column, row, screen) {
            Outcome::Chosen(chosen) => return overlay::answer(model, question, chosen),
            _ => model.overlay = Some(Overlay::Confirm(confirm, question)),
        },
        other => model.overlay = other,
    }
    Vec::new()
}
