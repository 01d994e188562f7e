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

/// Shows `input` until the reader has enough of it.
///
/// # Errors
///
/// Where the terminal cannot be taken. Nothing is drawn then.
pub fn show(mut input: Input, options: Options) -> anyhow::Result<End> {
    let scorer = input.scorer.take();
    let awaits = scorer.is_some();
    let redline = Redline::of(&input.old.text, &input.new.text, Effort::default());
    let comments = input.comments.iter().map(|comment| comment.span).collect();
    let sheet = Sheet::new(&redline, &input.remarks, comments);
    let mut model = Model::new(&input, &sheet, options);
    if awaits {
        model.figures = super::model::Figures::Awaited;
    }
    if let Some(note) = coarse(redline.detail) {
        model.say(note);
    }
    let signal = Runner::start(scorer)?.run(&mut model)?;
    Ok(End { code: signal.map_or(0, Signal::exit_code), message: None })
}

struct Runner {
    terminal: Terminal,
    figures: Option<Receiver<Option<Progress>>>,
    started: Instant,
}

/// Whether to go on.
enum Next {
    Wait,
    End(Option<Signal>),
}

impl Runner {
    fn start(scorer: Option<Scorer>) -> io::Result<Self> {
        let figures = scorer.map(compute).transpose()?;
        Ok(Self { terminal: Terminal::enter()?, figures, started: Instant::now() })
    }

    fn run(mut self, model: &mut Model<'_>) -> io::Result<Option<Signal>> {
        let mut size = Size::default();
        self.terminal.draw(|frame| size = frame.area().as_size());
        update(model, Msg::Resize(size.width, size.height));
        loop {
            self.terminal.draw(|frame| view(model, frame));
            if let Next::End(signal) = self.turn(model)? {
                return Ok(signal);
            }
        }
    }

    /// Waits for something to happen, and takes in everything that has.
    fn turn(&mut self, model: &mut Model<'_>) -> io::Result<Next> {
        let mut patience = self.patience(model);
        loop {
            let event = self.terminal.poll(patience);
            while let Some(signal) = self.terminal.signals() {
                match signal {
                    Signal::Suspend => self.terminal.suspend()?,
                    Signal::Continue => self.terminal.resume()?,
                    signal => return Ok(Next::End(Some(signal))),
                }
            }
            update(model, Msg::Tick(self.started.elapsed()));
            self.hear(model);
            let Some(event) = event else { return Ok(Next::Wait) };
            match message(event).and_then(|msg| update(model, msg)) {
                Some(Effect::Quit) => return Ok(Next::End(None)),
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
