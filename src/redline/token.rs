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
    /// Of texts of up to eight bytes, which most words are: the bytes themselves are the key.
    short: FxHashMap<u64, u32>,
    long: FxHashMap<Cow<'a, str>, u32>,
    marks: FxHashMap<Vec<Mark>, u32>,
}

impl<'a> Interner<'a> {
    /// The number of `text`.
    pub(super) fn id(&mut self, text: &'a str) -> u32 {
        self.id_of(straight(text))
    }

    /// The number of `text`, which need not stand so in the source.
    pub(super) fn id_of(&mut self, text: Cow<'a, str>) -> u32 {
        let next = (self.short.len() + self.long.len()) as u32;
        match packed(&text) {
            Some(key) => *self.short.entry(key).or_insert(next),
            None => *self.long.entry(text).or_insert(next),
        }
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

/// The bytes of `text` as a number, where they are few and none is 0.
fn packed(text: &str) -> Option<u64> {
    let few = text.len() <= 8 && !text.as_bytes().contains(&0);
    few.then(|| text.bytes().fold(0, |key, byte| key << 8 | u64::from(byte)))
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
    let (first, line) = (range.start, slice(source, range));
    let mut at = 0;
    // Where the white space behind `at` begins.
    let mut blank = 0;
    while at < line.len() {
        let rest = slice(line, at..line.len());
        let (len, word) = if let Some(plain) = plain_len(rest) {
            plain
        } else {
            if blank <= at {
                blank = at + rest.find(char::is_whitespace).unwrap_or(rest.len());
            }
            if blank == at {
                spaced = true;
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
            let len = piece_len(slice(line, at..blank)).max(1);
            (len, slice(rest, 0..len).contains(char::is_alphanumeric))
        };
        let id = interner.id(slice(rest, 0..len));
        let start = first + at;
        at += len;
        out.push(Token { start: start as u32, end: (first + at) as u32, id, marks, spaced, word });
        spaced = false;
    }
    spaced
}

/// Length of the token that `rest` begins with, and whether it is a word, where that is plain: letters, or the mark behind
/// them, up to white space. Most tokens of English prose are so.
fn plain_len(rest: &str) -> Option<(usize, bool)> {
    let bytes = rest.as_bytes();
    let letters = bytes.iter().take(LONGEST + 1).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let ends = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
    let mark = bytes.get(letters).is_some_and(|byte| b",.;:!?)".contains(byte));
    match letters {
        0 if mark && ends(1) => Some((1, false)),
        1..=LONGEST if ends(letters) || (mark && ends(letters + 1)) => Some((letters, true)),
        _ => None,
    }
}

/// Most bytes of a token: what is longer is no word, and is cut so that a page of dashes takes no longer than prose.
const LONGEST: usize = 200;

/// Length of the token that `rest`, which has no white space, begins with: marks at the edges of words, dashes and brackets
/// within them, the words between. Never cuts a grapheme, an escape or an entity.
fn piece_len(rest: &str) -> usize {
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
        assert_eq!(
            split("so, a\u{a0}b! (c) d.) --5 a--b--c"),
            ["so", ",", "a", "b", "!", "(", "c", ")", "d", ".", ")", "--5", "a", "--", "b", "--", "c"]
        );
    }

    #[test]
    fn each_text_has_a_number_of_its_own() {
        let mut interner = Interner::default();
        let texts = ["a", "a\0", "\0a", "b", "eightlet", "nineletts", "’", "”"];
        let ids: Vec<u32> = texts.iter().map(|text| interner.id(text)).collect();
        assert_eq!(ids, (0..texts.len() as u32).collect::<Vec<_>>());
        assert_eq!((interner.id("'"), interner.id("\""), interner.id("a\0")), (6, 7, 1));
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
