//! Which of several findings on the same words speaks.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::engine::Found;
use super::stretches::Stretches;
use super::{Category, Diagnostic};

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
    // Filler is struck as a whole: what a rule finds inside it goes with it.
    let is_phrase = |found: &Found| found.rule.category == Category::Filler;
    let phrases: Stretches =
        found.iter().filter(|found| is_phrase(found)).map(|found| found.finding.span).collect();
    found.retain(|new| is_gap(new) || is_phrase(new) || !phrases.hold(new.finding.span));
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

/// Drops from `late`, found in the document as a whole, what `found` in its blocks strikes already. A long sentence is
/// not struck word by word, and structure strikes no words at all.
pub(super) fn settle_late(found: &[Diagnostic], late: &mut Vec<Diagnostic>) {
    let strikes = |found: &&Diagnostic| found.category.is_prose() && found.category != Category::LongSentence;
    let struck: Stretches = found.iter().filter(strikes).map(|found| found.span).collect();
    late.retain(|new| !new.category.is_prose() || !struck.hold(new.span));
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
    fn one_word_is_struck_once() {
        for (source, rules) in [
            ("It costs TK.", vec!["placeholder"]),
            ("The box raises ARPU.", vec!["business-focus"]),
            ("It should be noted that boxes work.", vec!["filler"]),
            ("First and foremost, boxes work.", vec!["filler"]),
        ] {
            let of: Vec<_> = struck(source).into_iter().map(|(rule, _)| rule).collect();
            assert_eq!(of, rules, "{source}");
        }
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
