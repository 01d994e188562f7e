//! The runner: waits for the terminal, tells the model, does what it asks for, draws.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::layout::Size;

use super::disk::Desk;
use super::model::Model;
use super::update::{Effect, Msg, update};
use super::view::view;
use super::{Input, Options, unsaid};
use crate::sidecars;
use crate::tui::End;
use crate::tui::terminal::{Signal, Terminal};

/// How long to wait for a key when nothing else is to happen.
const IDLE: Duration = Duration::from_secs(60);

/// Shows `input` until the reviewer has enough of it. What they say is kept as they say it. Without the `mouse` clicks
/// are left to the terminal.
///
/// # Errors
///
/// Where the terminal cannot be taken. Nothing is drawn then.
pub fn show(input: Input, options: Options, mouse: bool) -> anyhow::Result<End> {
    let (path, reviewer, identity) =
        (input.path.clone(), input.reviewer.clone(), input.file.identity.clone());
    let kept = input.unsaid.is_none().then(String::new);
    let (mut model, sidecars) = Model::new(input, options);
    let unsaid = Unsaid { path: path.clone(), reviewer: reviewer.clone(), kept, at: Duration::ZERO };
    let desk = Desk::new(path, reviewer, sidecars, identity);
    let runner = Runner { terminal: Terminal::enter(mouse)?, desk, unsaid, started: Instant::now() };
    let signal = runner.run(&mut model)?;
    Ok(match signal {
        None => End { code: 0, message: None },
        Some(signal) => End { code: signal.exit_code(), message: rescue(&model) },
    })
}

/// Says where that is what was being typed when the program was ended.
fn rescue(model: &Model) -> Option<String> {
    unsaid::written(model)?;
    let name = &model.name;
    Some(format!("what you were typing is kept; prfaq review {name} goes on with it"))
}

/// The copy of what is being typed, for the case that the program is killed.
struct Unsaid {
    path: PathBuf,
    reviewer: String,
    /// What is kept; nothing before anything was looked at.
    kept: Option<String>,
    /// When it was kept last.
    at: Duration,
}

/// How old what is kept may be.
const STALE: Duration = Duration::from_secs(1);

impl Unsaid {
    /// Keeps what is typed in `model`, if that is another text than before and the last one is old enough; tells when
    /// to come again.
    fn keep(&mut self, model: &Model, is_end: bool) -> Option<Duration> {
        let text = unsaid::written(model).unwrap_or_default();
        if self.kept.as_ref() == Some(&text) {
            return None;
        }
        let due = self.at + STALE;
        if !is_end && !text.is_empty() && model.now < due {
            return Some(due);
        }
        sidecars::keep_unsaid(&self.path, &self.reviewer, &text);
        (self.kept, self.at) = (Some(text), model.now);
        None
    }
}

struct Runner {
    terminal: Terminal,
    desk: Desk,
    unsaid: Unsaid,
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
        let kept = self.unsaid.keep(model, false);
        let due = model.deadline().into_iter().chain(kept).min();
        let due = due.map(|due| due.saturating_sub(self.started.elapsed()));
        let mut patience = due.unwrap_or(IDLE).min(IDLE);
        loop {
            let event = self.terminal.poll(patience);
            let stopped = Instant::now();
            if let Some(signal) = self.terminal.obey()? {
                self.unsaid.keep(model, true);
                return Ok(Next::End(Some(signal)));
            }
            // Nobody read while the program stood still.
            self.started += stopped.elapsed();
            self.tell(model, Msg::Tick(self.started.elapsed()));
            let Some(event) = event else { return Ok(Next::Wait) };
            if message(event).is_some_and(|msg| self.tell(model, msg)) {
                self.unsaid.keep(model, true);
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
