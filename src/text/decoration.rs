//! How stretches of text look, beside what they say.

use super::{Change, Span};

/// What a decoration does to its text. What that looks like is up to the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// Struck by the red pen; the number is for the caller to tell strikes apart, such as by severity.
    Strike(u8),
    /// Underlined; the number as for a strike.
    Underline(u8),
    /// Toned down, such as what is out of focus.
    Dim,
    /// Selected.
    Selected,
    /// Found by a search.
    Match,
}

/// A stretch of text and how it is marked; `M` is whatever the caller tells its marks apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decoration<M = Mark> {
    /// The bytes it covers.
    pub span: Span,
    /// How they look.
    pub mark: M,
}

/// The decorations of one text, in an order that finds those of a row without looking at the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Decorations<M = Mark> {
    /// Sorted by start.
    items: Vec<Decoration<M>>,
    /// For each item the furthest end of it and all before it, so never falling.
    reach: Vec<usize>,
}

impl<M> Default for Decorations<M> {
    fn default() -> Self {
        Self { items: Vec::new(), reach: Vec::new() }
    }
}

impl<M> Decorations<M> {
    /// Takes `items` in any order; they may overlap. Empty ones are left out.
    pub fn new(mut items: Vec<Decoration<M>>) -> Self {
        items.retain(|item| !item.span.is_empty());
        items.sort_by_key(|item| item.span.start);
        let mut decorations = Self { items, reach: Vec::new() };
        decorations.reach_from(0);
        decorations
    }

    /// All of them, sorted by where they begin; in the order given where that is the same.
    pub fn as_slice(&self) -> &[Decoration<M>] {
        &self.items
    }

    /// Those that share a byte with `span` (such as a row's), sorted by where they begin. Costs the logarithm of how
    /// many there are and what lies between the first and the last of the answer.
    pub fn over(&self, span: Span) -> impl Iterator<Item = &Decoration<M>> {
        let first = self.reach.partition_point(|reach| *reach <= span.start);
        let last = self.items.partition_point(|item| item.span.start < span.end);
        self.items.get(first..last).unwrap_or_default().iter().filter(move |item| item.span.overlaps(span))
    }

    /// Follows a change of the text: each decoration stays with its text, and goes with it.
    pub fn edited(&mut self, change: &Change) {
        let Some(hull) = change.hull() else { return };
        // What ends in front of the change stays as it is; what begins behind it is moved without a closer look, since
        // with every key there may be thousands of those.
        let first = self.reach.partition_point(|reach| *reach < hull.start);
        let behind = self.items.partition_point(|item| item.span.start <= hull.end).max(first);
        let growth = change.growth();
        for item in self.items.iter_mut().skip(behind) {
            item.span = item.span.shifted_by(growth);
        }
        let mut touched: Vec<_> = self.items.drain(first..behind).collect();
        for item in &mut touched {
            item.span = change.map_span(item.span);
        }
        touched.retain(|item| !item.span.is_empty());
        touched.sort_by_key(|item| item.span.start);
        self.items.splice(first..first, touched);
        self.reach_from(first);
    }

    /// Tells the reach of the items from index `first` on.
    fn reach_from(&mut self, first: usize) {
        self.reach.truncate(first);
        let before = self.reach.last().copied().unwrap_or(0);
        self.reach.extend(self.items.iter().skip(first).scan(before, |reach, item| {
            *reach = item.span.end.max(*reach);
            Some(*reach)
        }));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{Buffer, Edit};

    fn decorations(spans: &[(usize, usize)]) -> Decorations {
        let item = |(at, span): (usize, &(usize, usize))| Decoration {
            span: Span::new(span.0, span.0 + span.1),
            mark: Mark::Strike(at as u8),
        };
        Decorations::new(spans.iter().enumerate().map(item).collect())
    }

    #[test]
    fn a_strike_stays_on_its_words_and_goes_with_them() {
        let mut buffer = Buffer::new("a very unique, really big idea");
        let mut marks = Decorations::new(vec![
            Decoration { span: Span::new(15, 21), mark: Mark::Underline(0) },
            Decoration { span: Span::new(2, 13), mark: Mark::Strike(1) },
        ]);
        let edits = vec![Edit::insert(0, "It is "), Edit::insert(13, "!"), Edit::delete(15..22)];
        marks.edited(&buffer.apply(Change::new(edits)).change);
        let texts: Vec<_> =
            marks.as_slice().iter().map(|item| (buffer.slice(item.span), item.mark)).collect();
        assert_eq!(texts, [("very unique", Mark::Strike(1))]);
    }

    proptest! {
        #[test]
        fn a_row_finds_exactly_its_own(
            spans in prop::collection::vec((0..200usize, 0..90usize), 0..40),
            row in (0..220usize, 0..60usize),
            edit in (0..100usize, 0..60usize, "[a-z]{0,9}"),
        ) {
            let mut marks = decorations(&spans);
            let mut buffer = Buffer::new("x".repeat(300));
            let row = Span::new(row.0, row.0 + row.1);
            for _ in 0..3 {
                let found: Vec<_> = marks.over(row).copied().collect();
                let all = marks.as_slice().iter().copied();
                prop_assert_eq!(found, all.filter(|item| item.span.overlaps(row)).collect::<Vec<_>>());
                let mut expected = marks.as_slice().to_vec();
                let applied = buffer.apply(Edit::replace(edit.0..edit.0 + edit.1, edit.2.as_str()));
                marks.edited(&applied.change);
                for item in &mut expected {
                    item.span = applied.change.map_span(item.span);
                }
                expected.retain(|item| !item.span.is_empty());
                expected.sort_by_key(|item| item.span.start);
                prop_assert_eq!(marks.as_slice(), expected);
            }
        }
    }
}
