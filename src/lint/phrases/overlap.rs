//! What is said where several entries of one category match the same words; between categories the engine decides.
//!
//! The policy, in this order, once severities are settled and what is off is gone:
//!
//! 1. Of two findings one of which lies within the other (or on the very same words), the more severe one is kept.
//! 2. At the same severity the longer one is kept.
//! 3. On the very same words at the same severity, the one of the earlier pack is kept.
//! 4. Of findings that only share some words the first is kept.

use super::Hit;

/// Settles the hits from `first` on and leaves them in order of place.
pub(super) fn settle(hits: &mut Vec<Hit<'_>>, first: usize) {
    let Some(new) = hits.get_mut(first..) else { return };
    if new.len() < 2 {
        return;
    }
    // Longer first, stable: packs keep their order.
    new.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)));
    let mut kept = first;
    for index in first..hits.len() {
        let Some(&hit) = hits.get(index) else { break };
        // Only hits that reach up to this one can be in its way; sorted by start, those are among the last few.
        let rival =
            (first..kept).rev().take(8).find(|&i| hits.get(i).is_some_and(|other| conflict(other, &hit)));
        match rival.and_then(|i| hits.get_mut(i)) {
            Some(other) if hit.severity > other.severity && other.span.covers(hit.span) => *other = hit,
            Some(_) => {}
            None => {
                if let Some(slot) = hits.get_mut(kept) {
                    *slot = hit;
                }
                kept += 1;
            }
        }
    }
    hits.truncate(kept);
}

/// Whether only one of the two can be kept; `a` begins no later than `b`.
fn conflict(a: &Hit<'_>, b: &Hit<'_>) -> bool {
    a.category == b.category && a.span.overlaps(b.span)
}
