//! Findings and scores as text, for people and for programs. Reports are streamed: a file's findings are written as
//! soon as they are known.
//!
//! Nothing here colours anything (a [`Paint`] is handed in) and nothing opens a file.

pub mod changes;
mod checkstyle;
pub mod csv;
mod figures;
mod finding;
mod flow;
mod format;
mod formulas;
mod github;
mod gitlab;
mod human;
mod json;
mod jsonl;
mod junit;
mod markdown;
pub mod mix;
mod plan;
mod rdjson;
pub mod redline;
mod repeats;
mod sarif;
mod scores;
pub mod sentences;
mod short;
mod shorten;
mod snippet;
mod summary;
#[cfg(test)]
pub(crate) mod testing;
mod told;
pub mod trend;
mod unread;
mod verdict;
mod xml;

use std::borrow::Cow;
use std::io::{self, Write};

pub use checkstyle::Checkstyle;
pub use format::Format;
pub use github::Github;
pub use gitlab::Gitlab;
pub use human::Human;
pub use json::Json;
pub use jsonl::JsonLines;
pub use junit::Junit;
pub use markdown::Markdown;
pub use rdjson::Rdjson;
pub use sarif::Sarif;
pub use scores::Scores;
pub use short::Short;
pub use summary::Summary;
pub use verdict::{Line, Told, rough, standing, verdict, verdict_lines};

use crate::analysis::Analysis;
use crate::lint::{Diagnostic, Fingerprint, Severity};
use crate::text::printable;

/// One file and what was found in it.
#[derive(Debug, Clone, Copy)]
pub struct FileReport<'a> {
    /// Its path as the user gave it, or `-`; not yet safe to show.
    pub path: &'a str,
    /// Its text.
    pub source: &'a str,
    /// What was found.
    pub analysis: &'a Analysis,
    /// Mildest severity that fails the run; `None` where nothing does.
    pub fail_on: Option<Severity>,
    /// What the findings are known by from run to run, where that was computed before some were held back.
    pub fingerprints: Option<&'a [Fingerprint]>,
}

impl<'a> FileReport<'a> {
    /// The report of a file in which nothing fails.
    pub fn new(path: &'a str, source: &'a str, analysis: &'a Analysis) -> Self {
        Self { path, source, analysis, fail_on: None, fingerprints: None }
    }

    /// Its path, safe to show on one line.
    pub fn shown(&self) -> Cow<'a, str> {
        printable(self.path)
    }

    /// The findings by place, each with what it is known by from run to run.
    pub fn findings(&self) -> impl Iterator<Item = (&'a Diagnostic, Fingerprint)> + use<'a> {
        let found = &self.analysis.diagnostics;
        let computed = || Fingerprint::all(found, self.source, &self.analysis.document);
        found.iter().zip(self.fingerprints.map_or_else(computed, <[_]>::to_vec))
    }
}

/// A way to write findings.
pub trait Report {
    /// Before the first file.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()>;
    /// One file.
    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()>;
    /// A file that was meant and could not be read: `message` names it and says why. People are told elsewhere.
    fn unread(&mut self, message: &str) {
        let _ = message;
    }
    /// After the last file.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()>;
}

/// What to say of a document in another language.
pub const FOREIGN: &str = "not English; not judged";

/// What to say of a document that is taken for no PR/FAQ.
pub const NO_PRFAQ: &str =
    "not taken for a PR/FAQ, so not judged as one; `template: prfaq` in its front matter makes it one";

/// Why the gate has nothing to say of a document, where that is so.
pub fn unjudged(analysis: &Analysis) -> Option<&'static str> {
    match (analysis.foreign, analysis.judged) {
        (true, _) => Some(FOREIGN),
        (false, false) => Some(NO_PRFAQ),
        (false, true) => None,
    }
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

impl From<Severity> for Tone {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Note => Self::Note,
        }
    }
}

/// Colours a piece of text and makes it safe to show, or leaves it plain.
pub trait Paint {
    /// `text` in `tone`, control characters written out.
    fn paint(&self, tone: Tone, text: &str) -> String;
    /// Whether tones can be seen, so that marks such as `[-old-]{+new+}` are not needed.
    fn is_on(&self) -> bool;
    /// `words`, which are painted, so that they open the file at `path` where that can be done.
    fn link(&self, words: String, _path: &str) -> String {
        words
    }
}

/// No colour at all.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plain;

impl Paint for Plain {
    fn paint(&self, _: Tone, text: &str) -> String {
        printable(text).into_owned()
    }

    fn is_on(&self) -> bool {
        false
    }
}
