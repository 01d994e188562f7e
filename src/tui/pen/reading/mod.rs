//! What a reading brings home: findings, the outline, the figures.

mod parts;

use std::sync::Arc;

use crate::analysis::Analysis;
use crate::document::Document;
use crate::score::dearest::dearest;
use crate::score::gate::Verdict;
use crate::template::Template;
use crate::text::{Bias, Change, Span};
use crate::tui::pen::Findings;
use crate::tui::widget::outline::{Item, State};
use crate::tui::widget::scores::{Gate, Scores};

/// How many of the sentences that cost most are kept.
const DEAREST: usize = 12;

/// What the red pen and the score say of one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The findings.
    pub findings: Findings,
    /// The parts of the document, in order: those found and those asked for.
    pub parts: Vec<Part>,
    /// What no reader of the finished document sees, such as front matter and comments; by place.
    pub aside: Vec<Span>,
    /// The template the document follows.
    pub template: Option<Arc<Template>>,
    /// Who sits in the empty chair, as the front matter says.
    pub customer: Option<String>,
    /// The figures.
    pub scores: Scores,
}

/// A part of the document and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its id in the template.
    pub id: String,
    /// What the outline shows of it.
    pub item: Item,
    /// Where it begins, in bytes; for a part that is missing, where it would stand.
    pub at: usize,
    /// Where each of its questions begins.
    pub questions: Vec<usize>,
}

impl Reading {
    /// What the editor needs of `analysis`.
    pub fn of(analysis: Analysis) -> Self {
        Self {
            parts: parts::of(&analysis),
            aside: aside(&analysis.document),
            scores: scores(&analysis),
            customer: analysis.document.front_matter.customer,
            template: analysis.form,
            findings: analysis.diagnostics.into(),
        }
    }

    /// Follows a change of the text.
    pub(super) fn edited(&mut self, change: &Change, words: isize) {
        self.count(change, words);
        for at in
            self.parts.iter_mut().flat_map(|part| std::iter::once(&mut part.at).chain(&mut part.questions))
        {
            *at = change.map(*at, Bias::Before);
        }
        for span in self.aside.iter_mut().chain(self.scores.dear.iter_mut().map(|dear| &mut dear.span)) {
            *span = change.map_span(*span);
        }
    }

    // Moves the counts along until the text is read again; a change in several parts is counted in the first.
    fn count(&mut self, change: &Change, words: isize) {
        let Some(hull) = change.hull().filter(|_| words != 0) else { return };
        if self.aside.iter().any(|span| span.contains(hull.start)) {
            return;
        }
        let moved = |count: usize| count.saturating_add_signed(words);
        self.scores.all_words = moved(self.scores.all_words);
        let part = self.part_at(hull.start).and_then(|index| self.parts.get_mut(index));
        if let Some(part) = part {
            part.item.words = moved(part.item.words);
        }
    }

    /// The part that `offset` stands in: the last one that begins at or before it.
    pub fn part_at(&self, offset: usize) -> Option<usize> {
        let before =
            self.parts.iter().enumerate().filter(|(_, part)| !part.is_missing() && part.at <= offset);
        before.max_by_key(|(_, part)| part.at).map(|(index, _)| index)
    }
}

impl Part {
    /// Whether the template asks for it and the document lacks it.
    pub fn is_missing(&self) -> bool {
        self.item.state == State::Missing
    }
}

fn aside(document: &Document) -> Vec<Span> {
    let mut spans: Vec<Span> = document.comments.iter().map(|comment| comment.span).collect();
    spans.push(document.front_matter.span);
    spans.retain(|span| !span.is_empty());
    spans.sort();
    spans
}

// Only what is taken for a PR/FAQ is to be exported through the gate.
fn scores(analysis: &Analysis) -> Scores {
    let score = &analysis.score;
    let most = if analysis.foreign { 0 } else { DEAREST };
    let required = score.required().count();
    Scores {
        reading_ease: score.reading_ease(),
        reading_ease_margin: None,
        grade: score.grade(),
        grade_margin: score.grade_uncertainty(),
        words: score.counts.words,
        all_words: score.all_words,
        sentences: score.counts.sentences,
        strikes_per_100_words: score.strikes_per_100_words(),
        customer_focus: score.customer_focus(),
        parts: (required > 0).then(|| (required - score.missing().count(), required)),
        gate: analysis.judged.then(|| gate(&analysis.verdict)),
        mix: score.focus,
        dear: dearest(&analysis.document, score.counts, most),
    }
}

fn gate(verdict: &Verdict) -> Gate {
    let reasons = || verdict.reasons().into_iter().map(str::to_owned).collect();
    match verdict.waivers.first() {
        _ if !verdict.pass => Gate::Closed(reasons()),
        Some(waiver) => {
            Gate::Waived(waiver.by.clone(), verdict.waivers.iter().map(|one| one.reason.clone()).collect())
        }
        None => Gate::Open,
    }
}
