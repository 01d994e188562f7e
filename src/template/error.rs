//! What is wrong with a template, and where.

use crate::text::Position;

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The file, or the name that was asked for.
    pub file: String,
    /// What is wrong, in words for people.
    pub message: String,
    /// Where in the file; `None` where it has no place.
    pub at: Option<Position>,
}

impl Error {
    pub(super) fn new(file: &str, message: impl Into<String>, at: Option<Position>) -> Self {
        Self { file: file.to_owned(), message: message.into(), at }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.at {
            Some(at) => write!(f, "{}:{}:{}: {}", self.file, at.line, at.column, self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for Error {}
