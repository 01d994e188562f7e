//! The cursor and what is selected.

use super::{Bias, Change, Span};

/// A selection from `anchor`, where it was begun, to `head`, where the cursor stands; bytes. Nothing is selected when
/// the two are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Selection {
    /// The end that stays when the selection is extended.
    pub anchor: usize,
    /// The end that moves: the cursor.
    pub head: usize,
}

impl Selection {
    /// From `anchor` to the cursor at `head`, in either direction.
    pub fn new(anchor: usize, head: usize) -> Self {
        Self { anchor, head }
    }

    /// A cursor at `offset` with nothing selected.
    pub fn cursor(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// What is selected, whatever the direction.
    pub fn span(self) -> Span {
        Span { start: self.anchor.min(self.head), end: self.anchor.max(self.head) }
    }

    /// Whether nothing is selected.
    pub fn is_empty(self) -> bool {
        self.anchor == self.head
    }

    /// The cursor moved to `head`; the anchor stays if `extend`, else nothing is selected.
    #[must_use]
    pub fn moved(self, head: usize, extend: bool) -> Self {
        Self { anchor: if extend { self.anchor } else { head }, head }
    }

    /// The selection after `change`: a bare cursor is pushed by text inserted at it, selected text stays selected and
    /// takes in nothing at its edges.
    #[must_use]
    pub fn map(self, change: &Change) -> Self {
        if self.is_empty() {
            return Self::cursor(change.map(self.head, Bias::After));
        }
        let span = change.map_span(self.span());
        if self.anchor < self.head {
            Self::new(span.start, span.end)
        } else {
            Self::new(span.end, span.start)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Edit;

    #[test]
    fn direction_survives_an_edit() {
        let insert = Change::from(Edit::insert(2, "ab"));
        assert_eq!(Selection::new(6, 2).map(&insert), Selection::new(8, 4));
        assert_eq!(Selection::cursor(2).map(&insert), Selection::cursor(4));
        assert_eq!(Selection::new(6, 2).map(&Change::from(Edit::delete(0..9))), Selection::cursor(0));
    }
}
