//! The interview on the screen: one question at a time over the document, and then the answers in it.
//!
//! What is asked, and where answers go, is known by [`crate::template::Interview`]; here are keys and drawing. The
//! answers come into the document as one step for undo, also where the interview is ended early: none is lost.

mod draw;
mod field;

use std::collections::BTreeMap;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use super::keymap::Keymap;
use super::message::Effect;
use super::model::Model;
use super::overlay::Overlay;
use super::widget::Outcome;
use super::widget::confirm::{Choice, Confirm};
use crate::template::{self, Interview};
use crate::text::{Edit, Span};
use field::Field;

/// The template of an interview that begins without a document.
const USUAL: &str = "prfaq";

/// The interview as it is shown.
#[derive(Debug)]
pub struct Screen {
    interview: Interview,
    field: Field,
    /// What is wanted instead of what was typed.
    wanted: Option<&'static str>,
    /// Whether to leave is asked, since something was answered.
    leaving: Option<Box<Confirm>>,
    /// Whether an answer was given that nobody was told of.
    is_news: bool,
}

/// The answers to whether to leave, by index.
const GO_ON: usize = 0;
const CREATE: usize = 1;

impl Screen {
    /// The first question about `text`.
    pub fn new(text: &str) -> Self {
        let (interview, field) = (Interview::new(text), Field::new(""));
        Self { interview, field, wanted: None, leaving: None, is_news: false }
    }

    /// The document with the answers so far, where another was given since this was asked last.
    pub fn news(&mut self) -> Option<String> {
        std::mem::take(&mut self.is_news).then(|| self.interview.document())
    }

    /// Fits the box to the `screen`.
    pub fn settle(&mut self, screen: Rect) {
        let area = self.areas(screen).field;
        self.field.settle(area);
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, now: Duration) {
        if self.leaving.is_none() {
            self.field.paste(text, now);
        }
    }

    /// Takes a key: Enter and Tab go on with what was typed, which may be nothing, Shift-Tab goes back, Esc asks whether to
    /// leave; the others edit the answer, as `keymap` has them. Chosen is the document with the answers.
    pub fn key(&mut self, key: KeyEvent, keymap: &Keymap, now: Duration) -> Outcome<String> {
        if let Some(confirm) = &mut self.leaving {
            let outcome = confirm.key(key);
            return self.decide(&outcome);
        }
        self.wanted = None;
        match key.code {
            KeyCode::Esc => return self.ask_to_leave(),
            _ if is_back(key) => {
                if self.keep() {
                    self.interview.back();
                }
            }
            // What was typed is kept: in a form, Tab is the way to the next field.
            KeyCode::Tab | KeyCode::Enter if key.modifiers.is_empty() => {
                if self.keep() {
                    self.interview.next();
                }
            }
            _ => {
                self.field.key(key, keymap, now);
                return Outcome::Stay;
            }
        }
        if self.wanted.is_some() {
            return Outcome::Stay;
        }
        if self.interview.question().is_none() {
            return Outcome::Chosen(self.interview.document());
        }
        self.field = Field::new(self.interview.answer());
        Outcome::Stay
    }

    /// A click at a place of the `screen`: on an answer to whether to leave it chooses that.
    pub fn click(&mut self, column: u16, row: u16, screen: Rect) -> Outcome<String> {
        let Some(confirm) = &mut self.leaving else { return Outcome::Stay };
        let outcome = confirm.click(column, row, screen);
        self.decide(&outcome)
    }

    // Nobody is asked about answers that were not given.
    fn ask_to_leave(&mut self) -> Outcome<String> {
        let typed = !self.field.text().trim().is_empty();
        if !typed && self.interview.answered() == 0 {
            return Outcome::Cancel;
        }
        let answered = match self.interview.answered() {
            0 => "Nothing but the answer at hand is given so far.".to_owned(),
            1 => "One question is answered so far.".to_owned(),
            count => format!("{count} questions are answered so far."),
        };
        let choices = vec![
            Choice::new('g', "Go on with the interview"),
            Choice::new('c', "Create the document with what there is"),
            Choice::new('l', "Leave without a document"),
        ];
        self.leaving = Some(Box::new(Confirm::new("Leave the interview", answered, choices, GO_ON)));
        Outcome::Stay
    }

    fn decide(&mut self, outcome: &Outcome<usize>) -> Outcome<String> {
        let Outcome::Chosen(chosen) = outcome else { return Outcome::Stay };
        self.leaving = None;
        match *chosen {
            CREATE if self.keep() => Outcome::Chosen(self.interview.document()),
            GO_ON | CREATE => Outcome::Stay,
            _ => Outcome::Cancel,
        }
    }

    // Whether what was typed is an answer.
    fn keep(&mut self) -> bool {
        let before = self.interview.answer().to_owned();
        self.wanted = self.interview.set(self.field.text()).err();
        self.is_news |= self.interview.answer() != before;
        self.wanted.is_none()
    }
}

// Terminals send it as a key of its own, some with Shift held beside it.
fn is_back(key: KeyEvent) -> bool {
    key.code == KeyCode::BackTab || (key.code == KeyCode::Tab && key.modifiers == KeyModifiers::SHIFT)
}

/// Interviews about the document; where there is none yet, about a new press release and FAQ.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    let buffer = model.editor.buffer();
    let mut text = buffer.slice(buffer.start()..buffer.len()).replace("\r\n", "\n");
    if let Some(template) = template::known(USUAL).filter(|_| text.trim().is_empty()) {
        text = template.render(&BTreeMap::new());
    }
    model.overlay = Some(Overlay::Interview(Box::new(Screen::new(&text))));
    Vec::new()
}

/// Gives a key to the interview, and puts what it brought into the document.
pub fn key(model: &mut Model, mut screen: Box<Screen>, key: KeyEvent) -> Vec<Effect> {
    let outcome = screen.key(key, &model.keymap, model.now);
    carry_out(model, screen, outcome)
}

/// Does what a key or a click of the interview came to.
pub fn carry_out(model: &mut Model, screen: Box<Screen>, outcome: Outcome<String>) -> Vec<Effect> {
    match outcome {
        Outcome::Chosen(text) => finish(model, &text, screen.interview.answered()),
        Outcome::Cancel => leave(model),
        _ => {
            model.overlay = Some(Overlay::Interview(screen));
            Vec::new()
        }
    }
}

// Whoever thought better of it chooses again; what was there before is as it was.
fn leave(model: &mut Model) -> Vec<Effect> {
    if model.path.is_none() && model.editor.history().is_saved() {
        return vec![Effect::Start];
    }
    model.say("left without answers; the document is as it was");
    Vec::new()
}

fn finish(model: &mut Model, text: &str, answered: usize) -> Vec<Effect> {
    let buffer = model.editor.buffer();
    let (start, end) = (buffer.start(), buffer.len());
    if answered == 0 && model.path.is_none() && model.editor.history().is_saved() {
        return vec![Effect::Start];
    }
    if answered == 0 && !buffer.text().trim().is_empty() {
        model.say("nothing was answered; the prompts are in the document");
        return Vec::new();
    }
    let text = text.replace('\n', buffer.line_ending());
    let applied = model.editor.replace(Edit::replace(Span::new(start, end), text), model.now);
    model.pen.edited(&applied);
    model.go_to_body();
    let said = match answered {
        0 => "nothing was answered",
        1 => "one answer is in",
        _ => "the answers are in",
    };
    let (next, undo) = (model.key("next-strike"), model.key("undo"));
    model.say(format!("{said}; {next} goes to what is left, {undo} takes it back"));
    Vec::new()
}
