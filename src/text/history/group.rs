//! One group of steps that are undone together.

use std::time::Duration;

use super::{PAUSE, Step, StepKind};
use crate::text::{Applied, Buffer, Change, Edit, Selection};

#[derive(Debug, Clone)]
pub(super) struct Group {
    /// What to make, last one first, to get to the other side: inverses while done, the steps while undone.
    changes: Vec<Change>,
    pub(super) before: Selection,
    pub(super) after: Selection,
    kind: StepKind,
    last: Duration,
    has_word: bool,
}

impl Group {
    /// A group of this step, and whether it takes further ones.
    pub(super) fn begin(step: &Step, applied: &Applied) -> (Self, bool) {
        let mut group = Self {
            changes: Vec::new(),
            before: step.before,
            after: step.after,
            kind: step.kind,
            last: step.at,
            has_word: false,
        };
        let is_open = group.extend(step, applied);
        (group, is_open)
    }

    /// Whether `step` carries on with what this group does.
    pub(super) fn takes(&self, step: &Step) -> bool {
        self.kind == step.kind && self.after == step.before && step.at.saturating_sub(self.last) <= PAUSE
    }

    /// Adds a step; whether further ones may follow.
    pub(super) fn extend(&mut self, step: &Step, applied: &Applied) -> bool {
        self.after = step.after;
        self.last = step.at;
        let joined = self.changes.last().and_then(|last| joined(last, &applied.inverse));
        match (joined, self.changes.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => self.changes.push(applied.inverse.clone()),
        }
        let typed = || applied.change.edits().iter().map(|edit| edit.insert.as_str());
        let ends_word = self.has_word && typed().any(|text| text.ends_with(char::is_whitespace));
        self.has_word |= typed().any(|text| text.contains(char::is_alphanumeric));
        match self.kind {
            StepKind::Typing => !ends_word,
            StepKind::Deleting => true,
            StepKind::Alone => false,
        }
    }

    /// Makes the group's changes in `buffer` and turns it round.
    pub(super) fn run(&mut self, buffer: &mut Buffer) -> Vec<Applied> {
        let changes = std::mem::take(&mut self.changes);
        let applied: Vec<_> = changes.into_iter().rev().map(|change| buffer.apply(change)).collect();
        self.changes = applied.iter().map(|applied| applied.inverse.clone()).collect();
        applied
    }
}

// Two inverses as one where that is one edit, so that a day of typing does not keep one entry per key.
fn joined(earlier: &Change, later: &Change) -> Option<Change> {
    let ([earlier], [later]) = (earlier.edits(), later.edits()) else { return None };
    if !later.insert.is_empty() && later.span.is_empty() && earlier.span.is_empty() {
        let backspaced = later.inserted().end == earlier.span.start;
        let deleted = later.span.start == earlier.span.start;
        return match (backspaced, deleted) {
            (true, _) => Some([later.insert.as_str(), &earlier.insert].concat()),
            (_, true) => Some([earlier.insert.as_str(), &later.insert].concat()),
            _ => None,
        }
        .map(|text| Edit::insert(later.span.start, text).into());
    }
    let typed_on =
        later.insert.is_empty() && earlier.span.end == later.span.start && !earlier.span.is_empty();
    typed_on.then(|| Edit::replace(earlier.span.start..later.span.end, earlier.insert.as_str()).into())
}
