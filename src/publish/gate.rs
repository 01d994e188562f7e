//! The gate of an export: the analysis, and what reviewers still ask.

use super::Paper;
use crate::analysis::Analysis;
use crate::document::Waiver;
use crate::report::{self, Told};
use crate::score::gate::{self, Gate, Verdict};
use crate::text::LineIndex;

/// The edits that are named under a verdict.
const EDITS: usize = 3;

/// What the gate says of a text analysed as `analysis`, where the `questions` of its reviewers are open and `waivers` count
/// beside those in its front matter.
pub fn judge(analysis: &Analysis, questions: Option<Vec<String>>, waivers: Vec<Waiver>) -> Verdict {
    let mut gate = Gate::new(analysis.thresholds).with_waivers(waivers);
    if let Some(questions) = questions {
        gate = gate.with_open_questions(questions);
    }
    gate.judge(&analysis.score, &analysis.diagnostics, &analysis.document)
}

/// `verdict` with the edits that would help most, ready to be told.
pub fn told<'a>(paper: &Paper<'a>, analysis: &Analysis, verdict: &'a Verdict) -> Told<'a> {
    let edits = gate::best_edits(&analysis.document, &analysis.score, &analysis.diagnostics, verdict, EDITS);
    let lines = LineIndex::new(paper.source);
    let place = |edit: gate::Edit| (edit.at.map(|at| lines.line_of(at) + 1), edit.said);
    Told {
        path: paper.shown,
        verdict,
        edits: edits.into_iter().map(place).collect(),
        rough: report::rough(&analysis.score),
    }
}
