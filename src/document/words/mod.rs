//! The words of a sentence, counted as Rudolf Flesch counts them.
//!
//! After *How to Write Plain English* (1979): contractions, hyphenated words, abbreviations, figures and symbols are
//! one word each ("wouldn't", "full-length", "TV", "17", "&", "$15", "7%"). Em and en dashes and slashes stand between
//! words; within figures they do not ("24/7", "2019–2021"). An object (code, image, URL) is one word, also with a tail
//! ("`git`-based"). Of other signs only a lone `&`, `%`, `+`, `=`, `<`, `>`, `×`, `§` or currency sign is read aloud,
//! so is a word; bullets, arrows and emoji are none.

mod kind;
mod piece;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::{Word, WordKind};
use crate::text::slice;

/// The words of `text` within `range`, in order, as bytes of `text`. None overlap, none is empty, all lie in `range`.
pub fn words(text: &str, range: Range<usize>) -> Words<'_> {
    Words { text: slice(text, range.clone()), base: range.start, at: 0, chunk: 0 }
}

/// Iterator over words; see [`words`].
#[derive(Debug, Clone)]
pub struct Words<'a> {
    text: &'a str,
    /// Where `text` lies in the whole text.
    base: usize,
    /// What is read so far.
    at: usize,
    /// End of the chunk that is read piece by piece; behind `at` only while that goes on.
    chunk: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let bytes = self.text.as_bytes();
        loop {
            let first = *bytes.get(self.at)?;
            if self.at < self.chunk {
                if let Some(word) = self.piece() {
                    return Some(word);
                }
            } else if first.is_ascii_whitespace() {
                self.at += 1;
            } else if let Some(end) = plain_end(bytes, self.at) {
                let kind = kind::letters(slice(self.text, self.at..end));
                return Some(self.word(self.at..end, Some(kind)));
            } else if let Some(word) = self.chunk() {
                return Some(word);
            }
        }
    }
}

/// End of the ASCII letters at `at`, single hyphens and apostrophes within them, where nothing but one punctuation
/// mark stands between them and white space or the end: the common case.
fn plain_end(bytes: &[u8], at: usize) -> Option<usize> {
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let ends = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
    let mut end = at;
    while letter(end) || (matches!(bytes.get(end), Some(b'-' | b'\'')) && end > at && letter(end + 1)) {
        end += 1;
    }
    let closed =
        || matches!(bytes.get(end), Some(b'.' | b',' | b';' | b':' | b'!' | b'?' | b')')) && ends(end + 1);
    (end > at && (ends(end) || closed())).then_some(end)
}

impl Words<'_> {
    /// Takes up the run of characters up to white space or a dash; an object or a lone sign is a word at once.
    fn chunk(&mut self) -> Option<Word> {
        self.chunk = self.at + piece::chunk_length(slice(self.text, self.at..self.text.len()));
        let chunk = slice(self.text, self.at..self.chunk);
        let object = kind::object(chunk);
        let whole = object.clone().or_else(|| piece::is_lone_sign(chunk).then_some(0..chunk.len()))?;
        let word = self.word(self.at + whole.start..self.at + whole.end, object.map(|_| WordKind::Object));
        self.at = self.chunk;
        Some(word)
    }

    /// The next word of the chunk.
    fn piece(&mut self) -> Option<Word> {
        let rest = slice(self.text, self.at..self.chunk);
        let Some(piece) = piece::next(rest) else {
            self.at = self.chunk;
            return None;
        };
        Some(self.word(self.at + piece.start..self.at + piece.end, None))
    }

    fn word(&mut self, range: Range<usize>, kind: Option<WordKind>) -> Word {
        let kind = kind.unwrap_or_else(|| kind::kind(slice(self.text, range.clone())));
        self.at = range.end;
        Word { start: (self.base + range.start) as u32, end: (self.base + range.end) as u32, kind }
    }
}
