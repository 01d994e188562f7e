//! Where the sentences of one block end.
//!
//! The text is the visible text of a Markdown block: paragraphs are already apart, so a block end always ends a
//! sentence. Inside it a candidate is a run of `.`, `!`, `?` or an ellipsis, with closing quotes, brackets and
//! footnote marks after it, and white space behind that. What stands on both sides decides ([`Judge`]); in doubt
//! there is no boundary, because a false one hides a long sentence and a missed one only joins two.
//!
//! The same book of rules for all:
//!
//! - what follows begins with a capital, a figure or an object (code); or in lower case, after a word of at least four
//!   letters and a plain full stop (names such as `plit`, `cmark-gfm`);
//! - abbreviations follow their class (see `abbreviations`), single capitals are initials unless a sentence starter
//!   follows ("Plan B. The ..."), a lone figure or letter at the start is a list mark ("1. The ...");
//! - sentences within quotations are split too, but `"It works!" Tom said.` stays whole;
//! - a bracket that opened inside the sentence does not end it: "(He left.) at noon".

mod judge;
mod mark;
#[cfg(test)]
mod tests;

use std::ops::Range;

use judge::Judge;
use mark::Mark;

/// The sentences of `text`, in order, as byte ranges: without white space at their ends, never empty, never
/// overlapping, and together covering all that is not white space.
pub fn split(text: &str) -> Sentences<'_> {
    Sentences { text, at: 0 }
}

/// Whether `sentence` ends in `.`, `!`, `?` or an ellipsis, closing quotes, brackets and footnote marks aside.
pub fn is_terminated(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let tail = sentence.char_indices().rev().take(TAIL).last().map_or(0, |(at, _)| at);
    let mut at = tail;
    while let Some(mark) = Mark::find(bytes, at) {
        if mark.end == bytes.len() {
            return true;
        }
        at = mark.stop.end;
    }
    false
}

/// How many characters may stand behind the last full stop: closers and footnote marks.
const TAIL: usize = 24;

/// Iterator over the sentences of a text; see [`split`].
#[derive(Debug, Clone)]
pub struct Sentences<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = self.text.get(self.at..)?;
        let start = self.at + (rest.len() - rest.trim_start().len());
        if start == self.text.len() {
            self.at = start;
            return None;
        }
        let judge = Judge::new(self.text, start);
        let bytes = self.text.as_bytes();
        let mut from = start;
        while let Some(mark) = Mark::find(bytes, from) {
            if let Some(end) = judge.end(&mark) {
                self.at = end;
                return Some(start..end);
            }
            from = mark.stop.end;
        }
        self.at = self.text.len();
        Some(start..self.text.trim_end().len())
    }
}
