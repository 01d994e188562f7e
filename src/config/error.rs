//! What is wrong with a configuration, shown with the line it is in.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::storage::{ReadError, Shown};
use crate::text::printable;
use crate::yaml;

/// Why a configuration, or a file it names, cannot be used.
#[derive(Debug)]
pub enum Error {
    /// The file cannot be read.
    Read(ReadError),
    /// It does not say what it should.
    Wrong {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        error: yaml::Error,
        /// The line that is wrong, with a caret under the place; empty where there is no place.
        snippet: String,
    },
}

impl Error {
    /// That `error` is in `text`, the text of the file at `path`.
    pub fn in_text(path: &Path, text: &str, error: yaml::Error) -> Self {
        let snippet = error.at.map_or_else(String::new, |at| yaml::snippet(text, at));
        Self::Wrong { path: path.to_owned(), error, snippet }
    }

    /// The file, the place and what is wrong, in one line.
    pub fn without_snippet(&self) -> String {
        match self {
            Self::Read(error) => error.to_string(),
            Self::Wrong { path, error, .. } => {
                Self::Wrong { path: path.clone(), error: error.clone(), snippet: String::new() }.to_string()
            }
        }
    }

    /// The place and what is wrong, where the file is known.
    pub fn without_path(&self) -> String {
        match self {
            Self::Wrong { error: yaml::Error { message, at: Some(at) }, .. } => {
                format!("{}:{}: {}", at.line, at.column, printable(message))
            }
            _ => self.without_snippet(),
        }
    }

    /// The line that it is in, from 1; 0 where that is not known.
    pub fn line(&self) -> usize {
        match self {
            Self::Wrong { error, .. } => error.at.map_or(0, |at| at.line),
            Self::Read(_) => 0,
        }
    }
}

/// `prfaq.yml:3:10: what is wrong`, then the snippet; no line break at the end.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => error.fmt(f),
            Self::Wrong { path, error, snippet } => {
                write!(f, "{}", Shown(path))?;
                if let Some(at) = error.at {
                    write!(f, ":{}:{}", at.line, at.column)?;
                }
                write!(f, ": {}", printable(&error.message))?;
                if snippet.is_empty() { Ok(()) } else { write!(f, "\n{}", snippet.trim_end_matches('\n')) }
            }
        }
    }
}

impl std::error::Error for Error {}
