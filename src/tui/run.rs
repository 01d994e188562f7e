//! The runner: waits for the terminal, tells the model, does what it asks for, draws.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::layout::Size;

use super::clipboard::Clipboard;
use super::disk;
use super::look::Look;
use super::message::{Effect, Msg};
use super::model::Model;
use super::pen::{Reader, RedPen};
use super::saving;
use super::start::Starts;
use super::terminal::{Signal, Terminal};
use super::update::update;
use super::view::view;
use super::worker::{Job, Worker};
use crate::storage::{self, ReadProblem, Running, Shown, State};
use crate::template::Catalogue;

/// How long to wait for a key while a text is being read.
const READING: Duration = Duration::from_millis(8);

/// How long to wait for a key when nothing else is to happen.
const IDLE: Duration = Duration::from_secs(60);

/// How the editor is to look and to work.
pub struct Options {
    /// How things look.
    pub look: Look,
    /// Who reads the texts.
    pub reader: Box<dyn Reader>,
    /// The templates to begin from, told anew each time.
    pub templates: fn() -> Catalogue,
}

impl Default for Options {
    fn default() -> Self {
        Self { look: Look::default(), reader: Box::new(RedPen::default()), templates: Catalogue::default }
    }
}

/// How the editor came to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The exit code of the process.
    pub code: u8,
    /// What is to be said on standard error, such as where unsaved text was put.
    pub message: Option<String>,
}

/// Edits the file at `path`, which need not exist yet.
///
/// # Errors
///
/// Where the file cannot be read, or the terminal cannot be taken. Nothing is drawn then.
pub fn edit(path: PathBuf, options: Options) -> anyhow::Result<End> {
    let mut model = Model::new("", None, options.look);
    match storage::open(&path) {
        Ok(file) => {
            let state = State::locate().inspect(|state| state.remember(&path));
            let is_rescued = state.is_some_and(|state| has_rescued(&state, &path));
            model.open(path, file);
            if is_rescued {
                saving::tell_of_unsaved(&mut model);
            }
        }
        Err(error) if matches!(error.problem, ReadProblem::Missing) => {
            model.say("a new document; it is written when it is saved");
            if State::locate().is_some_and(|state| has_rescued(&state, &path)) {
                saving::tell_of_unsaved(&mut model);
            }
            model.path = Some(path);
        }
        Err(error) => return Err(error.into()),
    }
    Ok(run(&mut model, options)?)
}

/// Begins with the start screen.
///
/// # Errors
///
/// Where the terminal cannot be taken.
pub fn start(options: Options) -> anyhow::Result<End> {
    let mut model = Model::new("", None, options.look);
    update(&mut model, Msg::Start { starts: starts(options.templates), is_first: true });
    Ok(run(&mut model, options)?)
}

fn has_rescued(state: &State, path: &Path) -> bool {
    let path = std::path::absolute(path).ok();
    state.rescued().iter().any(|rescued| rescued.document.is_some() && rescued.document == path)
}

fn starts(templates: fn() -> Catalogue) -> Starts {
    let state = State::locate();
    let recent = state.as_ref().map(State::recent).unwrap_or_default();
    let rescued = state.as_ref().map(State::rescued).unwrap_or_default();
    Starts { templates: Arc::new(templates()), recent, rescued, doomed: None }
}

/// Runs the editor on `model` until it ends. Unsaved text is put in safety if it ends by force.
fn run(model: &mut Model, options: Options) -> io::Result<End> {
    let copy = Running::new(State::locate());
    let ended = catch_unwind(AssertUnwindSafe(|| Runner::start(options, &copy)?.run(model)));
    let rescue = |model: &Model| rescue(model, &copy);
    match ended {
        Ok(Ok(None)) => {
            copy.remove();
            Ok(End { code: 0, message: None })
        }
        Ok(Ok(Some(signal))) => Ok(End { code: signal.exit_code(), message: rescue(model) }),
        Ok(Err(error)) => Err(match rescue(model) {
            Some(message) => io::Error::new(error.kind(), format!("{error}; {message}")),
            None => error,
        }),
        Err(panic) => {
            use io::Write as _;
            if let Some(message) = rescue(model) {
                let _ = writeln!(io::stderr(), "{message}");
            }
            resume_unwind(panic)
        }
    }
}

fn rescue(model: &Model, copy: &Running) -> Option<String> {
    if !model.is_modified() {
        return None;
    }
    let text = model.editor.buffer().text();
    Some(match storage::rescue(model.path.as_deref(), text) {
        Ok(file) => {
            copy.remove();
            format!("what was not saved is in {}", Shown(&file))
        }
        Err(error) => format!("what was not saved is lost: {error}"),
    })
}

struct Runner<'a> {
    copy: &'a Running,
    terminal: Terminal,
    clipboard: Clipboard,
    worker: Worker,
    templates: fn() -> Catalogue,
    started: Instant,
}

/// Whether to go on.
enum Next {
    Wait,
    End(Option<Signal>),
}

impl<'a> Runner<'a> {
    fn start(options: Options, copy: &'a Running) -> io::Result<Self> {
        let Options { reader, templates, .. } = options;
        let worker = Worker::start(reader)?;
        let (terminal, clipboard) = (Terminal::enter()?, Clipboard::default());
        Ok(Self { copy, terminal, clipboard, worker, templates, started: Instant::now() })
    }

    fn run(mut self, model: &mut Model) -> io::Result<Option<Signal>> {
        let mut size = Size::default();
        self.terminal.draw(|frame| size = frame.area().as_size());
        if let Next::End(signal) = self.tell(model, Msg::Resize(size.width, size.height))? {
            return Ok(signal);
        }
        loop {
            self.terminal.draw(|frame| view(model, frame));
            if let Next::End(signal) = self.turn(model)? {
                return Ok(signal);
            }
        }
    }

    // Waits for something to happen, and takes in everything that has.
    fn turn(&mut self, model: &mut Model) -> io::Result<Next> {
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
            if let Next::End(signal) = self.tell(model, Msg::Tick(self.started.elapsed()))? {
                return Ok(Next::End(signal));
            }
            if let Some(answer) = self.worker.answer() {
                self.tell(model, answer)?;
            }
            let Some(event) = event else { return Ok(Next::Wait) };
            if let Some(msg) = message(event)
                && let Next::End(signal) = self.tell(model, msg)?
            {
                return Ok(Next::End(signal));
            }
            patience = Duration::ZERO;
        }
    }

    fn patience(&self, model: &Model) -> Duration {
        if self.worker.is_busy() {
            return READING;
        }
        let due = model.deadline().map(|due| due.saturating_sub(self.started.elapsed()));
        due.unwrap_or(IDLE).min(IDLE)
    }

    fn tell(&mut self, model: &mut Model, msg: Msg) -> io::Result<Next> {
        let mut effects = update(model, msg);
        while !effects.is_empty() {
            let mut answers = Vec::new();
            for effect in effects {
                match effect {
                    Effect::Quit => return Ok(Next::End(None)),
                    effect => answers.extend(self.perform(effect)?),
                }
            }
            effects = answers.into_iter().flat_map(|answer| update(model, answer)).collect();
        }
        Ok(Next::Wait)
    }

    fn give(&mut self, job: Job) -> Option<Msg> {
        let is_given = self.worker.give(job);
        (!is_given).then(|| Msg::Trouble("the red pen broke down; save, and start again".to_owned()))
    }

    fn perform(&mut self, effect: Effect) -> io::Result<Option<Msg>> {
        Ok(match effect {
            Effect::Read { generation, text, path } => {
                self.give(Job { generation, text, path, wanted: None })
            }
            Effect::Fix { generation, text, path, wanted } => {
                self.give(Job { generation, text, path, wanted: Some(wanted) })
            }
            Effect::Save { path, text, over } => Some(disk::save(path, &text, &over)),
            Effect::Open(path) => Some(disk::open(path)),
            Effect::Check(path, identity) => disk::check(&path, &identity),
            Effect::Remember(path) => {
                State::locate().inspect(|state| state.remember(&path));
                None
            }
            Effect::Keep { path, text } => {
                let kept = self.copy.keep(path.as_deref(), &text);
                kept.err().map(|error| Msg::Trouble(format!("no copy of the unsaved text is kept: {error}")))
            }
            Effect::Release => {
                self.copy.remove();
                None
            }
            Effect::LookForUnsaved(path) => {
                State::locate().filter(|state| has_rescued(state, &path)).map(|_| Msg::Unsaved)
            }
            Effect::Copy(text) => Some(Msg::Copied(self.clipboard.copy(&text, &mut self.terminal)?)),
            Effect::Paste => Some(Msg::Pasted(self.clipboard.text())),
            Effect::Today => Some(Msg::Today(jiff::Zoned::now().date())),
            Effect::Mouse(on) => self.terminal.set_mouse(on).map(|()| None)?,
            Effect::Suspend => self.terminal.suspend().map(|()| None)?,
            Effect::Start => Some(Msg::Start { starts: starts(self.templates), is_first: false }),
            Effect::Recover(rescued) => {
                let result = storage::read(&rescued.file);
                Some(Msg::Recovered { rescued, result })
            }
            Effect::Forget(rescued) => {
                // What stays behind is offered again; that is all.
                let _ = State::locate().map(|state| state.forget(&rescued));
                None
            }
            Effect::Quit => None,
        })
    }
}

/// What a terminal's event means to the model.
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
