//! The readability formulas beside Flesch's two: Gunning Fog, SMOG, Coleman-Liau, ARI and LIX.
//!
//! They are shown on request (`prfaq score --all`) and gate nothing, so what they need is counted only then: [`Surface`]
//! reads the same running text as [`super::readability`]. Like Flesch's they measure the surface, the length of words
//! and sentences, and judge neither clarity nor truth; between themselves they differ by three to four grades on one text.

mod count;
mod fog;
#[cfg(test)]
mod tests;

use serde::Serialize;

use super::tenths;

/// What the formulas need. Counts of two texts add up to the counts of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Surface {
    /// Words of running text.
    pub words: usize,
    /// Its sentences.
    pub sentences: usize,
    /// Letters and figures of its words; code, URLs and paths have none.
    pub letters: usize,
    /// Words of more than six letters.
    pub long_words: usize,
    /// Words of three syllables or more, figures and acronyms as they are read aloud.
    pub polysyllables: usize,
    /// Words of three syllables or more that are hard by Gunning's rules.
    pub complex_words: usize,
}

impl Surface {
    /// Fewest sentences that SMOG is defined for; its sample is ten from the start, the middle and the end of a text.
    pub const SMOG_SENTENCES: usize = 30;

    /// Gunning Fog index, `0.4 · (words/sentences + 100 · complex/words)`: years of school. `None` without words or
    /// sentences.
    ///
    /// R. Gunning, *The Technique of Clear Writing* (1952). He took each independent clause for a sentence; like
    /// every program since, this one takes sentences.
    pub fn gunning_fog(&self) -> Option<f64> {
        Some(0.4 * (self.words_per_sentence()? + 100.0 * self.per_word(self.complex_words)?))
    }

    /// SMOG grade, `1.0430 · √(30 · polysyllables/sentences) + 3.1291`: years of school to understand all of it, so it
    /// reads about two higher than the others. `None` without words or sentences; meant for
    /// [`Surface::SMOG_SENTENCES`] and more.
    ///
    /// G. H. McLaughlin, "SMOG grading: a new readability formula", *Journal of Reading* 12 (1969), 639–646; its
    /// standard error is 1.5 grades.
    pub fn smog(&self) -> Option<f64> {
        self.words_per_sentence()?;
        let in_thirty = 30.0 * self.polysyllables as f64 / self.sentences as f64;
        Some(1.0430 * in_thirty.sqrt() + 3.1291)
    }

    /// Coleman-Liau index, `0.0588 · letters per 100 words − 0.296 · sentences per 100 words − 15.8`: years of school.
    /// `None` without words or sentences.
    ///
    /// M. Coleman, T. L. Liau, "A computer readability formula designed for machine scoring", *Journal of Applied
    /// Psychology* 60 (1975), 283–284.
    pub fn coleman_liau(&self) -> Option<f64> {
        self.words_per_sentence()?;
        let hundred = |count| self.per_word(count).map(|share| 100.0 * share);
        Some(0.0588 * hundred(self.letters)? - 0.296 * hundred(self.sentences)? - 15.8)
    }

    /// Automated Readability Index, `4.71 · letters/words + 0.5 · words/sentences − 21.43`: years of school. `None`
    /// without words or sentences.
    ///
    /// R. J. Senter, E. A. Smith, AMRL-TR-66-220, Aerospace Medical Research Laboratories (1967). Letters and figures
    /// are counted, not punctuation, as nearly all programs do.
    pub fn automated_readability(&self) -> Option<f64> {
        Some(4.71 * self.per_word(self.letters)? + 0.5 * self.words_per_sentence()? - 21.43)
    }

    /// LIX, `words/sentences + 100 · long/words`: 30 is easy, 40 a newspaper, 50 hard. It needs no syllables. `None`
    /// without words or sentences.
    ///
    /// C.-H. Björnsson, *Läsbarhet* (1968).
    pub fn lix(&self) -> Option<f64> {
        Some(self.words_per_sentence()? + 100.0 * self.per_word(self.long_words)?)
    }

    fn words_per_sentence(&self) -> Option<f64> {
        (self.words > 0 && self.sentences > 0).then(|| self.words as f64 / self.sentences as f64)
    }

    fn per_word(&self, count: usize) -> Option<f64> {
        (self.words > 0).then(|| count as f64 / self.words as f64)
    }
}

/// The formulas' results under the names of the JSON contract, rounded as they are printed; `null` where there is
/// nothing to measure.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Formulas {
    /// [`Surface::gunning_fog`].
    pub gunning_fog: Option<f64>,
    /// [`Surface::smog`]; `null` under [`Surface::SMOG_SENTENCES`].
    pub smog: Option<f64>,
    /// [`Surface::coleman_liau`].
    pub coleman_liau: Option<f64>,
    /// [`Surface::automated_readability`].
    pub automated_readability: Option<f64>,
    /// [`Surface::lix`].
    pub lix: Option<f64>,
}

impl From<&Surface> for Formulas {
    fn from(surface: &Surface) -> Self {
        let enough = surface.sentences >= Surface::SMOG_SENTENCES;
        Self {
            gunning_fog: surface.gunning_fog().map(tenths),
            smog: surface.smog().filter(|_| enough).map(tenths),
            coleman_liau: surface.coleman_liau().map(tenths),
            automated_readability: surface.automated_readability().map(tenths),
            lix: surface.lix().map(tenths),
        }
    }
}
