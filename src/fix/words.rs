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
        let before =
            slice(source, 0..span.start).chars().rev().take_while(word).map(char::len_utf8).sum::<usize>();
        let ahead =
            slice(source, span.end..source.len()).chars().take_while(word).map(char::len_utf8).sum::<usize>();
        let wide = Span::new(span.start - before, span.end + ahead);
        let put = [slice(source, wide.start..span.start), text, slice(source, span.end..wide.end)].concat();
        let gone = slice(source, wide);
        let head = common(gone.split_inclusive(' '), put.split_inclusive(' '));
        let (left, came) = (slice(gone, head..gone.len()), slice(&put, head..put.len()));
        let starts = |text: &'_ str| -> Vec<String> {
            // Pieces that begin with their space, from the end.
            let mut pieces: Vec<String> = Vec::new();
            for c in text.chars() {
                match pieces.last_mut() {
                    Some(piece) if c != ' ' => piece.push(c),
                    _ => pieces.push(c.to_string()),
                }
            }
            pieces.reverse();
            pieces
        };
        let tail = common(starts(left).iter().map(String::as_str), starts(came).iter().map(String::as_str));
        let put = slice(came, 0..came.len() - tail).to_owned();
        Self { span: Span::new(wide.start + head, wide.end - tail), put }
    }

    /// The words that go.
    pub fn gone<'s>(&self, source: &'s str) -> &'s str {
        slice(source, self.span)
    }
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
