//! Text that is nothing but text in XML.

/// `character`, or a replacement where XML 1.0 has no place for it, not even escaped.
pub(super) fn allowed(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' => character,
        '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        other => other,
    }
}

/// `text` with what XML forbids replaced; nothing is escaped.
pub(super) fn clean(text: &str) -> String {
    text.chars().map(allowed).collect()
}

/// `text` for the content of an element or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars().map(allowed) {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_controls_are_text() {
        assert_eq!(escape("<a b=\"c\">&\r\n\t"), "&lt;a b=&quot;c&quot;&gt;&amp;\n\t");
        assert_eq!(
            escape("a\0b\u{1b}c\u{ffff}d\u{7f}\u{202e}"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d\u{7f}\u{202e}"
        );
        assert_eq!(clean("<\u{c}>"), "<\u{fffd}>");
    }
}
