//! The dialog by itself: what has been chosen, what was said, and what keys do to it.

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use super::layout::Stop;
use super::order::{Choice, Judgement, Lift, Order};
use crate::publish::Format;
use crate::score::gate::ALL;
use crate::tui::widget::input::{Input, Typed};
use crate::tui::widget::{Outcome, list};

/// How many lines of the verdict a page key goes.
const PAGE: isize = 5;

/// What is chosen, while it is on the screen.
#[derive(Debug, Clone)]
pub struct Dialog {
    /// The document.
    pub(super) path: PathBuf,
    /// The text that is judged.
    pub(super) generation: u64,
    /// Whether that text is on the screen only.
    pub(super) is_unsaved: bool,
    /// What the gate says of it, once that is known; or why that cannot be known.
    pub(super) judged: Option<Result<Judgement, String>>,
    pub(super) choice: Choice,
    pub(super) by: Input,
    pub(super) reason: Input,
    pub(super) stop: Stop,
    /// The first line of the verdict that is shown.
    pub(super) top: usize,
    /// What is to be said of what was done last, and whether it is a complaint.
    pub(super) said: Option<(bool, String)>,
    /// Whether it is being written.
    pub(super) is_busy: bool,
}

impl Dialog {
    /// A dialog about the document at `path`, whose text is `generation`, beginning with `choice`.
    pub(super) fn new(path: PathBuf, generation: u64, choice: Choice) -> Self {
        Self {
            path,
            generation,
            is_unsaved: false,
            judged: None,
            choice,
            by: Input::new(""),
            reason: Input::new(""),
            stop: Stop::Format(Format::Html),
            top: 0,
            said: None,
            is_busy: false,
        }
    }

    /// Whether the gate is known to be closed.
    pub(super) fn is_closed(&self) -> bool {
        matches!(&self.judged, Some(Ok(judgement)) if !judgement.closed.is_empty())
    }

    /// Takes a key, the dialog lying on `screen`. Chosen is that the files are to be written.
    pub(super) fn key(&mut self, key: KeyEvent, screen: Rect) -> Outcome<()> {
        let Some(key) = list::pressed(key) else { return Outcome::Ignored };
        match key.code {
            KeyCode::Esc => return Outcome::Cancel,
            KeyCode::PageUp => self.scroll(-PAGE, screen),
            KeyCode::PageDown => self.scroll(PAGE, screen),
            _ if self.is_busy => {}
            KeyCode::Enter => return Outcome::Chosen(()),
            KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => self.step(false),
            KeyCode::Tab | KeyCode::Down => self.step(true),
            KeyCode::BackTab | KeyCode::Up => self.step(false),
            _ => return self.give(key),
        }
        Outcome::Stay
    }

    /// Goes so many lines down in the verdict, as a wheel does.
    pub fn scroll(&mut self, lines: isize, screen: Rect) {
        let area = self.areas(screen).verdict;
        self.top = self.first(area).saturating_add_signed(lines);
        self.top = self.first(area);
    }

    // A key for what has the keys.
    fn give(&mut self, key: KeyEvent) -> Outcome<()> {
        if let Some(input) = self.input() {
            if input.key(key) == Typed::Changed {
                self.said = None;
            }
            return Outcome::Stay;
        }
        match key.code {
            KeyCode::Left => self.step(false),
            KeyCode::Right => self.step(true),
            KeyCode::Char(' ') if self.stop == Stop::Go => return Outcome::Chosen(()),
            KeyCode::Char(' ') => self.toggle(),
            _ => return Outcome::Ignored,
        }
        Outcome::Stay
    }

    /// Takes pasted text, where some is typed.
    pub fn paste(&mut self, text: &str) {
        if let Some(input) = self.input() {
            input.paste(text);
        }
    }

    fn input(&mut self) -> Option<&mut Input> {
        match self.stop {
            Stop::By => Some(&mut self.by),
            Stop::Reason => Some(&mut self.reason),
            _ => None,
        }
    }

    /// Takes a click on `stop`.
    pub(super) fn press(&mut self, stop: Stop) -> Outcome<()> {
        if self.is_busy {
            return Outcome::Stay;
        }
        self.stop = stop;
        if stop == Stop::Go {
            return Outcome::Chosen(());
        }
        self.toggle();
        Outcome::Stay
    }

    fn step(&mut self, forward: bool) {
        let stops = self.stops();
        let here = stops.iter().position(|stop| *stop == self.stop).unwrap_or(0);
        let next = here + if forward { 1 } else { stops.len() - 1 };
        self.stop = stops.get(next % stops.len()).copied().unwrap_or(self.stop);
    }

    fn toggle(&mut self) {
        self.said = None;
        match self.stop {
            Stop::Format(format) => {
                if !self.choice.formats.remove(&format) {
                    self.choice.formats.insert(format);
                }
            }
            Stop::Public => self.choice.is_public = !self.choice.is_public,
            Stop::Release => self.choice.is_release = !self.choice.is_release,
            Stop::By | Stop::Reason | Stop::Go => {}
        }
    }

    /// Whether `stop` is ticked.
    pub(super) fn is_set(&self, stop: Stop) -> bool {
        match stop {
            Stop::Format(format) => self.choice.formats.contains(&format),
            Stop::Public => self.choice.is_public,
            Stop::Release => self.choice.is_release,
            Stop::By | Stop::Reason | Stop::Go => false,
        }
    }

    /// The order of `text`, if nothing is wanting; else it is said what is, and the keys go there.
    pub(super) fn order(&mut self, text: &str) -> Option<Order> {
        let closed = match &self.judged {
            None => return self.refuse(self.stop, "still reading; once more, please"),
            Some(Err(why)) => {
                let why = why.clone();
                return self.refuse(self.stop, &why);
            }
            Some(Ok(judgement)) => judgement.closed.clone(),
        };
        if self.choice.formats.is_empty() {
            return self.refuse(Stop::Format(Format::Html), "choose a format: Space on its name");
        }
        let lift = self.lift(&closed);
        if let Some(lift) = &lift {
            if lift.by.is_empty() {
                return self.refuse(Stop::By, "the gate is closed: who lifts it?");
            }
            if lift.reason.is_empty() {
                return self.refuse(Stop::Reason, "and why? It is kept with the export");
            }
        }
        let (path, choice) = (self.path.clone(), self.choice.clone());
        Some(Order { text: text.to_owned(), path, choice, lift, replaced: Vec::new() })
    }

    /// What is lifted where `closed` are: the one check by its name, so that another closes the gate again; else all.
    fn lift(&self, closed: &[String]) -> Option<Lift> {
        let what = match closed {
            [] => return None,
            [one] => one.clone(),
            _ => ALL.to_owned(),
        };
        let [by, reason] = [&self.by, &self.reason].map(|input| input.text().trim().to_owned());
        Some(Lift { what, by, reason })
    }

    fn refuse(&mut self, stop: Stop, said: &str) -> Option<Order> {
        self.stop = stop;
        self.said = Some((true, said.to_owned()));
        None
    }
}
