//! The terminal: taking it, drawing on it, hearing from it, and giving it back as it was, whatever happens.
//!
//! Keys and signals are polled from one place. What they mean, and what is drawn, is known elsewhere.

mod guard;
mod input;
mod signals;

use std::io::{self, IsTerminal, Stdout};
use std::mem::ManuallyDrop;
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableMouseCapture, EnableMouseCapture, Event};
use crossterm::style::Print;
use crossterm::{Command, execute};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;

pub use guard::restore;
pub use signals::Signal;

use guard::Guard;
use input::{Input, Ready};
use signals::Signals;

type Screen = ratatui::Terminal<CrosstermBackend<Stdout>>;

/// The terminal while the editor has it. Dropping it gives it back; so do a panic and [`restore`].
pub struct Terminal {
    /// Never dropped: ratatui says on standard error that the cursor cannot be shown, and panics where that is gone
    /// with the terminal. The guard shows the cursor.
    screen: ManuallyDrop<Screen>,
    signals: Signals,
    input: Input,
    mouse: bool,
    /// Whether crossterm may hold events it has read already: it did when it was asked last.
    more: bool,
    /// A new size that a key came before.
    resized: Option<Event>,
    /// Last, so that it is given back after everything else is gone.
    _guard: Guard,
}

impl Terminal {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, focus reports, and clicks where the `mouse` is
    /// wanted. From here on the process hears SIGTERM, SIGINT, SIGHUP, SIGTSTP and SIGCONT through
    /// [`Terminal::signals`] only.
    ///
    /// # Errors
    ///
    /// Where standard output is no terminal, or the terminal does not let itself be set.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        if !io::stdout().is_terminal() {
            return Err(io::Error::other("standard output is not a terminal"));
        }
        // Else crossterm 0.29 resets all attributes under NO_COLOR, the pen's strikes among them; our theme goes
        // without colours instead.
        crossterm::style::force_color_output(true);
        let input = Input::open()?;
        let signals = Signals::install()?;
        let guard = Guard::enter(mouse)?;
        let screen = screen()?;
        Ok(Self { screen, signals, input, mouse, more: false, resized: None, _guard: guard })
    }

    /// Draws one frame; only what differs from the last one is written. A terminal that cannot be written is gone:
    /// [`Signal::HangUp`] follows.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) {
        if self.screen.draw(view).is_err() {
            self.signals.hung_up();
        }
    }

    /// The next key press, paste, click, resize or change of focus, waiting up to `timeout` for it. `None` also where
    /// a signal has come in: ask [`Terminal::signals`]. A terminal that cannot be read is gone: [`Signal::HangUp`]
    /// follows. Releases of keys are left out.
    pub fn poll(&mut self, timeout: Duration) -> Option<Event> {
        self.next(timeout).unwrap_or_else(|_| {
            self.signals.hung_up();
            None
        })
    }

    fn next(&mut self, timeout: Duration) -> io::Result<Option<Event>> {
        let end = Instant::now() + timeout;
        let mut patience = Duration::ZERO;
        loop {
            let ready = self.input.wait(&self.signals, patience)?;
            if ready == Ready::HungUp {
                self.signals.hung_up();
            }
            if self.signals.any() {
                return Ok(None);
            }
            let resized = self.signals.take_resized();
            if resized {
                let size = self.screen.size()?;
                self.resized = Some(Event::Resize(size.width, size.height));
            }
            let left = end.saturating_duration_since(Instant::now());
            if ready == Ready::Input || self.more || resized {
                // Asked after a resize too: it has to hear of its own signal, or it mistakes it for the next key.
                let event = input::next(if resized { input::SETTLE } else { left.min(input::SETTLE) })?;
                self.more = event.is_some();
                if matches!(event, Some(Event::Resize(..))) {
                    self.resized = None;
                }
                if event.is_some() {
                    return Ok(event);
                }
            }
            if let Some(event) = self.resized.take() {
                return Ok(Some(event));
            }
            if left.is_zero() {
                return Ok(None);
            }
            patience = left;
        }
    }

    /// Obeys the signals that have come in since the last call: the process is stopped, the terminal taken again. One
    /// that wants the program to end, with [`Signal::exit_code`] and unsaved text put in safety before, is handed back.
    ///
    /// # Errors
    ///
    /// Where the process cannot be stopped, or the terminal not be taken again.
    pub fn obey(&mut self) -> io::Result<Option<Signal>> {
        while let Some(signal) = self.signals.take() {
            match signal {
                Signal::Suspend => self.suspend()?,
                Signal::Continue => self.resume()?,
                signal => return Ok(Some(signal)),
            }
        }
        Ok(None)
    }

    /// Gives the terminal back and stops the process and those it was started with, as Ctrl-Z does; comes back when
    /// they are continued.
    ///
    /// # Errors
    ///
    /// Where the process cannot be stopped, or the terminal not be taken again.
    pub fn suspend(&mut self) -> io::Result<()> {
        restore();
        self.signals.forget(Signal::Continue);
        // The whole group: a shell waits for all of it, be it a script or a pipe that started us.
        rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?;
        // The signal may reach another thread first; this one must not take the terminal again in the meantime.
        self.signals.await_continue();
        self.resume()
    }

    /// Takes the terminal again after the process was stopped, and draws everything anew on the next
    /// [`Terminal::draw`]. Its size, which may be another one now, is the next event.
    ///
    /// # Errors
    ///
    /// Where the terminal does not let itself be set.
    pub fn resume(&mut self) -> io::Result<()> {
        self.signals.forget(Signal::Continue);
        // Given back first: whoever had the terminal meanwhile has changed its modes.
        restore();
        guard::enter_patiently(self.mouse)?;
        // A new screen rather than `clear`, which asks the terminal where the cursor is and waits for the answer.
        self.screen = screen()?;
        let size = self.screen.size()?;
        self.resized = Some(Event::Resize(size.width, size.height));
        Ok(())
    }

    /// Takes mouse clicks, or leaves them to the terminal so that its own selection works.
    ///
    /// # Errors
    ///
    /// Where the terminal cannot be written.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        if on {
            execute!(io::stdout(), EnableMouseCapture)
        } else {
            execute!(io::stdout(), DisableMouseCapture)
        }
    }

    /// Puts `text` on the clipboard of the machine the user sits at (OSC 52). Terminals may refuse it, or cut it off
    /// at some ten kilobytes, without a word. Within tmux it is sent once more in the envelope that tmux hands on to
    /// its own terminal: the one way needs its `set-clipboard on`, the other its `allow-passthrough on`.
    ///
    /// # Errors
    ///
    /// Where the terminal cannot be written.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let copy = CopyToClipboard::to_clipboard_from(text);
        execute!(io::stdout(), &copy)?;
        if std::env::var_os("TMUX").is_none() {
            return Ok(());
        }
        let mut inner = String::new();
        copy.write_ansi(&mut inner).map_err(io::Error::other)?;
        let envelope = format!("\x1bPtmux;{}\x1b\\", inner.replace('\x1b', "\x1b\x1b"));
        execute!(io::stdout(), Print(envelope))
    }
}

fn screen() -> io::Result<ManuallyDrop<Screen>> {
    ratatui::Terminal::new(CrosstermBackend::new(io::stdout())).map(ManuallyDrop::new)
}
