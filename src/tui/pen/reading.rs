//! What a reading brings home: findings, the outline, the figures.

use crate::lint::Diagnostic;
use crate::text::{Bias, Change, Span};

/// What the red pen and the score say of one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The findings, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The parts of the document, in order: those found and those asked for.
    pub parts: Vec<PartState>,
    /// What no reader of the finished document sees, such as front matter and comments; by place.
    pub aside: Vec<Span>,
    /// The figures.
    pub figures: Figures,
}

/// A part of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartState {
    /// Its name, as people read it.
    pub title: String,
    /// Where it begins; for a part that is missing, where it would stand.
    pub at: usize,
    /// Whether the template asks for it and the document lacks it.
    pub is_missing: bool,
    /// How many words it has.
    pub words: usize,
    /// How many it should have at most.
    pub max_words: Option<usize>,
    /// How many strikes are in it.
    pub strikes: usize,
}

/// The figures of a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// Words of prose.
    pub words: usize,
    /// Sentences of prose.
    pub sentences: usize,
    /// Flesch reading ease; higher is easier.
    pub reading_ease: Option<f64>,
    /// Flesch-Kincaid grade, in years of school.
    pub grade: Option<f64>,
    /// Strikes.
    pub strikes: usize,
    /// The part of the sentences with somebody in them that are about the customer, 0 to 1.
    pub customer_focus: Option<f64>,
    /// Whether it may be exported.
    pub verdict: Option<Verdict>,
}

/// What the gate says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the gate is open.
    pub is_open: bool,
    /// Why it is not.
    pub reasons: Vec<String>,
}

impl Figures {
    /// Strikes per 100 words; `None` where there are no words.
    pub fn strikes_per_100_words(&self) -> Option<f64> {
        (self.words > 0).then(|| self.strikes as f64 * 100.0 / self.words as f64)
    }
}

impl Reading {
    /// Follows a change of the text.
    pub(super) fn edited(&mut self, change: &Change) {
        for part in &mut self.parts {
            part.at = change.map(part.at, Bias::Before);
        }
        for span in &mut self.aside {
            *span = change.map_span(*span);
        }
    }

    /// The part that `offset` stands in: the last one that begins at or before it.
    pub fn part_at(&self, offset: usize) -> Option<usize> {
        let found = self.parts.iter().enumerate().filter(|(_, part)| !part.is_missing && part.at <= offset);
        found.max_by_key(|(_, part)| part.at).map(|(index, _)| index)
    }
}
