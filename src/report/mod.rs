//! Findings and scores as text, for people and for programs. Reports are streamed: a file's findings are written as
//! soon as they are known.
//!
//! Nothing here colours anything (a [`Paint`] is handed in) and nothing opens a file.

mod formulas;
mod human;
mod json;
mod mix;
pub mod redline;
mod repeats;
mod scores;
pub mod sentences;
mod snippet;
mod summary;
mod verdict;

use std::io::{self, Write};

pub use human::Human;
pub use json::Json;
pub use scores::Scores;
pub use summary::Summary;
pub use verdict::verdict;

use crate::analysis::Analysis;

/// One file and what was found in it.
#[derive(Debug, Clone, Copy)]
pub struct FileReport<'a> {
    /// Its path as the user gave it, or `-`.
    pub path: &'a str,
    /// Its text.
    pub source: &'a str,
    /// What was found.
    pub analysis: &'a Analysis,
}

/// A way to write findings.
pub trait Report {
    /// Before the first file.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()>;
    /// One file.
    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()>;
    /// A file that was meant and could not be read; why is said elsewhere.
    fn unread(&mut self) {}
    /// After the last file.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()>;
}

/// What a piece of text is, for whoever colours it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// An error, or what is wrong in it.
    Error,
    /// A warning.
    Warning,
    /// A note.
    Note,
    /// Words the pen strikes.
    Strike,
    /// Words put in.
    Insert,
    /// What the eye should land on.
    Strong,
    /// Words of the text before that are gone in the text after.
    Gone,
    /// Words of the text after that are new.
    New,
    /// Words that somebody has to rewrite.
    Marked,
    /// What it may skip.
    Dim,
    /// All is well.
    Good,
}

impl From<crate::lint::Severity> for Tone {
    fn from(severity: crate::lint::Severity) -> Self {
        match severity {
            crate::lint::Severity::Error => Self::Error,
            crate::lint::Severity::Warning => Self::Warning,
            crate::lint::Severity::Note => Self::Note,
        }
    }
}

/// Colours a piece of text and makes it safe to show, or leaves it plain.
pub trait Paint {
    /// `text` in `tone`, control characters written out.
    fn paint(&self, tone: Tone, text: &str) -> String;
    /// Whether tones can be seen, so that marks such as `[-old-]{+new+}` are not needed.
    fn is_on(&self) -> bool;
}

/// No colour at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plain;

impl Paint for Plain {
    fn paint(&self, _: Tone, text: &str) -> String {
        crate::text::printable(text).into_owned()
    }

    fn is_on(&self) -> bool {
        false
    }
}
