//! Quotes, brackets and marks typed around what is selected.

use super::Done;
use crate::text::{Buffer, Edit, Selection};

/// Typing `char` puts it on both sides of what is selected, which stays selected. `None` where typing is just typing:
/// nothing is selected, or more than one paragraph, or something to be filled in.
pub fn wrap(buffer: &Buffer, selection: Selection, char: char) -> Option<Done> {
    let (open, close) = match char {
        '*' | '_' | '`' | '"' => (char, char),
        '(' => ('(', ')'),
        '[' => ('[', ']'),
        _ => return None,
    };
    let words = buffer.slice(selection.span());
    let is_blank = words.starts_with("{{") && words.ends_with("}}");
    let is_one = words.lines().all(|line| !line.trim().is_empty()) && !words.ends_with('\n');
    if words.trim().is_empty() || is_blank || !is_one {
        return None;
    }
    let span = selection.span();
    let edits = vec![Edit::insert(span.start, open), Edit::insert(span.end, close)];
    Some(Done::new(edits, selection))
}
