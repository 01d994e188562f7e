//! The words of prose as a redline compares them, and the punctuation around them.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::slice;

/// A word or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the source.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// The same for the same text in both sources.
    pub id: u32,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether it is a word: it has a letter or a figure.
    pub word: bool,
}

/// Numbers texts so that the same ones have the same number; straight and curly quotation marks are the same.
#[derive(Debug, Default)]
pub struct Interner<'a> {
    ids: FxHashMap<Cow<'a, str>, u32>,
}

impl<'a> Interner<'a> {
    fn id(&mut self, text: &'a str) -> u32 {
        let next = self.ids.len() as u32;
        *self.ids.entry(straight(text)).or_insert(next)
    }
}

/// `text` with straight quotation marks.
fn straight(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(['‘', '’', '“', '”']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(['‘', '’'], "'").replace(['“', '”'], "\""))
}

/// Appends the tokens of `source` within `range`, one line's text.
pub(super) fn read<'a>(
    source: &'a str,
    range: Range<usize>,
    interner: &mut Interner<'a>,
    out: &mut Vec<Token>,
) {
    let mut at = range.start;
    for chunk in slice(source, range).split_inclusive(char::is_whitespace) {
        let written = chunk.trim_end();
        let mut spaced = true;
        for piece in pieces(written) {
            let text = slice(written, piece.clone());
            let word = text.contains(char::is_alphanumeric);
            let (start, end) = ((at + piece.start) as u32, (at + piece.end) as u32);
            out.push(Token { start, end, id: interner.id(text), spaced, word });
            spaced = false;
        }
        at += chunk.len();
    }
}

/// Most bytes of a token: what is longer is no word, and is cut so that a page of dashes takes no longer than prose.
const LONGEST: usize = 200;

/// The tokens of `chunk`, which has no white space: marks at its edges, dashes and link brackets within it, the words
/// between.
fn pieces(chunk: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    while start < chunk.len() {
        let cut = (start + LONGEST..chunk.len()).find(|at| chunk.is_char_boundary(*at));
        let end = cut.unwrap_or(chunk.len());
        let rest = slice(chunk, start..end);
        let plain = rest.bytes().all(|byte| byte.is_ascii_alphabetic());
        let len = if plain {
            rest.len()
        } else if opens_word(rest) {
            word_len(rest)
        } else {
            mark_len(rest)
        };
        out.push(start..start + len);
        start += len;
    }
    out
}

/// Whether a word begins here: with a letter or a figure, or a sign that belongs to the figure behind it.
fn opens_word(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().unwrap_or(' ');
    let figure = text.trim_start_matches(SIGNS).starts_with(|c: char| c.is_ascii_digit());
    first.is_alphanumeric() || (SIGNS.contains(&first) && figure)
}

/// Signs before figures.
const SIGNS: [char; 9] = ['$', '£', '€', '¥', '-', '−', '+', '~', '.'];
/// Signs behind figures.
const UNITS: [char; 4] = ['%', '‰', '°', '+'];

/// Length of the word that `text` begins with: to the last letter or figure before a dash, a link bracket or the end.
fn word_len(text: &str) -> usize {
    let cut = ["—", "–", "--", "](", "...", "…", "<", ">"].iter().filter_map(|mark| inner(text, mark)).min();
    let text = slice(text, 0..cut.unwrap_or(text.len()));
    let last = text.char_indices().rev().find(|(_, c)| c.is_alphanumeric());
    let end = last.map_or(text.len(), |(at, c)| at + c.len_utf8());
    let unit = slice(text, end..text.len()).chars().next().filter(|c| UNITS.contains(c));
    let figure = last.is_some_and(|(_, c)| c.is_ascii_digit());
    end + unit.filter(|_| figure).map_or(0, char::len_utf8)
}

/// Where `mark` cuts `text`; an en dash between figures ("2019–2021") does not.
fn inner(text: &str, mark: &str) -> Option<usize> {
    let at = text.find(mark).filter(|at| *at > 0)?;
    let behind = slice(text, at + mark.len()..text.len());
    let figures = slice(text, 0..at).ends_with(|c: char| c.is_ascii_digit())
        && behind.starts_with(|c: char| c.is_ascii_digit());
    (mark != "–" || !figures).then_some(at)
}

/// Length of the mark that `text` begins with: a run of the same sign (`**`, `...`), or `](`.
fn mark_len(text: &str) -> usize {
    if text.starts_with("](") {
        return 2;
    }
    let first = text.chars().next().unwrap_or(' ');
    let run = text.chars().take_while(|c| *c == first).count();
    first.len_utf8() * run
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        read(text, 0..text.len(), &mut Interner::default(), &mut out);
        out.iter().map(|token| slice(text, token.start as usize..token.end as usize)).collect()
    }

    #[test]
    fn figures_dates_and_joined_words_are_one_token() {
        assert_eq!(
            split("It costs £4.50, or 87% less:"),
            ["It", "costs", "£4.50", ",", "or", "87%", "less", ":"]
        );
        assert_eq!(split("(-11% by 2027-09-06)."), ["(", "-11%", "by", "2027-09-06", ")", "."]);
        assert_eq!(split("peer-to-peer isn't 2019–2021"), ["peer-to-peer", "isn't", "2019–2021"]);
        assert_eq!(split("**Bold:** “yes”—no…"), ["**", "Bold", ":", "**", "“", "yes", "”", "—", "no", "…"]);
        assert_eq!(
            split("[the form](https://a.b/c), <b>x"),
            ["[", "the", "form", "](", "https://a.b/c", ")", ",", "<", "b", ">", "x"]
        );
        assert_eq!(split("  \u{200b} a  "), ["\u{200b}", "a"]);
    }
}
