use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::text::{LineIndex, Position};

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Pen {
    colour: String,
    #[serde(default)]
    words: Vec<String>,
    width: Option<u32>,
    #[serde(default)]
    rules: BTreeMap<String, Level>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Off,
    Note,
}

/// Line, column and message of what is wrong with `text`.
fn wrong(text: &str) -> (usize, usize, String) {
    let error = from_str::<Pen>(text).unwrap_err();
    let at = error.at.unwrap_or(Position { line: 0, column: 0, byte: 0 });
    if error.at.is_some() {
        assert_eq!(LineIndex::new(text).position(text, at.byte), at, "byte and line disagree");
    }
    (at.line, at.column, error.message)
}

#[test]
fn values_come_through() {
    let pen: Pen =
        from_str("colour: red\nwords: [no, 001, on]\nwidth: 3\nrules: {jargon: off, hype: note}\n").unwrap();
    assert_eq!(pen.words, ["no", "001", "on"]);
    assert_eq!(pen.width, Some(3));
    assert_eq!(pen.rules["jargon"], Level::Off);
}

#[test]
fn an_empty_text_is_an_empty_list_of_keys() {
    #[derive(Debug, Deserialize)]
    struct Empty {
        a: Option<u8>,
    }
    for text in ["", "# nothing\n", "---\n", "\u{feff}"] {
        assert_eq!(from_str::<Empty>(text).unwrap().a, None, "{text:?}");
    }
}

#[test]
fn wrong_values_are_named_in_plain_words() {
    let cases = [
        ("colour: {a: 1}", (1, 9, "colour: expected text, found a list of keys")),
        ("colour: red\nwords: none", (2, 8, "words: expected a list, found \"none\"")),
        ("colour: red\nwidth: -2", (2, 8, "width: expected a whole number, 0 or more, found `-2`")),
        ("- colour", (1, 1, "expected a list of keys, found a list")),
        ("width: 3", (1, 1, "the key `colour` is missing")),
        ("colour: red\ncolour: blue", (2, 1, "the key `colour` is given twice")),
        ("colour: red\nrules:\n  a: off\n  a: note", (4, 3, "rules: the key `a` is given twice")),
        (
            "colour: red\nhue: 3",
            (2, 1, "unknown key `hue`; the keys here are `colour`, `words`, `width`, `rules`"),
        ),
        (
            "colour: red\nrules: {x: loud}",
            (2, 12, "rules.x: unknown value `loud`; it can be `off` or `note`"),
        ),
    ];
    for (text, (line, column, message)) in cases {
        assert_eq!(wrong(text), (line, column, message.to_owned()), "{text}");
    }
}

#[test]
fn bad_syntax_says_where_and_what_to_do() {
    let cases = [
        ("colour: red: blue", 1, 12, "put the value in quotes"),
        ("colour: @red", 1, 9, "`@`"),
        ("colour: 'red", 1, 13, "never closed"),
        ("colour: é\nwords: [a, b\nwidth: 3", 3, 6, "missing"),
        ("colour: *x", 1, 9, "alias"),
        ("\u{feff}naïve: \u{7}", 1, 9, "\\u{7} is not allowed"),
        ("colour: red\n---\ncolour: blue", 2, 1, "second YAML document"),
    ];
    for (text, line, column, part) in cases {
        let (at_line, at_column, message) = wrong(text);
        assert_eq!((at_line, at_column), (line, column), "{text}: {message}");
        assert!(message.contains(part), "{text}: {message}");
    }
}

#[test]
fn front_matter_errors_move_into_their_document() {
    let document = "---\ncolour: [\n---\n";
    let error = from_str::<Pen>("colour: {a: 1}\n").unwrap_err().shifted(1, 4);
    let at = error.at.unwrap();
    assert_eq!((at.line, at.column, at.byte), (2, 9, 12));
    assert!(snippet(document, at).contains("2 | colour: ["));
}

#[test]
fn later_errors_find_their_place() {
    let text = "\u{feff}# house\nrules:\n  é: [a, {b: 1, c: [x]}]\n";
    let path = [Step::Key("rules"), Step::Key("é"), Step::Entry(1), Step::Key("c")];
    let place = |error: Error| error.at.map(|at| (at.line, at.column, at.byte));
    assert_eq!(place(Error::at_key(text, &path, "")), Some((3, 17, text.find("c:").unwrap())));
    assert_eq!(place(Error::at_value(text, &path, "")), Some((3, 20, text.find("[x").unwrap())));
    assert_eq!(place(Error::at_value(text, &[Step::Key("rules"), Step::Key("none")], "")), None);
    assert_eq!(place(Error::at_value(text, &[], "")).map(|at| at.0), Some(2));
}

#[test]
fn too_long_a_text_is_refused_unread() {
    let (_, _, message) = wrong(&"#".repeat(MAX_BYTES + 1));
    assert_eq!(message, "65 KiB of YAML is too much; the limit is 64 KiB");
}

/// One list aliased until the text is 64 KiB long.
fn alias_bomb() -> String {
    let words = (0..3000).fold(String::from("a: &w [x"), |list, _| list + ",x") + "]\n";
    let keys = (0..).map(|n| format!("k{n}: *w\n"));
    keys.scan(words.len(), |size, key| {
        *size += key.len();
        (*size < MAX_BYTES).then_some(key)
    })
    .fold(words, |text, key| text + &key)
}

#[test]
fn an_alias_bomb_is_refused_by_what_it_unfolds_to() {
    let error = from_str::<BTreeMap<String, Vec<String>>>(&alias_bomb()).unwrap_err();
    assert!(error.message.contains("more than 20,000 values"), "{}", error.message);
    assert!(error.at.is_some());

    let text = format!("a: &w {}\nb: [{}]\n", "x".repeat(40_000), "*w,".repeat(100));
    let error = from_str::<serde_json::Value>(&text).unwrap_err();
    assert!(error.message.contains("more than 1 MiB"), "{}", error.message);
}

#[test]
fn deep_nesting_is_refused() {
    let error = from_str::<serde_json::Value>(&"[".repeat(MAX_BYTES)).unwrap_err();
    assert_eq!(error.message, "more than 1,000 brackets are opened and not closed");
    for open in ["[", "- ", "{a: "] {
        assert!(from_str::<serde_json::Value>(&open.repeat(500)).is_err());
    }
    let closed = "[".repeat(300) + &"]".repeat(300);
    let error = from_str::<serde_json::Value>(&closed).unwrap_err();
    assert_eq!(error.message, "nested more than 128 levels deep");
}

#[test]
fn a_snippet_points_at_the_column() {
    let text = "a: 1\n\té한: \x1b[31mred\r\n";
    let at = LineIndex::new(text).position(text, text.find("red").unwrap());
    assert_eq!(snippet(text, at), "  2 |  é한: \\u{1b}[31mred\n    |                 ^\n");
}

#[test]
fn a_snippet_of_a_long_line_is_cut_around_the_place() {
    let text = format!("{}HERE{}", "a".repeat(500), "b".repeat(500));
    let shown = snippet(&text, LineIndex::new(&text).position(&text, 500));
    let lines: Vec<&str> = shown.lines().collect();
    assert!(lines[0].chars().count() < 110, "{shown}");
    assert_eq!(lines[0].chars().position(|c| c == 'H'), lines[1].chars().position(|c| c == '^'));
}

#[test]
fn scalars_are_quoted_only_where_needed() {
    assert_eq!(scalar("Blue Corp"), "Blue Corp");
    assert_eq!(scalar("No"), "\"No\"");
    assert_eq!(scalar("a: b # c"), "\"a: b # c\"");
    assert_eq!(scalar("tab\tand\u{202e}"), "\"tab\\tand\\U0000202E\"");
}

proptest! {
    #[test]
    fn a_scalar_reads_back_as_it_was(text in any::<String>()) {
        let line = scalar(&text);
        prop_assert!(!line.contains('\n'));
        prop_assert_eq!(&from_str::<String>(&line).unwrap(), &text);
        let map: BTreeMap<String, Vec<String>> = from_str(&format!("k: [{line}, {line}]")).unwrap();
        prop_assert_eq!(&map["k"], &vec![text.clone(), text]);
    }

    #[test]
    fn any_text_is_answered(text in "(?s)[-\\[\\]{}:,&*!|>'\"%@`#?a-c \n\t~<]{0,60}|.{0,40}") {
        let _ = from_str::<serde_json::Value>(&text);
        if let Some(at) = from_str::<Pen>(&text).err().and_then(|error| error.at) {
            prop_assert!(snippet(&text, at).ends_with("^\n"));
        }
    }
}
