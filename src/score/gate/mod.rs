//! The gate: may this document be exported?
//!
//! [`Gate::judge`] puts a score and its findings against [`Thresholds`]. Every check comes out as one [`CheckLine`]:
//! met, worth a note, or closed. A closed check is lifted by a [`Waiver`]: a named person's word with a reason, given
//! now, for whatever closes the gate, or kept in the front matter, for what did so then. Suppression comments silence findings but waive nothing.

mod edits;
mod figures;
mod findings;
mod line;
#[cfg(test)]
mod tests;
mod thresholds;
mod verdict;
mod waive;

pub use edits::{Edit, best_edits};
pub use line::CHECKS;
pub use thresholds::{Limit, Thresholds};
pub use verdict::{CheckLine, State, Verdict};
pub use waive::{ALL, is_signed};

use super::Score;
use crate::document::{Document, Waiver};
use crate::lint::Diagnostic;

/// Thresholds, and who has lifted what.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gate {
    thresholds: Thresholds,
    waivers: Vec<Waiver>,
    /// The open questions of its reviews, each as a reason; nothing where it has no reviews.
    questions: Option<Vec<String>>,
}

impl Gate {
    /// A gate that nobody has lifted yet.
    pub fn new(thresholds: Thresholds) -> Self {
        Self { thresholds, waivers: Vec::new(), questions: None }
    }

    /// The same gate, where `waivers`, given now, count beside those in the front matter of the document.
    #[must_use]
    pub fn with_waivers(mut self, waivers: impl IntoIterator<Item = Waiver>) -> Self {
        self.waivers.extend(waivers);
        self
    }

    /// The same gate for a document with reviews, in which these questions wait for an answer: each as a reason, with
    /// who asks and where.
    #[must_use]
    pub fn with_open_questions(mut self, questions: Vec<String>) -> Self {
        self.questions = Some(questions);
        self
    }

    /// What the gate says of a document with this score and these findings. `score` and `diagnostics` must come from
    /// `document` and the same template.
    pub fn judge(&self, score: &Score, diagnostics: &[Diagnostic], document: &Document) -> Verdict {
        let waivers = waive::Waivers::of(&self.waivers, &document.front_matter.waivers);
        let mut lines = figures::readability(score, &self.thresholds);
        lines.extend(figures::sentence_words(score, &self.thresholds));
        lines.extend(findings::errors(diagnostics, document, &self.thresholds, &waivers));
        lines.push(findings::missing_parts(score));
        lines.push(findings::placeholders(diagnostics, document));
        lines.extend(self.questions.as_deref().map(findings::questions));
        for line in &mut lines {
            waivers.lift(line);
        }
        Verdict::of(lines, &self.waivers)
    }
}
