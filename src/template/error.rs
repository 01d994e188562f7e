//! What is wrong with a template, and where.

use crate::text::Position;

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The file; empty where the name asked for leads to none.
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

    /// That no file is meant by the name that was asked for.
    pub(super) fn nameless(message: String) -> Self {
        Self { file: String::new(), message, at: None }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.at {
            Some(at) => write!(f, "{}:{}:{}: {}", self.file, at.line, at.column, self.message),
            None if self.file.is_empty() => f.write_str(&self.message),
            None => write!(f, "{}: {}", self.file, self.message),
        }
    }
}

impl std::error::Error for Error {}
