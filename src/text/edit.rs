//! Edits as values: what is taken out, what is put in, and where every other position goes.

use super::{Span, slice};

/// On which side of text inserted exactly at a position the position stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bias {
    /// In front of the inserted text.
    Before,
    /// Behind the inserted text.
    After,
}

/// One replacement: the bytes of `span` go, `insert` comes. The span refers to the text *before* the edit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edit {
    /// What is taken out; empty for a pure insertion.
    pub span: Span,
    /// What is put in its place; empty for a pure deletion.
    pub insert: String,
}

impl Edit {
    /// Replaces `span` by `insert`.
    pub fn replace(span: impl Into<Span>, insert: impl Into<String>) -> Self {
        Self { span: span.into(), insert: insert.into() }
    }

    /// Inserts `text` at byte `offset`.
    pub fn insert(offset: usize, text: impl Into<String>) -> Self {
        Self::replace(Span::at(offset), text)
    }

    /// Deletes `span`.
    pub fn delete(span: impl Into<Span>) -> Self {
        Self::replace(span, "")
    }

    /// Whether it changes nothing whatever the text.
    pub fn is_noop(&self) -> bool {
        self.span.is_empty() && self.insert.is_empty()
    }

    /// Where the inserted text lies after the edit (alone) is made.
    pub fn inserted(&self) -> Span {
        Span { start: self.span.start, end: self.span.start + self.insert.len() }
    }

    /// The edit that takes this one back, `removed` being the text that `self.span` held before.
    #[must_use]
    pub fn invert(&self, removed: &str) -> Self {
        Self::replace(self.inserted(), removed)
    }

    /// Takes in `next`, made to the text after this one, where the two are one edit that leads every place and stretch to
    /// where they would: somebody types on, takes back what was typed, or deletes on. Whether it did.
    pub(super) fn join(&mut self, next: &Self) -> bool {
        let Span { start, end } = next.span;
        let inserted = self.inserted();
        if self.span.is_empty() && inserted.start <= start && end <= inserted.end {
            let (head, tail) = (start - inserted.start, end - inserted.start);
            self.insert =
                [slice(&self.insert, 0..head), &next.insert, slice(&self.insert, tail..self.insert.len())]
                    .concat();
            return true;
        }
        let is_deleted = self.insert.is_empty() && next.insert.is_empty();
        let deletes_on = is_deleted && start <= inserted.start && inserted.start <= end;
        if deletes_on {
            self.span = Span { start, end: self.span.end + (end - inserted.start) };
        }
        deletes_on
    }

    /// Where byte `offset` of the old text lies in the new one.
    ///
    /// The edges of replaced text stay edges: the old start maps to the new start and the old end to the new end.
    /// An offset strictly inside it, or at the place of a pure insertion, goes to the side `bias` names.
    pub fn map(&self, offset: usize, bias: Bias) -> usize {
        let Span { start, end } = self.span;
        let inserted = self.inserted();
        let undecided = (start < offset && offset < end) || (start == end && offset == start);
        match (undecided, bias) {
            (true, Bias::Before) => inserted.start,
            (true, Bias::After) => inserted.end,
            (false, _) if offset <= start => offset,
            (false, _) => offset - end + inserted.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_of_a_replacement_stay_edges() {
        let edit = Edit::replace(5..8, "XY");
        let both = |offset| (edit.map(offset, Bias::Before), edit.map(offset, Bias::After));
        assert_eq!(both(4), (4, 4));
        assert_eq!(both(5), (5, 5));
        assert_eq!(both(6), (5, 7));
        assert_eq!(both(8), (7, 7));
        assert_eq!(both(10), (9, 9));
    }

    #[test]
    fn an_insertion_is_passed_or_not_by_bias() {
        let edit = Edit::insert(3, "ab");
        assert_eq!((edit.map(3, Bias::Before), edit.map(3, Bias::After)), (3, 5));
        assert_eq!(edit.map(4, Bias::Before), 6);
    }
}
