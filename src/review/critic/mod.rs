//! CriticMarkup, in and out: a document and its reviews as one text that any editor opens.
//!
//! `{++added++}`, `{--gone--}`, `{~~old~>new~~}`, `{==marked==}` and `{>>comment<<}` hold neither author nor time nor
//! thread; what is written here says them at the head of a comment:
//!
//! ```text
//! {~~many customers~>42% of members~~}{>>@Ann Lee 2026-11-09T10:30:00Z s_8f3a12: Say how many.<<}
//! {==It costs $15.==}{>>@Bo 2026-11-09T10:31:00Z q_51c0de question: A month?<<}
//! {>>@Ann Lee 2026-11-09T11:00:00Z c_77aa01 re q_51c0de answered "yes"<<}
//! ```
//!
//! What has no place in the text, or would have to overlap another mark, stands behind its end with its anchor as JSON.
//! Marks are found in the bytes of the source before anybody takes it for Markdown: Markdown would turn `{--` into a
//! dash, end a table cell at the `|` in a mark, and tear a mark with a blank line in it.

mod code;
mod escape;
mod header;
mod lex;
mod read;
mod whole;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use whole::{Change, whole};

pub use lex::{Mark, MarkKind, Unclosed, lex};
pub use read::{Imported, import};
pub use write::{Refused, export};
