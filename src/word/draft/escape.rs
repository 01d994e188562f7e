//! Text as Markdown reads it back: nothing in it is taken for a mark, and no more is escaped than has to be.

use crate::text::slice;

/// How much is escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::word) enum Care {
    /// What could be a mark where it stands.
    Usual,
    /// Every mark that there is.
    Utmost,
}

/// `text` with backslashes; `within_cell` a `|` is a mark too, and `at_start` of a line more is.
pub(in crate::word) fn escaped(text: &str, within_cell: bool, at_start: bool, care: Care) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let head = if at_start { start_mark(text) } else { None };
    let mut before = None;
    for (at, character) in text.char_indices() {
        let after = slice(text, at + character.len_utf8()..text.len());
        let marks = match care {
            Care::Utmost => character.is_ascii_punctuation(),
            Care::Usual => {
                head == Some(at) || (within_cell && character == '|') || is_mark(character, before, after)
            }
        };
        if marks {
            out.push('\\');
        }
        out.push(character);
        before = Some(character);
    }
    out
}

/// Whether `character` could be a mark between what stands `before` and `after` it.
fn is_mark(character: char, before: Option<char>, after: &str) -> bool {
    let next = after.chars().next();
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match character {
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '`' => true,
        '*' => !(is_space(before) && is_space(next) && before.is_some()),
        '_' => !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
        '~' => {
            next == Some('~')
                || before == Some('~')
                || (!is_space(next) && after.contains('~'))
                || !is_space(before)
        }
        '[' => {
            next == Some('^')
                || after.contains("](")
                || after.contains("][")
                || after.contains("]:")
                || before == Some('!')
                || is_task(after)
        }
        '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
        '&' => is_entity(after),
        _ => false,
    }
}

/// Whether what stands behind a `[` makes it the box of a task.
fn is_task(after: &str) -> bool {
    matches!(after.as_bytes(), [b' ' | b'x' | b'X', b']', ..])
}

/// Whether what stands behind a `&` makes it another character.
fn is_entity(after: &str) -> bool {
    let name = after.split(';').next().unwrap_or("");
    let plain = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    name.len() < after.len() && name.len() <= 32 && plain(name.strip_prefix('#').unwrap_or(name))
}

/// The byte of what would make the line that is `text` anything but a paragraph.
fn start_mark(text: &str) -> Option<usize> {
    let lead = text.len() - text.trim_start().len();
    let line = slice(text, lead..text.len());
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let mut characters = line.chars();
    match characters.next()? {
        '#' => ends(line.trim_start_matches('#')).then_some(lead),
        '>' => Some(lead),
        '-' | '+' => {
            let only = line.chars().all(|c| c == '-' || c.is_whitespace());
            (ends(characters.as_str()) || only).then_some(lead)
        }
        '=' => line.trim_end().chars().all(|c| c == '=').then_some(lead),
        ':' | '|' => line.contains('-').then_some(lead),
        c if c.is_ascii_digit() => {
            let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let behind = slice(line, digits..line.len());
            let marks = behind.starts_with(['.', ')']) && ends(slice(behind, 1..behind.len()));
            (marks && digits <= 9).then_some(lead + digits)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_escaped_than_has_to_be() {
        for (text, written) in [
            (
                "It costs $5 [a month], 5 * 4 < 21 & snake_case.",
                "It costs $5 [a month], 5 * 4 < 21 & snake_case.",
            ),
            ("- no item", "\\- no item"),
            ("-5 degrees", "-5 degrees"),
            ("1. no item", "1\\. no item"),
            ("1.5 metres", "1.5 metres"),
            ("2027) now", "2027\\) now"),
            ("# no heading", "\\# no heading"),
            ("#1 of all", "#1 of all"),
            ("> no quote", "\\> no quote"),
            ("---", "\\---"),
            ("===", "\\==="),
            ("*so*", "\\*so\\*"),
            ("a_b_", "a_b\\_"),
            ("[x](y)", "\\[x](y)"),
            ("[^1]", "\\[^1]"),
            ("<b> &amp; C:\\dir", "\\<b> \\&amp; C:\\dir"),
            ("C:\\", "C:\\\\"),
        ] {
            assert_eq!(escaped(text, false, true, Care::Usual), written);
        }
        assert_eq!(escaped("a|b", true, false, Care::Usual), "a\\|b");
    }
}
