//! One message in, the model changed, effects out. No input or output, no clock.

use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};
use ratatui::layout::{Rect, Size};

use super::act::Act;
use super::compose::Compose;
use super::model::Model;
use super::overlay::{Overlay, Question};
use super::{close, command, deed, find, mouse, say};
use crate::review::Reviews;
use crate::storage::{File, ReadError, SaveError, Saved};
use crate::tui::key::Key;
use crate::tui::message::Over;
use crate::tui::widget::Outcome;
use crate::tui::widget::banner::Kind;
use crate::tui::widget::confirm::{Choice, Confirm};

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
    /// The terminal has the focus again: files may have changed meanwhile.
    FocusGained,
    /// So much time has gone by since the start.
    Tick(Duration),
    /// What was said is on the disk, and this is what stands there now; or it is not, and why.
    Kept(Result<Reviews, String>),
    /// What everybody said was read again.
    Heard(Reviews),
    /// A save of the document came to its end.
    Saved(Result<Saved, SaveError>),
    /// The document on the disk is not the one that was read.
    Changed,
    /// The document was read again.
    Opened(Result<File, ReadError>),
    /// The reading is closed, or why not.
    Closed(Result<(), String>),
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Make these in one's own file; the answer is [`Msg::Kept`].
    Keep(Vec<Act>),
    /// Save the document; the answer is [`Msg::Saved`].
    Save {
        /// What.
        text: String,
        /// What is to be replaced.
        over: Over,
    },
    /// See whether files were changed by others; the answers are [`Msg::Changed`] and [`Msg::Heard`].
    Look,
    /// Read the document again; the answer is [`Msg::Opened`].
    Open,
    /// Note that this text was read to its end; the answer is [`Msg::Closed`].
    Close(String),
    /// End.
    Quit,
}

/// Brings `model` up to date with `msg`; what is to be done outside is handed back.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let effects = handle(model, msg);
    model.settle();
    effects
}

fn handle(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(event) => return key(model, event),
        Msg::Mouse(event) => return mouse::mouse(model, event),
        Msg::Paste(text) => paste(model, &text),
        Msg::Resize(width, height) => model.size = Some(Size::new(width, height)),
        Msg::FocusGained => return vec![Effect::Look],
        Msg::Tick(now) => model.now = now,
        Msg::Kept(result) => kept(model, result),
        Msg::Heard(reviews) => {
            model.reviews = reviews;
            Act::make_all(&model.pending, &mut model.reviews, &model.me);
            model.is_stale = true;
        }
        Msg::Saved(result) => return deed::saved(model, result),
        // While something is being decided nothing else is asked; saving notices it too.
        Msg::Changed if model.awaited.is_none() => return vec![Effect::Open],
        Msg::Changed => {}
        Msg::Opened(Ok(file)) => {
            model.reread(file);
            model.say("read again: the document was changed on disk");
        }
        Msg::Opened(Err(error)) => model.complain(format!("the document cannot be read again: {error}")),
        Msg::Closed(Ok(())) => return quit(model),
        Msg::Closed(Err(error)) => model.complain(format!("not closed: {error}")),
    }
    Vec::new()
}

fn kept(model: &mut Model, result: Result<Reviews, String>) {
    match result {
        Ok(reviews) => {
            model.reviews = reviews;
            model.pending.clear();
            model.is_stale = true;
        }
        Err(error) => model.complain(format!("not kept yet: {error}")),
    }
}

/// Ends, unless something that was said is nowhere but here.
pub fn quit(model: &mut Model) -> Vec<Effect> {
    if model.pending.is_empty() {
        return vec![Effect::Quit];
    }
    let choices = vec![
        Choice::new('t', "Try to keep it once more"),
        Choice::new('l', "Leave, and lose it"),
        Choice::new('c', "Cancel: go on reading"),
    ];
    let text = "What you said last could not be written to your file of this review.";
    model.overlay = Some(Overlay::Confirm(Confirm::new("Not kept", text, choices, 2), Question::Unkept));
    Vec::new()
}

fn screen(model: &Model) -> Rect {
    let size = model.size.unwrap_or_default();
    Rect::new(0, 0, size.width, size.height)
}

fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let screen = screen(model);
    let leaves = Key::from(event) == Key::ctrl('c');
    match model.overlay.take() {
        Some(Overlay::Page(_) | Overlay::Find(_) | Overlay::Closing(_)) if leaves => return quit(model),
        None => return command::press(model, Key::from(event)),
        Some(Overlay::Page(mut page)) => {
            if page.key(event, screen) != Outcome::Cancel {
                model.overlay = Some(Overlay::Page(page));
            }
        }
        Some(Overlay::Find(prompt)) => find::key(model, prompt, event),
        Some(Overlay::Compose(compose)) => return compose_key(model, compose, event),
        Some(Overlay::Discard(mut confirm, compose)) => match confirm.key(event) {
            Outcome::Chosen(0) => {}
            Outcome::Chosen(_) => model.overlay = Some(Overlay::Compose(compose)),
            _ => model.overlay = Some(Overlay::Discard(confirm, compose)),
        },
        Some(Overlay::Closing(closing)) => return close::key(model, closing, event),
        Some(Overlay::Confirm(mut confirm, question)) => match confirm.key(event) {
            Outcome::Chosen(choice) => return answered(model, question, choice),
            _ => model.overlay = Some(Overlay::Confirm(confirm, question)),
        },
    }
    Vec::new()
}

/// What was decided: the index of the choice in the order in which they were offered.
pub fn answered(model: &mut Model, question: Question, choice: usize) -> Vec<Effect> {
    match (question, choice) {
        (Question::Changed, choice) => deed::answered(model, choice),
        (Question::Unkept, 0) => {
            model.say("trying once more; q closes");
            vec![Effect::Keep(model.pending.clone())]
        }
        (Question::Unkept, 1) => vec![Effect::Quit],
        (Question::Unkept, _) => Vec::new(),
    }
}

fn compose_key(model: &mut Model, mut compose: Box<Compose>, event: KeyEvent) -> Vec<Effect> {
    let key = Key::from(event);
    if key == Key::ctrl('c') || key == Key::ctrl('q') {
        // What keys mean that lead out stays the same where one types.
        if compose.is_changed() {
            model.overlay = Some(discard(compose));
            return Vec::new();
        }
        return command::press(model, key);
    }
    match compose.key(event, model.now) {
        Outcome::Chosen(()) => return say::said(model, compose),
        Outcome::Cancel if compose.is_changed() => model.overlay = Some(discard(compose)),
        Outcome::Cancel => {}
        _ => model.overlay = Some(Overlay::Compose(compose)),
    }
    Vec::new()
}

/// Asks before typed text goes.
fn discard(compose: Box<Compose>) -> Overlay {
    let choices = vec![Choice::new('d', "Discard it"), Choice::new('k', "Keep writing")];
    let confirm = Confirm::new("Not said yet", "What you typed is not kept anywhere yet.", choices, 1);
    Overlay::Discard(confirm, compose)
}

fn paste(model: &mut Model, text: &str) {
    let now = model.now;
    match &mut model.overlay {
        Some(Overlay::Compose(compose)) => compose.paste(text, now),
        Some(Overlay::Find(_)) => find::paste(model, text),
        None => model.tell(Kind::Note, "nothing is being typed; c begins a comment"),
        _ => {}
    }
}
