//! The editor with everything it has but the terminal: the model, the disk with its journal, the red pen in its thread,
//! and a screen whose bytes go nowhere.

use std::io::{self, Write};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::KeyEvent;
use prfaq::storage::State;
use prfaq::template::Catalogue;
use prfaq::text::Selection;
use prfaq::tui::look::Look;
use prfaq::tui::message::{Effect, Msg};
use prfaq::tui::model::Model;
use prfaq::tui::pen::RedPen;
use prfaq::tui::services::Services;
use prfaq::tui::update::update;
use prfaq::tui::view::view;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use tempfile::TempDir;

/// How long the runner waits for a key while a text is being read.
const READING: Duration = Duration::from_millis(8);

/// What was drawn, until the frame is whole.
#[derive(Default)]
pub struct Sink(Vec<u8>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.clear();
        Ok(())
    }
}

pub struct Rig {
    pub model: Model,
    services: Services,
    screen: Terminal<CrosstermBackend<Sink>>,
    started: Instant,
    /// The time that is told instead of the clock's.
    pub clock: Option<Duration>,
    _folder: TempDir,
}

impl Rig {
    /// Opens a file of `text` on a screen of some columns and rows, and waits until it is read.
    pub fn open(text: &str, (width, height): (u16, u16)) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("draft.md");
        std::fs::write(&path, text).expect("room for the draft");
        let state = State::at(&folder.path().join("state"));
        let pen = Box::new(RedPen::default());
        let mut services = Services::start(pen, Catalogue::default, Some(state)).expect("a thread");
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, width, height)) };
        let screen =
            Terminal::with_options(CrosstermBackend::new(Sink::default()), options).expect("no input");
        let model = Model::new("", None, Look::default());
        let opened = services.open(path);
        let (started, clock) = (Instant::now(), None);
        let mut rig = Self { model, services, screen, started, clock, _folder: folder };
        rig.tell(opened);
        rig.tell(Msg::Resize(width, height));
        rig.settle();
        rig
    }

    /// Tells the model, and does what it asks for.
    pub fn tell(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg) {
            assert!(effect != Effect::Quit, "no key here ends the editor");
            if let Some(answer) = self.services.perform(effect) {
                self.tell(answer);
            }
        }
    }

    /// One turn of the runner's loop: what the time and the thread have to say, and `msgs`; then a frame, if any of that
    /// is to be seen.
    pub fn turn(&mut self, msgs: impl IntoIterator<Item = Msg>) {
        let now = self.clock.unwrap_or_else(|| self.started.elapsed());
        let mut is_changed = self.model.deadline().is_some_and(|due| due <= now);
        self.tell(Msg::Tick(now));
        for msg in self.services.answer().into_iter().chain(msgs) {
            self.tell(msg);
            is_changed = true;
        }
        if is_changed {
            self.draw();
        }
    }

    fn draw(&mut self) {
        self.screen.draw(|frame| view(&self.model, frame)).expect("a sink");
    }

    pub fn key(&mut self, key: KeyEvent) {
        self.turn([Msg::Key(key)]);
    }

    /// Waits for `due` as the loop does.
    pub fn idle_until(&mut self, due: Instant) {
        loop {
            let left = due.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            if self.services.is_busy() {
                thread::sleep(left.min(READING));
                if left > READING {
                    self.turn([]);
                }
            } else {
                thread::sleep(left);
            }
        }
    }

    /// Waits until the text is read.
    pub fn settle(&mut self) {
        while self.services.is_busy() {
            thread::sleep(Duration::from_millis(1));
            self.turn([]);
        }
    }

    /// Puts the cursor at byte `at`.
    pub fn stand(&mut self, at: usize) {
        self.model.editor.select(Selection::cursor(at));
        self.turn([]);
        self.draw();
    }

    pub fn text(&self) -> &str {
        self.model.editor.buffer().text()
    }
}
