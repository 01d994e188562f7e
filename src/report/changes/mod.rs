//! The changes of a redline one by one, told in sentences: a list to be read aloud, and a record for programs.
//!
//! How both texts look on one page is known to `report::redline`.

mod both;
mod json;
mod list;
mod parts;
mod places;
mod tally;
#[cfg(test)]
mod tests;
mod told;

pub use both::Both;
pub use json::json;
pub use list::list;
pub use tally::Tally;
pub use told::Teller;

use crate::redline::Redline;
use crate::text::Span;

/// Two texts that were compared, and what they are called.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// What the document is called.
    pub name: &'a str,
    /// What the texts before and after are called.
    pub heads: (&'a str, &'a str),
    /// What differs.
    pub redline: &'a Redline<'a>,
    /// The texts as they were read, where one of them is a PR/FAQ.
    pub both: Option<&'a Both>,
    /// What is said beside the texts, by place.
    pub notes: &'a [Note],
}

/// Something said beside a text: a comment, a suggestion, advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Whether it is about the text after, not the one before.
    pub after: bool,
    /// What it is about.
    pub span: Span,
    /// Who says it and what it is: `Ann Lee, question, open`; may be empty.
    pub head: String,
    /// What is said, in one paragraph.
    pub text: String,
}
