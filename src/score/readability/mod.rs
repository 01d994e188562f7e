//! Flesch reading ease, Flesch-Kincaid grade, and what is counted for them. The other formulas are in `formulas`.
//!
//! Surface measures of sentence and word length: they explain about 30 % of how hard readers find a text and judge
//! neither clarity nor truth. What counts as running text follows Flesch, *How to Write Plain English* (1979), and the
//! statutes that copied him (Connecticut § 38a-298, Florida 627.4145): headings, questions, captions, datelines and
//! signature lines do not.

#[cfg(test)]
mod tests;

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use super::syllables::{Counter, flesch_syllables};
use crate::document::{Block, BlockKind, Role, Sentence, Word, WordKind};

/// Fewest words of a sentence without a final stop. A shorter one is a label or an entry of a list, which nobody reads
/// as a sentence; a longer one counts, or leaving out full stops would lower the grade.
pub const FRAGMENT_WORDS: usize = 8;

/// What the formulas need. Counts of two texts add up to the counts of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Words of running text.
    pub words: usize,
    /// Its sentences.
    pub sentences: usize,
    /// Its syllables, by Flesch's rules.
    pub syllables: usize,
}

impl Counts {
    /// Flesch reading ease, `206.835 − 1.015 · words/sentences − 84.6 · syllables/words`: 60 is plain English, 30 is
    /// hard, and there is no bound either way. `None` without words or sentences.
    ///
    /// R. Flesch, "A new readability yardstick", *Journal of Applied Psychology* 32 (1948), 221–233.
    pub fn reading_ease(&self) -> Option<f64> {
        Some(206.835 - 1.015 * self.words_per_sentence()? - 84.6 * self.syllables_per_word()?)
    }

    /// Flesch-Kincaid grade, `0.39 · words/sentences + 11.8 · syllables/words − 15.59`: years of school in the United
    /// States. `None` without words or sentences.
    ///
    /// J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, Research Branch Report 8-75, Naval Technical
    /// Training Command (1975).
    pub fn grade(&self) -> Option<f64> {
        Some(0.39 * self.words_per_sentence()? + 11.8 * self.syllables_per_word()? - 15.59)
    }

    /// Mean length of a sentence in words; `None` without sentences.
    pub fn words_per_sentence(&self) -> Option<f64> {
        (self.sentences > 0 && self.words > 0).then(|| self.words as f64 / self.sentences as f64)
    }

    /// Mean length of a word in syllables; `None` without words.
    pub fn syllables_per_word(&self) -> Option<f64> {
        (self.words > 0).then(|| self.syllables as f64 / self.words as f64)
    }

    /// Standard deviation, in grades, of the Flesch-Kincaid grade of so many words of a document around the grade of
    /// all of it; `None` without words. See [`grade_deviation`].
    pub fn grade_deviation(&self) -> Option<f64> {
        grade_deviation(self.words)
    }
}

/// Words of a sample and the standard deviation of its grade, measured on contiguous samples of 24 public PR/FAQs.
const DEVIATIONS: [(f64, f64); 5] = [(50.0, 3.3), (100.0, 2.6), (200.0, 1.7), (400.0, 1.2), (800.0, 0.7)];

/// How far the grade of `words` words lies from the grade of a long text of the same hand: the "± 1.7" beside a
/// grade, one standard deviation in grades. Between the measured sizes it is interpolated over the logarithm of the
/// words; below 50 words it is that of 50 (in truth more), above 800 it falls with the square root. `None` without
/// words.
pub fn grade_deviation(words: usize) -> Option<f64> {
    let size = words as f64;
    let [smallest, .., largest] = DEVIATIONS;
    if words == 0 {
        return None;
    }
    if size <= smallest.0 {
        return Some(smallest.1);
    }
    let steps = DEVIATIONS.iter().zip(DEVIATIONS.iter().skip(1));
    let within = steps.into_iter().find(|(_, upper)| size <= upper.0).map(|(lower, upper)| {
        let share = (size / lower.0).ln() / (upper.0 / lower.0).ln();
        lower.1 + share * (upper.1 - lower.1)
    });
    Some(within.unwrap_or_else(|| largest.1 * (largest.0 / size).sqrt()))
}

impl Counts {
    /// These counts without those of a part of the text; `None` where it is more than all.
    pub fn without(self, part: Self) -> Option<Self> {
        Some(Self {
            words: self.words.checked_sub(part.words)?,
            sentences: self.sentences.checked_sub(part.sentences)?,
            syllables: self.syllables.checked_sub(part.syllables)?,
        })
    }
}

impl Counts {
    /// What a part of the text of `one` adds to the grade of all, in years of school; `None` where it is not counted or is
    /// all there is.
    pub fn added_by(self, one: Self) -> Option<f64> {
        one.grade()?;
        Some(self.grade()? - self.without(one)?.grade()?)
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.words += other.words;
        self.sentences += other.sentences;
        self.syllables += other.syllables;
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

/// The counts of all `blocks`: the sum of [`count`] over them, several times faster.
pub fn count_all<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Counts {
    let mut counter = Counter::new();
    blocks.into_iter().map(|block| count_remembered(block, &mut counter)).sum()
}

/// The counts of the running text in `block`; nothing for headings, questions, attributions, labels, code and table
/// cells. A sentence without a final stop counts from [`FRAGMENT_WORDS`] words up, one without words never.
pub fn count(block: &Block) -> Counts {
    count_with(block, flesch_syllables)
}

/// As [`count`], with a counter that is kept from block to block: several times faster.
pub(super) fn count_remembered(block: &Block, counter: &mut Counter) -> Counts {
    count_with(block, |word, kind| counter.flesch_syllables(word, kind))
}

/// The counts of one `sentence` of `block`, as they go into those of the block.
pub fn count_one(block: &Block, sentence: &Sentence) -> Counts {
    let words = is_running(block).then(|| read_words(block, sentence)).flatten();
    words.map_or_else(Counts::default, |words| count_words(block, words, &mut flesch_syllables))
}

/// As [`count_one`], with a counter that is kept.
pub(super) fn count_one_remembered(block: &Block, sentence: &Sentence, counter: &mut Counter) -> Counts {
    let words = is_running(block).then(|| read_words(block, sentence)).flatten();
    let mut syllables = |word: &str, kind: WordKind| counter.flesch_syllables(word, kind);
    words.map_or_else(Counts::default, |words| count_words(block, words, &mut syllables))
}

/// The sentences of running text in `block`, as words: what every formula counts.
pub(super) fn read_sentences(block: &Block) -> impl Iterator<Item = &[Word]> {
    let sentences: &[Sentence] = if is_running(block) { &block.sentences } else { Default::default() };
    sentences.iter().filter_map(|sentence| read_words(block, sentence))
}

/// Whether `block` is running text.
fn is_running(block: &Block) -> bool {
    let unread = matches!(block.kind, BlockKind::Cell | BlockKind::Code | BlockKind::Heading(_));
    block.role == Role::Prose && !unread
}

/// The words of `sentence`; `None` for a label and for one without words.
fn read_words<'b>(block: &'b Block, sentence: &Sentence) -> Option<&'b [Word]> {
    let words = block.words_of(sentence);
    let label = !sentence.terminated && words.len() < FRAGMENT_WORDS;
    (!words.is_empty() && !label).then_some(words)
}

fn count_with(block: &Block, mut syllables: impl FnMut(&str, WordKind) -> u32) -> Counts {
    read_sentences(block).map(|words| count_words(block, words, &mut syllables)).sum()
}

fn count_words(block: &Block, words: &[Word], syllables: &mut impl FnMut(&str, WordKind) -> u32) -> Counts {
    let syllables = words.iter().map(|word| syllables(block.word(word), word.kind) as usize).sum();
    Counts { words: words.len(), sentences: 1, syllables }
}
