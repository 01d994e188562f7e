//! Syllables of a word as it is read aloud, which is how SMOG counts: figures in words, acronyms letter by letter.

use super::known;
use super::number;
use super::spoken;
use crate::document::WordKind;
use crate::text::slice;

/// Most capitals that are read letter by letter; more of them are read as a word: `NASDAQ`.
const SPELLED: usize = 5;

/// Syllables of `word` as it is read aloud; at least 1.
///
/// - figures, money, percentages and units are read in words: "$15" is "fifteen dollars";
/// - two to five capitals are read letter by letter ("W" has three syllables), plurals too, but for those that
///   everybody reads as a word: "JSON", "SWOT";
/// - pieces of names in camel case are read one by one: "GraphQL" is "graph", Q, L;
/// - other words have what [`super::syllables`] says; code, URLs and paths, which nobody reads out, are 1.
pub fn aloud(word: &str, kind: WordKind) -> u32 {
    if kind == WordKind::Object {
        return 1;
    }
    if kind == WordKind::Plain && word.bytes().all(|byte| byte.is_ascii_lowercase()) && word.len() > 1 {
        return known::word(word).unwrap_or_else(|| spoken(word));
    }
    // "B2B" is a name, in "2B" the letter is a unit.
    let named = word.starts_with(char::is_alphabetic);
    let (mut count, mut before) = (0, None);
    for run in Runs(word) {
        let next = Run::of(run);
        count += match next {
            Run::Letters if before == Some(Run::Figures) && !named => {
                number::unit(run).unwrap_or_else(|| letters(run))
            }
            Run::Letters => letters(run),
            Run::Figures => number::figures(run, word.starts_with(['$', '€', '£', '¥'])),
            Run::Sign => number::sign(run, before.is_some()),
        };
        before = Some(next);
    }
    count.max(1)
}

/// What a run of characters is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Letters,
    Figures,
    Sign,
}

impl Run {
    fn of(run: &str) -> Self {
        match run.chars().next() {
            Some(first) if first.is_ascii_digit() => Self::Figures,
            Some(first) if first.is_alphabetic() => Self::Letters,
            _ => Self::Sign,
        }
    }
}

/// The runs of a word: letters with the apostrophes in them, figures with points and commas in them, single signs.
struct Runs<'a>(&'a str);

impl<'a> Iterator for Runs<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let first = self.0.chars().next()?;
        let digit = |at: usize| self.0.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        let belongs = |at: usize, c: char| {
            if first.is_ascii_digit() {
                c.is_ascii_digit() || (matches!(c, ',' | '.' | ':') && digit(at + 1))
            } else {
                first.is_alphabetic() && !c.is_ascii_digit() && (c.is_alphanumeric() || super::is_mark(c))
            }
        };
        let mut rest = self.0.char_indices().skip(1);
        let end = rest.find(|(at, c)| !belongs(*at, *c)).map_or(self.0.len(), |(at, _)| at);
        let (run, rest) = self.0.split_at_checked(end)?;
        self.0 = rest;
        Some(run)
    }
}

/// Syllables of a run of letters.
fn letters(run: &str) -> u32 {
    let stem = run.strip_suffix('s').map_or(run, |stem| stem.trim_end_matches(['\'', '’']));
    let plural = |name: &str| u32::from(stem.len() < run.len() && ends_hissing(name));
    if let Some(count) = known::word(run) {
        return count;
    }
    if is_capitals(stem) {
        return known::capitals(stem).unwrap_or_else(|| stem.bytes().map(letter).sum()) + plural(stem);
    }
    if run.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return spoken(run);
    }
    match camel(run) {
        Some(cut) => letters(slice(run, 0..cut)) + letters(slice(run, cut..run.len())),
        None => spoken(run),
    }
}

/// One to five capitals.
fn is_capitals(stem: &str) -> bool {
    (1..=SPELLED).contains(&stem.len()) && stem.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Where the first piece of a name in camel case ends: before a capital behind a small letter ("Graph|QL"), and before
/// the last of several capitals with a word behind it ("SQ|Lite"). A plural `s` is no word.
fn camel(run: &str) -> Option<usize> {
    let bytes = run.as_bytes();
    let upper = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase);
    let lower = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    (1..bytes.len()).find(|at| {
        let (at, before) = (*at, *at - 1);
        upper(at) && (lower(before) || (upper(before) && lower(at + 1) && lower(at + 2)))
    })
}

/// Syllables of the name of a letter.
fn letter(letter: u8) -> u32 {
    if letter.eq_ignore_ascii_case(&b'w') { 3 } else { 1 }
}

/// Whether the plural of letters is a syllable longer: "SMSs".
fn ends_hissing(letters: &str) -> bool {
    letters.ends_with(['H', 'S', 'X'])
}
