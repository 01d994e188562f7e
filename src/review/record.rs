//! One thing that one person said.

use std::fmt;

use jiff::Timestamp;

use super::{Anchor, Answer, Id, Signature};

/// What a person said of a document, of a piece of it, or in reply to another record. It is never changed: what comes
/// of it is told by later records that reply to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Its name, which no other record of the document has.
    pub id: Id,
    /// Who said it.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// What it is.
    pub kind: Kind,
    /// The text it is about; nothing in a reply, and where it is about the whole document.
    pub anchor: Option<Anchor>,
    /// What was said; may be empty where a suggestion or a decision speaks for itself.
    pub text: String,
    /// What it makes of its thread; nothing where it leaves the thread as it is.
    pub status: Option<Status>,
    /// The record that it replies to.
    pub re: Option<Id>,
}

impl Record {
    /// What `sign` says of `anchor`, with a name of its own. `is_taken` tells of names that are given already.
    pub(super) fn new(
        sign: Signature,
        kind: Kind,
        anchor: Option<Anchor>,
        text: String,
        is_taken: impl Fn(&Id) -> bool,
    ) -> Self {
        let around = anchor.as_ref();
        let quoted = |part: fn(&Anchor) -> &String| around.map_or("", |anchor| part(anchor).as_str());
        let said = [quoted(|at| &at.quote), quoted(|at| &at.before), quoted(|at| &at.after), &text];
        let id = Id::new(&kind, &sign, &said, is_taken);
        let Signature { by, at } = sign;
        Self { id, by, at, kind, anchor, text, status: None, re: None }
    }
}

/// What a record is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A remark.
    Comment,
    /// Other words for the quoted ones.
    Suggestion {
        /// The words to put in their place; empty where they should go.
        to: String,
    },
    /// A `?`: it wants an [`Answer`], and keeps the gate shut until it has one.
    Question,
}

impl Kind {
    /// Its name in files and reports.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Comment => "comment",
            Kind::Suggestion { .. } => "suggestion",
            Kind::Question => "question",
        }
    }

    /// The first letter of the ids of its records.
    pub(super) fn letter(&self) -> char {
        match self {
            Kind::Comment => 'c',
            Kind::Suggestion { .. } => 's',
            Kind::Question => 'q',
        }
    }
}

/// What has become of a thread.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// Nothing yet.
    #[default]
    Open,
    /// The suggested words are in the document.
    Accepted,
    /// The suggestion was refused.
    Rejected,
    /// Nothing is left to say.
    Resolved,
    /// The question has its answer.
    Answered(Answer),
}

impl Status {
    /// Its name in files and reports.
    pub fn name(&self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Accepted => "accepted",
            Status::Rejected => "rejected",
            Status::Resolved => "resolved",
            Status::Answered(_) => "answered",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Status::Answered(answer) => write!(f, "answered: {answer}"),
            other => f.write_str(other.name()),
        }
    }
}
