//! The findings of one text, made ready to go along with it. Of a long text there are many thousands, so they are made
//! where they are read, and a key does no more than to move them.

use super::found;
use crate::lint::{Diagnostic, Severity};
use crate::text::{Bias, Change, Decoration, Decorations, Span};

/// What there is to know of a finding beside what it says; small, since every key goes through all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct State {
    /// Worse than a note: one to stop at.
    pub(super) is_stop: bool,
    /// Not shown yet: it is in the sentence being typed.
    pub(super) held: bool,
    /// Not shown any more: the writer does not want to hear it.
    pub(super) ignored: bool,
    /// Not shown for now: too mild, or of a rule that is hidden.
    pub(super) filtered: bool,
    /// Something was changed in or beside it since, so its fix may no longer fit.
    pub(super) stale: bool,
}

impl State {
    pub(super) fn is_shown(self) -> bool {
        !self.held && !self.ignored && !self.filtered
    }
}

/// The findings of one text, and where they stand by now.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Beside each of the findings.
    pub(super) states: Vec<State>,
    /// Where they stand, by index.
    pub(super) marks: Decorations<usize>,
    /// Where those stand that cover no text, such as a missing part: byte offset and index, by place.
    pub(super) points: Vec<(usize, usize)>,
    /// The indices of those that are about other places as well.
    linked: Vec<usize>,
}

impl From<Vec<Diagnostic>> for Findings {
    fn from(diagnostics: Vec<Diagnostic>) -> Self {
        let fresh =
            |found: &Diagnostic| State { is_stop: found.severity > Severity::Note, ..State::default() };
        let places = || diagnostics.iter().enumerate().map(|(index, found)| (found.span, index));
        let points = places().filter(|(span, _)| span.is_empty());
        let mut points: Vec<_> = points.map(|(span, index)| (span.start, index)).collect();
        points.sort_unstable();
        let spans = places().filter(|(span, _)| !span.is_empty());
        let marks = Decorations::new(spans.map(|(span, mark)| Decoration { span, mark }).collect());
        let is_linked = |(index, found): (usize, &Diagnostic)| (!found.related.is_empty()).then_some(index);
        let linked = diagnostics.iter().enumerate().filter_map(is_linked).collect();
        let states = diagnostics.iter().map(fresh).collect();
        Self { diagnostics, states, marks, points, linked }
    }
}

impl Findings {
    /// What was found, by place in the text that was read; what it is related to stands where that is by now.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The same, to keep.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// Goes along with a change of the text.
    pub(super) fn follow(&mut self, change: &Change) {
        self.marks.edited(change);
        for (at, _) in &mut self.points {
            *at = change.map(*at, Bias::Before);
        }
        for index in &self.linked {
            let related = self.diagnostics.get_mut(*index).map(|found| &mut found.related);
            for place in related.into_iter().flatten() {
                place.span = change.map_span(place.span);
            }
        }
    }

    /// A fix that touches what `change` changes may not be taken before the text was read again.
    pub(super) fn mark_stale(&mut self, change: &Change) {
        const REACH: usize = 512;
        let Some(hull) = change.hull() else { return };
        let around = Span::new(hull.start.saturating_sub(REACH), hull.end + REACH);
        for mark in self.marks.over(around) {
            let (Some(diagnostic), Some(state)) =
                (self.diagnostics.get(mark.mark), self.states.get_mut(mark.mark))
            else {
                continue;
            };
            let reach =
                found::fix_at(diagnostic, mark.span).map_or(mark.span, |edit| hull_of(edit.span, mark.span));
            state.stale |= reach.start <= hull.end && hull.start <= reach.end;
        }
    }
}

fn hull_of(a: Span, b: Span) -> Span {
    Span::new(a.start.min(b.start), a.end.max(b.end))
}
