//! Which blocks belong side by side: equal ones first, then those that moved, then those that share rare words, then by
//! likeness in the gaps, then by their place alone.

use std::ops::Range;

use super::align::{LIKE, heaviest, in_order, like_enough, likeness, pairs as best_pairs};
use super::bags::Bags;
use super::{Detail, Effort, Kind, Text, moves, structure};

/// Blocks that belong together.
pub(super) struct Alignment {
    /// In their places, in the order of both texts.
    pub kept: Vec<(usize, usize)>,
    /// Elsewhere.
    pub moved: Vec<(usize, usize)>,
}

/// Words that stand in a row in one block of either text only are rare enough to tell that the blocks belong together.
const RUN: usize = 4;
/// Most blocks of a gap, multiplied, that are compared each with each.
const SQUARE: usize = 40_000;
/// How far off its place a block is looked for in larger gaps.
const BAND: usize = 24;
/// What a block weighs that may stay in its place: so much that no number of short ones outweighs one more that stays.
const MANY: usize = 1 << 24;
/// Least likeness of blocks of different kinds.
const OTHER: f32 = 0.8;

/// All blocks of both texts, aligned.
pub(super) fn align(old: &Text<'_>, new: &Text<'_>, effort: &mut Effort) -> Alignment {
    let key = |text: &Text<'_>, at: usize| text.blocks.get(at).map(|block| block.key);
    let equal = |i: usize, j: usize| key(old, i) == key(new, j);
    let (ends, least) = ((old.blocks.len(), new.blocks.len()), old.blocks.len().min(new.blocks.len()));
    let head = (0..least).take_while(|at| equal(*at, *at)).count();
    let tail = (1..=least - head).take_while(|back| equal(ends.0 - back, ends.1 - back)).count();
    let (gap_old, gap_new) = (head..ends.0 - tail, head..ends.1 - tail);
    let bags = [Bags::new(old, &gap_old), Bags::new(new, &gap_new)];
    let aligner = Aligner { old, new, bags };
    let mut kept: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    let moved = aligner.middle(&gap_old, &gap_new, &mut kept, effort);
    kept.extend((1..=tail).rev().map(|back| (ends.0 - back, ends.1 - back)));
    Alignment { kept, moved }
}

/// A value, and the block it stands in.
type Place = (u64, u32);

/// Blocks with the same value, where it stands in one block only of either text; of several for one, that with most values.
/// Sorted rather than hashed: texts with nothing in common have as many values as words, and a table of them is large.
fn unique(old: Vec<Place>, new: Vec<Place>) -> Vec<(usize, usize)> {
    let (old, new) = (once(old), once(new));
    let mut rest = new.as_slice();
    let mut votes: Vec<(u32, u32)> = Vec::new();
    for (value, at) in old {
        let skip = rest.iter().take_while(|other| other.0 < value).count();
        rest = rest.get(skip..).unwrap_or(&[]);
        votes.extend(rest.first().filter(|other| other.0 == value).map(|other| (at, other.1)));
    }
    votes.sort_unstable();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for votes in votes.chunk_by(|one, two| one.0 == two.0) {
        let counts = votes.chunk_by(|one, two| one == two).map(|same| (same.len(), same.first()));
        found
            .extend(counts.max().and_then(|(_, pair)| pair).map(|(old, new)| (*old as usize, *new as usize)));
    }
    found
}

/// The `places` in order, without the values that stand in more than one block.
fn once(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_unstable();
    places.dedup();
    let alone = places.chunk_by(|one, two| one.0 == two.0).filter(|places| places.len() == 1);
    alone.flatten().copied().collect()
}

/// Blocks of both texts, and the pair behind them.
type Stretch = (Range<usize>, Range<usize>, Option<(usize, usize)>);

/// The stretches between `anchors`, which are in order, with the anchor behind each.
fn stretches(anchors: &[(usize, usize)], old: Range<usize>, new: Range<usize>) -> Vec<Stretch> {
    let (mut i, mut j) = (old.start, new.start);
    let mut out = Vec::with_capacity(anchors.len() + 1);
    for (one, two) in anchors {
        out.push((i..*one, j..*two, Some((*one, *two))));
        (i, j) = (one + 1, two + 1);
    }
    out.push((i..old.end, j..new.end, None));
    out
}

/// Two texts whose blocks are aligned.
pub(super) struct Aligner<'t, 'a> {
    pub old: &'t Text<'a>,
    pub new: &'t Text<'a>,
    pub bags: [Bags; 2],
}

impl Aligner<'_, '_> {
    /// Appends the pairs in their places between the equal ends to `kept`, and returns those that moved.
    fn middle(
        &self,
        old: &Range<usize>,
        new: &Range<usize>,
        kept: &mut Vec<(usize, usize)>,
        effort: &mut Effort,
    ) -> Vec<(usize, usize)> {
        let keys = |text: &Text<'_>, range: &Range<usize>| -> Vec<Place> {
            let blocks = text.blocks.get(range.clone()).unwrap_or(&[]).iter();
            blocks.zip(range.clone()).map(|(block, at)| (block.key, at as u32)).collect()
        };
        let exact = unique(keys(self.old, old), keys(self.new, new));
        // As many as can be stay; of two that changed places the one that is too short to be called a move.
        let anchors = heaviest(&exact, |pair| if moves::is_long(self, &[*pair]) { MANY } else { MANY + 1 });
        let mut free = [free(self.old, old), free(self.new, new)];
        take(&mut free, &exact);
        let elsewhere: Vec<_> =
            exact.into_iter().filter(|pair| anchors.binary_search(pair).is_err()).collect();
        let mut moved = moves::grown(self, &elsewhere, free.clone());
        take(&mut free, &moved);
        give_back(&mut free, &elsewhere, &moved);
        let mut pairs = Self::between(&anchors, &free, old, new, |old, new| self.gap(old, new, effort));
        take(&mut free, &pairs);
        let left = [list(&free, 0, old), list(&free, 1, new)];
        let [left_old, left_new] = &left;
        let near = moves::grown(self, &moves::near(self, left_old, left_new), free.clone());
        take(&mut free, &near);
        moved.extend(near);
        pairs =
            Self::between(&pairs, &free, old, new, |one, two| structure::pairs(self.old, self.new, one, two));
        kept.extend(pairs);
        moved
    }

    /// The `anchors`, and what `gap` makes of the free blocks between them.
    fn between(
        anchors: &[(usize, usize)],
        free: &[Vec<bool>; 2],
        old: &Range<usize>,
        new: &Range<usize>,
        mut gap: impl FnMut(&[usize], &[usize]) -> Vec<(usize, usize)>,
    ) -> Vec<(usize, usize)> {
        let mut out = Vec::with_capacity(anchors.len());
        for (one, two, anchor) in stretches(anchors, old.clone(), new.clone()) {
            if !one.is_empty() && !two.is_empty() {
                out.extend(gap(&list(free, 0, &one), &list(free, 1, &two)));
            }
            out.extend(anchor);
        }
        out
    }

    /// Pairs of the blocks of a gap between equal ones.
    fn gap(&self, old: &[usize], new: &[usize], effort: &mut Effort) -> Vec<(usize, usize)> {
        if old.is_empty() || new.is_empty() {
            return Vec::new();
        }
        if old.len() * new.len() <= SQUARE {
            return self.by_likeness(old, new, effort);
        }
        let shared = in_order(&self.shared(old, new));
        let place = |list: &[usize], at: usize| list.binary_search(&at).unwrap_or(0);
        let places: Vec<_> = shared.iter().map(|(i, j)| (place(old, *i), place(new, *j))).collect();
        let mut out = Vec::new();
        for (one, two, anchor) in stretches(&places, 0..old.len(), 0..new.len()) {
            let (one, two) = (old.get(one).unwrap_or(&[]), new.get(two).unwrap_or(&[]));
            out.extend(self.by_likeness(one, two, effort));
            let anchor = anchor.and_then(|(i, j)| Some((*old.get(i)?, *new.get(j)?)));
            out.extend(anchor.filter(|(i, j)| self.weight(*i, *j) > 0.0));
        }
        out
    }

    /// Pairs of blocks that share runs of words that no others have, by the block before.
    pub(super) fn shared(&self, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
        if old.is_empty() || new.is_empty() {
            return Vec::new();
        }
        unique(runs(self.old, old), runs(self.new, new))
    }

    /// Aligns blocks by likeness: each with each, or with those near its place where they are many.
    fn by_likeness(&self, old: &[usize], new: &[usize], effort: &mut Effort) -> Vec<(usize, usize)> {
        if old.is_empty() || new.is_empty() {
            return Vec::new();
        }
        let words = |bags: &Bags, list: &[usize]| list.iter().map(|at| bags.of(*at).len() + 1).sum::<usize>();
        let [old_bags, new_bags] = &self.bags;
        let cost = words(old_bags, old) * new.len() + words(new_bags, new) * old.len();
        let found = if old.len() * new.len() <= SQUARE && effort.take(cost, Detail::Blocks) {
            let at = |i: usize, j: usize| old.get(i).zip(new.get(j));
            best_pairs(old.len(), new.len(), |i, j| at(i, j).map_or(0.0, |(i, j)| self.weight(*i, *j)))
        } else {
            self.near_place(old, new, effort)
        };
        found.into_iter().filter_map(|(i, j)| Some((*old.get(i)?, *new.get(j)?))).collect()
    }

    /// The likest block near the place of each, in order of both.
    fn near_place(&self, old: &[usize], new: &[usize], effort: &mut Effort) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (i, one) in old.iter().enumerate() {
            let place = i * new.len() / old.len().max(1);
            let band = place.saturating_sub(BAND)..(place + BAND).min(new.len());
            let words = self.words(*one) + 1;
            if !effort.take(2 * words * band.len(), Detail::Blocks) {
                break;
            }
            let weights = band.filter_map(|j| Some((self.weight(*one, *new.get(j)?), j)));
            let best = weights.max_by(|one, two| one.0.total_cmp(&two.0)).filter(|best| best.0 > 0.0);
            found.extend(best.map(|(_, j)| (i, j)));
        }
        in_order(&found)
    }

    /// How many words block `at` of the text before has.
    pub(super) fn words(&self, at: usize) -> usize {
        let [old, _] = &self.bags;
        old.of(at).len()
    }

    /// What it is worth to set two blocks side by side: their likeness, the more the longer they are; 0 where they do not
    /// belong together.
    fn weight(&self, i: usize, j: usize) -> f32 {
        let (Some(one), Some(two)) = (self.old.blocks.get(i), self.new.blocks.get(j)) else { return 0.0 };
        let [old, new] = &self.bags;
        let (old, new) = (old.of(i), new.of(j));
        let worth = (1 + old.len() + new.len()) as f32;
        if one.key == two.key {
            return worth;
        }
        let level = |kind: Kind| matches!(kind, Kind::Heading(_));
        let kin = one.quoted == two.quoted
            && (one.kind.as_read() == two.kind.as_read() || level(one.kind) && level(two.kind));
        let least = if kin { LIKE } else { OTHER };
        match [Self::field(self.old, i), Self::field(self.new, j)] {
            [Some(one), Some(two)] if one == two => (likeness(old, new) + 1.0) * worth,
            [None, None] => like_enough(old, new, least) * worth,
            _ => 0.0,
        }
    }

    /// The key of a line of front matter.
    fn field<'s>(text: &Text<'s>, at: usize) -> Option<&'s str> {
        text.blocks.get(at).filter(|block| block.kind == Kind::Field)?;
        let key = crate::text::slice(text.source, text.span_of(at)).split_once(':')?.0;
        (!key.starts_with([' ', '-', '#'])).then_some(key)
    }
}

/// Which blocks in `range` have no partner; none outside it has.
fn free(text: &Text<'_>, range: &Range<usize>) -> Vec<bool> {
    (0..text.blocks.len()).map(|at| range.contains(&at)).collect()
}

fn set(free: &mut [Vec<bool>; 2], pairs: &[(usize, usize)], value: bool) {
    let [old, new] = free;
    for (i, j) in pairs {
        if let (Some(one), Some(two)) = (old.get_mut(*i), new.get_mut(*j)) {
            (*one, *two) = (value, value);
        }
    }
}

pub(super) fn take(free: &mut [Vec<bool>; 2], pairs: &[(usize, usize)]) {
    set(free, pairs, false);
}

/// Frees what was taken for a move and is none.
fn give_back(free: &mut [Vec<bool>; 2], taken: &[(usize, usize)], moved: &[(usize, usize)]) {
    let none: Vec<_> = taken.iter().filter(|pair| moved.binary_search(pair).is_err()).copied().collect();
    set(free, &none, true);
}

/// The free blocks of side `side` in `range`.
fn list(free: &[Vec<bool>; 2], side: usize, range: &Range<usize>) -> Vec<usize> {
    let side = free.get(side).map_or(&[][..], Vec::as_slice);
    range.clone().filter(|at| side.get(*at) == Some(&true)).collect()
}

/// The runs of words of the blocks in `list`, each with its block.
fn runs(text: &Text<'_>, list: &[usize]) -> Vec<Place> {
    let mut found = Vec::new();
    let mut ids: Vec<u32> = Vec::new();
    for at in list {
        let tokens = text.tokens.get(text.tokens_of(*at)).unwrap_or(&[]);
        ids.clear();
        ids.extend(tokens.iter().filter(|token| token.word).map(|token| token.id));
        let mixed = ids.windows(RUN).map(|run| {
            run.iter()
                .fold(0_u64, |sum, id| (sum ^ u64::from(*id)).wrapping_mul(0x0100_0000_01b3).rotate_left(17))
        });
        found.extend(mixed.map(|run| (run, *at as u32)));
    }
    found
}
