//! Counting for the formulas: block by block, over the same sentences as Flesch's.

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use super::Surface;
use super::fog::is_complex;
use crate::document::{Block, Word, WordKind};
use crate::score::readability::read_sentences;
use crate::score::syllables::aloud;

/// Letters that a word has at most before it is long: Björnsson's "more than six".
const SHORT_LETTERS: usize = 6;

/// Syllables from which on a word is long for Fog and SMOG.
pub(super) const POLYSYLLABLE: u32 = 3;

impl Surface {
    /// The counts of all `blocks`.
    pub fn of<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Self {
        blocks.into_iter().map(Self::of_block).sum()
    }

    /// The counts of the running text in `block`, which is what [`crate::score::readability::count`] reads.
    pub fn of_block(block: &Block) -> Self {
        read_sentences(block).map(|words| Self::of_sentence(block, words)).sum()
    }

    fn of_sentence(block: &Block, words: &[Word]) -> Self {
        let mut surface = Self { sentences: 1, ..Self::default() };
        for (at, word) in words.iter().enumerate() {
            surface.add_word(block.word(word), word.kind, at == 0);
        }
        surface
    }

    fn add_word(&mut self, word: &str, kind: WordKind, first: bool) {
        self.words += 1;
        if kind == WordKind::Object {
            return;
        }
        self.letters += word.chars().filter(|c| c.is_alphanumeric()).count();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        self.long_words += usize::from(letters > SHORT_LETTERS);
        let syllables = aloud(word, kind);
        self.polysyllables += usize::from(syllables >= POLYSYLLABLE);
        self.complex_words += usize::from(is_complex(word, kind, syllables, first));
    }
}

impl Add for Surface {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl AddAssign for Surface {
    fn add_assign(&mut self, other: Self) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.letters += other.letters;
        self.long_words += other.long_words;
        self.polysyllables += other.polysyllables;
        self.complex_words += other.complex_words;
    }
}

impl Sum for Surface {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}
