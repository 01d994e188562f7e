//! Finding the place of an anchor in a text that has been edited since.
//!
//! First word for word, white space aside; where the quotation stands several times, what stands around it decides, then
//! the part. Then as edited: what now stands between the old surroundings, or the stretch that shares most of its words.

mod edited;
mod fold;

use std::cell::OnceCell;

pub use fold::{Folded, folded};

use super::Anchor;
use crate::document::Document;
use crate::text::{Span, slice};
use edited::Words;

/// Where a record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its bytes in the source.
    pub span: Span,
    /// Whether the quoted words are still there, white space aside; else they were edited.
    pub exact: bool,
}

/// A text to find places in: made once, asked for many anchors.
#[derive(Debug)]
pub struct Ground<'a> {
    document: &'a Document,
    folded: Folded,
    words: OnceCell<Words>,
}

/// What the right part is worth, in characters of context.
const PART: usize = 8;

/// Characters of context that vouch for a place on their own.
const ENOUGH: usize = 8;

/// A place, as a byte of the folded text, where a quotation stands word for word.
#[derive(Debug, Clone, Copy)]
struct Exact {
    at: usize,
    /// Characters of the old surroundings that stand around it.
    around: usize,
    /// The same with what the right part is worth.
    worth: usize,
    /// Whether there is no other.
    alone: bool,
}

impl<'a> Ground<'a> {
    /// The ground of `source`, which `document` was parsed from.
    pub fn new(source: &str, document: &'a Document) -> Self {
        Self { document, folded: Folded::new(source, true), words: OnceCell::new() }
    }

    /// Where `anchor` stands now; nothing where its text is gone, or nobody can tell which of several it is. The same
    /// anchor and text always give the same place.
    pub fn place(&self, anchor: &Anchor) -> Option<Place> {
        if anchor.quote.is_empty() {
            let at = self.between(anchor)?;
            return Some(Place { span: Span::at(at), exact: true });
        }
        let exact = self.exact(anchor);
        let sure = exact.filter(|exact| exact.around >= ENOUGH);
        // Another place with the same words, where the old surroundings enclose what the words have become.
        let (start, end, exact) = match (sure, exact) {
            (Some(sure), _) => (sure.at, sure.at + anchor.quote.len(), true),
            (None, Some(weak)) => match edited::enclosed(self, anchor, weak.alone) {
                Some((start, end)) if !(start..end).contains(&weak.at) => (start, end, false),
                _ if weak.alone || weak.worth > 0 => (weak.at, weak.at + anchor.quote.len(), true),
                _ => return None,
            },
            (None, None) => {
                let found = edited::enclosed(self, anchor, true).or_else(|| edited::alike(self, anchor));
                let (start, end) = found.or_else(|| edited::enclosed(self, anchor, false))?;
                (start, end, false)
            }
        };
        let span = Span::new(self.folded.source_of(start), self.folded.source_of(end));
        Some(Place { span, exact })
    }

    /// The places where `quote` stands word for word, white space aside; within longer words only where it stands nowhere
    /// else.
    pub fn quoted(&self, quote: &str) -> Vec<Span> {
        let quote = folded(quote.trim());
        let found = occurrences(&self.folded.text, &quote).filter(|_| !quote.is_empty());
        let source = |at| Span::new(self.folded.source_of(at), self.folded.source_of(at + quote.len()));
        let found: Vec<usize> = found.collect();
        let cuts = |at: &usize| self.is_inside_word(*at) || self.is_inside_word(at + quote.len());
        let whole: Vec<usize> = found.iter().copied().filter(|at| !cuts(at)).collect();
        if whole.is_empty() { found } else { whole }.into_iter().map(source).collect()
    }

    /// The best of the places where the quotation of `anchor` stands word for word.
    fn exact(&self, anchor: &Anchor) -> Option<Exact> {
        let width = anchor.quote.len();
        let whole = !anchor.cuts_word();
        let vouched = |at: usize| {
            let around = self.context(anchor, at, at + width);
            let cut = whole && (self.is_inside_word(at) || self.is_inside_word(at + width));
            let worth = around + self.of_part(anchor, at);
            (!cut || around >= ENOUGH).then_some(Exact { at, around, worth, alone: true })
        };
        let found = occurrences(&self.folded.text, &anchor.quote).filter_map(vouched);
        found.reduce(|best, one| Exact { alone: false, ..if one.worth > best.worth { one } else { best } })
    }

    /// The byte of the source between what stood before and what stood behind an empty quotation.
    fn between(&self, anchor: &Anchor) -> Option<usize> {
        let (before, after) = (anchor.before.as_str(), anchor.after.as_str());
        let joined = [before, after].concat();
        // The less there is around it, the surer it must be that there is only one such place.
        let tries = [(joined.as_str(), before.len()), (before, before.len()), (after, 0)];
        for (needle, offset) in tries.into_iter().filter(|(needle, _)| needle.chars().count() >= ENOUGH) {
            let places = || self.folded.text.match_indices(needle).map(|(at, _)| at);
            let best = places().max_by_key(|at| (self.of_part(anchor, *at), usize::MAX - *at));
            if let Some(at) = best
                && (needle.len() == joined.len() || places().nth(1).is_none())
            {
                return Some(self.folded.source_of(at + offset));
            }
        }
        let whole = self.folded.text.trim() == joined.trim();
        whole.then(|| self.folded.source_of(before.len().min(self.folded.text.len())))
    }

    /// How much of what stood around `anchor` stands around the folded bytes `start..end`, in characters.
    fn context(&self, anchor: &Anchor, start: usize, end: usize) -> usize {
        let text = &self.folded.text;
        let before = common(anchor.before.chars().rev(), slice(text, 0..start).chars().rev());
        before + common(anchor.after.chars(), slice(text, end..text.len()).chars())
    }

    fn of_part(&self, anchor: &Anchor, at: usize) -> usize {
        let document = self.document;
        let block = document.block_at(self.folded.source_of(at)).and_then(|at| document.blocks.get(at));
        let part = block.and_then(|block| document.part_of(block));
        if part.is_some_and(|part| part.id == anchor.part) { PART } else { 0 }
    }

    fn is_inside_word(&self, at: usize) -> bool {
        let text = &self.folded.text;
        let before = slice(text, 0..at).chars().next_back();
        let after = slice(text, at..text.len()).chars().next();
        before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(&self.folded.text))
    }
}

impl Anchor {
    /// Whether the quotation began or ended within a word when it was made.
    fn cuts_word(&self) -> bool {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let head = is_word(self.before.chars().next_back()) && is_word(self.quote.chars().next());
        head || (is_word(self.quote.chars().next_back()) && is_word(self.after.chars().next()))
    }
}

/// Where `needle` stands in `text`, overlapping places too.
fn occurrences<'t>(text: &'t str, needle: &'t str) -> impl Iterator<Item = usize> + 't {
    /// A quotation that stands more often than this is told by nothing.
    const MOST: usize = 10_000;
    let step = needle.chars().next().map_or(1, char::len_utf8);
    let next = move |from: usize| slice(text, from..text.len()).find(needle).map(|at| from + at);
    std::iter::successors(next(0), move |at| next(at + step)).take(MOST)
}

/// How many characters two texts have in common at their beginning.
fn common(one: impl Iterator<Item = char>, two: impl Iterator<Item = char>) -> usize {
    one.zip(two).take_while(|(one, two)| one == two).count()
}
