//! The viewer of redlines: two texts side by side in the whole terminal, read and never written; of several documents one
//! at a time.
//!
//! As the editor's, [`update`](update::update) takes a message and changes the [`Model`], [`view`](view::view) draws it, and
//! both are pure; [`run`] waits for the terminal. What a line holds and where it breaks is laid out by
//! [`report::redline`](crate::report::redline), the same for the printed page.

mod card;
pub mod command;
mod find;
mod model;
mod mouse;
mod roll;
mod run;
#[cfg(test)]
mod tests;
mod update;
mod view;

pub use model::Model;
pub use run::{show, show_on};

use super::look::Look;
use crate::report::redline::{Layout, Progress, Remark};
use crate::text::Span;

/// One of the two texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Source {
    /// What it is called, for people; may hold anything.
    pub name: String,
    /// It.
    pub text: String,
}

/// What somebody said of words of the text after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its bytes in the text after.
    pub span: Span,
    /// Who said it; may hold anything.
    pub by: String,
    /// What; may hold anything.
    pub text: String,
}

/// What computes the figures before and after, away from the keys; it has none for what is no document.
pub type Scorer = Box<dyn FnOnce() -> Option<Progress> + Send>;

/// What is to be read.
pub struct Input {
    /// The text before.
    pub old: Source,
    /// The text after.
    pub new: Source,
    /// What is said of words of the text before, by place; shown under their paragraph.
    pub remarks: Vec<Remark>,
    /// What reviewers said of the text after, in any order; counted beside it, shown for the paragraph at the cursor.
    pub comments: Vec<Comment>,
    /// Makes what computes the figures, if there are any; asked once each time that the document is shown.
    pub scorer: Option<Box<dyn Fn() -> Scorer>>,
    /// Something to say at the start.
    pub note: Option<String>,
}

/// How it is to look.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Colours and signs.
    pub look: Look,
    /// The layout to begin with; by the width of the screen where there is none.
    pub layout: Option<Layout>,
    /// Whether what did not change is shown too.
    pub all: bool,
    /// Whether comments are left out.
    pub bare: bool,
}
