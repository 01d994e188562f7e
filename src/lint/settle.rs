//! Which of several findings on the same words speaks.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::Category;
use super::engine::Found;
use super::stretches::Stretches;

/// Where two rules say the same of the same words, the first stays: packs before code, both in the order of the
/// registry. A finding inside a longer one of the same category says nothing new either, and what stands in a
/// placeholder is not written yet.
pub(super) fn settle(found: &mut Vec<Found>) {
    if found.len() < 2 {
        return;
    }
    let is_gap = |found: &Found| found.rule.category == Category::Placeholder;
    let gaps: Stretches =
        found.iter().filter(|found| is_gap(found)).map(|found| found.finding.span).collect();
    found.retain(|new| is_gap(new) || !gaps.overlap(new.finding.span));
    let mut seen = FxHashSet::default();
    found.retain(|new| seen.insert(new.finding.span));
    found.sort_by_key(|new| (new.rule.category, new.finding.span.start, Reverse(new.finding.span.end)));
    let mut last = None;
    found.retain(|new| {
        let (category, end) = (new.rule.category, new.finding.span.end);
        let inside = last.is_some_and(|(of, reach)| of == category && end <= reach);
        if !inside {
            last = Some((category, end));
        }
        !inside
    });
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::lint;
    use crate::text::slice;

    fn struck(source: &str) -> Vec<(&'static str, &str)> {
        lint(source).into_iter().map(|found| (found.rule, slice(source, found.span))).collect()
    }

    #[test]
    fn what_stands_in_a_placeholder_is_not_written_yet() {
        assert_eq!(
            struck("We [describe the very unique benefit]."),
            [("placeholder", "[describe the very unique benefit]")]
        );
    }

    #[test]
    fn the_longer_of_two_findings_of_one_kind_speaks() {
        let found = struck("We are very pleased to announce it.");
        let mut kinds: Vec<&str> = found.iter().map(|(rule, _)| *rule).collect();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), found.len(), "{found:?}");
    }
}
