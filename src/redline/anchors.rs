//! Which blocks belong side by side: equal ones first, then those that share rare words, then by likeness in the gaps.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::align::{LIKE, in_order, likeness, pairs as best_pairs};
use super::{Detail, Effort, Text};

/// Blocks that belong together; one of the two is missing where a block is gone or new.
pub(super) type Pair = (Option<usize>, Option<usize>);

/// Words that stand in a row in one block of either text only are rare enough to tell that the blocks belong together.
const RUN: usize = 4;
/// Most blocks of a gap, multiplied, that are compared each with each.
const SQUARE: usize = 40_000;
/// How far off its place a block is looked for in larger gaps.
const BAND: usize = 24;

/// All blocks of both texts, aligned.
pub(super) fn pairs(old: &Text<'_>, new: &Text<'_>, effort: &mut Effort) -> Vec<Pair> {
    let aligner = Aligner { old, new, bags: [bags(old), bags(new)] };
    let (all_old, all_new) = (0..old.blocks.len(), 0..new.blocks.len());
    let key = |text: &Text<'_>, at: usize| text.blocks.get(at).map_or(0, |block| block.key);
    let equal = |i: usize, j: usize| key(old, i) == key(new, j);
    let head = all_old.clone().zip(all_new.clone()).take_while(|(i, j)| equal(*i, *j)).count();
    let rest = (old.blocks.len() - head).min(new.blocks.len() - head);
    let tail = (1..=rest).take_while(|back| equal(all_old.end - back, all_new.end - back)).count();
    let (gap_old, gap_new) = (head..all_old.end - tail, head..all_new.end - tail);
    let mut out: Vec<Pair> = (0..head).map(|at| (Some(at), Some(at))).collect();
    let exact =
        unique(gap_old.clone().map(|at| (at, key(old, at))), gap_new.clone().map(|at| (at, key(new, at))));
    between(&exact, gap_old, gap_new, &mut out, |old, new, out| aligner.gap(old, new, out, effort));
    out.extend((0..tail).rev().map(|back| (Some(all_old.end - 1 - back), Some(all_new.end - 1 - back))));
    out
}

/// The ids of the words of every block, sorted.
fn bags(text: &Text<'_>) -> Vec<Vec<u32>> {
    let bag = |range: Range<usize>| {
        let tokens = text.tokens.get(range).unwrap_or(&[]);
        let mut ids: Vec<u32> = tokens.iter().filter(|token| token.word).map(|token| token.id).collect();
        ids.sort_unstable();
        ids
    };
    text.blocks.iter().map(|block| bag(block.tokens.clone())).collect()
}

/// Places with the same value, where it stands once in either sequence, in the order of both.
fn unique(
    old: impl Iterator<Item = (usize, u64)>,
    new: impl Iterator<Item = (usize, u64)>,
) -> Vec<(usize, usize)> {
    let once = |places: &mut dyn Iterator<Item = (usize, u64)>| {
        let mut map: FxHashMap<u64, Option<usize>> = FxHashMap::default();
        for (at, value) in places {
            map.entry(value)
                .and_modify(|known| *known = known.filter(|known| *known == at))
                .or_insert(Some(at));
        }
        map
    };
    let (mut old, mut new) = (old, new);
    let (old, new) = (once(&mut old), once(&mut new));
    let shared = old.iter().filter_map(|(value, at)| Some(((*at)?, new.get(value).copied().flatten()?)));
    let mut votes: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for pair in shared {
        *votes.entry(pair).or_default() += 1;
    }
    let mut best: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
    for ((old, new), count) in votes {
        let entry = best.entry(old).or_insert((count, new));
        *entry = (*entry).max((count, new));
    }
    let mut found: Vec<(usize, usize)> = best.into_iter().map(|(old, (_, new))| (old, new)).collect();
    found.sort_unstable();
    in_order(&found)
}

/// Puts out the `anchors`, and what `gap` makes of the stretches between them.
fn between(
    anchors: &[(usize, usize)],
    old: Range<usize>,
    new: Range<usize>,
    out: &mut Vec<Pair>,
    mut gap: impl FnMut(Range<usize>, Range<usize>, &mut Vec<Pair>),
) {
    let (mut i, mut j) = (old.start, new.start);
    for (old, new) in anchors {
        gap(i..*old, j..*new, out);
        out.push((Some(*old), Some(*new)));
        (i, j) = (old + 1, new + 1);
    }
    gap(i..old.end, j..new.end, out);
}

struct Aligner<'t, 'a> {
    old: &'t Text<'a>,
    new: &'t Text<'a>,
    bags: [Vec<Vec<u32>>; 2],
}

impl Aligner<'_, '_> {
    /// Aligns the blocks of a gap between equal ones.
    fn gap(&self, old: Range<usize>, new: Range<usize>, out: &mut Vec<Pair>, effort: &mut Effort) {
        if old.len() * new.len() <= SQUARE {
            return self.by_likeness(old, new, out, effort);
        }
        let shared = unique(runs(self.old, old.clone()).into_iter(), runs(self.new, new.clone()).into_iter());
        between(&shared, old, new, out, |old, new, out| self.by_likeness(old, new, out, effort));
    }

    /// Aligns blocks by likeness: each with each, or with those near its place where they are many.
    fn by_likeness(&self, old: Range<usize>, new: Range<usize>, out: &mut Vec<Pair>, effort: &mut Effort) {
        let words = |bags: &[Vec<u32>], range: &Range<usize>| {
            bags.get(range.clone()).unwrap_or(&[]).iter().map(|bag| bag.len() + 1).sum::<usize>()
        };
        let [old_bags, new_bags] = &self.bags;
        let cost = words(old_bags, &old) * new.len() + words(new_bags, &new) * old.len();
        let found = if old.is_empty() || new.is_empty() {
            Vec::new()
        } else if old.len() * new.len() <= SQUARE && effort.take(cost, Detail::Blocks) {
            best_pairs(old.len(), new.len(), |i, j| self.weight(old.start + i, new.start + j))
        } else {
            self.near(&old, &new, effort)
        };
        let anchors: Vec<_> = found.into_iter().map(|(i, j)| (old.start + i, new.start + j)).collect();
        between(&anchors, old, new, out, |old, new, out| {
            out.extend(old.map(|at| (Some(at), None)));
            out.extend(new.map(|at| (None, Some(at))));
        });
    }

    /// The likest block near the place of each, in order of both.
    fn near(&self, old: &Range<usize>, new: &Range<usize>, effort: &mut Effort) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for i in 0..old.len() {
            let place = i * new.len() / old.len().max(1);
            let band = place.saturating_sub(BAND)..(place + BAND).min(new.len());
            let words = self.bags.first().and_then(|bags| bags.get(old.start + i)).map_or(0, Vec::len) + 1;
            if !effort.take(2 * words * band.len(), Detail::Blocks) {
                break;
            }
            let weights = band.map(|j| (self.weight(old.start + i, new.start + j), j));
            let best = weights.max_by(|one, two| one.0.total_cmp(&two.0)).filter(|best| best.0 > 0.0);
            found.extend(best.map(|(_, j)| (i, j)));
        }
        in_order(&found)
    }

    /// What it is worth to set two blocks side by side: their likeness, the more the longer they are; 0 where they do not
    /// belong together.
    fn weight(&self, i: usize, j: usize) -> f32 {
        let [old, new] = &self.bags;
        let (Some(one), Some(two)) = (old.get(i), new.get(j)) else { return 0.0 };
        let equal =
            self.old.blocks.get(i).map(|block| block.key) == self.new.blocks.get(j).map(|block| block.key);
        let like = if equal { 1.0 } else { likeness(one, two) };
        if like < LIKE { 0.0 } else { like * (1 + one.len() + two.len()) as f32 }
    }
}

/// Every [`RUN`] of words of the blocks in `range` as one number, with its block.
fn runs(text: &Text<'_>, range: Range<usize>) -> Vec<(usize, u64)> {
    let mut found = Vec::new();
    for at in range {
        let ids = text.ids(text.tokens_of(at));
        let mixed = ids.windows(RUN).map(|run| {
            run.iter()
                .fold(0_u64, |sum, id| (sum ^ u64::from(*id)).wrapping_mul(0x0100_0000_01b3).rotate_left(17))
        });
        found.extend(mixed.map(|run| (at, run)));
    }
    found
}
