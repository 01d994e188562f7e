//! What is to be replaced, and by what.

use crate::text::{Buffer, Edit, Search, Span};

/// The replacements that are asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    /// One for each place, in order.
    pub(super) edits: Vec<Edit>,
    /// How many places were left out because they are front matter or code.
    pub(super) left_out: usize,
}

impl Plan {
    /// Replaces what `search` finds `within` a span by `with`, but nothing that has a part in `asides`, which are in
    /// order.
    pub(super) fn new(
        buffer: &Buffer,
        search: &Search,
        with: &str,
        within: Option<Span>,
        asides: &[Span],
    ) -> Self {
        let is_within = |edit: &Edit| within.is_none_or(|within| within.covers(edit.span));
        let mut plan = Self::default();
        for edit in search.replacements(buffer, with).filter(is_within) {
            let at = asides.partition_point(|aside| aside.end <= edit.span.start);
            if asides.get(at).is_some_and(|aside| aside.overlaps(edit.span)) {
                plan.left_out += 1;
            } else {
                plan.edits.push(edit);
            }
        }
        plan
    }

    /// Which of the places is `span`.
    pub(super) fn position(&self, span: Span) -> Option<usize> {
        self.edits.binary_search_by_key(&span, |edit| edit.span).ok()
    }

    /// The first place from byte `from` on; from the start again where there is none.
    pub(super) fn next(&self, from: usize) -> Option<Span> {
        let at = self.edits.partition_point(|edit| edit.span.start < from);
        self.edits.get(at).or(self.edits.first()).map(|edit| edit.span)
    }

    /// The last place before byte `before`; from the end again where there is none.
    pub(super) fn previous(&self, before: usize) -> Option<Span> {
        let at = self.edits.partition_point(|edit| edit.span.start < before);
        at.checked_sub(1).and_then(|at| self.edits.get(at)).or(self.edits.last()).map(|edit| edit.span)
    }

    /// The replacements from the place that is `here` or behind it on.
    pub(super) fn from(&self, here: Span) -> impl Iterator<Item = &Edit> {
        let at = self.edits.partition_point(|edit| edit.span.start < here.start);
        self.edits.iter().skip(if at < self.edits.len() { at } else { 0 })
    }
}
