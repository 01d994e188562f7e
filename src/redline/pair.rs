//! What differs within two blocks that belong together: sentences are aligned, and words within them.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::align::{LIKE, likeness, pairs as best_pairs};
use super::anchors::Pair;
use super::{Block, Class, Detail, Effort, Op, Row, Text, cleanup};
use crate::document::sentences;

/// The rows of all `pairs`.
pub(super) fn rows(old: &Text<'_>, new: &Text<'_>, pairs: &[Pair], effort: &mut Effort) -> Vec<Row> {
    let row = |pair: &Pair| match *pair {
        (Some(i), Some(j)) => Some(edited(old, new, i, j, effort)),
        (Some(i), None) => Some(Row::Deleted(i)),
        (None, Some(j)) => Some(Row::Inserted(j)),
        (None, None) => None,
    };
    pairs.iter().filter_map(row).collect()
}

fn edited(old: &Text<'_>, new: &Text<'_>, i: usize, j: usize, effort: &mut Effort) -> Row {
    let (Some(one), Some(two)) = (old.blocks.get(i), new.blocks.get(j)) else { return Row::Deleted(i) };
    if one.key == two.key {
        return Row::Same { old: i, new: j };
    }
    let ops = if old.ids(one.tokens.clone()) == new.ids(two.tokens.clone()) {
        vec![Op { class: Class::Marked, old: one.tokens.clone(), new: two.tokens.clone() }]
    } else {
        by_sentence(old, new, one, two, effort)
    };
    Row::Edited { old: i, new: j, ops }
}

fn by_sentence(old: &Text<'_>, new: &Text<'_>, one: &Block, two: &Block, effort: &mut Effort) -> Vec<Op> {
    let (one, two) = (sentences_of(old, one.tokens.clone()), sentences_of(new, two.tokens.clone()));
    let (start_old, start_new) = (start(&one), start(&two));
    let bag = |text: &Text<'_>, range: &Range<usize>| {
        let mut ids = text.ids(range.clone());
        ids.sort_unstable();
        ids
    };
    let bags_old: Vec<_> = one.iter().map(|range| bag(old, range)).collect();
    let bags_new: Vec<_> = two.iter().map(|range| bag(new, range)).collect();
    let tokens = |ranges: &[Range<usize>]| ranges.iter().map(ExactSizeIterator::len).sum::<usize>();
    let cost = tokens(&one) * two.len() + tokens(&two) * one.len();
    let found = if effort.take(cost, Detail::Blocks) {
        best_pairs(one.len(), two.len(), |i, j| {
            let (Some(a), Some(b)) = (bags_old.get(i), bags_new.get(j)) else { return 0.0 };
            let like = likeness(a, b);
            if like < LIKE { 0.0 } else { like * (a.len() + b.len()) as f32 }
        })
    } else {
        Vec::new()
    };
    let mut ops = Vec::new();
    let (mut i, mut j) = (start_old, start_new);
    for (at, with) in found {
        let (Some(a), Some(b)) = (one.get(at), two.get(with)) else { continue };
        change(i..a.start, j..b.start, &mut ops);
        by_word(old, new, a.clone(), b.clone(), effort, &mut ops);
        (i, j) = (a.end, b.end);
    }
    change(i..end(&one, i), j..end(&two, j), &mut ops);
    ops
}

fn start(ranges: &[Range<usize>]) -> usize {
    ranges.first().map_or(0, |range| range.start)
}

fn end(ranges: &[Range<usize>], or: usize) -> usize {
    ranges.last().map_or(or, |range| range.end)
}

fn change(old: Range<usize>, new: Range<usize>, ops: &mut Vec<Op>) {
    if !old.is_empty() || !new.is_empty() {
        ops.push(Op { class: Class::Changed, old, new });
    }
}

/// The sentences of `tokens`, as ranges of them; together they cover all.
fn sentences_of(text: &Text<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut joined = String::new();
    let mut starts = Vec::with_capacity(tokens.len());
    for token in text.tokens.get(tokens.clone()).unwrap_or(&[]) {
        if token.spaced && !joined.is_empty() {
            joined.push(' ');
        }
        starts.push(joined.len());
        joined.push_str(text.token(token));
    }
    let mut found = Vec::new();
    let mut first = tokens.start;
    for sentence in sentences::split(&joined) {
        let end = tokens.start + starts.partition_point(|start| *start < sentence.end);
        if end > first {
            found.push(first..end);
            first = end;
        }
    }
    if first < tokens.end {
        found.push(first..tokens.end);
    }
    found
}

fn by_word(
    old: &Text<'_>,
    new: &Text<'_>,
    one: Range<usize>,
    two: Range<usize>,
    effort: &mut Effort,
    ops: &mut Vec<Op>,
) {
    let (ids_old, ids_new) = (old.ids(one.clone()), new.ids(two.clone()));
    if ids_old == ids_new {
        ops.push(Op { class: Class::Same, old: one, new: two });
        return;
    }
    if !effort.take(ids_old.len() * ids_new.len(), Detail::Sentences) {
        return change(one, two, ops);
    }
    let found = capture_diff_slices(Algorithm::Myers, &ids_old, &ids_new);
    let found = found.iter().map(|op| {
        let (old, new) = (op.old_range(), op.new_range());
        Op {
            class: if matches!(op, DiffOp::Equal { .. }) { Class::Same } else { Class::Changed },
            old: one.start + old.start..one.start + old.end,
            new: two.start + new.start..two.start + new.end,
        }
    });
    ops.extend(cleanup::readable(found.collect(), old, new));
}
