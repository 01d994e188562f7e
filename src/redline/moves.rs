//! Blocks that stand elsewhere: whole, told apart from all others, equal or nearly so.

use super::align::{LIKE, likeness};
use super::anchors::{Aligner, take};
use super::{Kind, Text};

/// Least likeness of a block that moved and was edited.
const NEAR: f32 = 0.8;
/// Least words of such a block.
const LONG: usize = 8;
/// Least words of all that moves together, where there is no heading in it.
const LEAST: usize = 4;

/// `moved` pairs with what belongs to them and stands beside them on both sides: the answer under a question that moved, the
/// question over an answer. `free` tells which blocks have no partner. Too little to be called a move is left out.
pub(super) fn grown(
    aligner: &Aligner<'_, '_>,
    moved: &[(usize, usize)],
    mut free: [Vec<bool>; 2],
) -> Vec<(usize, usize)> {
    let mut out = moved.to_vec();
    // What grows must not take in a block that another pair has.
    take(&mut free, moved);
    for pair in moved {
        for down in [true, false] {
            let (mut i, mut j) = *pair;
            while let Some((next_i, next_j)) = beside(i, j, down) {
                let [old, new] = &mut free;
                let (Some(one), Some(two)) = (old.get_mut(next_i), new.get_mut(next_j)) else { break };
                let upper = if down { (next_i, next_j) } else { (i, j) };
                let belongs = follows(aligner.old, upper.0) && follows(aligner.new, upper.1);
                if !(*one && *two && belongs && aligner.like(next_i, next_j) >= LIKE) {
                    break;
                }
                (*one, *two) = (false, false);
                out.push((next_i, next_j));
                (i, j) = (next_i, next_j);
            }
        }
    }
    out.sort_unstable();
    let runs = out.chunk_by(|one, two| (one.0 + 1, one.1 + 1) == *two);
    runs.filter(|run| is_long(aligner, run)).flatten().copied().collect()
}

/// Whether blocks that stand elsewhere are enough to be called a move: a heading, or some words.
pub(super) fn is_long(aligner: &Aligner<'_, '_>, run: &[(usize, usize)]) -> bool {
    let heading =
        |at: usize| matches!(aligner.old.blocks.get(at).map(|block| block.kind), Some(Kind::Heading(_)));
    let words: usize = run.iter().map(|pair| aligner.words(pair.0)).sum();
    words >= LEAST || (words > 0 && run.iter().any(|pair| heading(pair.0)))
}

fn beside(i: usize, j: usize, down: bool) -> Option<(usize, usize)> {
    if down { Some((i + 1, j + 1)) } else { Some((i.checked_sub(1)?, j.checked_sub(1)?)) }
}

/// Whether block `at` belongs to the question or heading over it: it is none itself.
fn follows(text: &Text<'_>, at: usize) -> bool {
    let Some(block) = text.blocks.get(at) else { return false };
    !matches!(block.kind, Kind::Heading(_)) && !is_question(text, at)
}

/// Whether block `at` is a question in bold.
fn is_question(text: &Text<'_>, at: usize) -> bool {
    let tokens = text.tokens.get(text.tokens_of(at)).unwrap_or(&[]);
    let asks = tokens.last().is_some_and(|last| text.token(last).ends_with('?'));
    asks && tokens.iter().all(|token| token.marks != 0)
}

/// Of the `old` and `new` blocks without a partner, those that are nearly equal and share words that no other two share.
pub(super) fn near(aligner: &Aligner<'_, '_>, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let long = |words: usize| words >= LONG;
    let shared = aligner.shared(old, new).into_iter();
    let mut found: Vec<(usize, usize)> =
        shared.filter(|(i, j)| long(aligner.words(*i)) && aligner.like(*i, *j) >= NEAR).collect();
    // A block after that two blocks before are like is no move of either.
    found.sort_unstable_by_key(|(_, new)| *new);
    let alone = found.chunk_by(|one, two| one.1 == two.1).filter(|run| run.len() == 1);
    alone.flatten().copied().collect()
}

impl Aligner<'_, '_> {
    /// How alike two blocks are; not at all where they are of different kinds.
    pub(super) fn like(&self, i: usize, j: usize) -> f32 {
        let (Some(one), Some(two)) = (self.old.blocks.get(i), self.new.blocks.get(j)) else { return 0.0 };
        if one.key == two.key {
            return 1.0;
        }
        if one.kind.as_read() != two.kind.as_read() || one.quoted != two.quoted {
            return 0.0;
        }
        let [old, new] = &self.bags;
        likeness(old.of(i), new.of(j))
    }
}
