//! A list of words that every word of a text is looked up in.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

/// Words in small ASCII letters, found whatever their case; sorted out when first asked.
#[derive(Debug)]
pub struct WordSet {
    words: &'static str,
    sorted: OnceLock<FxHashSet<&'static [u8]>>,
}

impl WordSet {
    /// Bytes of the longest word that can be found.
    const LONGEST: usize = 32;

    /// The `words`, with white space between them.
    pub const fn new(words: &'static str) -> Self {
        Self { words, sorted: OnceLock::new() }
    }

    /// Whether `word` is one of them, ASCII capitals aside.
    pub fn has(&self, word: &str) -> bool {
        let mut room = [0; Self::LONGEST];
        let Some(small) = room.get_mut(..word.len()) else { return false };
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        let sorted = || self.words.split_ascii_whitespace().map(str::as_bytes).collect();
        self.sorted.get_or_init(sorted).contains(&*small)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_in_any_case() {
        static WORDS: WordSet = WordSet::new("box boxes\nit's");
        assert!(["box", "BOX", "Boxes", "It's"].iter().all(|word| WORDS.has(word)));
        assert!(!["", "bo", "box boxes", "b\u{f6}x", &"box".repeat(20)].iter().any(|word| WORDS.has(word)));
    }
}
