//! Text as XML 1.0 takes it.

use std::fmt::Write as _;

use crate::text::is_unsafe;

/// `text` for an attribute in double quotes, or between tags: markup, line breaks and what could steer a terminal become
/// references. Control characters that XML 1.0 has no way to write are dropped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            _ if !is_allowed(character) => {}
            _ if is_unsafe(character) => {
                let _ = write!(out, "&#{};", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out
}

/// Extensible Markup Language 1.0, fifth edition, production 2 (`Char`); surrogates are no characters here.
fn is_allowed(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        _ => character >= ' ',
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_xml_cannot_say_is_dropped_and_what_steers_is_a_reference() {
        assert_eq!(escaped("a\0\u{1b}[2J]]>\u{9b}\n\u{ffff}"), "a[2J]]&gt;&#155;&#10;");
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_without_what_was_dropped(text: String) {
            let xml = format!("<a b=\"{0}\">{0}</a>", escaped(&text));
            let tree = roxmltree::Document::parse(&xml).unwrap();
            let kept: String = text.chars().filter(|character| is_allowed(*character)).collect();
            prop_assert_eq!(tree.root_element().attribute("b"), Some(kept.as_str()));
            prop_assert_eq!(tree.root_element().text().unwrap_or(""), kept);
        }
    }
}
