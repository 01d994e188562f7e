//! What the program tells whoever called it: 0, 1 or 2.

use std::borrow::Cow;
use std::io::{self, Write};
use std::process::ExitCode;

use super::out::Out;
use crate::text::printable_lines;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: done, and nothing to object.
    Clean,
    /// 1: findings at or above the chosen severity, or a closed gate.
    Findings,
    /// 2: wrong usage, an unreadable file, a bad configuration.
    Trouble,
    /// A signal ended the editor: 128 and its number.
    Signal(u8),
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => ExitCode::SUCCESS,
            Exit::Findings => ExitCode::from(1),
            Exit::Trouble => ExitCode::from(2),
            Exit::Signal(code) => ExitCode::from(code),
        }
    }
}

/// The way out of a subcommand that ended as `done`, its output `flushed`. A closed pipe is no error: whoever read has
/// had enough. What was found out before that still counts.
pub(super) fn of(done: anyhow::Result<Exit>, flushed: io::Result<()>, out: &mut Out) -> Exit {
    let flushed = flushed.or_else(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    });
    match done.and_then(|exit| flushed.map(|()| exit).map_err(Into::into)) {
        Ok(exit) => exit,
        Err(error) if is_closed_pipe(&error) => Exit::Clean,
        Err(error) => {
            out.error(&format!("{error:#}"));
            Exit::Trouble
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    io.into_iter().any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Help and version are printed and clean; wrong usage is trouble.
pub(super) fn of_usage(error: &clap::Error) -> Exit {
    let plain = error.to_string();
    let printed = match printable_lines(&plain) {
        Cow::Borrowed(_) => error.print(),
        // It quotes an argument that could steer the terminal.
        Cow::Owned(safe) => io::stderr().write_all(safe.as_bytes()),
    };
    if error.use_stderr() || printed.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe) {
        Exit::Trouble
    } else {
        Exit::Clean
    }
}
