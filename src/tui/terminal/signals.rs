//! Signals as flags that the editor's loop asks for, and a pipe that wakes the loop when one comes in.

use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::{flag, low_level};

/// What the system asks of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The terminal is gone: its window was closed, the connection broke.
    HangUp,
    /// End, says the system or another program.
    Terminate,
    /// End, says a Ctrl-C from outside (in the terminal it is a key).
    Interrupt,
    /// Stop until further notice.
    Suspend,
    /// Go on after having been stopped.
    Continue,
}

impl Signal {
    /// In the order in which they are heard.
    const ALL: [Self; 5] = [Self::HangUp, Self::Terminate, Self::Interrupt, Self::Suspend, Self::Continue];

    /// The exit code of a program that ends because of it: 128 and its number.
    pub fn exit_code(self) -> u8 {
        u8::try_from(128 + self.number()).unwrap_or(u8::MAX)
    }

    fn number(self) -> i32 {
        match self {
            Self::HangUp => SIGHUP,
            Self::Terminate => SIGTERM,
            Self::Interrupt => SIGINT,
            Self::Suspend => SIGTSTP,
            Self::Continue => SIGCONT,
        }
    }
}

/// The flags, and the end of the pipe that is read.
pub(super) struct Signals {
    flags: [(Signal, Arc<AtomicBool>); Signal::ALL.len()],
    resized: Arc<AtomicBool>,
    wake: UnixStream,
}

impl Signals {
    /// Takes the signals over for the rest of the process.
    pub(super) fn install() -> io::Result<Self> {
        let (wake, write) = UnixStream::pair()?;
        wake.set_nonblocking(true)?;
        let signals =
            Self { flags: Signal::ALL.map(|signal| (signal, Arc::default())), resized: Arc::default(), wake };
        // The flag comes before the pipe, so that it is up when the loop wakes.
        for (signal, flag) in &signals.flags {
            flag::register(signal.number(), Arc::clone(flag))?;
            low_level::pipe::register(signal.number(), write.try_clone()?)?;
        }
        flag::register(SIGWINCH, Arc::clone(&signals.resized))?;
        low_level::pipe::register(SIGWINCH, write)?;
        Ok(signals)
    }

    /// Whether one has come in that nobody took yet.
    pub(super) fn any(&self) -> bool {
        self.flags.iter().any(|(_, flag)| flag.load(Ordering::SeqCst))
    }

    /// Takes the next one.
    pub(super) fn take(&self) -> Option<Signal> {
        self.flags.iter().find(|(_, flag)| flag.swap(false, Ordering::SeqCst)).map(|(signal, _)| *signal)
    }

    /// Takes `unwanted`, if it has come in.
    pub(super) fn forget(&self, unwanted: Signal) {
        for (_, flag) in self.flags.iter().filter(|(signal, _)| *signal == unwanted) {
            flag.store(false, Ordering::SeqCst);
        }
    }

    /// Waits until the process, which has been told to stop, is continued. Not for ever: the first process of a
    /// container cannot be stopped.
    pub(super) fn await_continue(&self) {
        let end = Instant::now() + Duration::from_secs(1);
        while !self.has(Signal::Continue) && Instant::now() < end {
            let mut fds = [PollFd::new(&self.wake, PollFlags::IN)];
            let slice = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
            let _ = rustix::event::poll(&mut fds, Some(&slice));
            self.drain();
        }
    }

    fn has(&self, wanted: Signal) -> bool {
        self.flags.iter().any(|(signal, flag)| *signal == wanted && flag.load(Ordering::SeqCst))
    }

    /// Notes that the terminal is gone, whether or not the system has said so.
    pub(super) fn hung_up(&self) {
        for (_, flag) in self.flags.iter().filter(|(signal, _)| *signal == Signal::HangUp) {
            flag.store(true, Ordering::SeqCst);
        }
    }

    /// Whether the terminal's size has changed since the last call.
    pub(super) fn take_resized(&self) -> bool {
        self.resized.swap(false, Ordering::SeqCst)
    }

    /// What to wait for.
    pub(super) fn wake(&self) -> BorrowedFd<'_> {
        self.wake.as_fd()
    }

    /// Empties the pipe; the flags say what it was about.
    pub(super) fn drain(&self) {
        let mut sink = [0; 64];
        while (&self.wake).read(&mut sink).is_ok_and(|count| count > 0) {}
    }
}
