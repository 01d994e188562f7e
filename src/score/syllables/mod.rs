//! Syllables: of a word as it is written ([`syllables`]), as it is read aloud ([`aloud`]) and as Flesch's formulas count
//! them ([`flesch_syllables`]).
//!
//! Vowel groups, corrected by 400 learned letter patterns, 800 short words that compounds are made of and 4,600
//! exceptions, give exactly the count of the CMU Pronouncing Dictionary for each of its 124,919 words of letters; of two
//! pronunciations the shorter counts, as Flesch has it. Data and licence (BSD-2-Clause, © 1993–2015 Carnegie Mellon
//! University) are in `data/`.

mod aloud;
mod counter;
mod known;
mod number;
mod rules;
mod table;
#[cfg(test)]
mod tests;

pub use aloud::aloud;
pub use counter::Counter;
use table::Table;

use crate::document::WordKind;
use crate::document::abbreviations;
use crate::text::slice;

/// The licence of CMUdict, which must go where the tables derived from it go.
pub const CMUDICT_LICENSE: &str = include_str!("../data/CMUDICT-LICENSE");

/// Longest part in letters that is looked up; a longer one is no word, so its vowel groups will do.
const LONGEST: usize = 48;

/// Syllables of `word` as it is spoken; at least 1. The parts of a compound are counted one by one; a part with a
/// figure in it counts 1. Letters are read as a word: "FAQ" is one syllable here.
pub fn syllables(word: &str) -> u32 {
    parts(word).map(spoken).sum::<u32>().max(1)
}

/// Syllables of `word` by Flesch's rules: figures, signs, abbreviations, acronyms and objects count 1; for other
/// words see [`syllables`]. In "30-day" the figure and the word behind it both count.
pub fn flesch_syllables(word: &str, kind: WordKind) -> u32 {
    match kind {
        WordKind::Acronym | WordKind::Object => 1,
        WordKind::Number => 1 + parts(word).skip(1).filter(|part| !has_figure(part)).map(spoken).sum::<u32>(),
        WordKind::Plain if word.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            match spoken_letters(word) {
                2.. if word.len() <= ABBREVIATED && abbreviations::class(word).is_some() => 1,
                count => count,
            }
        }
        WordKind::Plain if word.contains(['.', '&']) => 1,
        WordKind::Plain => {
            parts(word).map(|part| if is_capitals(part) { 1 } else { spoken(part) }).sum::<u32>().max(1)
        }
    }
}

/// Most letters of an abbreviation with more than one syllable: `approx`.
const ABBREVIATED: usize = 6;

/// Syllables of `word`, lower-case letters, by letter patterns alone: how words that no list has are counted.
pub fn by_patterns(word: &str) -> u32 {
    Table::get().rules.count(word.as_bytes())
}

/// Whether `word` is made of two short words that everybody knows: "bookkeeper".
pub(super) fn is_compound(word: &str) -> bool {
    let mut room = [0; LONGEST];
    fold(word, &mut room).is_some_and(|letters| Table::get().compound(letters).is_some())
}

/// Whether the last syllable of `word` is an ending of verbs, `-es`, `-ed` or `-ing`: "created", "closes".
pub(super) fn ending_is_a_syllable(word: &str) -> bool {
    let mut room = [0; LONGEST];
    match fold(word, &mut room) {
        Some([stem @ .., b'i', b'n', b'g'] | [stem @ .., b't' | b'd', b'e', b'd']) => {
            rules::vowel_groups(stem) > 0
        }
        Some([stem @ .., b'e', b's']) => table::hisses(stem) || stem.ends_with(b"c") || stem.ends_with(b"g"),
        _ => false,
    }
}

/// The parts of a compound; what stands in brackets ("user(s)") is none.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let open = word.find('(').unwrap_or(word.len());
    slice(word, 0..open).split(|c: char| !c.is_alphanumeric() && !is_mark(c)).filter(|part| !part.is_empty())
}

/// Apostrophes and combining marks, which stand within a part.
fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{AD}')
}

fn has_figure(part: &str) -> bool {
    part.contains(|c: char| c.is_numeric())
}

/// "AI" of "AI-generated".
fn is_capitals(part: &str) -> bool {
    (2..=5).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Syllables of one part.
fn spoken(part: &str) -> u32 {
    if has_figure(part) { 1 } else { spoken_letters(part) }
}

/// Syllables of one part that holds no figure.
fn spoken_letters(part: &str) -> u32 {
    let mut room = [0; LONGEST];
    match fold(part, &mut room) {
        Some(letters) => Table::get().count(letters),
        None => rules::vowel_groups(part.as_bytes()).max(1),
    }
}

/// `part` in lower-case ASCII, accents dropped, written into `room`; `None` where it does not fit.
fn fold<'a>(part: &str, room: &'a mut [u8; LONGEST]) -> Option<&'a [u8]> {
    if part.is_ascii() {
        let room = room.get_mut(..part.len())?;
        room.copy_from_slice(part.as_bytes());
        room.make_ascii_lowercase();
        return Some(room);
    }
    let mut length = 0;
    for byte in part.chars().flat_map(char::to_lowercase).flat_map(|c| base(c).bytes()) {
        *room.get_mut(length)? = byte;
        length += 1;
    }
    room.get(..length)
}

/// The plain letters of `c`, which is in lower case; `_`, which is no vowel, for letters of other scripts.
fn base(c: char) -> &'static str {
    const ASCII: &str = "abcdefghijklmnopqrstuvwxyz";
    match c {
        'a'..='z' => {
            let at = c as usize - 'a' as usize;
            slice(ASCII, at..at + 1)
        }
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ś' | 'š' | 'ş' => "s",
        'ß' => "ss",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '\'' | '’' => "'",
        '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{AD}' => "",
        _ => "_",
    }
}
