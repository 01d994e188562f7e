//! A text in which a hundred phrases are looked for: read once, so that each is compared only where its first word is.

use rustc_hash::FxHashMap;

use super::{begins_with, says_any};
use crate::text::slice;

/// A [`super::plain`] text and where each of its words stands.
pub(super) struct Spoken<'t> {
    text: &'t str,
    /// Where a word stands last, as an index into `places`.
    last: FxHashMap<&'t str, usize>,
    /// Where a word stands, and where in this list it stood before.
    places: Vec<(usize, Option<usize>)>,
}

impl<'t> Spoken<'t> {
    /// Reads `text`.
    pub fn new(text: &'t str) -> Self {
        let mut this = Self { text, last: FxHashMap::default(), places: Vec::new() };
        let mut rest = text;
        while let Some(found) = rest.find(char::is_alphanumeric) {
            let word = first_word(slice(rest, found..rest.len()));
            let at = text.len() - rest.len() + found;
            let before = this.last.insert(word, this.places.len());
            this.places.push((at, before));
            rest = slice(text, at + word.len()..text.len());
        }
        this
    }

    /// Its text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Whether one of `phrases` stands in it as whole words.
    pub fn says_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.says(phrase))
    }

    fn says(&self, phrase: &str) -> bool {
        let first = first_word(phrase);
        if first.is_empty() {
            return says_any(self.text, &[phrase]);
        }
        let place = |of: Option<usize>| of.and_then(|of| self.places.get(of).copied());
        let mut places =
            std::iter::successors(place(self.last.get(first).copied()), |(_, before)| place(*before));
        places.any(|(at, _)| begins_with(slice(self.text, at..self.text.len()), phrase))
    }
}

/// The letters and figures that `text` begins with.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    slice(text, 0..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_a_search_for_each_phrase_says() {
        let text = "how much? the p&l says: £5 \u{e9}tage, third-party; how many 3rd parties";
        let spoken = Spoken::new(text);
        for phrase in [
            "how much",
            "how many",
            "how long",
            "p&l",
            "p",
            "£5",
            "£",
            "third-party",
            "third part",
            "parties",
            "\u{e9}tage",
            "tage",
            "rd",
            "3rd",
        ] {
            assert_eq!(spoken.says_any(&["none", phrase]), says_any(text, &[phrase]), "{phrase}");
        }
    }
}
