//! What is wrong with a template, and where.

use crate::text::{LineIndex, Position, printable};
use crate::yaml;

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// The file; empty where the name asked for leads to none.
    pub file: String,
    /// What is wrong, in words for people.
    pub message: String,
    /// Where in the file; `None` where it has no place.
    pub at: Option<Position>,
    /// The line that is wrong, with a caret under the place; empty where there is no place.
    pub snippet: String,
}

impl Error {
    /// What is wrong at the byte `at` of `text`, the text of `file`.
    pub(super) fn at(file: &str, text: &str, at: usize, message: impl Into<String>) -> Self {
        let at = LineIndex::new(text).position(text, at);
        let snippet = yaml::snippet(text, at);
        Self { file: file.to_owned(), message: message.into(), at: Some(at), snippet }
    }

    /// Place and message in one line, without the snippet.
    pub fn told(&self) -> String {
        Self { snippet: String::new(), ..self.clone() }.to_string()
    }

    /// What is wrong with the line that begins with `key`, or with the first.
    pub(super) fn at_key(file: &str, text: &str, key: &str, message: impl Into<String>) -> Self {
        let line = text.match_indices(&format!("\n{key}:")).next().map_or(0, |(at, _)| at + 1);
        Self::at(file, text, line, message)
    }

    /// That no file is meant by the name that was asked for.
    pub(super) fn nameless(message: String) -> Self {
        Self { file: String::new(), message, at: None, snippet: String::new() }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let message = printable(&self.message);
        match self.at {
            Some(at) => write!(f, "{}:{}:{}: {message}", self.file, at.line, at.column)?,
            None if self.file.is_empty() => f.write_str(&message)?,
            None => write!(f, "{}: {message}", self.file)?,
        }
        if self.snippet.is_empty() { Ok(()) } else { write!(f, "\n{}", self.snippet.trim_end_matches('\n')) }
    }
}

impl std::error::Error for Error {}
