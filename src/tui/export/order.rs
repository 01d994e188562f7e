//! What is asked for and what came of it, as it goes between the dialog and the thread beside the keys.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::document::Waiver;
use crate::publish::Format;
use crate::report::Line;

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As what.
    pub formats: BTreeSet<Format>,
    /// Whether anybody may read it, so that what is for colleagues stays behind.
    pub is_public: bool,
    /// Whether the release reads as a press release, without its working headings.
    pub is_release: bool,
}

impl Default for Choice {
    /// One page of all of it.
    fn default() -> Self {
        Self { formats: BTreeSet::from([Format::Html]), is_public: false, is_release: false }
    }
}

/// A named person's word that the document may leave with its gate closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift {
    /// The check that is lifted, or `all`.
    pub what: String,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// An export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The text as it stands on the screen.
    pub text: String,
    /// The document it belongs to; files are written beside it.
    pub path: PathBuf,
    /// What is to be written.
    pub choice: Choice,
    /// Who lifts the gate.
    pub lift: Option<Lift>,
    /// The files that may be replaced, as somebody has said.
    pub replaced: Vec<PathBuf>,
}

/// What the gate says of a text, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Judgement {
    /// Line by line.
    pub lines: Vec<Line>,
    /// Open, lifted or closed, in a word.
    pub standing: &'static str,
    /// The names of the checks that close it.
    pub closed: Vec<String>,
}

/// What came of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is done.
    Written {
        /// The document.
        document: PathBuf,
        /// The files.
        paths: Vec<PathBuf>,
        /// The parts that stayed behind, by id.
        left_out: Vec<String>,
        /// What lifted the gate, to be kept in the document.
        waivers: Vec<Waiver>,
    },
    /// Nothing was written: these files are there already.
    Exists(Vec<PathBuf>),
    /// Nothing was written: the gate is closed.
    Closed(Judgement),
    /// It did not go.
    Failed {
        /// What was written before.
        paths: Vec<PathBuf>,
        /// What went wrong, and what to do.
        why: String,
        /// Whether it is about the place: another one may do.
        is_place: bool,
    },
}
