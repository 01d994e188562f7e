//! Several edits made as one: a transaction.

use super::{Bias, Edit, Span, slice};

/// Edits that are made together. All spans refer to the text *before* the change; they are sorted and share no byte.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Change {
    edits: Vec<Edit>,
}

impl Change {
    /// Sorts `edits` by place, in the order given where places are equal. An edit that shares a byte with one before
    /// it, and one that changes nothing, is left out.
    pub fn new(mut edits: Vec<Edit>) -> Self {
        edits.retain(|edit| !edit.is_noop());
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut end = 0;
        edits.retain(|edit| {
            let fits = edit.span.start >= end;
            end = if fits { edit.span.end } else { end };
            fits
        });
        Self { edits }
    }

    /// The edits, by place.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// From the first byte touched to the last, in the old text; `None` where nothing is changed.
    pub fn hull(&self) -> Option<Span> {
        let (first, last) = (self.edits.first()?, self.edits.last()?);
        Some(Span::new(first.span.start, last.span.end))
    }

    /// `text` after the change.
    pub fn applied(&self, text: &str) -> String {
        let Some(hull) = self.hull() else { return text.to_owned() };
        let (before, after) = (slice(text, 0..hull.start), slice(text, hull.end..text.len()));
        [before, &self.replacement(text), after].concat()
    }

    /// What stands at [`Change::hull`] afterwards, `text` being the whole text before the change.
    pub(super) fn replacement(&self, text: &str) -> String {
        let mut out = String::new();
        let mut at = self.hull().map_or(0, |hull| hull.start);
        for edit in &self.edits {
            out.push_str(slice(text, at..edit.span.start));
            out.push_str(&edit.insert);
            at = edit.span.end;
        }
        out
    }

    /// The change that takes this one back, `text` being the whole text before this change.
    #[must_use]
    pub fn invert(&self, text: &str) -> Self {
        let (mut added, mut removed) = (0, 0);
        let back = |edit: &Edit| {
            let start = edit.span.start + added - removed;
            added += edit.insert.len();
            removed += edit.span.len();
            Edit::replace(Span::at(start).start..start + edit.insert.len(), slice(text, edit.span))
        };
        Self { edits: self.edits.iter().map(back).collect() }
    }

    /// Takes in `next`, made to the text after this one, where that is what typing or deleting on does; whether it did.
    /// Mapping through what comes of it is the same as mapping through one after the other.
    pub fn join(&mut self, next: &Self) -> bool {
        let ([edit], [next]) = (self.edits.as_mut_slice(), next.edits()) else { return false };
        edit.join(next)
    }

    /// By how many bytes the text grows; below 0 where it shrinks.
    pub fn growth(&self) -> isize {
        let bytes = |edit: &Edit| edit.insert.len().cast_signed() - edit.span.len().cast_signed();
        self.edits.iter().map(bytes).sum()
    }

    /// Where byte `offset` of the old text lies in the new one; see [`Edit::map`] for the edges.
    pub fn map(&self, offset: usize, bias: Bias) -> usize {
        let (mut added, mut removed) = (0, 0);
        for edit in &self.edits {
            let Span { start, end } = edit.span;
            let stays = offset < start || (offset == start && (bias == Bias::Before || start < end));
            if stays {
                break;
            }
            if offset < end {
                let side = if bias == Bias::After { edit.insert.len() } else { 0 };
                return start + added - removed + side;
            }
            added += edit.insert.len();
            removed += edit.span.len();
        }
        offset + added - removed
    }

    /// Where `span` of the old text lies in the new one: text inserted at its edges stays outside, and a span whose
    /// text was all deleted or replaced is empty.
    pub fn map_span(&self, span: Span) -> Span {
        let gone = |edit: &Edit| !edit.span.is_empty() && edit.span.covers(span);
        let end = self.map(span.end, Bias::Before);
        if span.is_empty() {
            return Span::at(end);
        }
        let start = self.map(span.start, Bias::After);
        if self.edits.iter().any(gone) {
            return Span::at(self.map(span.start, Bias::Before));
        }
        Span { start: start.min(end), end }
    }
}

impl From<Edit> for Change {
    fn from(edit: Edit) -> Self {
        Self::new(vec![edit])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn overlapping_edits_are_left_out_and_touching_ones_kept() {
        let change = Change::new(vec![Edit::delete(4..8), Edit::insert(4, "a"), Edit::replace(7..9, "z")]);
        assert_eq!(change.edits(), [Edit::insert(4, "a"), Edit::delete(4..8)]);
    }

    #[test]
    fn neighbours_do_not_disturb_each_other() {
        let change = Change::new(vec![Edit::delete(2..5), Edit::insert(5, "x"), Edit::insert(5, "y")]);
        assert_eq!(change.map(4, Bias::After), 2);
        assert_eq!(change.map(5, Bias::Before), 2);
        assert_eq!(change.map(5, Bias::After), 4);
        assert_eq!(change.map(9, Bias::Before), 8);
        let inverse = change.invert("0123456789");
        assert_eq!(inverse.edits(), [Edit::insert(2, "234"), Edit::delete(2..3), Edit::delete(3..4)]);
    }

    #[test]
    fn a_span_keeps_its_text_and_nothing_else() {
        let word = Span::new(4, 8);
        let map = |edit: Edit| Change::from(edit).map_span(word);
        assert_eq!(map(Edit::insert(4, "a")), Span::new(5, 9));
        assert_eq!(map(Edit::insert(8, "a")), Span::new(4, 8));
        assert_eq!(map(Edit::insert(6, "a")), Span::new(4, 9));
        assert_eq!(map(Edit::delete(2..6)), Span::new(2, 4));
        assert_eq!(map(Edit::replace(2..6, "abc")), Span::new(5, 7));
        assert_eq!(map(Edit::replace(4..8, "use")), Span::at(4));
        assert_eq!(map(Edit::replace(0..9, "use")), Span::at(0));
    }
    #[test]
    fn typing_and_deleting_on_is_one_edit() {
        let joined = |one: Edit, next: Edit| {
            let mut change = Change::from(one);
            change.join(&next.into()).then(|| change.edits().to_vec())
        };
        assert_eq!(joined(Edit::insert(4, "ab"), Edit::insert(6, "c")), Some(vec![Edit::insert(4, "abc")]));
        assert_eq!(joined(Edit::insert(4, "ab"), Edit::delete(5..6)), Some(vec![Edit::insert(4, "a")]));
        assert_eq!(joined(Edit::delete(4..5), Edit::delete(3..4)), Some(vec![Edit::delete(3..5)]));
        assert_eq!(joined(Edit::delete(4..5), Edit::delete(4..6)), Some(vec![Edit::delete(4..7)]));
        assert_eq!(joined(Edit::insert(4, "ab"), Edit::insert(9, "c")), None);
        assert_eq!(joined(Edit::replace(4..5, "ab"), Edit::insert(6, "c")), None);
    }

    proptest! {
        #[test]
        fn what_is_joined_leads_to_where_both_lead(
            edits in prop::collection::vec((0..12usize, 0..4usize, "[a-z]{0,3}"), 1..8),
            span in (0..16usize, 0..6usize),
        ) {
            let span = Span::new(span.0, span.0 + span.1);
            let mut joined: Vec<Change> = Vec::new();
            let mut apart: Vec<Change> = Vec::new();
            for (start, length, insert) in edits {
                let change = Change::from(Edit::replace(start..start + length, insert));
                if !joined.last_mut().is_some_and(|last| last.join(&change)) {
                    joined.push(change.clone());
                }
                apart.push(change);
            }
            let span_by = |changes: &[Change]| changes.iter().fold(span, |span, change| change.map_span(span));
            prop_assert_eq!(span_by(&joined), span_by(&apart));
            for bias in [Bias::Before, Bias::After] {
                let by = |changes: &[Change]| {
                    changes.iter().fold(span.start, |at, change| change.map(at, bias))
                };
                prop_assert_eq!(by(&joined), by(&apart));
            }
        }
    }
}
