//! The runner: waits for the terminal, tells the model, does what it asks for, draws.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::layout::Size;

use super::disk::Desk;
use super::model::Model;
use super::overlay::Overlay;
use super::update::{Effect, Msg, update};
use super::view::view;
use super::{Input, Options};
use crate::storage::{self, Shown};
use crate::tui::End;
use crate::tui::terminal::{Signal, Terminal};

/// How long to wait for a key when nothing else is to happen.
const IDLE: Duration = Duration::from_secs(60);

/// Shows `input` until the reviewer has enough of it. What they say is kept as they say it.
///
/// # Errors
///
/// Where the terminal cannot be taken. Nothing is drawn then.
pub fn show(input: Input, options: Options) -> anyhow::Result<End> {
    let (path, reviewer, identity) =
        (input.path.clone(), input.reviewer.clone(), input.file.identity.clone());
    let (mut model, sidecars) = Model::new(input, options);
    let desk = Desk::new(path, reviewer, sidecars, identity);
    let signal = Runner { terminal: Terminal::enter()?, desk, started: Instant::now() }.run(&mut model)?;
    Ok(match signal {
        None => End { code: 0, message: None },
        Some(signal) => End { code: signal.exit_code(), message: rescue(&model) },
    })
}

/// Puts in safety what was being typed when the program was ended.
fn rescue(model: &Model) -> Option<String> {
    let Some(Overlay::Compose(compose) | Overlay::Discard(_, compose)) = &model.overlay else {
        return None;
    };
    if !compose.is_changed() {
        return None;
    }
    Some(match storage::rescue(None, compose.text()) {
        Ok(file) => format!("what you were typing is in {}", Shown(&file)),
        Err(error) => format!("what you were typing is lost: {error}"),
    })
}

struct Runner {
    terminal: Terminal,
    desk: Desk,
    started: Instant,
}

/// Whether to go on.
enum Next {
    Wait,
    End(Option<Signal>),
}

impl Runner {
    fn run(mut self, model: &mut Model) -> io::Result<Option<Signal>> {
        let mut size = Size::default();
        self.terminal.draw(|frame| size = frame.area().as_size());
        self.tell(model, Msg::Resize(size.width, size.height));
        loop {
            self.terminal.draw(|frame| view(model, frame));
            if let Next::End(signal) = self.turn(model)? {
                return Ok(signal);
            }
        }
    }

    /// Waits for something to happen, and takes in everything that has.
    fn turn(&mut self, model: &mut Model) -> io::Result<Next> {
        let due = model.deadline().map(|due| due.saturating_sub(self.started.elapsed()));
        let mut patience = due.unwrap_or(IDLE).min(IDLE);
        loop {
            let event = self.terminal.poll(patience);
            while let Some(signal) = self.terminal.signals() {
                let stopped = Instant::now();
                match signal {
                    Signal::Suspend => self.terminal.suspend()?,
                    Signal::Continue => self.terminal.resume()?,
                    signal => return Ok(Next::End(Some(signal))),
                }
                // Nobody read while the program stood still.
                self.started += stopped.elapsed();
            }
            self.tell(model, Msg::Tick(self.started.elapsed()));
            let Some(event) = event else { return Ok(Next::Wait) };
            if message(event).is_some_and(|msg| self.tell(model, msg)) {
                return Ok(Next::End(None));
            }
            patience = Duration::ZERO;
        }
    }

    /// Tells the model, does what it asks for, and tells it what came of that; whether it is the end.
    fn tell(&mut self, model: &mut Model, msg: Msg) -> bool {
        let mut messages = VecDeque::from([msg]);
        while let Some(msg) = messages.pop_front() {
            for effect in update(model, msg) {
                if effect == Effect::Quit {
                    return true;
                }
                messages.extend(self.desk.perform(effect));
            }
        }
        false
    }
}

fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) => Some(Msg::Key(key)),
        Event::Mouse(mouse) => Some(Msg::Mouse(mouse)),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width, height) => Some(Msg::Resize(width, height)),
        Event::FocusGained => Some(Msg::FocusGained),
        Event::FocusLost => None,
    }
}
