//! Which of several findings on the same words speaks: one place, one strike.

use std::cmp::Reverse;

use super::engine::Found;
use super::stretches::Stretches;
use super::{Category, Diagnostic};

/// How many findings back one can lie that still reaches the next; findings are in order of their starts.
const REACH: usize = 8;

/// Settles the findings of one block: of strikes that share words one stays and names the rules of the others. What
/// stands in a placeholder is not written yet, and filler is struck as a whole.
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
    // Stable, so that of equal findings the one of the earlier pack or rule is met first.
    found.sort_by_key(|new| (new.finding.span.start, Reverse(new.finding.span.end)));
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for new in found.drain(..) {
        match kept.iter_mut().rev().take(REACH).find(|old| share_a_place(old, &new)) {
            Some(old) => old.absorb(new),
            None => kept.push(new),
        }
    }
    *found = kept;
}

/// Whether only one of the two can strike. A long sentence is no single place.
fn share_a_place(old: &Found, new: &Found) -> bool {
    let (one, other) = (old.rule.category, new.rule.category);
    old.finding.span.overlaps(new.finding.span) && (one == other || (is_place(one) && is_place(other)))
}

fn is_place(category: Category) -> bool {
    category.is_prose() && category != Category::LongSentence
}

impl Found {
    /// Takes `other` in: the stricter of the two speaks, of equals the longer, of those the one that was here.
    fn absorb(&mut self, mut other: Self) {
        let weight = |found: &Self| (found.severity, found.finding.span.len());
        if weight(&other) > weight(self) {
            std::mem::swap(self, &mut other);
        }
        name_in(&mut self.also, self.rule.name, other.rule.name, &other.also);
    }
}

/// Adds the rule `loser`, and those it had taken in, to the rules told in a finding of `winner`.
fn name_in(told: &mut Vec<&'static str>, winner: &str, loser: &'static str, others: &[&'static str]) {
    for name in std::iter::once(&loser).chain(others) {
        if *name != winner && !told.contains(name) {
            // Mostly it is the only one, and there may be thousands of findings.
            told.reserve_exact(1);
            told.push(name);
        }
    }
}

/// Takes into `found`, the findings in blocks, those of `late`, found in the document as a whole, that strike the same
/// words. Structure strikes no words at all. What is new stands at the end.
pub(super) fn settle_late(found: &mut Vec<Diagnostic>, late: impl Iterator<Item = Diagnostic>) {
    super::order::sort(found);
    // A diagnostic is large and there may be thousands: their places are moved, not they.
    let mut order: Vec<usize> = (0..found.len()).collect();
    for new in late {
        let of = |at: usize| found.get(at);
        let end = order.partition_point(|&at| of(at).is_some_and(|old| old.span.start < new.span.end));
        let share = |old: &Diagnostic| {
            is_place(old.category) && is_place(new.category) && old.span.overlaps(new.span)
        };
        let mut near = order.iter().take(end).rev().take(REACH).copied();
        let rival = near.find(|&at| of(at).is_some_and(share));
        let place = order.partition_point(|&at| of(at).is_some_and(|old| old.span <= new.span));
        if let Some(old) = rival.and_then(|at| found.get_mut(at)) {
            take_in(old, new);
        } else {
            order.insert(place, found.len());
            found.push(new);
        }
    }
}

fn take_in(old: &mut Diagnostic, mut new: Diagnostic) {
    // A placeholder is not written yet.
    if old.category == Category::Placeholder {
        return;
    }
    if (new.severity, new.span.len()) > (old.severity, old.span.len()) {
        std::mem::swap(old, &mut new);
    }
    name_in(&mut old.also, old.rule, new.rule, &new.also);
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
