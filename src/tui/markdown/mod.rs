//! What a writer of Markdown expects of the keys: lists that go on, words made bold, headings, parts that move.
//!
//! Each function looks at a text and a selection and says what is to change; who made the change, and what else
//! follows it, is known elsewhere. Lines are those of the source, not the rows of the screen.

mod blocks;
mod emphasis;
mod heading;
mod lead;
mod link;
mod list;
mod paragraph;
mod shift;
#[cfg(test)]
mod tests;
mod unit;
mod wrap;

use std::ops::RangeInclusive;

pub use emphasis::{Mark, toggle};
pub use heading::{set_heading, shift_heading};
pub use lead::heading_level;
pub use link::{Link, link_at, link_to};
pub use list::{enter, indent, outdent};
pub use paragraph::{join, split};
pub use shift::{Direction, shift};
pub use unit::{Unit, larger};
pub use wrap::wrap;

use crate::text::{Buffer, Change, Edit, Selection, Span};

/// A change and where the selection is after it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Done {
    /// The change; empty where there is nothing to do.
    pub change: Change,
    /// The selection in the text after it.
    pub after: Selection,
}

impl Done {
    /// The change of `edits`; the selection goes along.
    fn new(edits: Vec<Edit>, selection: Selection) -> Self {
        let change = Change::new(edits);
        Self { after: selection.map(&change), change }
    }
}

/// The lines, from 0, that `selection` has a part of; one that it only ends before is none of them.
fn lines(buffer: &Buffer, selection: Selection) -> RangeInclusive<usize> {
    let span = selection.span();
    let (first, last) = (buffer.line_of(span.start), buffer.line_of(span.end));
    let ends_before = last > first && span.end == buffer.line_span(last).start;
    first..=if ends_before { last - 1 } else { last }
}

fn is_blank(buffer: &Buffer, line: usize) -> bool {
    buffer.line(line).trim().is_empty()
}

/// The lines around `span`, up to blank ones: enough for Markdown to tell what words in them are marked.
fn around(buffer: &Buffer, span: Span) -> Span {
    let (first, last) = (buffer.line_of(span.start), buffer.line_of(span.end));
    let start = (0..first).rev().take_while(|line| !is_blank(buffer, *line)).last().unwrap_or(first);
    let below = first.max(last) + 1..buffer.line_count();
    let end = below.take_while(|line| !is_blank(buffer, *line)).last().unwrap_or(last);
    Span::new(buffer.line_content(start).start, buffer.line_content(end).end)
}
