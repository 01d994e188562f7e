//! The score as programs read it: the `score` object of the JSON contract.

use serde::Serialize;

use super::focus::Focus;
use super::{Score, hundredths, tenths, tenths_down, tenths_up};

/// The figures of a score under the names of the contract, rounded as they are printed. Keys may be added; none changes its meaning.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figures {
    /// Words of running text.
    pub words: usize,
    /// Its sentences.
    pub sentences: usize,
    /// Flesch reading ease, `null` where there is nothing to count.
    pub flesch_reading_ease: Option<f64>,
    /// Flesch-Kincaid grade in years of school, `null` where there is nothing to count.
    pub flesch_kincaid_grade: Option<f64>,
    /// Standard deviation of the grade, `null` where the text is long enough for a sure one.
    pub grade_uncertainty: Option<f64>,
    /// Mean length of a sentence, `null` without sentences.
    pub words_per_sentence: Option<f64>,
    /// Warnings and errors on the prose.
    pub strikes: usize,
    /// Strikes per 100 words of running text, `null` without words.
    pub strikes_per_100_words: Option<f64>,
    /// Share of sentences about the customer, 0 to 1, `null` where no sentence is about anybody.
    pub customer_focus: Option<f64>,
    /// How many sentences are about what.
    pub centres: Focus,
    /// The same for each part that a customer reads.
    pub centres_by_part: Vec<PartCentres>,
    /// Sentences of more than 30 words.
    pub long_sentences: usize,
    /// Words of the longest sentence.
    pub longest_sentence: usize,
    /// All words, short lines, headlines and questions included.
    pub all_words: usize,
    /// Minutes to read all of it in silence.
    pub minutes_to_read: f64,
    /// Ids of the parts that have something to read in them.
    pub parts_present: Vec<String>,
    /// Ids of the parts that the template asks for.
    pub parts_required: Vec<String>,
    /// Ids of the parts that the template asks for and the document lacks.
    pub parts_missing: Vec<String>,
}

/// What the sentences of one part are about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartCentres {
    /// The part's id.
    pub part: String,
    /// How many sentences are about what.
    #[serde(flatten)]
    pub centres: Focus,
}

impl PartCentres {
    /// The parts of `score` that have a sentence which a customer reads.
    fn all(score: &Score) -> Vec<Self> {
        let read = score.parts.iter().filter(|part| part.focus.all() > 0);
        read.map(|part| Self { part: part.id.clone(), centres: part.focus }).collect()
    }
}

impl From<&Score> for Figures {
    fn from(score: &Score) -> Self {
        let ids =
            |parts: &mut dyn Iterator<Item = &super::PartScore>| parts.map(|part| part.id.clone()).collect();
        Self {
            words: score.counts.words,
            sentences: score.counts.sentences,
            flesch_reading_ease: score.reading_ease().map(tenths_down),
            flesch_kincaid_grade: score.grade().map(tenths_up),
            grade_uncertainty: score.grade_uncertainty().map(tenths),
            words_per_sentence: score.words_per_sentence().map(tenths),
            strikes: score.strikes,
            strikes_per_100_words: score.strikes_per_100_words().map(tenths),
            customer_focus: score.customer_focus().map(hundredths),
            centres: score.focus,
            centres_by_part: PartCentres::all(score),
            long_sentences: score.long_sentences,
            longest_sentence: score.longest_sentence,
            all_words: score.all_words,
            minutes_to_read: tenths_up(score.minutes()),
            parts_present: ids(&mut score.parts.iter().filter(|part| part.present)),
            parts_required: ids(&mut score.required()),
            parts_missing: ids(&mut score.missing()),
        }
    }
}
