//! Text that is nothing but text in HTML.

use crate::text::is_unsafe;

/// `text` for the content of an element or a quoted attribute. Controls and characters that turn the reading direction
/// become replacement characters: HTML forbids the ones, and the others could make a footer lie.
pub(in crate::export) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(character),
            '\r' => {}
            other if is_unsafe(other) => out.push(char::REPLACEMENT_CHARACTER),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_to_read_as_markup() {
        assert_eq!(escape("<a b='c' d=\"e\">&"), "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;");
        assert_eq!(escape("a\0b\u{1b}[31mc\u{202e}d\r\n"), "a\u{fffd}b\u{fffd}[31mc\u{fffd}d\n");
    }
}
