//! What differs within two blocks that belong together: sentences are aligned, and words within them.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Block, Class, Detail, Effort, Kind, Op, Text, balance, cleanup, sentence};
use crate::text::slice;

/// What differs between block `i` before and block `j` after; together the ops cover both.
pub(super) fn ops(old: &Text<'_>, new: &Text<'_>, i: usize, j: usize, effort: &mut Effort) -> Vec<Op> {
    let (Some(one), Some(two)) = (old.blocks.get(i), new.blocks.get(j)) else { return Vec::new() };
    let whole = |class| vec![Op { class, old: one.tokens.clone(), new: two.tokens.clone() }];
    let kind = |block: &Block| (block.kind.as_read(), block.quoted);
    let class = balance::class_of(old, new, &one.tokens, &two.tokens);
    match (class, kind(one) == kind(two)) {
        (Class::Same, true) => whole(Class::Same),
        // What a block is goes with all of its words.
        (Class::Same, false) => whole(Class::Marked),
        (_, false) => whole(class),
        (Class::Marked, true) => within(old, new, whole(Class::Same), effort),
        (Class::Changed, true) if one.kind == Kind::Row && !same_head(old, new, one, two) => whole(class),
        (Class::Changed, true) if one.kind == Kind::Row => {
            let (cells, with) =
                (sentence::cells(old, one.tokens.clone()), sentence::cells(new, two.tokens.clone()));
            let pairs: Vec<_> = cells.into_iter().zip(with).collect();
            within(old, new, by_word(old, new, (one, two), &pairs, effort), effort)
        }
        (Class::Changed, true) if one.kind == Kind::Code => {
            if same_fence(old, new, one, two) {
                by_line(old, new, one, two, effort)
            } else {
                whole(class)
            }
        }
        (Class::Changed, true) if one.kind == Kind::Field => {
            let parts = |text, block: &Block| sentence::field(text, &block.tokens).into_iter().flatten();
            let pairs: Vec<_> = parts(old, one).zip(parts(new, two)).collect();
            within(old, new, by_word(old, new, (one, two), &pairs, effort), effort)
        }
        (Class::Changed, true) => {
            let sentences = sentence::split(old, one.tokens.clone());
            let with = sentence::split(new, two.tokens.clone());
            let pairs = sentence::pairs((old, &sentences), (new, &with), effort);
            let ops = by_word(old, new, (one, two), &pairs, effort);
            within(old, new, cleanup::of_block(ops, old, new), effort)
        }
    }
}

/// Whether two rows have as many cells, and as many columns below them.
fn same_head(old: &Text<'_>, new: &Text<'_>, one: &Block, two: &Block) -> bool {
    let cells = |text: &Text<'_>, block: &Block| sentence::cells(text, block.tokens.clone()).len();
    let below = |text: &Text<'_>, block: &Block| {
        let last = text.tokens.get(block.tokens.clone()).and_then(<[_]>::last);
        slice(text.source, last.map_or(block.end, |last| last.end as usize)..block.end).matches('|').count()
    };
    cells(old, one) == cells(new, two) && below(old, one) == below(new, two)
}

/// Whether two pieces of code stand between the same fences.
fn same_fence(old: &Text<'_>, new: &Text<'_>, one: &Block, two: &Block) -> bool {
    let ends = |text: &Text<'_>, block: &Block| {
        let tokens = text.tokens.get(block.tokens.clone()).unwrap_or(&[]);
        let fence = |at: Option<&super::Token>| {
            let sign = |c: &char| matches!(c, '`' | '~');
            at.map(|token| text.token(token).chars().take_while(sign).collect::<String>())
        };
        (fence(tokens.first()), fence(tokens.last()).filter(|_| tokens.len() > 1))
    };
    ends(old, one) == ends(new, two)
}

fn change(old: Range<usize>, new: Range<usize>, ops: &mut Vec<Op>) {
    if !old.is_empty() || !new.is_empty() {
        ops.push(Op { class: Class::Changed, old, new });
    }
}

/// Code: lines that differ.
fn by_line(old: &Text<'_>, new: &Text<'_>, one: &Block, two: &Block, effort: &mut Effort) -> Vec<Op> {
    let (mut first, mut last) = (Vec::new(), Vec::new());
    // The fences belong together, whatever else does.
    let (a, b) = (one.tokens.clone(), two.tokens.clone());
    if a.len() < 2 || b.len() < 2 {
        change(a, b, &mut first);
        return first;
    }
    let class = |i: usize, j: usize| balance::class_of(old, new, &(i..i + 1), &(j..j + 1));
    first.push(Op { class: class(a.start, b.start), old: a.start..a.start + 1, new: b.start..b.start + 1 });
    last.push(Op { class: class(a.end - 1, b.end - 1), old: a.end - 1..a.end, new: b.end - 1..b.end });
    let (inner_old, inner_new) = (a.start + 1..a.end - 1, b.start + 1..b.end - 1);
    if effort.take(inner_old.len() * inner_new.len(), Detail::Blocks) {
        diff(old, new, &inner_old, &inner_new, &mut first);
    } else {
        change(inner_old, inner_new, &mut first);
    }
    first.extend(last);
    joined(first)
}

/// Words that differ within the `pairs` of sentences, and all of what is between them.
fn by_word(
    old: &Text<'_>,
    new: &Text<'_>,
    (one, two): (&Block, &Block),
    pairs: &[(Range<usize>, Range<usize>)],
    effort: &mut Effort,
) -> Vec<Op> {
    let mut ops = Vec::new();
    let (mut i, mut j) = (one.tokens.start, two.tokens.start);
    for (a, b) in pairs {
        between(old, new, (i..a.start, j..b.start), &mut ops);
        words(old, new, a, b, effort, &mut ops);
        (i, j) = (a.end, b.end);
    }
    between(old, new, (i..one.tokens.end, j..two.tokens.end), &mut ops);
    ops.retain(|op| !op.old.is_empty() || !op.new.is_empty());
    ops
}

/// What stands between two pairs: a bar between cells, or sentences without a partner.
fn between(old: &Text<'_>, new: &Text<'_>, (one, two): (Range<usize>, Range<usize>), ops: &mut Vec<Op>) {
    if !one.is_empty() && old.ids(one.clone()).eq(new.ids(two.clone())) {
        ops.push(Op { class: Class::Same, old: one, new: two });
    } else {
        change(one, two, ops);
    }
}

fn words(
    old: &Text<'_>,
    new: &Text<'_>,
    one: &Range<usize>,
    two: &Range<usize>,
    effort: &mut Effort,
    ops: &mut Vec<Op>,
) {
    if old.ids(one.clone()).eq(new.ids(two.clone())) {
        ops.push(Op { class: Class::Same, old: one.clone(), new: two.clone() });
        return;
    }
    if !effort.take(one.len() * two.len(), Detail::Sentences) {
        return change(one.clone(), two.clone(), ops);
    }
    let mut found = Vec::new();
    diff(old, new, one, two, &mut found);
    ops.extend(cleanup::readable(found, old, new));
}

/// The tokens that differ, as few as can be.
fn diff(old: &Text<'_>, new: &Text<'_>, one: &Range<usize>, two: &Range<usize>, ops: &mut Vec<Op>) {
    let (ids_old, ids_new): (Vec<u32>, Vec<u32>) =
        (old.ids(one.clone()).collect(), new.ids(two.clone()).collect());
    let found = capture_diff_slices(Algorithm::Myers, &ids_old, &ids_new);
    ops.extend(found.iter().map(|op| {
        let (old, new) = (op.old_range(), op.new_range());
        Op {
            class: if matches!(op, DiffOp::Equal { .. }) { Class::Same } else { Class::Changed },
            old: one.start + old.start..one.start + old.end,
            new: two.start + new.start..two.start + new.end,
        }
    }));
}

/// `ops` with equal words of other marks told apart, and every change whole.
fn within(old: &Text<'_>, new: &Text<'_>, ops: Vec<Op>, effort: &mut Effort) -> Vec<Op> {
    let mut out = Vec::with_capacity(ops.len());
    for op in ops {
        if op.is_same() { by_marks(old, new, &op, &mut out) } else { out.push(op) }
    }
    joined(balance::balanced(old, new, joined(out), effort))
}

/// Equal words, in runs of equal and of other marks.
fn by_marks(old: &Text<'_>, new: &Text<'_>, op: &Op, out: &mut Vec<Op>) {
    if balance::class_of(old, new, &op.old, &op.new) == Class::Same {
        return out.push(op.clone());
    }
    let equal: Vec<bool> =
        old.marks(op.old.clone()).zip(new.marks(op.new.clone())).map(|(one, two)| one == two).collect();
    let (mut i, mut j) = (op.old.start, op.new.start);
    for run in equal.chunk_by(|one, two| one == two) {
        let class = if run.first() == Some(&true) { Class::Same } else { Class::Marked };
        out.push(Op { class, old: i..i + run.len(), new: j..j + run.len() });
        (i, j) = (i + run.len(), j + run.len());
    }
}

/// Equal words side by side become one op.
fn joined(ops: Vec<Op>) -> Vec<Op> {
    let mut out: Vec<Op> = Vec::with_capacity(ops.len());
    for op in ops {
        match out.last_mut() {
            Some(last) if last.class == op.class && op.class != Class::Changed => {
                (last.old.end, last.new.end) = (op.old.end, op.new.end);
            }
            _ => out.push(op),
        }
    }
    out
}
