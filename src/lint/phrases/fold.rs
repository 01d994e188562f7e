//! Text with its typography folded, so that one literal finds all spellings: a hyphen inside a word becomes a space,
//! curly quotation marks become straight, runs of spaces become one. Offsets lead back to the text as it is.

use std::borrow::Cow;

/// Folded text and the way back.
#[derive(Debug)]
pub(super) struct Folded<'a> {
    /// The folded text.
    pub text: Cow<'a, str>,
    /// Where the two run out of step: (folded byte, original byte), in order. In between they run in parallel.
    shifts: Vec<(usize, usize)>,
}

impl<'a> Folded<'a> {
    /// Folds `text`; borrows it where there is nothing to fold.
    pub(super) fn new(text: &'a str) -> Self {
        let mut this = Self { text: Cow::Borrowed(text), shifts: Vec::new() };
        if !text.bytes().any(|byte| byte == b'-' || byte >= 0x80) && !text.contains("  ") {
            return this;
        }
        let mut folded = String::with_capacity(text.len());
        let mut chars = text.char_indices().peekable();
        let mut before = None;
        while let Some((at, c)) = chars.next() {
            let after = chars.peek().map(|&(_, c)| c);
            let to = fold(before, c, after);
            before = Some(c);
            let doubled = to == ' ' && folded.ends_with(' ');
            if !doubled {
                folded.push(to);
            }
            let next = at + c.len_utf8();
            if doubled || to.len_utf8() != c.len_utf8() {
                this.shifts.push((folded.len(), next));
            }
        }
        this.text = Cow::Owned(folded);
        this
    }

    /// The original byte of the folded byte `at`, which may be the start or the end of a match.
    pub(super) fn original(&self, at: usize) -> usize {
        let i = self.shifts.partition_point(|&(folded, _)| folded <= at);
        let (folded, original) = self.shifts.get(i.wrapping_sub(1)).copied().unwrap_or((0, 0));
        original + (at - folded)
    }

    /// The folded byte of the original byte `at`, or the end of the character it was folded into.
    pub(super) fn folded(&self, at: usize) -> usize {
        let i = self.shifts.partition_point(|&(_, original)| original <= at);
        let limit = self.shifts.get(i).map_or(self.text.len(), |&(folded, _)| folded);
        let (folded, original) = self.shifts.get(i.wrapping_sub(1)).copied().unwrap_or((0, 0));
        (folded + (at - original)).min(limit)
    }
}

/// Folds a literal of a pack in the same way.
pub(super) fn literal(text: &str) -> String {
    Folded::new(text).text.into_owned()
}

/// Whether `c` joins words as a hyphen does: the plain one, U+2010 and U+2011.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether `c` is part of a word, for word boundaries.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn fold(before: Option<char>, c: char, after: Option<char>) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => '\'',
        '\u{201C}' | '\u{201D}' => '"',
        '\u{00A0}' | '\u{202F}' | '\t' => ' ',
        c if is_hyphen(c) => {
            if before.is_some_and(is_word) && after.is_some_and(is_word) {
                ' '
            } else {
                '-'
            }
        }
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(Folded::new("in order to").text, Cow::Borrowed(_)));
    }

    #[test]
    fn hyphens_between_words_are_spaces_and_dashes_are_not() {
        assert_eq!(Folded::new("end-to\u{2010}end - or").text, "end to end - or");
    }

    #[test]
    fn offsets_lead_there_and_back() {
        let text = "we\u{2019}re  \u{2018}very\u{2019} glad";
        let folded = Folded::new(text);
        assert_eq!(folded.text, "we're 'very' glad");
        for word in ["we", "re", "very", "glad"] {
            let there = folded.text.find(word).unwrap();
            let here = text.find(word).unwrap();
            assert_eq!(folded.original(there), here, "{word}");
            assert_eq!(folded.original(there + word.len()), here + word.len(), "{word}");
            assert_eq!(folded.folded(here), there, "{word}");
        }
        assert_eq!(folded.folded(text.len()), folded.text.len());
        assert_eq!(folded.original(folded.text.len()), text.len());
    }
}
