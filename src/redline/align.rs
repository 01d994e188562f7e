//! Aligning two short sequences by likeness, in order.

/// Least likeness of two that belong together: lowest true pairs of edited prose lie at 0.45, highest false ones at 0.33.
pub(super) const LIKE: f32 = 0.40;

/// How alike two bags of words are, 0 to 1 (Dice's coefficient); both sorted.
pub(super) fn likeness(old: &[u32], new: &[u32]) -> f32 {
    like_enough(old, new, 0.0)
}

/// [`likeness`] where it is `least` or more, otherwise 0: most pairs are told apart before all of their words are looked at.
pub(super) fn like_enough(old: &[u32], new: &[u32], least: f32) -> f32 {
    let both = (old.len() + new.len()) as f32;
    // Words that both must have.
    let wanted = least * both / 2.0;
    let mut shared = 0_usize;
    let (mut one, mut two) = (old, new);
    while let ([id, rest_one @ ..], [other, rest_two @ ..]) = (one, two) {
        if ((shared + one.len().min(two.len())) as f32) < wanted {
            return 0.0;
        }
        shared += usize::from(id == other);
        (one, two) = (if id <= other { rest_one } else { one }, if other <= id { rest_two } else { two });
    }
    let like = if shared == 0 { 0.0 } else { 2.0 * shared as f32 / both };
    if like < least { 0.0 } else { like }
}

/// The pairs, in order, whose weights together are greatest; a `weight` of 0 is no pair. Takes `old * new` weights.
pub(super) fn pairs(old: usize, new: usize, weight: impl Fn(usize, usize) -> f32) -> Vec<(usize, usize)> {
    let width = new + 1;
    // best[i][j]: what the things from i and j on are worth together.
    let mut best = vec![0.0_f32; (old + 1) * width];
    let mut taken = vec![false; (old + 1) * width];
    let at = |best: &[f32], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or(0.0);
    for i in (0..old).rev() {
        for j in (0..new).rev() {
            let apart = at(&best, i + 1, j).max(at(&best, i, j + 1));
            let weight = weight(i, j);
            let together = at(&best, i + 1, j + 1) + weight;
            let take = weight > 0.0 && together >= apart;
            if let (Some(best), Some(taken)) = (best.get_mut(i * width + j), taken.get_mut(i * width + j)) {
                *best = if take { together } else { apart };
                *taken = take;
            }
        }
    }
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old && j < new {
        if taken.get(i * width + j) == Some(&true) {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if at(&best, i + 1, j) >= at(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// Of `pairs`, which are in the order of their first, the longest run that is in the order of both.
pub(super) fn in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    heaviest(pairs, |_| 1)
}

/// Of `pairs`, which are in the order of their first, the run in the order of both that weighs most; of those that weigh
/// the same, the one that ends last.
pub(super) fn heaviest(
    pairs: &[(usize, usize)],
    weight: impl Fn(&(usize, usize)) -> usize,
) -> Vec<(usize, usize)> {
    let mut places: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
    places.sort_unstable();
    places.dedup();
    let mut tree = Prefixes { best: vec![None; places.len() + 1] };
    let mut under: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, pair) in pairs.iter().enumerate() {
        let place = places.partition_point(|place| *place < pair.1);
        let before = tree.best_before(place);
        under.push(before.map(|(_, under)| under));
        tree.put(place, (before.map_or(0, |(sum, _)| sum) + weight(pair), at));
    }
    let mut found = Vec::new();
    let mut next = tree.best_before(places.len()).map(|(_, at)| at);
    while let Some(at) = next {
        found.extend(pairs.get(at));
        next = under.get(at).copied().flatten();
    }
    found.reverse();
    found
}

/// The greatest of what was put at the first places, for any number of them (a Fenwick tree).
struct Prefixes {
    best: Vec<Option<(usize, usize)>>,
}

impl Prefixes {
    fn put(&mut self, place: usize, value: (usize, usize)) {
        let mut at = place + 1;
        while let Some(best) = self.best.get_mut(at) {
            *best = (*best).max(Some(value));
            at += at & at.wrapping_neg();
        }
    }

    /// The greatest at a place before `place`.
    fn best_before(&self, place: usize) -> Option<(usize, usize)> {
        let (mut at, mut best) = (place, None);
        while at > 0 {
            best = best.max(self.best.get(at).copied().flatten());
            at &= at - 1;
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_the_share_of_common_words() {
        assert!((likeness(&[1, 2, 3], &[1, 2, 3]) - 1.0).abs() < 1e-6);
        assert!((likeness(&[1, 2, 2, 4], &[2, 2, 5, 6]) - 0.5).abs() < 1e-6);
        assert!(likeness(&[1], &[2]) < 1e-6 && likeness(&[], &[]) < 1e-6);
        assert!((like_enough(&[1, 2, 2, 4], &[2, 2, 5, 6], 0.5) - 0.5).abs() < 1e-6);
        assert!(like_enough(&[1, 2, 2, 4], &[2, 2, 5, 6], 0.6) < 1e-6);
    }

    #[test]
    fn the_best_pairs_in_order_are_found() {
        let weights = [[0.9, 0.0, 0.5], [0.0, 0.0, 0.8], [0.7, 0.0, 0.0]];
        assert_eq!(pairs(3, 3, |i, j| weights[i][j]), [(0, 0), (1, 2)]);
        assert_eq!(pairs(0, 3, |_, _| 1.0), []);
        let crossed = [(0, 3), (1, 0), (2, 1), (3, 4), (4, 2)];
        assert_eq!(in_order(&crossed), [(1, 0), (2, 1), (4, 2)]);
        assert_eq!(heaviest(&crossed, |pair| if pair.0 == 0 { 3 } else { 1 }), [(0, 3), (3, 4)]);
    }
}
