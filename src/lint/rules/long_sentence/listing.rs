//! Enumerations that would read better as a list.

use std::ops::Range;

use super::clause::{SUBORDINATORS, stands};
use super::line::Line;

/// Three things or more in a row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Listing {
    /// How many things.
    pub items: usize,
    /// The second to the last: where the first begins nobody can tell.
    pub rest: Vec<Range<usize>>,
}

/// Most words of a thing in a list.
const LONGEST: usize = 14;
/// What begins a clause or an aside, not a thing in a list.
#[rustfmt::skip] // one word a line otherwise
const NO_ITEM: &[&str] = &[
    "also", "and", "as", "at", "both", "but", "by", "during", "especially", "for", "from", "he", "i", "in", "including",
    "it", "like", "not", "now", "of", "often", "on", "or", "she", "so", "such", "then", "they", "to", "we", "which",
    "who", "with", "you",
];

/// The longest enumeration of `line`: "a, b, c, and d" or "a, b, c and d", outside brackets and quotation marks; or
/// "(1) a, (2) b".
pub(super) fn find(line: &Line<'_>) -> Option<Listing> {
    let commas: Vec<usize> = (1..line.len()).filter(|at| line.comma(*at) && line.is_level(*at)).collect();
    let ends = commas.iter().skip(1).copied().chain([line.len()]);
    let pieces: Vec<Range<usize>> = commas.iter().zip(ends).map(|(start, end)| *start..end).collect();
    let lists = (1..pieces.len()).filter_map(|last| ending_at(line, pieces.get(..=last)?));
    numbered(line).or_else(|| lists.max_by_key(|list| list.items))
}

/// What is numbered already: "(1) a, (2) b".
fn numbered(line: &Line<'_>) -> Option<Listing> {
    let number = |at: &usize| {
        line.gap(*at).ends_with('(') && line.gap(at + 1).starts_with(')') && line.word(*at).len() == 1
    };
    let starts: Vec<usize> = (0..line.len()).filter(number).collect();
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    let items: Vec<Range<usize>> = starts.iter().zip(ends).map(|(start, end)| start + 1..end).collect();
    let rest: Vec<Range<usize>> = items.into_iter().skip(1).collect();
    (rest.len() > 1).then(|| Listing { items: rest.len() + 1, rest })
}

/// The enumeration whose last piece is the last of `pieces`.
fn ending_at(line: &Line<'_>, pieces: &[Range<usize>]) -> Option<Listing> {
    let (last, before) = pieces.split_last()?;
    let joined = ["and", "or"];
    let mut rest = Vec::new();
    if line.is(last.start, &joined) {
        rest.push(last.start + 1..up_to_dash(line, last));
    } else {
        let inner = (last.start + 1..last.end.min(last.start + 7))
            .find(|at| line.is(*at, &joined) && line.is_level(*at));
        let inner = inner.filter(|_| is_item(line, last))?;
        rest.extend([inner + 1..up_to_dash(line, last), last.start..inner]);
    }
    let items = before.iter().rev().take_while(|piece| is_item(line, piece));
    // "creating a, b and c": what begins otherwise than the next holds the first of them.
    let alike = items.take_while(|piece| {
        let next = rest.last().map_or(0, |next: &Range<usize>| next.start);
        let like = acts(line, piece.start) == acts(line, next);
        rest.extend(like.then(|| (*piece).clone()));
        like
    });
    let middle = alike.count();
    rest.reverse();
    let first = rest.first()?.start;
    let led = stands(line, first) || (1..first).any(|at| line.gap(at).contains(':') || line.dash(at));
    let weighty = if rest.len() > 2 { 1 } else { 2 };
    let said =
        |item: &Range<usize>| item.len() >= weighty && line.word(item.start).contains(char::is_alphanumeric);
    (middle > 0 && led && rest.iter().all(said)).then_some(Listing { items: rest.len() + 1, rest })
}

/// Whether `piece` may be a thing in a list: short, no clause, no aside.
fn is_item(line: &Line<'_>, piece: &Range<usize>) -> bool {
    piece.len() <= LONGEST
        && !line.is(piece.start, NO_ITEM)
        && !line.is(piece.start, SUBORDINATORS)
        && !line.word(piece.start).starts_with(|c: char| c.is_ascii_digit())
        && !piece.clone().any(|at| line.is_finite(at) || line.dash(at))
}

/// Whether word `at` is an "-ing" form.
fn acts(line: &Line<'_>, at: usize) -> bool {
    line.word(at).len() > 5 && line.word(at).ends_with("ing")
}

fn up_to_dash(line: &Line<'_>, piece: &Range<usize>) -> usize {
    (piece.start + 1..piece.end).find(|at| line.dash(*at)).unwrap_or(piece.end)
}
