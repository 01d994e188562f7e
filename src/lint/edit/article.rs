//! "a" or "an": told by the sound of the next word, as far as spelling shows it.

use crate::text::slice;

/// The article that `text` ends with, as it is written.
pub(super) fn at_end(text: &str) -> Option<&str> {
    let start = text
        .rfind(|c: char| c.is_whitespace() || "(\"“—–".contains(c))
        .map_or(0, |at| at + slice(text, at..text.len()).chars().next().map_or(0, char::len_utf8));
    let word = slice(text, start..text.len());
    (word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an")).then_some(word)
}

/// The article that fits before `next`, with the capitals of `written`; `None` where spelling does not tell.
pub(super) fn fitting(written: &str, next: &str) -> Option<&'static str> {
    let vowel = begins_with_vowel_sound(next)?;
    Some(match (vowel, written.starts_with('A')) {
        (true, true) => "An",
        (true, false) => "an",
        (false, true) => "A",
        (false, false) => "a",
    })
}

/// Beginnings with an h that nobody says.
const SILENT: &[&str] = &["honest", "honor", "honour", "hour", "heir"];
/// Beginnings with a written vowel that is said as a consonant: "yoo", "wun".
const CONSONANT: &[&str] = &[
    "uni", "use", "usa", "usi", "usu", "uti", "uto", "ubi", "ura", "uku", "ukr", "uga", "eu", "ewe", "once",
];
/// Beginnings that look like those and are none: "unimportant", "uninterrupted", "unidentified".
const NEGATED: &[&str] = &["unim", "unin", "unid"];

/// Whether `text` begins with the sound of a vowel; `None` for letters that may be spelled out, and for what is no word.
fn begins_with_vowel_sound(text: &str) -> Option<bool> {
    let word = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let first = word.chars().next()?;
    if first.is_ascii_digit() {
        let figures = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        return Some(first == '8' || figures == "11" || figures == "18");
    }
    let letters = word.chars().count();
    if !first.is_ascii() || (letters > 1 && word.chars().all(char::is_uppercase)) {
        return None;
    }
    let lower = word.to_lowercase();
    let begins = |list: &[&str]| list.iter().any(|start| lower.starts_with(start));
    let consonant = lower == "one" || (begins(CONSONANT) && !begins(NEGATED));
    Some(begins(SILENT) || (lower.starts_with(['a', 'e', 'i', 'o', 'u']) && !consonant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sound_decides() {
        for an in
            ["honest man", "hour", "heir", "honour", "apple", "unusual", "unimportant", "8 km", "18-year"]
        {
            assert_eq!(fitting("a", an), Some("an"), "{an}");
        }
        for a in ["useful", "unique", "user", "European", "one-off", "hot", "box", "once", "utility", "70"] {
            assert_eq!(fitting("An", a), Some("A"), "{a}");
        }
        assert_eq!(fitting("a", "NHS desk"), None);
        assert_eq!(at_end("It is \"An"), Some("An"));
        assert_eq!(at_end("It is vitamin-a"), None);
    }
}
