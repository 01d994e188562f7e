//! Stretches of text, asked again and again whether something lies in one of them.

use crate::text::Span;

/// Spans as (start, furthest end up to here), in order of their starts: they may overlap, and a question takes the
/// logarithm of their number.
#[derive(Debug, Default)]
pub(super) struct Stretches(Vec<(usize, usize)>);

impl Stretches {
    /// Whether one of the spans shares a byte with `span`.
    pub fn overlap(&self, span: Span) -> bool {
        self.furthest(|start| start < span.end).is_some_and(|end| end > span.start)
    }

    /// Whether one of the spans holds all of `span`.
    pub fn hold(&self, span: Span) -> bool {
        self.furthest(|start| start <= span.start).is_some_and(|end| end >= span.end)
    }

    /// Whether `place` lies in one of the spans or at its end.
    pub fn touch(&self, place: usize) -> bool {
        self.furthest(|start| start <= place).is_some_and(|end| end >= place)
    }

    /// Where the furthest of the spans ends whose start `begins`.
    fn furthest(&self, begins: impl Fn(usize) -> bool) -> Option<usize> {
        let count = self.0.partition_point(|(start, _)| begins(*start));
        self.0.get(count.checked_sub(1)?).map(|(_, end)| *end)
    }
}

impl FromIterator<Span> for Stretches {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut all: Vec<(usize, usize)> = spans.into_iter().map(|span| (span.start, span.end)).collect();
        all.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut all {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_stretch_reaches_over_the_short_ones_in_it() {
        let stretches: Stretches =
            [Span::new(10, 12), Span::new(2, 20), Span::new(30, 31)].into_iter().collect();
        assert!(stretches.overlap(Span::new(15, 16)) && stretches.overlap(Span::new(0, 40)));
        assert!(!stretches.overlap(Span::new(20, 30)) && !stretches.overlap(Span::new(0, 2)));
        assert!(stretches.hold(Span::new(15, 20)) && !stretches.hold(Span::new(15, 21)));
        assert!(stretches.touch(2) && stretches.touch(20) && stretches.touch(31));
        assert!(!stretches.touch(1) && !stretches.touch(21) && !Stretches::default().touch(0));
    }
}
