//! An edit as people read it: whole words, without those that stay.

use crate::text::{Span, slice};

/// What an edit changes, in whole words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Where the words that go stand.
    pub span: Span,
    /// What comes for them.
    pub put: String,
}

impl Words {
    /// The edit that puts `text` at `span` of `source`, widened to whole words and cut down to those that change.
    pub fn of(source: &str, span: Span, text: &str) -> Self {
        let word = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
        let removed = slice(source, span);
        let letters = |edges: [Option<char>; 2]| edges.iter().flatten().any(word);
        let length = |letters: bool, run: usize| if letters { run } else { 0 };
        let run = slice(source, 0..span.start).chars().rev().take_while(word).map(char::len_utf8).sum();
        let before = length(letters([removed.chars().next(), text.chars().next()]), run);
        let run = slice(source, span.end..source.len()).chars().take_while(word).map(char::len_utf8).sum();
        let ahead = length(letters([removed.chars().next_back(), text.chars().next_back()]), run);
        let wide = Span::new(span.start - before, span.end + ahead);
        let put = [slice(source, wide.start..span.start), text, slice(source, span.end..wide.end)].concat();
        let gone = slice(source, wide);
        let head = common(gone.split_inclusive(' '), put.split_inclusive(' '));
        let (left, came) = (slice(gone, head..gone.len()), slice(&put, head..put.len()));
        let tail = common(from_the_end(left), from_the_end(came));
        let put = slice(came, 0..came.len() - tail).to_owned();
        Self { span: Span::new(wide.start + head, wide.end - tail), put }
    }

    /// The words that go.
    pub fn gone<'s>(&self, source: &'s str) -> &'s str {
        slice(source, self.span)
    }
}

/// The words of `text` from the last to the first, each with the space before it.
fn from_the_end(text: &str) -> impl Iterator<Item = &str> {
    let mut left = text;
    std::iter::from_fn(move || {
        let at = if left.is_empty() { None } else { Some(left.rfind(' ').unwrap_or(0)) }?;
        let word = slice(left, at..left.len());
        left = slice(left, 0..at);
        Some(word)
    })
}

/// Bytes of the pieces that both begin with.
fn common<'a>(one: impl Iterator<Item = &'a str>, other: impl Iterator<Item = &'a str>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).map(|(one, _)| one.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_change_and_the_rest_stays() {
        let check = |source: &str, span: std::ops::Range<usize>, text: &str, gone: &str, put: &str| {
            let words = Words::of(source, span.into(), text);
            assert_eq!((words.gone(source), words.put.as_str()), (gone, put), "{source}");
        };
        check("Clearly, it works.", 0..10, "I", "Clearly, it", "It");
        check("It is a truly open pot.", 6..14, "an ", "a truly", "an");
        check("It is very small.", 6..11, "", "very ", "");
        check("fast, seamless, and cheap", 4..20, " and ", ", seamless,", "");
        check(
            "The majority of riders is late.",
            0..25,
            "Most riders are",
            "The majority of riders is",
            "Most riders are",
        );
    }
}
