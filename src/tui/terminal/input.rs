//! Waiting for the terminal.
//!
//! crossterm 0.29 reads for ever when the terminal is gone, so that neither SIGHUP nor anything else would be heard
//! and unsaved text could not be brought to safety. So we wait ourselves and ask crossterm only where there is
//! something to read. What is left is the moment in which a key has been pressed and the window closes.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind};
use rustix::event::{PollFd, PollFlags, Timespec};

use super::signals::Signals;

/// How long crossterm may take to make an event of what there is to read.
pub(super) const SETTLE: Duration = Duration::from_millis(10);

/// What the wait ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ready {
    /// There is something to read, or the system cannot say (macOS and `/dev/tty`).
    Input,
    /// The terminal is gone.
    HungUp,
    /// Neither: time is up, or a signal came in.
    Nothing,
}

/// Where keys come from: standard input, or `/dev/tty` where that is something else. The same choice as crossterm's.
pub(super) enum Input {
    Standard(io::Stdin),
    Terminal(File),
}

impl Input {
    pub(super) fn open() -> io::Result<Self> {
        let stdin = io::stdin();
        if stdin.is_terminal() {
            Ok(Self::Standard(stdin))
        } else {
            File::open("/dev/tty").map(Self::Terminal)
        }
    }

    fn fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Standard(stdin) => stdin.as_fd(),
            Self::Terminal(file) => file.as_fd(),
        }
    }

    /// Waits up to `timeout` for the terminal or a signal.
    pub(super) fn wait(&self, signals: &Signals, timeout: Duration) -> io::Result<Ready> {
        let fd = self.fd();
        let wake = signals.wake();
        let mut fds = [PollFd::new(&fd, PollFlags::IN), PollFd::new(&wake, PollFlags::IN)];
        let timeout = Timespec::try_from(timeout).ok();
        match rustix::event::poll(&mut fds, timeout.as_ref()) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let [terminal, _] = fds.map(|fd| fd.revents());
        signals.drain();
        Ok(if terminal.intersects(PollFlags::HUP | PollFlags::ERR) {
            Ready::HungUp
        } else if terminal.is_empty() {
            Ready::Nothing
        } else {
            Ready::Input
        })
    }
}

/// The next event crossterm has within `timeout`, without releases of keys.
pub(super) fn next(timeout: Duration) -> io::Result<Option<Event>> {
    while event::poll(timeout)? {
        let event = event::read()?;
        if is_heard(&event) {
            return Ok(Some(event));
        }
    }
    Ok(None)
}

/// Windows and some protocols tell of the release of a key too, which would do everything twice; a key that is held down
/// is pressed again and again.
fn is_heard(event: &Event) -> bool {
    !matches!(event, Event::Key(key) if key.kind == KeyEventKind::Release)
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;

    #[test]
    fn a_key_that_is_pressed_and_released_is_one_key() {
        let heard = |kind| {
            is_heard(&Event::Key(KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, kind)))
        };
        assert_eq!(
            [KeyEventKind::Press, KeyEventKind::Repeat, KeyEventKind::Release].map(heard),
            [true, true, false]
        );
        assert!(is_heard(&Event::Resize(1, 1)));
    }
}
