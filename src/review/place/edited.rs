//! Quotations that were edited: what stands in their place now.

use std::collections::HashMap;

use super::Ground;
use crate::review::Anchor;
use crate::text::slice;

/// Characters of what stood around a quotation that have to be there, on both sides, for the text between to be it.
const SURE: usize = 12;

/// The part of its words that a stretch must share with a quotation. Sentences that say the same share more, others less
/// (measured on real copyedits: the lowest true pair shares 0.45, the highest false one 0.33); a remark on the wrong
/// sentence is worse than one in the list of those without a place.
const SHARED: f64 = 0.6;

/// Fewest words that are looked for by likeness.
const FEWEST: usize = 3;

/// The words of a folded text.
#[derive(Debug)]
pub struct Words {
    /// First and last byte of each, and which word it is.
    list: Vec<(usize, usize, u32)>,
    known: HashMap<String, u32>,
}

impl Words {
    pub fn of(text: &str) -> Self {
        let mut words = Self { list: Vec::new(), known: HashMap::new() };
        for (start, end) in pieces(text) {
            let next = words.known.len() as u32;
            let word = *words.known.entry(slice(text, start..end).to_lowercase()).or_insert(next);
            words.list.push((start, end, word));
        }
        words
    }
}

/// The words of `text`, without the marks around them.
fn pieces(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let is_edge = |c: char| !c.is_alphanumeric();
    let words = text.split(' ').scan(0, move |at, piece| {
        let start = *at;
        *at += piece.len() + 1;
        let bare = piece.trim_start_matches(is_edge);
        let start = start + piece.len() - bare.len();
        Some((start, start + bare.trim_end_matches(is_edge).len()))
    });
    words.filter(|(start, end)| start < end)
}

/// What stands between the old surroundings, where there is one such place; `alike`: only where it shares a word with
/// the quotation.
pub fn enclosed(ground: &Ground<'_>, anchor: &Anchor, alike: bool) -> Option<(usize, usize)> {
    let text = &ground.folded.text;
    let skip = anchor.before.chars().count().checked_sub(SURE)?;
    let before: String = anchor.before.chars().skip(skip).collect();
    let after: String = anchor.after.chars().take(SURE).collect();
    if after.chars().count() < SURE {
        return None;
    }
    let reach = 2 * anchor.quote.len() + 80;
    let mut places = text.match_indices(&before).filter_map(|(at, found)| {
        let start = at + found.len();
        let rest = slice_to(text, start, reach + after.len());
        // What stood around it stands together now: it was deleted.
        let length = rest.find(&after).filter(|_| !rest.trim_start().starts_with(after.trim_start()))?;
        let between = slice(text, start..start + length);
        let bare = between.trim();
        let head = between.len() - between.trim_start().len();
        (!bare.is_empty()).then_some((start + head, start + head + bare.len()))
    });
    let first = places.next()?;
    let meant = !alike || shares_word(slice(text, first.0..first.1), &anchor.quote);
    (meant && places.next().is_none()).then_some(first)
}

fn shares_word(one: &str, two: &str) -> bool {
    pieces(one).any(|(start, end)| {
        let word = slice(one, start..end);
        pieces(two).any(|(start, end)| slice(two, start..end).eq_ignore_ascii_case(word))
    })
}

/// `text` from `start` on, `length` bytes or a little less.
fn slice_to(text: &str, start: usize, length: usize) -> &str {
    let end = (start + length).min(text.len());
    let end = (start..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(start);
    slice(text, start..end)
}

/// The stretch of as many words as the quotation has that shares most of them; of several the one that stands where the
/// old one stood.
pub fn alike(ground: &Ground<'_>, anchor: &Anchor) -> Option<(usize, usize)> {
    let words = ground.words();
    let quoted: Vec<u32> = pieces(&anchor.quote)
        .map(|(start, end)| {
            let word = slice(&anchor.quote, start..end).to_lowercase();
            words.known.get(&word).copied().unwrap_or(u32::MAX)
        })
        .collect();
    let enough = (quoted.len() as f64 * SHARED).ceil() as usize;
    if quoted.len() < FEWEST || words.list.len() < quoted.len() {
        return None;
    }
    let best = most_shared(words, &quoted, enough)?;
    let worth = |window: &(usize, usize)| {
        ground.context(anchor, window.0, window.1) + ground.of_part(anchor, window.0)
    };
    let stretches = best.into_iter().map(|at| stretch(words, &quoted, at));
    let stretches = stretches.map(|window| settled(ground, anchor, window));
    stretches
        .map(|window| (worth(&window), window))
        .reduce(|best, one| if one.0 > best.0 { one } else { best })
        .map(|it| it.1)
}

/// The first words of the windows that share the most words with `quoted`, at least `enough`.
fn most_shared(words: &Words, quoted: &[u32], enough: usize) -> Option<Vec<usize>> {
    /// More windows than this are not told apart: the text repeats itself.
    const MOST: usize = 64;
    let mut left: HashMap<u32, i64> = HashMap::new();
    for word in quoted.iter().filter(|word| **word != u32::MAX) {
        *left.entry(*word).or_default() += 1;
    }
    let (mut shared, mut most, mut best) = (0usize, enough, Vec::new());
    for (at, (_, _, word)) in words.list.iter().enumerate() {
        if let Some(count) = left.get_mut(word) {
            *count -= 1;
            shared += usize::from(*count >= 0);
        }
        let gone = at.checked_sub(quoted.len()).and_then(|at| words.list.get(at));
        if let Some(count) = gone.and_then(|(_, _, word)| left.get_mut(word)) {
            *count += 1;
            shared -= usize::from(*count > 0);
        }
        let first = (at + 1).saturating_sub(quoted.len());
        if shared > most {
            most = shared;
            best.clear();
        }
        if shared == most && best.len() < MOST {
            best.push(first);
        }
    }
    (!best.is_empty()).then_some(best)
}

/// The bytes of the window at word `first`, without words at its ends that the quotation does not have.
fn stretch(words: &Words, quoted: &[u32], first: usize) -> (usize, usize) {
    let window = words.list.iter().skip(first).take(quoted.len());
    let mut own = window.filter(|(_, _, word)| quoted.contains(word));
    let start = own.next().copied().unwrap_or_default();
    let end = own.next_back().map_or(start.1, |word| word.1);
    (start.0, end)
}

/// `window` with edges where the old surroundings still stand nearby: the first or last word may be the edited one.
fn settled(ground: &Ground<'_>, anchor: &Anchor, window: (usize, usize)) -> (usize, usize) {
    let text = &ground.folded.text;
    let slack = anchor.quote.len() / 2 + 16;
    let skip = anchor.before.chars().count().saturating_sub(SURE);
    let before: String = anchor.before.chars().skip(skip).collect();
    let after: String = anchor.after.chars().take(SURE).collect();
    let from = (window.0.saturating_sub(slack)..=window.0).find(|at| text.is_char_boundary(*at));
    let from = from.unwrap_or(window.0);
    let head = slice(text, from..window.0).rfind(&before).filter(|_| before.chars().count() == SURE);
    let tail = slice_to(text, window.1, slack).find(&after).filter(|_| after.chars().count() == SURE);
    let start = head.map_or(window.0, |at| from + at + before.len());
    let end = tail.map_or(window.1, |length| window.1 + length);
    let inner = slice(text, start..end);
    let start = start + inner.len() - inner.trim_start().len();
    (start, start + inner.trim().len())
}
