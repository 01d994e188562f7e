//! Text made safe to show: what could steer a terminal or turn the reading direction is written out.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::slice;

/// `text` with control characters (ESC among them) and direction marks written as `\u{1b}`, tabs and line breaks too.
/// For file names, snippets and messages on one line.
pub fn printable(text: &str) -> Cow<'_, str> {
    escape(text, is_unsafe)
}

/// As [`printable`], but tabs and line feeds stay. For text of several lines.
pub fn printable_lines(text: &str) -> Cow<'_, str> {
    escape(text, is_unsafe_in_lines)
}

fn is_unsafe_in_lines(character: char) -> bool {
    !matches!(character, '\t' | '\n') && is_unsafe(character)
}

/// JSON text that is safe to show and means the same: what [`is_unsafe`] finds can only stand in its strings, where it
/// becomes `\u009b`. Line feeds and tabs between its tokens stay.
pub fn printable_json(json: &str) -> Cow<'_, str> {
    replace(json, is_unsafe_in_lines, |out, character| {
        let _ = write!(out, "\\u{:04x}", u32::from(character));
    })
}

/// Whether `character` is a control (C0, DEL, C1), a line separator, or one that turns the reading direction
/// (U+061C, U+200E to U+200F, U+202A to U+202E, U+2066 to U+2069).
pub fn is_unsafe(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn escape(text: &str, is_unsafe: fn(char) -> bool) -> Cow<'_, str> {
    replace(text, is_unsafe, |out, character| {
        let _ = write!(out, "\\u{{{:x}}}", u32::from(character));
    })
}

fn replace(text: &str, is_unsafe: fn(char) -> bool, put: fn(&mut String, char)) -> Cow<'_, str> {
    if !holds(text, is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_unsafe(character) {
            put(&mut out, character);
        } else {
            out.push(character);
        }
    }
    Cow::Owned(out)
}

/// Whether `text` has a character that is unsafe. Nearly none has, and its bytes tell that faster than its characters.
fn holds(text: &str, is_unsafe: fn(char) -> bool) -> bool {
    /// Bytes that are looked at together.
    const CHUNK: usize = 64;
    // Controls, and the first bytes of U+0080 to U+00BF, U+0600 to U+063F and U+2000 to U+2FFF.
    let suspect = |byte: u8| byte < b' ' || matches!(byte, 0x7F | 0xC2 | 0xD8 | 0xE2);
    text.as_bytes().chunks(CHUNK).zip((0..).step_by(CHUNK)).any(|(chunk, start)| {
        chunk.iter().fold(false, |any, byte| any | suspect(*byte))
            && chunk.iter().zip(start..).any(|(byte, at)| {
                suspect(*byte) && slice(text, at..text.len()).chars().next().is_some_and(is_unsafe)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_written_out() {
        assert_eq!(printable("a\x1b]0;x\x07\u{9b}2J\u{202e}b"), "a\\u{1b}]0;x\\u{7}\\u{9b}2J\\u{202e}b");
        assert_eq!(printable("two\nlines\t"), "two\\u{a}lines\\u{9}");
        assert_eq!(printable_lines("two\r\nlines\t"), "two\\u{d}\nlines\t");
    }

    #[test]
    fn json_means_the_same_afterwards() {
        let value = serde_json::json!({"text": "a\x1b\u{9b}\u{7f}\u{202e}é\n"});
        let safe = printable_json(&value.to_string()).into_owned();
        assert_eq!(safe, "{\"text\":\"a\\u001b\\u009b\\u007f\\u202eé\\n\"}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&safe).unwrap(), value);
    }

    #[test]
    fn every_unsafe_character_is_found_wherever_it_stands() {
        for unsafe_one in (0..=0x2100).filter_map(char::from_u32).filter(|one| is_unsafe(*one)) {
            for before in [0, 62, 63, 64, 200] {
                let text = "\u{2014}a".repeat(before / 4) + &"x".repeat(before % 4);
                assert!(holds(&(text + &unsafe_one.to_string()), is_unsafe), "{before} {unsafe_one:?}");
            }
        }
    }

    #[test]
    fn ordinary_text_is_not_copied() {
        assert!(matches!(printable("naïve — 👨‍👩‍👧‍👦 한"), Cow::Borrowed(_)));
    }
}
