//! The rows of a redline, from which blocks belong together.

use rustc_hash::FxHashMap;

use super::anchors::Alignment;
use super::{Class, Effort, Move, Op, Row, Text, pair};

/// The rows, and what is moved in them, in the order of the text after.
pub(super) fn of(
    old: &Text<'_>,
    new: &Text<'_>,
    alignment: &Alignment,
    effort: &mut Effort,
) -> (Vec<Row>, Vec<Move>) {
    let moves = moves_of(&alignment.moved);
    let mut builder =
        Builder { old, new, effort, from: FxHashMap::default(), to: FxHashMap::default(), rows: Vec::new() };
    for (moved, place) in moves.iter().enumerate() {
        for (old, new) in place.old.clone().zip(place.new.clone()) {
            builder.from.insert(old, moved);
            builder.to.insert(new, (old, moved));
        }
    }
    let (mut i, mut j) = (0, 0);
    for (old, new) in &alignment.kept {
        builder.gap(i..*old, j..*new);
        let row = builder.pair(*old, *new);
        builder.rows.push(row);
        (i, j) = (old + 1, new + 1);
    }
    builder.gap(i..old.blocks.len(), j..new.blocks.len());
    (builder.rows, moves)
}

/// Blocks that moved side by side are one move.
fn moves_of(moved: &[(usize, usize)]) -> Vec<Move> {
    let mut moved = moved.to_vec();
    moved.sort_unstable_by_key(|(_, new)| *new);
    let mut out: Vec<Move> = Vec::new();
    for (old, new) in moved {
        match out.last_mut() {
            Some(last) if (last.old.end, last.new.end) == (old, new) => {
                (last.old.end, last.new.end) = (old + 1, new + 1);
            }
            _ => out.push(Move { old: old..old + 1, new: new..new + 1 }),
        }
    }
    out
}

struct Builder<'t, 'a> {
    old: &'t Text<'a>,
    new: &'t Text<'a>,
    effort: &'t mut Effort,
    from: FxHashMap<usize, usize>,
    to: FxHashMap<usize, (usize, usize)>,
    rows: Vec<Row>,
}

impl Builder<'_, '_> {
    /// Blocks that have no partner where they stand.
    fn gap(&mut self, old: std::ops::Range<usize>, new: std::ops::Range<usize>) {
        for old in old {
            self.rows.push(match self.from.get(&old) {
                Some(moved) => Row::MovedFrom { old, moved: *moved },
                None => Row::Deleted(old),
            });
        }
        for new in new {
            let row = match self.to.get(&new).copied() {
                Some((old, moved)) => {
                    let ops = self.ops(old, new);
                    Row::MovedTo { old, new, ops, moved }
                }
                None => Row::Inserted(new),
            };
            self.rows.push(row);
        }
    }

    fn pair(&mut self, old: usize, new: usize) -> Row {
        let ops = self.ops(old, new);
        if ops.iter().all(Op::is_same) { Row::Same { old, new } } else { Row::Edited { old, new, ops } }
    }

    fn ops(&mut self, old: usize, new: usize) -> Vec<Op> {
        let ops = pair::ops(self.old, self.new, old, new, self.effort);
        debug_assert!(ops.iter().all(|op| op.class != Class::Same || op.old.len() == op.new.len()));
        ops
    }
}
