//! Which change a word belongs to, by where it stands.

use crate::redline::{Change, ChangeKind, Redline, Row};
use crate::text::Span;

/// The changes of a redline, by place.
#[derive(Debug)]
pub(super) struct Numbers {
    /// Spans of the text before with their numbers, in order; moves are kept apart, since others stand within them.
    old: Vec<(Span, usize)>,
    /// The same of the text after.
    new: Vec<(Span, usize)>,
    /// The number of each move.
    moves: Vec<Option<usize>>,
}

impl Numbers {
    pub fn of(redline: &Redline<'_>, changes: &[Change]) -> Self {
        let mut moves = vec![None; redline.moves.len()];
        for change in changes.iter().filter(|change| change.kind == ChangeKind::Moved) {
            if let Some(Row::MovedTo { moved, .. } | Row::MovedFrom { moved, .. }) =
                redline.rows.get(change.row)
                && let Some(number) = moves.get_mut(*moved)
            {
                *number = Some(change.number);
            }
        }
        Self { old: spans(changes, |change| change.old), new: spans(changes, |change| change.new), moves }
    }

    /// The change that byte `at` of the text before is in.
    pub fn in_old(&self, at: usize) -> Option<usize> {
        find(&self.old, at)
    }

    /// The change that byte `at` of the text after is in.
    pub fn in_new(&self, at: usize) -> Option<usize> {
        find(&self.new, at)
    }

    /// The number of move `moved`.
    pub fn of_move(&self, moved: usize) -> Option<usize> {
        self.moves.get(moved).copied().flatten()
    }
}

fn spans(changes: &[Change], span: impl Fn(&Change) -> Span) -> Vec<(Span, usize)> {
    let inner = changes.iter().filter(|change| change.kind != ChangeKind::Moved);
    let mut spans: Vec<(Span, usize)> =
        inner.map(|change| (span(change), change.number)).filter(|(span, _)| !span.is_empty()).collect();
    spans.sort_unstable();
    spans
}

fn find(spans: &[(Span, usize)], at: usize) -> Option<usize> {
    let behind = spans.partition_point(|(span, _)| span.start <= at);
    let (span, number) = spans.get(behind.checked_sub(1)?)?;
    (at < span.end).then_some(*number)
}
