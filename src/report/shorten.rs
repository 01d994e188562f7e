//! Text of a document on one line, and no longer than there is room: what goes is marked with an ellipsis.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::{printable, slice};

/// Characters that are looked at for every cell of room: breaks and blanks take no room.
const PER_CELL: usize = 4;

/// As much of the beginning of `text` as could fill `room` cells; text may be a megabyte without a break.
pub(super) fn near_start(text: &str, room: usize) -> &str {
    let end = text.char_indices().nth(room.saturating_mul(PER_CELL)).map_or(text.len(), |(at, _)| at);
    slice(text, 0..end)
}

/// As much of the end of `text` as could fill `room` cells.
pub(super) fn near_end(text: &str, room: usize) -> &str {
    let last = text.char_indices().rev().nth(room.saturating_mul(PER_CELL));
    slice(text, last.map_or(0, |(at, _)| at)..text.len())
}

/// One line: blanks, breaks and the marks of quotes behind breaks become one space.
pub(super) fn flat(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut blank, mut line_start) = (false, false);
    for character in text.chars() {
        line_start |= character == '\n';
        if character.is_ascii_whitespace() || (line_start && character == '>') {
            blank = true;
            continue;
        }
        if blank {
            out.push(' ');
        }
        (blank, line_start) = (false, false);
        out.push(character);
    }
    if blank {
        out.push(' ');
    }
    printable(&out).into_owned()
}

/// `before` and `after` something, cut where both together are wider than `room`: each may have half of it, and what
/// the other leaves.
pub(super) fn share(before: &str, after: &str, room: usize) -> (String, String) {
    let (left, right) = (before.width(), after.width());
    if left + right <= room {
        return (before.to_owned(), after.to_owned());
    }
    let for_left = left.min((room / 2).max(room.saturating_sub(right)));
    (tail(before, for_left), head(after, room.saturating_sub(for_left)))
}

/// The last words of `text`, at most `room` cells.
pub(super) fn tail(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let start = fitting(text.char_indices().rev(), room).unwrap_or(text.len());
    let cut = slice(text, start..text.len());
    let inside = slice(text, 0..start).chars().next_back().is_some_and(|before| before != ' ');
    let word = cut.find(' ').filter(|_| inside).map_or(0, |at| at + 1);
    format!("…{}", slice(cut, word..cut.len()))
}

/// The first words of `text`, at most `room` cells.
pub(super) fn head(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let last = fitting(text.char_indices(), room);
    let end = last
        .map_or(0, |at| text.char_indices().map(|(at, _)| at).find(|next| *next > at).unwrap_or(text.len()));
    let cut = slice(text, 0..end);
    let inside = !slice(text, end..text.len()).starts_with(' ');
    let word = cut.rfind(' ').filter(|_| inside).unwrap_or(cut.len());
    format!("{}…", slice(cut, 0..word).trim_end())
}

/// The index of the last of `characters` that still fits beside an ellipsis.
fn fitting(characters: impl Iterator<Item = (usize, char)>, room: usize) -> Option<usize> {
    let mut left = room.saturating_sub(1);
    let mut fits = None;
    for (at, character) in characters {
        left = match left.checked_sub(character.width().unwrap_or(0)) {
            Some(left) => left,
            None => break,
        };
        fits = Some(at);
    }
    fits
}

/// The first and the last words of `text`, together at most `room` cells.
pub(super) fn middle(text: &str, room: usize) -> String {
    let near = near_start(text, room);
    let start = flat(near);
    if near.len() == text.len() && start.width() <= room {
        return start.trim_end().to_owned();
    }
    let half = room.saturating_sub(1) / 2;
    let end = flat(near_end(text, half));
    format!("{} {}", head(&start, half), tail(end.trim_end(), half).trim_start_matches('…'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_quote_marks_become_one_space() {
        assert_eq!(flat("a\n> b\r\n\t c > d\n"), "a b c > d ");
    }

    #[test]
    fn cuts_are_at_words_and_within_the_room() {
        assert_eq!(head("one two three", 9), "one two…");
        assert_eq!(head("one two three", 8), "one two…");
        assert_eq!(head("one two three", 7), "one…");
        assert_eq!(tail("one two three", 10), "…two three");
        assert_eq!(tail("one two three", 9), "…three");
        assert_eq!(head("one two", 7), "one two");
    }

    #[test]
    fn wide_characters_are_cut_by_their_cells() {
        assert_eq!(head("一二三四", 5), "一二…");
        assert_eq!(tail("一二三四", 5), "…三四");
        assert_eq!(head("", 0), "");
    }

    #[test]
    fn what_one_side_leaves_the_other_takes() {
        assert_eq!(share("a b ", " c d e f g h", 12), ("a b ".into(), " c d e…".into()));
        assert_eq!(share("a b c d e f ", " g", 8), ("…e f ".into(), " g".into()));
        assert_eq!(share("a ", " b", 8), ("a ".into(), " b".into()));
    }

    #[test]
    fn of_a_long_sentence_the_first_and_last_words_stay() {
        assert_eq!(middle("one two three four five six", 19), "one two… five six");
        assert_eq!(middle("one two", 17), "one two");
    }
}
