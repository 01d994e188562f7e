//! Why git could not answer.

use std::fmt;
use std::io;

use crate::text::printable_lines;

/// What went wrong between us and git.
#[derive(Debug)]
pub enum Error {
    /// There is no `git` to run.
    NoGit,
    /// We are in no repository, or in one without a work tree.
    NoRepository,
    /// Git said no; here is what it said.
    Said(String),
    /// Git could not be started or listened to.
    Io(io::Error),
    /// Git answered in a way that nobody expects.
    Odd(&'static str),
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound { Self::NoGit } else { Self::Io(error) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoGit => f.write_str("git is not installed, or not where PATH leads"),
            Self::NoRepository => f.write_str(
                "this folder is in no git repository with a work tree; go into one, or name the files",
            ),
            Self::Said(message) => write!(f, "git: {}", printable_lines(message)),
            Self::Io(error) => write!(f, "git cannot be run: {error}"),
            Self::Odd(what) => {
                write!(f, "git answered something else than {what}; `git --version` may be too old")
            }
        }
    }
}

impl std::error::Error for Error {}
