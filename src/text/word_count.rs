//! How many words a text has, and how many more a change makes: a quick count for the eye, right until the text is read.

use super::{Span, slice};

/// A change is counted with what it touches, up to so many characters on either side.
const REACH: usize = 256;

/// How many words `text` has: what stands between white space and has a letter or a digit in it, so that marks of lists
/// and headings are none.
pub fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|run| run.contains(char::is_alphanumeric)).count()
}

/// How many words more there are once `insert` stands in the place of `span` of `text`; negative for fewer.
pub(super) fn gain(text: &str, span: Span, insert: &str) -> isize {
    let around = around(text, span);
    let (before, after) = (slice(text, around.start..span.start), slice(text, span.end..around.end));
    let count = |text: &str| word_count(text).cast_signed();
    count(&[before, insert, after].concat()) - count(slice(text, around))
}

// `span` and what it is joined to without white space.
fn around(text: &str, span: Span) -> Span {
    let before = slice(text, 0..span.start).char_indices().rev().take(REACH);
    let start = before.take_while(|(_, char)| !char.is_whitespace()).last().map_or(span.start, |(at, _)| at);
    let after = slice(text, span.end..text.len()).char_indices().take(REACH);
    let end = after.take_while(|(_, char)| !char.is_whitespace()).last();
    Span::new(start, end.map_or(span.end, |(at, char)| span.end + at + char.len_utf8()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{Buffer, Edit};

    #[test]
    fn marks_are_no_words() {
        assert_eq!(word_count("## What - does it cost?\n- **two** pounds\u{2014}a day\n* * *"), 7);
        assert_eq!(word_count(" \n"), 0);
    }

    #[test]
    fn a_letter_typed_at_a_word_is_no_word_more() {
        let gain = |text: &str, edit: Edit| Buffer::new(text).apply(edit).words;
        assert_eq!(gain("one tw", Edit::insert(6, "o")), 0);
        assert_eq!(gain("one ", Edit::insert(4, "t")), 1);
        assert_eq!(gain("onetwo", Edit::insert(3, " ")), 1);
        assert_eq!(gain("one two", Edit::delete(3..4)), -1);
        assert_eq!(gain("one two", Edit::replace(0..7, "")), -2);
    }

    proptest! {
        #[test]
        fn the_count_of_a_change_is_that_of_the_whole_text(
            text in "[aé#\n -]{0,40}",
            start in 0_usize..40,
            len in 0_usize..10,
            insert in "[b \n-]{0,6}",
        ) {
            let mut buffer = Buffer::new(text);
            let before = word_count(buffer.text()).cast_signed();
            let words = buffer.apply(Edit::replace(start..start + len, insert)).words;
            prop_assert_eq!(before + words, word_count(buffer.text()).cast_signed());
        }
    }
}
