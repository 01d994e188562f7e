//! The grapheme clusters of a text, from its start to its end. Screens are made of these, many thousands for each key, so
//! plain text does without looking up what its characters are.

use unicode_segmentation::UnicodeSegmentation;

use super::slice;

/// The clusters of `text` with their offsets, as Unicode's rules (UAX #29, extended clusters) cut them.
pub fn clusters(text: &str) -> Clusters<'_> {
    Clusters { text, at: 0 }
}

/// See [`clusters`].
#[derive(Debug, Clone)]
pub struct Clusters<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Clusters<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let at = self.at;
        let bytes = self.text.as_bytes();
        // Between two ASCII characters there is always a boundary, but for a carriage return and its line feed.
        let is_plain = |at: usize| bytes.get(at).is_none_or(|byte| byte.is_ascii() && *byte != b'\n');
        let length = if is_plain(at) && is_plain(at + 1) {
            usize::from(at < bytes.len())
        } else {
            slice(self.text, at..bytes.len()).graphemes(true).next().map_or(0, str::len)
        };
        self.at += length;
        (length > 0).then(|| (at, slice(self.text, at..at + length)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::tests::unicode::text;

    proptest! {
        #[test]
        fn they_are_those_of_the_library(text in text()) {
            prop_assert!(clusters(&text).eq(text.grapheme_indices(true)));
        }
    }

    #[test]
    fn what_belongs_together_stays_together() {
        for text in ["a\r\nb\n\r", "e\u{301}x", "\u{600}a", "👨‍👩‍👧‍👦!", "🇩🇪🇫🇷🇸", "a\u{200d}b", "क्षि", ""]
        {
            assert!(clusters(text).eq(text.grapheme_indices(true)), "{text:?}");
        }
    }
}
