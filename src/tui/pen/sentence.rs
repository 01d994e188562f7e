//! The sentence being typed.

use crate::text::{Buffer, Span};

const ENDS: [char; 4] = ['.', '!', '?', '…'];
const CLOSERS: [char; 7] = ['"', '\'', ')', ']', '”', '’', '*'];

/// The sentence around `offset`, within its line, if the text before `offset` leaves it open; `None` behind a
/// terminator and on a line with nothing before `offset`. This is for the eye, so an abbreviation may end it.
pub(super) fn open_at(buffer: &Buffer, offset: usize) -> Option<Span> {
    let line = buffer.line_content(buffer.line_of(offset));
    let before = buffer.slice(line.start..offset);
    let typed = before.trim_end().trim_end_matches(CLOSERS);
    if typed.is_empty() || typed.ends_with(ENDS) {
        return None;
    }
    let start = before.char_indices().rev().find(|(at, _)| ends_behind(before, *at)).map_or(0, |(at, _)| at);
    let after = buffer.slice(offset..line.end);
    let end = after.find(ENDS).map_or(line.end, |at| offset + at);
    Some(Span::new(line.start + start, end))
}

// Whether `at` is the space behind the end of a sentence.
fn ends_behind(text: &str, at: usize) -> bool {
    let (Some(head), Some(tail)) = (text.get(..at), text.get(at..)) else { return false };
    tail.starts_with(' ') && head.trim_end_matches(CLOSERS).ends_with(ENDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Option<String> {
        let at = text.find('|').unwrap();
        let buffer = Buffer::new(text.replace('|', ""));
        open_at(&buffer, at).map(|span| buffer.slice(span).to_owned())
    }

    #[test]
    fn a_sentence_is_open_until_its_terminator() {
        assert_eq!(open("One two. Three fo|ur five. Six").as_deref(), Some(" Three four five"));
        assert_eq!(open("first line\nwe leverage |").as_deref(), Some("we leverage "));
        assert_eq!(open("It is done.| Next"), None);
        assert_eq!(open("She said \"done.\" | Next"), None);
        assert_eq!(open("One.\n|"), None);
        assert_eq!(open("|One"), None);
    }
}
