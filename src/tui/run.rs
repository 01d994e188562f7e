//! The runner: waits for the terminal, tells the model, does what it asks for, draws.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::layout::Size;

use super::clipboard::Clipboard;
use super::keymap::Keymap;
use super::look::Look;
use super::message::{Effect, Msg};
use super::model::Model;
use super::pen::{Reader, RedPen};
use super::redline::{self, Source};
use super::services::Services;
use super::terminal::{Signal, Terminal};
use super::update::update;
use super::view::view;
use crate::config::editor::Settings;
use crate::storage::{self, ReadProblem, Shown, State};
use crate::template::Catalogue;

/// How long to wait for a key while a text is being read.
const READING: Duration = Duration::from_millis(8);

/// How long to wait for a key when nothing else is to happen.
const IDLE: Duration = Duration::from_secs(60);

/// How the editor is to look and to work.
pub struct Options {
    /// How things look.
    pub look: Look,
    /// What else the user has settled.
    pub settings: Settings,
    /// Which keys do what.
    pub keymap: Keymap,
    /// Something to complain of once the editor is there.
    pub trouble: Option<String>,
    /// Who reads the texts.
    pub reader: Box<dyn Reader>,
    /// The templates to begin from, told anew each time.
    pub templates: fn() -> Catalogue,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            look: Look::default(),
            settings: Settings::default(),
            keymap: Keymap::default(),
            trouble: None,
            reader: Box::new(RedPen::default()),
            templates: Catalogue::default,
        }
    }
}

impl Options {
    /// An editor without a document.
    fn model(&self) -> Model {
        Model::new("", None, self.look).with(&self.settings, self.keymap.clone())
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
    let mut model = options.model();
    let Options { reader, templates, trouble, .. } = options;
    let mut services = Services::start(reader, templates, State::locate())?;
    let opened = services.open(path.clone());
    match &opened {
        Msg::Opened { result: Err(error), .. } if matches!(error.problem, ReadProblem::Missing) => {
            model.path = Some(path);
        }
        Msg::Opened { result: Err(_), .. } => {
            // Said before the terminal is taken, with its reason as an error.
            storage::read(&path)?;
        }
        _ => {}
    }
    Ok(run(&mut model, services, opened, trouble)?)
}

/// Begins with the start screen.
///
/// # Errors
///
/// Where the terminal cannot be taken.
pub fn start(options: Options) -> anyhow::Result<End> {
    let mut model = options.model();
    let Options { reader, templates, trouble, .. } = options;
    let services = Services::start(reader, templates, State::locate())?;
    let first = services.starts(true);
    Ok(run(&mut model, services, first, trouble)?)
}

/// Runs the editor on `model`, which is told `first`, until it ends. Unsaved text is put in safety if it ends by force.
fn run(model: &mut Model, mut services: Services, first: Msg, trouble: Option<String>) -> io::Result<End> {
    let mouse = model.mouse;
    let started = AssertUnwindSafe(|| Runner::start(&mut services, mouse, trouble)?.run(model, first));
    let ended = catch_unwind(started);
    match ended {
        Ok(Ok(None)) => {
            services.leave();
            Ok(End { code: 0, message: None })
        }
        Ok(Ok(Some(signal))) => Ok(End { code: signal.exit_code(), message: rescue(model, &mut services) }),
        Ok(Err(error)) => Err(match rescue(model, &mut services) {
            Some(message) => io::Error::new(error.kind(), format!("{error}; {message}")),
            None => error,
        }),
        Err(panic) => {
            use io::Write as _;
            if let Some(message) = rescue(model, &mut services) {
                let _ = writeln!(io::stderr(), "{message}");
            }
            resume_unwind(panic)
        }
    }
}

fn rescue(model: &Model, services: &mut Services) -> Option<String> {
    if !model.is_modified() {
        services.leave();
        return None;
    }
    let text = model.editor.buffer().text();
    Some(match storage::rescue(model.path.as_deref(), text) {
        Ok(file) => {
            services.leave();
            format!("what was not saved is in {}", Shown(&file))
        }
        Err(_) if services.has_journal() => {
            "what was not saved is in the journal; open the document again to recover it".to_owned()
        }
        Err(error) => format!("what was not saved is lost: {error}"),
    })
}

struct Runner<'a> {
    services: &'a mut Services,
    terminal: Terminal,
    clipboard: Clipboard,
    trouble: Option<String>,
    started: Instant,
    /// What came in while something else had the terminal.
    ended: Option<Signal>,
}

/// Whether to go on.
enum Next {
    Wait,
    End(Option<Signal>),
}

impl<'a> Runner<'a> {
    fn start(services: &'a mut Services, mouse: bool, trouble: Option<String>) -> io::Result<Self> {
        let (terminal, clipboard) = (Terminal::enter(mouse)?, Clipboard::default());
        Ok(Self { services, terminal, clipboard, trouble, started: Instant::now(), ended: None })
    }

    fn run(mut self, model: &mut Model, first: Msg) -> io::Result<Option<Signal>> {
        let mut size = Size::default();
        self.terminal.draw(|frame| size = frame.area().as_size());
        if let Next::End(signal) = self.tell(model, first)? {
            return Ok(signal);
        }
        if let Next::End(signal) = self.tell(model, Msg::Resize(size.width, size.height))? {
            return Ok(signal);
        }
        if let Some(trouble) = self.trouble.take() {
            self.tell(model, Msg::Trouble(trouble))?;
        }
        loop {
            self.terminal.draw(|frame| view(model, frame));
            if let Next::End(signal) = self.turn(model)? {
                return Ok(signal);
            }
        }
    }

    // Waits until something has changed that is to be drawn, and takes in everything that has.
    fn turn(&mut self, model: &mut Model) -> io::Result<Next> {
        let mut is_changed = false;
        loop {
            let patience = if is_changed { Duration::ZERO } else { self.patience(model) };
            let event = self.terminal.poll(patience);
            if let Some(signal) = self.terminal.obey()? {
                return Ok(Next::End(Some(signal)));
            }
            let now = self.started.elapsed();
            is_changed |= model.deadline().is_some_and(|due| due <= now);
            if let Next::End(signal) = self.tell(model, Msg::Tick(now))? {
                return Ok(Next::End(signal));
            }
            if let Some(answer) = self.services.answer() {
                self.tell(model, answer)?;
                is_changed = true;
            }
            let Some(event) = event else {
                if is_changed {
                    return Ok(Next::Wait);
                }
                continue;
            };
            is_changed = true;
            if let Some(msg) = message(event)
                && let Next::End(signal) = self.tell(model, msg)?
            {
                return Ok(Next::End(signal));
            }
        }
    }

    fn patience(&self, model: &Model) -> Duration {
        if self.services.is_busy() {
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
                    effect => answers.extend(self.perform(model, effect)?),
                }
                if let Some(signal) = self.ended.take() {
                    return Ok(Next::End(Some(signal)));
                }
            }
            effects = answers.into_iter().flat_map(|answer| update(model, answer)).collect();
        }
        Ok(Next::Wait)
    }

    fn perform(&mut self, model: &Model, effect: Effect) -> io::Result<Option<Msg>> {
        Ok(match effect {
            Effect::Copy(text) => Some(Msg::Copied(self.clipboard.copy(&text, &mut self.terminal)?)),
            Effect::CopyRich(rich) => Some(Msg::Copied(self.clipboard.copy_rich(&rich, &mut self.terminal)?)),
            Effect::Paste => Some(Msg::Pasted(self.clipboard.text())),
            Effect::Today => Some(Msg::Today(jiff::Zoned::now().date())),
            Effect::Mouse(on) => self.terminal.set_mouse(on).map(|()| None)?,
            Effect::Suspend => self.terminal.suspend().map(|()| None)?,
            Effect::Compare { old, new } => {
                self.compare(model.look, old, new)?;
                None
            }
            effect => self.services.perform(effect),
        })
    }

    fn compare(&mut self, look: Look, old: Source, new: Source) -> io::Result<()> {
        let (remarks, comments) = (Vec::new(), Vec::new());
        let input = redline::Input { old, new, remarks, comments, scorer: None, note: None };
        let options = redline::Options { look, ..redline::Options::default() };
        self.ended = redline::show_on(&mut self.terminal, &[input], options)?;
        Ok(())
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
