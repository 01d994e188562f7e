//! What a deletion takes along, so that the text reads as if the words had never stood there.

use crate::text::{Edit, Span, slice};

/// Marks that no space stands before.
const CLOSING: [char; 6] = ['.', ',', ';', ':', '!', '?'];

/// `edit` of `source`; a deletion takes along what would stand there for nothing: one of the spaces around it, the comma
/// before the end of a sentence, the brackets
/// around it, the mark of an item, the blank line behind a paragraph.
pub fn tidied(source: &str, edit: Edit) -> Edit {
    if !edit.insert.is_empty() || edit.span.is_empty() {
        return edit;
    }
    let Span { start, end } = with_pair(source, edit.span);
    let (before, behind) = (slice(source, 0..start), slice(source, end..source.len()));
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let tail = behind.find('\n').map_or(behind, |at| slice(behind, 0..at + 1));
    let at_end = tail.trim().is_empty();
    if is_mark(slice(source, line..start)) && at_end {
        let rest = slice(behind, tail.len()..behind.len());
        let above = slice(source, 0..line);
        let stands_alone = line == 0 || above.ends_with("\n\n") || above.ends_with("\n\r\n");
        let blank =
            ["\n", "\r\n"].iter().find(|blank| rest.starts_with(**blank)).map_or(0, |blank| blank.len());
        return Edit::delete(line..end + tail.len() + if stands_alone { blank } else { 0 });
    }
    let spaces = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    if (before.is_empty() || before.ends_with(char::is_whitespace)) && spaces > 0 && !at_end {
        return Edit::delete(start..end + spaces);
    }
    if at_end || behind.starts_with(CLOSING) {
        let bare = before.trim_end_matches(' ');
        // ", really." leaves no comma before the full stop.
        let bare = if behind.starts_with(CLOSING) { bare.strip_suffix(',').unwrap_or(bare) } else { bare };
        return Edit::delete(bare.len().max(line)..end);
    }
    Edit::delete(start..end)
}

/// `span` with the brackets or marks of emphasis that have nothing else between them.
fn with_pair(source: &str, mut span: Span) -> Span {
    const PAIRS: [(char, char); 7] =
        [('*', '*'), ('_', '_'), ('~', '~'), ('`', '`'), ('(', ')'), ('"', '"'), ('\u{201c}', '\u{201d}')];
    let around = |span: Span| {
        let before = slice(source, 0..span.start).chars().next_back()?;
        let behind = slice(source, span.end..source.len()).chars().next()?;
        PAIRS.contains(&(before, behind)).then(|| (before.len_utf8(), behind.len_utf8()))
    };
    while let Some((before, behind)) = around(span) {
        span = Span::new(span.start - before, span.end + behind);
    }
    span
}

/// Whether the head of a line is nothing but the mark of an item, a heading or a quotation.
fn is_mark(head: &str) -> bool {
    let bare = head.trim().trim_start_matches(['>', ' ']);
    let number = bare.strip_suffix(['.', ')']).unwrap_or("x");
    let numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    numbered || ["", "-", "*", "+"].contains(&bare) || bare.bytes().all(|byte| byte == b'#')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(source: &str, gone: &str) -> String {
        let at = source.find(gone).unwrap();
        crate::text::Change::from(tidied(source, Edit::delete(at..at + gone.len()))).applied(source)
    }

    #[test]
    fn what_is_struck_leaves_one_space_and_none_before_a_full_stop() {
        for (source, gone, left) in [
            ("One. Two. Three.", "Two.", "One. Three."),
            ("One. Two.\nThree.", "Two.", "One.\nThree."),
            ("One.\nTwo. Three.", "Two.", "One.\nThree."),
            ("Very good it is.", "Very", "good it is."),
            ("a very, very good", "very,", "a very good"),
            ("It is good now.", "now", "It is good."),
            ("It is good, really.", "really", "It is good."),
            ("It is good, really, and new.", "really", "It is good, and new."),
            ("(very) good", "very", "good"),
            ("It is **very** good.", "very", "It is good."),
            ("It is a \u{201c}great\u{201d} box.", "great", "It is a box."),
            ("It is a  great box.", "great", "It is a  box."),
        ] {
            assert_eq!(after(source, gone), left);
        }
    }

    #[test]
    fn what_is_struck_leaves_no_mark_and_no_blank_lines() {
        for (source, gone, left) in [
            ("- one\n- two.\n- three\n", "two.", "- one\n- three\n"),
            ("- two. three\n", "two.", "- three\n"),
            ("> one\n> two\n", "two", "> one\n"),
            ("One.\n\nTwo\nlines.\n\nThree.\n", "Two\nlines.", "One.\n\nThree.\n"),
            ("One.\r\n\r\nTwo.\r\n\r\nThree.\r\n", "Two.", "One.\r\n\r\nThree.\r\n"),
            ("One.\n\n## Two\n\nThree.\n", "Two", "One.\n\nThree.\n"),
            ("One.\n\n12. two", "two", "One.\n\n"),
        ] {
            assert_eq!(after(source, gone), left);
        }
    }

    #[test]
    fn words_for_words_take_nothing_along() {
        let edit = Edit::replace(Span::new(3, 5), "x");
        assert_eq!(tidied("a, bc, d", edit.clone()), edit);
        let between = Edit::insert(2, "");
        assert_eq!(tidied("a  b", between.clone()), between);
    }
}
