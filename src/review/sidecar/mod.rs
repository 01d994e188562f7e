//! One reviewer's file.
//!
//! ```yaml
//! version: 1
//! reviewer: Ann Lee
//! read: {at: "2026-11-09T10:30:00Z", text: 1f0c9a5b7d3e2468, revision: null}
//! verdict: {decision: iterate, at: "2026-11-09T10:30:00Z", text: "The price is missing."}
//! records:
//!   - id: s_8f3a12
//!     by: Ann Lee
//!     at: "2026-11-09T10:30:00Z"
//!     kind: suggestion
//!     part: problem
//!     quote: many customers
//!     before: "tell us that "
//!     after: " wait"
//!     to: "42% of Prime members"
//!     text: Say how many.
//! ```
//!
//! A reply has `re` instead of the quotation; a decision has `status` (and `answer`). People may write it by hand:
//! whatever is unknown or missing is an error with its line and column, and comments and records that do not change stay
//! as they were written.

mod comments;
mod conflict;
mod keep;
mod read;
mod render;

use jiff::Timestamp;

use super::Record;
use crate::yaml;

/// Everything that one reviewer said of a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sidecar {
    /// Who; the file is called after them.
    pub reviewer: String,
    /// What of the document they have read.
    pub read: Option<Read>,
    /// What they think of it as a whole.
    pub verdict: Option<Verdict>,
    /// What they said, the oldest first.
    pub records: Vec<Record>,
}

/// The document as a reviewer last closed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// When they closed it.
    pub at: Timestamp,
    /// Hash of its text, 16 hexadecimal digits: [`Read::hash`].
    pub text: String,
    /// The id of its blob, where git keeps it.
    pub revision: Option<String>,
}

/// What a reviewer decides at the end of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What they decide.
    pub decision: Decision,
    /// When.
    pub at: Timestamp,
    /// Why, or what they ask for; may be empty.
    pub text: String,
}

/// The three ways out of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It may go.
    Approve,
    /// It has to be worked on and read again.
    Iterate,
    /// It should not be built.
    Reject,
}

impl Decision {
    /// Every decision, the best first.
    pub const ALL: [Decision; 3] = [Decision::Approve, Decision::Iterate, Decision::Reject];

    /// Its name in files, arguments and reports.
    pub fn name(self) -> &'static str {
        match self {
            Decision::Approve => "approve",
            Decision::Iterate => "iterate",
            Decision::Reject => "reject",
        }
    }
}

impl Read {
    /// The hash of `text`: FNV-1a, 64 bits, the same on every machine. It tells whether two texts are one, no more.
    pub fn hash(text: &str) -> String {
        use std::hash::Hasher;
        let mut hasher = fnv::FnvHasher::default();
        hasher.write(text.as_bytes());
        format!("{:016x}", hasher.finish())
    }
}

impl Sidecar {
    /// The empty file of `reviewer`.
    pub fn of(reviewer: impl Into<String>) -> Self {
        Self { reviewer: reviewer.into(), ..Self::default() }
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// No YAML, unknown keys, values that are none, a record given twice; with line and column.
    pub fn parse(text: &str) -> Result<Self, yaml::Error> {
        read::read(text).map_err(|error| conflict::told(text, error))
    }

    /// The file; reading it gives the same again, and the same always gives the same bytes.
    pub fn render(&self) -> String {
        render::render(self)
    }

    /// Whether `text` is a file as this program writes it, with nothing in it by another hand.
    pub fn is_rendered(text: &str) -> bool {
        Self::parse(text).is_ok_and(|sidecar| sidecar.render() == text)
    }

    /// The file, where `old` stood before: what did not change stays as it was written, and no comment is lost.
    pub fn render_over(&self, old: &str) -> String {
        keep::over(self, old)
    }
}
