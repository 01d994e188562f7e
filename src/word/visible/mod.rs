//! Markdown as Word shows it: one text for the whole document, with the way back to the bytes of the source.
//!
//! A block ends in a line break, a soft line break is a space, the mark of a note is [`NOTE`]. What Word cannot show
//! (comments, front matter, the addresses of links, the marks of emphasis) is not in the text. Pictures, tasks and raw
//! HTML stand as the writer (`export`) sets them; a note stands behind the text, in the order of the marks.

mod reader;
mod text;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::document::Prose;
use crate::text::Span;

/// Stands for the mark of a note.
pub(super) const NOTE: char = '\u{fffc}';

/// A document as Word shows it.
#[derive(Debug, Clone, Default)]
pub(super) struct Visible {
    /// All blocks, each ended by a line break.
    pub text: String,
    /// The way back: its text is [`Visible::text`].
    pub prose: Prose,
    /// Emphasis, links, code and pictures, by their start, outer ones first.
    pub elements: Vec<Element>,
    /// In the order of the text.
    pub blocks: Vec<Place>,
    /// The marks of notes: where each stands in the text, and the name that it says.
    pub notes: Vec<(usize, String)>,
}

/// A block and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// In the text, without the line break.
    pub shown: Range<usize>,
    /// In the source: its words with the marks around them, without what makes it a heading or an item.
    pub span: Span,
    /// What makes it one.
    pub shape: Shape,
    /// The name of the note that it is of.
    pub note: Option<String>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// From 1 to 6.
    Heading(u8),
    /// Running text; in a quotation of several lines.
    Paragraph { quoted: bool },
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// Code, or raw HTML.
    Code,
}

/// Words with a mark, or a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    /// In the text.
    pub shown: Range<usize>,
    /// In the source, with its marks.
    pub outer: Span,
    /// What it is.
    pub mark: Mark,
}

/// What an [`Element`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Bold,
    Italic,
    Struck,
    Code,
    /// With its address.
    Link(String),
    Picture,
}

impl Visible {
    /// What Word shows of `source` from byte `from` on.
    pub fn of(source: &str, from: usize) -> Self {
        text::joined(reader::read(source, from), source)
    }

    /// What Word shows of `source` behind its front matter.
    #[cfg(test)]
    pub fn of_document(source: &str) -> Self {
        Self::of(source, crate::document::Document::front_matter(source).span.end)
    }
}
