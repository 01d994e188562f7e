//! Which words are hard by Gunning's rules.

use super::count::POLYSYLLABLE;
use crate::document::WordKind;
use crate::score::syllables::{ending_is_a_syllable, is_compound, syllables};

/// Whether `word`, which is spoken in so many `syllables`, is hard: three or more, but
///
/// - no proper noun: a capital that does not open the sentence (`first`), or one within the word;
/// - no combination of short easy words: "bookkeeper", "easy-to-use";
/// - not three only through the ending `-es`, `-ed` or `-ing`: "created", "opening".
///
/// R. Gunning, *The Technique of Clear Writing* (1952); `-ing` is left out as in later editions of his rule.
pub(super) fn is_complex(word: &str, kind: WordKind, syllables: u32, first: bool) -> bool {
    let plain = kind == WordKind::Plain && !word.contains(|c: char| c.is_numeric());
    plain
        && syllables >= POLYSYLLABLE
        && !is_name(word, first)
        && !is_easy_compound(word)
        && !(syllables == POLYSYLLABLE && ending_is_a_syllable(word))
}

/// A capital within the word makes a name anywhere: "LinkedIn".
fn is_name(word: &str, first: bool) -> bool {
    word.chars().skip(usize::from(first)).any(char::is_uppercase)
}

/// Parts between hyphens that are all easy by themselves, or one part made of two easy words.
fn is_easy_compound(word: &str) -> bool {
    if word.contains('-') {
        return word.split('-').all(|part| syllables(part) < POLYSYLLABLE || is_compound(part));
    }
    is_compound(word)
}
