//! Blocks that share no words, set side by side because they stand in the same place: a headline that was written anew, the
//! summary under it, the answer to the same question.

use std::ops::Range;

use super::align::in_order;
use super::{Block, Kind, Text};

/// Most blocks between two headings that are paired by their place alone.
const FEW: usize = 3;

/// The pairs among the `old` and `new` blocks of one gap, in order of both.
pub(super) fn pairs(old: &Text<'_>, new: &Text<'_>, one: &[usize], two: &[usize]) -> Vec<(usize, usize)> {
    if one.is_empty() || two.is_empty() {
        return Vec::new();
    }
    let headings = headings(old, new, one, two);
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    let ends = headings.iter().copied().chain([(one.len(), two.len())]);
    for (next_i, next_j) in ends {
        let (from, with) = (one.get(i..next_i).unwrap_or(&[]), two.get(j..next_j).unwrap_or(&[]));
        out.extend(alike(old, new, from, with));
        out.extend(one.get(next_i).copied().zip(two.get(next_j).copied()));
        (i, j) = (next_i + 1, next_j + 1);
    }
    out
}

/// Headings of a level that both have as many of, as places in the lists.
fn headings(old: &Text<'_>, new: &Text<'_>, one: &[usize], two: &[usize]) -> Vec<(usize, usize)> {
    let of_level = |text: &Text<'_>, list: &[usize], level: u8| -> Vec<usize> {
        let is = |at: &usize| text.blocks.get(*at).is_some_and(|block| block.kind == Kind::Heading(level));
        list.iter().enumerate().filter(|(_, at)| is(at)).map(|(place, _)| place).collect()
    };
    let mut out = Vec::new();
    for level in 1..=6 {
        let (before, after) = (of_level(old, one, level), of_level(new, two, level));
        if before.len() == after.len() {
            out.extend(before.into_iter().zip(after));
        }
    }
    out.sort_unstable();
    in_order(&out)
}

/// A few blocks of the same kinds, one after the other.
fn alike<'l>(
    old: &Text<'_>,
    new: &Text<'_>,
    one: &'l [usize],
    two: &'l [usize],
) -> impl Iterator<Item = (usize, usize)> + use<'l> {
    let shape = |text: &Text<'_>, list: &[usize]| -> Vec<(Kind, bool)> {
        let of = |block: &Block| (block.kind.as_read(), block.quoted);
        list.iter().filter_map(|at| text.blocks.get(*at)).map(of).collect()
    };
    let fits = one.len() <= FEW && !apart(one) && !apart(two) && shape(old, one) == shape(new, two);
    let len = if fits { one.len() } else { 0 };
    one.iter().copied().zip(two.iter().copied()).take(len)
}

/// Whether something else stands between the blocks of `list`.
fn apart(list: &[usize]) -> bool {
    let span: Option<Range<usize>> = list.first().zip(list.last()).map(|(first, last)| *first..last + 1);
    span.is_some_and(|span| span.len() != list.len())
}
