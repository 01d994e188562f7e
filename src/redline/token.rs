//! The words of prose as a redline compares them, and the punctuation around them.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation;

use super::inline::Mark;
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
    /// The same for the same emphasis, links and code marks in both sources; 0 for none.
    pub marks: u32,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether it is a word: it has a letter or a figure.
    pub word: bool,
}

/// Numbers texts so that the same ones have the same number; straight and curly quotation marks are the same.
#[derive(Debug, Default)]
pub struct Interner<'a> {
    ids: FxHashMap<Cow<'a, str>, u32>,
    marks: FxHashMap<Vec<Mark>, u32>,
}

impl<'a> Interner<'a> {
    /// The number of `text`.
    pub(super) fn id(&mut self, text: &'a str) -> u32 {
        self.id_of(straight(text))
    }

    /// The number of `text`, which need not stand so in the source.
    pub(super) fn id_of(&mut self, text: Cow<'a, str>) -> u32 {
        let next = self.ids.len() as u32;
        *self.ids.entry(text).or_insert(next)
    }

    /// The number of a set of marks; 0 for none.
    pub(super) fn marks(&mut self, mut marks: Vec<Mark>) -> u32 {
        if marks.is_empty() {
            return 0;
        }
        marks.sort_unstable();
        let next = self.marks.len() as u32 + 1;
        *self.marks.entry(marks).or_insert(next)
    }
}

/// `text` with straight quotation marks.
fn straight(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(['‘', '’', '“', '”']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(['‘', '’'], "'").replace(['“', '”'], "\""))
}

/// Appends the tokens of `source` within `range`, part of one line; the first is `spaced` as said, and so is the next after
/// them, as is returned.
pub(super) fn read<'a>(
    source: &'a str,
    range: Range<usize>,
    (mut spaced, marks): (bool, u32),
    interner: &mut Interner<'a>,
    out: &mut Vec<Token>,
) -> bool {
    let mut at = range.start;
    for chunk in slice(source, range).split_inclusive(char::is_whitespace) {
        let written = chunk.trim_end();
        let mut start = 0;
        while start < written.len() {
            let rest = slice(written, start..written.len());
            let text = slice(rest, 0..piece_len(rest));
            let word = text.contains(char::is_alphanumeric);
            let first = at + start;
            start += text.len();
            let id = interner.id(text);
            out.push(Token { start: first as u32, end: (at + start) as u32, id, marks, spaced, word });
            spaced = false;
        }
        spaced |= written.len() < chunk.len();
        at += chunk.len();
    }
    spaced
}

/// Most bytes of a token: what is longer is no word, and is cut so that a page of dashes takes no longer than prose.
const LONGEST: usize = 200;

/// Length of the token that `rest`, which has no white space, begins with: marks at the edges of words, dashes and brackets
/// within them, the words between. Never cuts a grapheme, an escape or an entity.
fn piece_len(rest: &str) -> usize {
    let letters = rest.bytes().take(LONGEST + 1).take_while(u8::is_ascii_alphabetic).count();
    let behind = rest.as_bytes().get(letters);
    let alone = || rest.len() == letters + 1 && behind.is_some_and(|byte| b",.;:!?)".contains(byte));
    if letters > 0 && letters <= LONGEST && (behind.is_none() || alone()) {
        return letters;
    }
    let cut = (LONGEST..rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
    let near = slice(rest, 0..cut);
    let len = if let Some(len) = escape_len(near) {
        len
    } else if near.chars().next().is_some_and(stands_alone) {
        1
    } else if opens_word(near) {
        word_len(near)
    } else {
        mark_len(near)
    };
    whole_graphemes(rest, len)
}

/// `len`, or as much more as makes whole graphemes.
fn whole_graphemes(text: &str, len: usize) -> usize {
    let next = text.get(len..).and_then(|behind| behind.bytes().next());
    if text.is_char_boundary(len) && next.is_none_or(|byte| byte.is_ascii() && byte != b'\n') {
        return len;
    }
    let ends = text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len());
    ends.into_iter().find(|end| *end >= len).unwrap_or(text.len())
}

/// Length of `\*` or `&amp;` at the start of `text`: one sign in two and more.
fn escape_len(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    match (bytes.first()?, bytes.get(1)?) {
        (b'\\', next) if next.is_ascii_punctuation() => Some(2),
        (b'&', _) => {
            let name = bytes
                .iter()
                .skip(1)
                .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#')
                .count();
            (name > 0 && name < 32 && bytes.get(name + 1) == Some(&b';')).then_some(name + 2)
        }
        _ => None,
    }
}

/// Whether a sign of a script without spaces is a word by itself: Han, Hiragana, Katakana, Thai, Lao, Khmer, Burmese.
fn stands_alone(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
            | 0xF900..=0xFAFF | 0x20000..=0x323AF)
}

/// Whether a word begins here: with a letter or a figure, or a sign that belongs to the figure behind it.
fn opens_word(text: &str) -> bool {
    let first = text.chars().next().unwrap_or(' ');
    let figure = || text.trim_start_matches(SIGNS).starts_with(|c: char| c.is_ascii_digit());
    first.is_alphanumeric() || (SIGNS.contains(&first) && figure())
}

/// Signs before figures.
const SIGNS: [char; 9] = ['$', '£', '€', '¥', '-', '−', '+', '~', '.'];
/// Signs behind figures.
const UNITS: [char; 4] = ['%', '‰', '°', '+'];

/// Length of the word that `text` begins with: to the last letter or figure before a dash, a link bracket or the end.
fn word_len(text: &str) -> usize {
    let text = slice(text, 0..cut_of(text));
    let last = text.char_indices().rev().find(|(_, c)| c.is_alphanumeric());
    let end = last.map_or(text.len(), |(at, c)| at + c.len_utf8());
    let unit = slice(text, end..text.len()).chars().next().filter(|c| UNITS.contains(c));
    let figure = last.is_some_and(|(_, c)| c.is_ascii_digit());
    end + unit.filter(|_| figure).map_or(0, char::len_utf8)
}

/// Where a word that `text` begins with is cut at the latest: at a dash, dots, a bracket of a link or a tag, a sign that is a
/// word itself. One walk, for every token takes it.
fn cut_of(text: &str) -> usize {
    let mut before = ' ';
    let mut signs = true;
    for (at, c) in text.char_indices() {
        signs &= SIGNS.contains(&c);
        let behind = || slice(text, at + c.len_utf8()..text.len());
        let cuts = match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' => false,
            '<' | '>' | '—' | '…' => true,
            '–' => !(before.is_ascii_digit() && behind().starts_with(|c: char| c.is_ascii_digit())),
            '-' => behind().starts_with('-'),
            ']' => behind().starts_with('('),
            '.' => behind().starts_with(".."),
            _ => stands_alone(c),
        };
        if cuts && at > 0 && !signs {
            return at;
        }
        before = c;
    }
    text.len()
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
        read(text, 0..text.len(), (false, 0), &mut Interner::default(), &mut out);
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

    #[test]
    fn graphemes_escapes_and_entities_are_never_cut() {
        assert_eq!(
            split("cafe\u{301}, 👨‍👩‍👧! e\u{301}\u{301}x"),
            ["cafe\u{301}", ",", "👨‍👩‍👧", "!", "e\u{301}\u{301}x"]
        );
        assert_eq!(split("漢字はword。"), ["漢", "字", "は", "word", "。"]);
        assert_eq!(split(r"a\* &amp; R&D"), ["a", r"\*", "&amp;", "R&D"]);
    }
}
