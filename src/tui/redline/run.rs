//! The runner: waits for the terminal, tells the model, draws. It writes nothing but the screen.

use std::io;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::layout::Size;

use super::model::Model;
use super::update::{Effect, Msg, update};
use super::view::view;
use super::{Input, Options, Scorer};
use crate::redline::{Effort, Redline};
use crate::report::redline::{Progress, Sheet, coarse};
use crate::tui::End;
use crate::tui::terminal::{Signal, Terminal};

/// How long to wait for a key while the figures are being computed.
const READING: Duration = Duration::from_millis(8);

/// How long to wait for a key when nothing else is to happen.
const IDLE: Duration = Duration::from_secs(60);

/// Shows `documents`, the first one first, until the reader has enough of them. Without the `mouse` clicks are left to
/// the terminal.
///
/// # Errors
///
/// Where the terminal cannot be taken. Nothing is drawn then.
pub fn show(documents: &[Input], options: Options, mouse: bool) -> anyhow::Result<End> {
    let signal = show_on(&mut Terminal::enter(mouse)?, documents, options)?;
    Ok(End { code: signal.map_or(0, Signal::exit_code), message: None })
}

/// Shows `documents` on a terminal that is taken already. A signal that wants the program to end is handed back.
///
/// # Errors
///
/// Where the terminal is gone.
pub fn show_on(terminal: &mut Terminal, documents: &[Input], options: Options) -> io::Result<Option<Signal>> {
    let (mut at, mut options, started) = (0, options, Instant::now());
    while let Some(input) = documents.get(at) {
        let redline = Redline::of(&input.old.text, &input.new.text, Effort::default());
        let comments = input.comments.iter().map(|comment| comment.span).collect();
        let sheet = Sheet::new(&redline, &input.remarks, comments);
        let mut model = Model::new(input, &sheet, options);
        model.now = started.elapsed();
        model.document = (at, documents.len());
        if let Some(note) = coarse(redline.detail) {
            model.say(note);
        }
        let figures = input.scorer.as_ref().map(|scorer| compute(scorer())).transpose()?;
        let runner = Runner { terminal: &mut *terminal, figures, started };
        match runner.run(&mut model)? {
            Next::End(signal) => return Ok(signal),
            Next::Document(next) => at = next,
            Next::Wait => {}
        }
        options = model.options();
    }
    Ok(None)
}

struct Runner<'t> {
    terminal: &'t mut Terminal,
    figures: Option<Receiver<Option<Progress>>>,
    started: Instant,
}

/// Whether to go on.
enum Next {
    Wait,
    Document(usize),
    End(Option<Signal>),
}

impl Runner<'_> {
    /// Shows `model` until it is to end, or another document is to be shown.
    fn run(mut self, model: &mut Model<'_>) -> io::Result<Next> {
        let mut size = Size::default();
        self.terminal.draw(|frame| size = frame.area().as_size());
        update(model, Msg::Resize(size.width, size.height));
        loop {
            self.terminal.draw(|frame| view(model, frame));
            match self.turn(model)? {
                Next::Wait => {}
                next => return Ok(next),
            }
        }
    }

    /// Waits for something to happen, and takes in everything that has.
    fn turn(&mut self, model: &mut Model<'_>) -> io::Result<Next> {
        let mut patience = self.patience(model);
        loop {
            let event = self.terminal.poll(patience);
            if let Some(signal) = self.terminal.obey()? {
                return Ok(Next::End(Some(signal)));
            }
            update(model, Msg::Tick(self.started.elapsed()));
            self.hear(model);
            let Some(event) = event else { return Ok(Next::Wait) };
            match message(event).and_then(|msg| update(model, msg)) {
                Some(Effect::Quit) => return Ok(Next::End(None)),
                Some(Effect::Document(at)) => return Ok(Next::Document(at)),
                Some(Effect::Suspend) => self.terminal.suspend()?,
                None => {}
            }
            patience = Duration::ZERO;
        }
    }

    fn hear(&mut self, model: &mut Model<'_>) {
        let Some(figures) = &self.figures else { return };
        let known = match figures.try_recv() {
            Err(TryRecvError::Empty) => return,
            // Whatever went wrong in there, the texts can still be read.
            Err(TryRecvError::Disconnected) => None,
            Ok(known) => known,
        };
        self.figures = None;
        update(model, Msg::Figures(known.map(Box::new)));
    }

    fn patience(&self, model: &Model<'_>) -> Duration {
        if self.figures.is_some() {
            return READING;
        }
        let due = model.notice.as_ref().map(|notice| notice.until.saturating_sub(self.started.elapsed()));
        due.unwrap_or(IDLE).min(IDLE)
    }
}

/// Computes the figures beside the terminal's thread.
fn compute(scorer: Scorer) -> io::Result<Receiver<Option<Progress>>> {
    let (done, figures) = channel();
    thread::Builder::new().name("figures".into()).spawn(move || {
        let _ = done.send(scorer());
    })?;
    Ok(figures)
}

fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) => Some(Msg::Key(key)),
        Event::Mouse(mouse) => Some(Msg::Mouse(mouse)),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width, height) => Some(Msg::Resize(width, height)),
        Event::FocusGained | Event::FocusLost => None,
    }
}
