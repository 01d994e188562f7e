//! How a record holds on to its text: by quoting it.

use super::place::{Folded, folded};
use crate::document::Document;
use crate::text::{Span, slice};

/// A quotation with a little of what stands around it. White space is folded, so that a re-wrapped paragraph is still
/// quoted word for word; everything else is the source as it stands, markup included.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Anchor {
    /// Id of the part that it stands in; empty where none was known.
    pub part: String,
    /// The quoted text. Empty for a place between two words.
    pub quote: String,
    /// What stood before it.
    pub before: String,
    /// What stood behind it.
    pub after: String,
}

/// How much is kept of what stands around a quotation, in characters.
const CONTEXT: usize = 32;

/// How far to look for that much, in bytes: white space may be long.
const REACH: usize = 4 * CONTEXT + 64;

impl Anchor {
    /// The anchor of `span` in `source`, which `document` was parsed from. White space at its ends is left out.
    pub fn of(source: &str, document: &Document, span: Span) -> Self {
        let span = trimmed(source, span);
        let part = document.block_at(span.start).and_then(|at| document.blocks.get(at));
        let part = part.and_then(|block| document.part_of(block)).map(|part| part.id.clone());
        let from = floor(source, span.start.saturating_sub(REACH));
        let to = floor(source, span.end.saturating_add(REACH));
        let before = Folded::new(slice(source, from..span.start), from == 0).text;
        let after = folded(slice(source, span.end..to));
        let skip = before.chars().count().saturating_sub(CONTEXT);
        Self {
            part: part.unwrap_or_default(),
            quote: folded(slice(source, span)),
            before: before.chars().skip(skip).collect(),
            after: after.chars().take(CONTEXT).collect(),
        }
    }
}

/// `span` without white space at its ends; never outside `source`, never cutting a character. A place within white
/// space is moved to where that begins.
fn trimmed(source: &str, span: Span) -> Span {
    let (start, end) = (floor(source, span.start), floor(source, span.end));
    let text = slice(source, start..end.max(start));
    let mut inked = text.char_indices().filter(|(at, c)| !is_folded(source, start + at, *c));
    let Some((head, first)) = inked.next() else { return Span::at(run_start(source, start)) };
    let (tail, last) = inked.next_back().unwrap_or((head, first));
    Span::new(start + head, start + tail + last.len_utf8())
}

/// Where the white space begins that byte `at` stands in; `at` where it stands before or behind a word.
fn run_start(source: &str, at: usize) -> usize {
    let next = slice(source, at..source.len()).chars().next();
    if !next.is_some_and(|next| is_folded(source, at, next)) {
        return at;
    }
    let before = slice(source, 0..at).char_indices().rev();
    before.take_while(|(at, c)| is_folded(source, *at, *c)).last().map_or(at, |(at, _)| at)
}

/// Whether the `character` at byte `at` is folded: white space, and `>` at the head of a line.
pub(super) fn is_folded(source: &str, at: usize, character: char) -> bool {
    let head = || {
        let line = slice(source, 0..at).chars().rev().take_while(|c| *c != '\n');
        line.into_iter().all(|c| c.is_whitespace() || c == '>')
    };
    character.is_whitespace() || (character == '>' && head())
}

/// The last boundary of a character at or before `offset`.
fn floor(source: &str, offset: usize) -> usize {
    (0..=offset.min(source.len())).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0)
}
