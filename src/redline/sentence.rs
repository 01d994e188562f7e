//! The sentences of two blocks, and which belong together: also where one was split, or two were joined.

use std::ops::Range;

use super::align::{LIKE, like_enough, likeness, pairs as best_pairs};
use super::{Detail, Effort, Text};
use crate::document::sentences;

/// How much likelier two must become by a neighbour for it to be part of one of them.
const JOINED: f32 = 0.05;

/// Tokens of the two texts that belong together.
type Pair = (Range<usize>, Range<usize>);

/// The sentences of `tokens`, as ranges of them; together they cover all.
pub(super) fn split(text: &Text<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
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

/// The cells of a row of a table, as ranges of its tokens: what stands between bars.
pub(super) fn cells(text: &Text<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = tokens.start;
    for at in tokens.clone() {
        let bar = text.tokens.get(at).is_some_and(|token| text.token(token).starts_with('|'));
        if bar {
            out.push(start..at);
            start = at + 1;
        }
    }
    out.push(start..tokens.end);
    out
}

/// The key of a line of front matter with its colon, and its value; nothing where there is no key.
pub(super) fn field(text: &Text<'_>, tokens: &Range<usize>) -> Option<[Range<usize>; 2]> {
    let colon = |at: &usize| text.tokens.get(*at).is_some_and(|token| text.token(token) == ":");
    let end = tokens.clone().find(colon)? + 1;
    Some([tokens.start..end, end..tokens.end])
}

/// The sentences of `one` and `two` that belong together, in order.
pub(super) fn pairs(
    (old, one): (&Text<'_>, &[Range<usize>]),
    (new, two): (&Text<'_>, &[Range<usize>]),
    effort: &mut Effort,
) -> Vec<Pair> {
    let bags = [bags(old, one), bags(new, two)];
    let tokens = |ranges: &[Range<usize>]| ranges.iter().map(ExactSizeIterator::len).sum::<usize>();
    let cost = tokens(one) * two.len() + tokens(two) * one.len();
    if !effort.take(cost, Detail::Blocks) {
        return Vec::new();
    }
    let [bags_old, bags_new] = &bags;
    let found = best_pairs(one.len(), two.len(), |i, j| {
        let (Some(a), Some(b)) = (bags_old.get(i), bags_new.get(j)) else { return 0.0 };
        like_enough(a, b, LIKE) * (a.len() + b.len()) as f32
    });
    let mut out = Vec::with_capacity(found.len());
    let (mut i, mut j) = (0, 0);
    for (at, (a, b)) in found.iter().enumerate() {
        let (next_i, next_j) = found.get(at + 1).copied().unwrap_or((one.len(), two.len()));
        let from = grown(&bags, (*a, i..next_i), *b);
        let with = if from.len() > 1 { *b..b + 1 } else { grown(&swapped(&bags), (*b, j..next_j), *a) };
        (i, j) = (from.end, with.end);
        out.extend(covered(one, &from).zip(covered(two, &with)));
    }
    out
}

fn bags(text: &Text<'_>, ranges: &[Range<usize>]) -> Vec<Vec<u32>> {
    let bag = |range: &Range<usize>| {
        let mut ids: Vec<u32> = text.ids(range.clone()).collect();
        ids.sort_unstable();
        ids
    };
    ranges.iter().map(bag).collect()
}

fn swapped(bags: &[Vec<Vec<u32>>; 2]) -> [&[Vec<u32>]; 2] {
    let [one, two] = bags;
    [two, one]
}

/// Sentence `at`, with those of its `free` neighbours that make it likelier to be sentence `with` of the other text.
fn grown<B: AsRef<[Vec<u32>]>>(
    bags: &[B; 2],
    (at, free): (usize, Range<usize>),
    with: usize,
) -> Range<usize> {
    let [own, other] = bags;
    let (own, other) = (own.as_ref(), other.as_ref());
    let (Some(bag), Some(wanted)) = (own.get(at), other.get(with)) else { return at..at + 1 };
    let mut like = likeness(bag, wanted);
    // What is whole already needs no neighbour.
    if like > 1.0 - JOINED {
        return at..at + 1;
    }
    let mut bag = bag.clone();
    let mut range = at..at + 1;
    loop {
        let sides = [
            range.start.checked_sub(1).filter(|at| *at >= free.start),
            Some(range.end).filter(|at| *at < free.end),
        ];
        let joined = sides.into_iter().flatten().filter_map(|next| {
            let mut joined = bag.clone();
            joined.extend(own.get(next)?);
            joined.sort_unstable();
            Some((likeness(&joined, wanted), next, joined))
        });
        match joined.max_by(|one, two| one.0.total_cmp(&two.0)) {
            Some((likelier, next, joined)) if likelier >= like + JOINED => {
                (like, bag) = (likelier, joined);
                range = range.start.min(next)..range.end.max(next + 1);
            }
            _ => return range,
        }
    }
}

/// The tokens of the sentences in `range`.
fn covered(sentences: &[Range<usize>], range: &Range<usize>) -> std::option::IntoIter<Range<usize>> {
    let found = sentences.get(range.clone()).unwrap_or(&[]);
    found.first().zip(found.last()).map(|(first, last)| first.start..last.end).into_iter()
}
