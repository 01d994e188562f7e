//! Pieces of a text that a writer selects and deletes.

use super::blocks::Blocks;
use super::lead::{Lead, heading_level};
use crate::document::sentences;
use crate::text::{Buffer, Span};

/// So many bytes before the cursor are read for sentences: far more than any has, far less than a key has time for.
const REACH: usize = 16 * 1024;

/// A piece of text, from small to large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// What a double click selects.
    Word,
    /// As the red pen tells sentences apart.
    Sentence,
    /// Lines without a blank one between them; a heading and an item stand alone.
    Paragraph,
    /// A heading and all that is under it.
    Section,
}

impl Unit {
    /// The unit that holds `offset`, without the line break behind it; empty on a blank line.
    pub fn at(self, buffer: &Buffer, offset: usize) -> Span {
        if self == Self::Word {
            return buffer.word_at(offset);
        }
        let line = buffer.line_of(offset);
        let blocks = Blocks::of(buffer);
        let paragraph = blocks.paragraph(line);
        match self {
            Self::Section => blocks.content(&blocks.section(line)),
            Self::Sentence if !paragraph.is_empty() => {
                let marks = marks(buffer.line(paragraph.start));
                let span = blocks.content(&paragraph);
                sentence(buffer, Span::new(span.start + marks, span.end), offset)
            }
            _ if paragraph.is_empty() => Span::at(offset),
            _ => blocks.content(&paragraph),
        }
    }

    /// What is to go when the unit at `offset` is deleted: it, and the space or the blank lines that kept it apart.
    pub fn to_delete(self, buffer: &Buffer, offset: usize) -> Span {
        let span = self.at(buffer, offset);
        let space: &[char] = if self == Self::Sentence { &[' ', '\t'] } else { &['\n', '\r'] };
        let behind = buffer.slice(span.end..buffer.len());
        let after = behind.len() - behind.trim_start_matches(space).len();
        if after > 0 && after < behind.len() {
            return Span::new(span.start, span.end + after);
        }
        let before = buffer.slice(buffer.start()..span.start);
        let kept = before.trim_end_matches(space).len();
        Span::new(buffer.start() + kept, span.end)
    }
}

/// The smallest unit around `span` that is larger; all of the text at last.
pub fn larger(buffer: &Buffer, span: Span) -> Span {
    let around = |unit: Unit| {
        let (first, last) = (unit.at(buffer, span.start), unit.at(buffer, span.end.max(span.start)));
        let last = if last.start >= span.end && !span.is_empty() { first } else { last };
        Span::new(first.start.min(last.start), first.end.max(last.end))
    };
    let units = [Unit::Word, Unit::Sentence, Unit::Paragraph, Unit::Section];
    let larger = units.into_iter().map(around).find(|unit| unit.covers(span) && unit.len() > span.len());
    larger.unwrap_or(Span::new(buffer.start(), buffer.len()))
}

// The bytes of marks in front of the words.
fn marks(line: &str) -> usize {
    let level = heading_level(line);
    let words = line.get(level..).unwrap_or_default().trim_start();
    if level > 0 { line.len() - words.len() } else { Lead::of(line).len() }
}

// The sentence of `span` that `offset` is in, or in the space behind.
fn sentence(buffer: &Buffer, span: Span, offset: usize) -> Span {
    // A few sentences before it are enough to tell where it begins.
    let start = span.start.max(buffer.clip(offset.saturating_sub(REACH)));
    let span = Span::new(start, span.end);
    let all = sentences::split(buffer.slice(span)).map(|range| Span::from(range).shifted(span.start));
    let mut found = None;
    for one in all {
        if found.is_some() && one.start > offset {
            break;
        }
        found = Some(one);
    }
    found.unwrap_or(Span::at(offset))
}
