//! One message in, the model changed, an effect out. No input or output, no clock.

use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::Size;

use super::command;
use super::model::{Figures, Model, Overlay};
use super::{find, mouse, view};
use crate::report::redline::Progress;
use crate::tui::key::Key;
use crate::tui::widget::Outcome;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// The terminal pasted text.
    Paste(String),
    /// The screen has this many columns and rows.
    Resize(u16, u16),
    /// So much time has gone by since the start.
    Tick(Duration),
    /// The figures are known; there may be none.
    Figures(Option<Box<Progress>>),
}

/// Something to be done outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Stop until the shell continues us.
    Suspend,
    /// Show the document at this place among those that are compared.
    Document(usize),
    /// End.
    Quit,
}

/// Brings `model` up to date with `msg`; what is to be done outside is handed back.
pub fn update(model: &mut Model<'_>, msg: Msg) -> Option<Effect> {
    let effect = match msg {
        Msg::Key(event) => key(model, event),
        Msg::Mouse(event) => mouse::mouse(model, event),
        Msg::Paste(text) => {
            find::paste(model, &text);
            None
        }
        Msg::Resize(width, height) => {
            model.resize(Size::new(width, height));
            None
        }
        Msg::Tick(now) => {
            model.now = now;
            None
        }
        Msg::Figures(figures) => {
            model.figures = figures.map_or(Figures::None, Figures::Known);
            None
        }
    };
    model.settle();
    effect
}

fn key(model: &mut Model<'_>, event: KeyEvent) -> Option<Effect> {
    match model.overlay.take() {
        None => {
            let command = command::bound(Key::from(event))?;
            // What was said has been read by whoever goes on.
            model.notice = None;
            let edge = model.edge.take();
            if command.goes_round {
                model.edge = edge;
            }
            (command.run)(model)
        }
        Some(Overlay::Help(mut help)) => {
            let is_quit = matches!(Key::from(event), key if key == Key::ctrl('q') || key == Key::ctrl('c'));
            if is_quit {
                return Some(Effect::Quit);
            }
            if help.key(event, model.areas().screen) != Outcome::Cancel {
                model.overlay = Some(Overlay::Help(help));
            }
            None
        }
        Some(Overlay::Find(prompt)) => {
            find::key(model, prompt, event);
            None
        }
        Some(Overlay::Score(top)) => score_key(model, top, Key::from(event)),
    }
}

/// Arrows and page keys scroll the figures, all other keys put them away.
fn score_key(model: &mut Model<'_>, top: usize, key: Key) -> Option<Effect> {
    let (last, page) = view::score_rows(model);
    let named = command::bound(key).map_or("", |command| command.name);
    let next = match named {
        "down" => top + 1,
        "up" => top.saturating_sub(1),
        "page-down" => top + page,
        "page-up" => top.saturating_sub(page),
        "top" => 0,
        "end" => last,
        "quit" if key != Key::plain(crossterm::event::KeyCode::Char('q')) => return Some(Effect::Quit),
        _ => return None,
    };
    model.overlay = Some(Overlay::Score(next.min(last)));
    None
}
