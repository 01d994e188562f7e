//! The score itself: sums over a document, and the figures that follow from them.

use super::PartScore;
use super::focus::{Eye, Focus};
use super::readability::Counts;
use crate::document::{Document, PartSpec};
use crate::lint::{Diagnostic, Facts};

/// The score of one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Score {
    /// Words, sentences and syllables of the running text; see [`super::readability`] for what that is.
    pub counts: Counts,
    /// All words, short lines, headlines and questions included; other headings, code and comments not.
    pub all_words: usize,
    /// Strikes: warnings and errors on the prose.
    pub strikes: usize,
    /// Sentences of more than [`Score::LONG_SENTENCE`] words, attributions of quotations aside.
    pub long_sentences: usize,
    /// Words of the longest sentence, attributions of quotations aside; 0 where there is none.
    pub longest_sentence: usize,
    /// Whether it is in another language than English, for which no figure but a count means anything.
    pub foreign: bool,
    /// What the sentences are about.
    pub focus: Focus,
    /// Every part that the template asks for or that was found.
    pub parts: Vec<PartScore>,
}

impl Score {
    /// Words that a sentence may have before it is long: Amazon's writers stay under 30.
    pub const LONG_SENTENCE: usize = 30;

    /// Words from which on readability is sure enough to close a gate: a sample of 200 words has a standard deviation
    /// of 1.7 grades against the whole of a document, one of 100 words 2.6.
    pub const SURE_WORDS: usize = 200;

    /// Words that adults read in a minute, silently: 238 of non-fiction, over 190 studies with 18,573 readers.
    ///
    /// M. Brysbaert, "How many words do we read per minute?", *Journal of Memory and Language* 109 (2019).
    pub const WORDS_PER_MINUTE: f64 = 238.0;

    /// The score of `document`, whose template asks for `specs` and in which the red pen found `diagnostics`.
    pub fn of(document: &Document, specs: &[PartSpec], diagnostics: &[Diagnostic]) -> Self {
        Self::knowing(document, specs, &Facts::of(document, &[]), diagnostics)
    }

    /// As [`Score::of`], with the facts of the document, which the house's terms are among.
    pub fn knowing(
        document: &Document,
        specs: &[PartSpec],
        facts: &Facts,
        diagnostics: &[Diagnostic],
    ) -> Self {
        let parts = PartScore::all(document, specs, &Eye::new(facts, diagnostics));
        let mut score = Self {
            counts: parts.iter().map(|part| part.counts).sum(),
            all_words: parts.iter().map(|part| part.words).sum(),
            strikes: diagnostics.iter().filter(|diagnostic| diagnostic.is_strike()).count(),
            focus: parts.iter().map(|part| part.focus).sum::<Focus>(),
            parts,
            ..Self::default()
        };
        score.measure_sentences(document);
        score
    }

    fn measure_sentences(&mut self, document: &Document) {
        for block in &document.blocks {
            for sentence in &block.sentences {
                let words = block.spoken_words(sentence).len();
                self.longest_sentence = self.longest_sentence.max(words);
                self.long_sentences += usize::from(words > Self::LONG_SENTENCE);
            }
        }
    }

    /// Flesch reading ease; `None` where there is nothing to count, or no English.
    pub fn reading_ease(&self) -> Option<f64> {
        self.counts.reading_ease().filter(|_| !self.foreign)
    }

    /// Flesch-Kincaid grade, in years of school; `None` where there is nothing to count.
    pub fn grade(&self) -> Option<f64> {
        self.counts.grade().filter(|_| !self.foreign)
    }

    /// Standard deviation of the grade where the text is too short for a sure one, to be shown as "± 2.6"; `None`
    /// from [`Score::SURE_WORDS`] on and where there is nothing to count.
    pub fn grade_uncertainty(&self) -> Option<f64> {
        self.counts.grade_deviation().filter(|_| self.counts.words < Self::SURE_WORDS && !self.foreign)
    }

    /// Mean length of a sentence in words; `None` without sentences.
    pub fn words_per_sentence(&self) -> Option<f64> {
        self.counts.words_per_sentence()
    }

    /// Strikes per 100 words of running text; `None` without words.
    pub fn strikes_per_100_words(&self) -> Option<f64> {
        (self.counts.words > 0 && !self.foreign)
            .then(|| self.strikes as f64 * 100.0 / self.counts.words as f64)
    }

    /// Share of sentences about the customer, 0 to 1; see [`super::focus`].
    pub fn customer_focus(&self) -> Option<f64> {
        self.focus.customer_share().filter(|_| !self.foreign)
    }

    /// Minutes to read all of it in silence, as meetings do.
    pub fn minutes(&self) -> f64 {
        Self::minutes_for(self.all_words)
    }

    /// Minutes to read `words` words in silence.
    pub fn minutes_for(words: usize) -> f64 {
        words as f64 / Self::WORDS_PER_MINUTE
    }

    /// The parts that the template asks for.
    pub fn required(&self) -> impl Iterator<Item = &PartScore> {
        self.parts.iter().filter(|part| part.required)
    }

    /// The parts that the template asks for and the document lacks.
    pub fn missing(&self) -> impl Iterator<Item = &PartScore> {
        self.required().filter(|part| !part.present)
    }
}
