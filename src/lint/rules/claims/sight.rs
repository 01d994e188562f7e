//! Looking at the words about a claim.

use super::evidence::is_one_of;
use crate::document::{Block, Word, WordKind};
use crate::text::slice;

/// The words of a sentence, asked by index.
pub(super) struct Sight<'a> {
    /// The block it stands in.
    pub block: &'a Block,
    /// Its words.
    pub words: &'a [Word],
}

impl Sight<'_> {
    /// Whether there is a word `at` that `list` has.
    pub fn is(&self, at: usize, list: &[&str]) -> bool {
        self.words.get(at).is_some_and(|word| is_one_of(self.block.word(word), list))
    }

    /// Whether `list` has the word before the one `at`.
    pub fn before(&self, at: usize, list: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|at| self.is(at, list))
    }

    /// Whether the word `at` is a number.
    pub fn is_number(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.kind == WordKind::Number)
    }

    /// Whether nothing but white space stands between the words `at` and `at + 1`.
    pub fn joined(&self, at: usize) -> bool {
        let (Some(one), Some(two)) = (self.words.get(at), self.words.get(at + 1)) else { return false };
        slice(&self.block.prose.text, one.end as usize..two.start as usize).trim().is_empty()
    }
}
