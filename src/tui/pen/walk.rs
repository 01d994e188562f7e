//! Going from strike to strike.

use super::{Found, Pen};
use crate::lint::Category;
use crate::text::Span;

impl Pen {
    /// Place and index of all that is shown and worse than a note; in order but for the points.
    pub(super) fn stops(&self) -> impl Iterator<Item = (Span, usize)> {
        let spans = self.found.marks.as_slice().iter().map(|mark| (mark.span, mark.mark));
        let points = self.found.points.iter().map(|(at, index)| (Span::at(*at), *index));
        let is_stop = |index: usize| {
            self.found.states.get(index).is_some_and(|state| state.is_stop && state.is_shown())
        };
        spans.chain(points).filter(move |(_, index)| is_stop(*index))
    }

    /// The next strike or complaint behind `offset`; from the start again where there is none.
    pub fn next(&self, offset: usize) -> Option<Found<'_>> {
        let next = self.stops().min_by_key(|(span, _)| (span.start <= offset, span.start));
        next.and_then(|(span, index)| self.shown(span, index))
    }

    /// The next placeholder behind `offset`; from the start again where there is none.
    pub fn next_gap(&self, offset: usize) -> Option<Found<'_>> {
        let is_gap = |index: usize| {
            let found = self.found.diagnostics().get(index);
            found.is_some_and(|found| found.category == Category::Placeholder)
        };
        let gaps = self.stops().filter(|(_, index)| is_gap(*index));
        let next = gaps.min_by_key(|(span, _)| (span.start <= offset, span.start));
        next.and_then(|(span, index)| self.shown(span, index))
    }

    /// The last one before `offset`; from the end again where there is none.
    pub fn previous(&self, offset: usize) -> Option<Found<'_>> {
        let previous = self.stops().max_by_key(|(span, _)| (span.start < offset, span.start));
        previous.and_then(|(span, index)| self.shown(span, index))
    }

    /// Whether any strike or complaint is shown.
    pub fn has_stops(&self) -> bool {
        self.stops().next().is_some()
    }

    /// How many strikes and complaints are shown before `offset`, and how many in all.
    pub fn count(&self, offset: usize) -> (usize, usize) {
        let count = |(before, all): (usize, usize), (span, _): (Span, usize)| {
            (before + usize::from(span.start < offset), all + 1)
        };
        self.stops().fold((0, 0), count)
    }
}
