//! Fixes as people write: every safe one leaves English behind.

mod table;

use proptest::prelude::*;

use super::*;
use crate::lint::tests::lint;

fn edited(source: &str, edits: &[(Span, String)]) -> String {
    let (mut text, mut at) = (String::new(), 0);
    for (span, words) in edits {
        // Of two that meet, the second waits for the next time.
        if span.start >= at {
            text.push_str(slice(source, at..span.start));
            text.push_str(words);
            at = span.end;
        }
    }
    text + slice(source, at..source.len())
}

/// `source` with all safe fixes made.
fn fixed(source: &str) -> String {
    let fixes =
        lint(source).into_iter().filter_map(|found| found.fix.filter(|fix| fix.safe)?.edit.map(|edit| *edit));
    edited(source, &fixes.collect::<Vec<_>>())
}

#[test]
fn safe_fixes_leave_english_or_nothing_changed() {
    for (source, expected) in [
        ("It is very, very good.", "It is very good."),
        ("Very, very good.", "Very good."),
        ("A very honest man.", "An honest man."),
        ("An incredibly useful tool.", "A useful tool."),
        ("An extremely European box.", "A European box."),
        ("A very unusual box.", "An unusual box."),
        ("It is (very) cold.", "It is cold."),
        ("It is cold -- very -- cold.", "It is cold -- very -- cold."),
        ("\"Very good,\" he said.", "\"Very good,\" he said."),
        ("Box keepers said “it is very good” to us.", "Box keepers said “it is very good” to us."),
        ("- Very\n- very", "- Very\n- very"),
        ("It should be noted that iPhones work.", "iPhones work."),
        ("It should be noted that boxes work.", "Boxes work."),
        ("It is very and truly cold.", "It is very and truly cold."),
        ("Get your papers in order to apply.", "Get your papers in order to apply."),
        ("It has the ability to open and to shut.", "It has the ability to open and to shut."),
        ("It is cold and truly wet.", "It is cold and wet."),
    ] {
        assert_eq!(fixed(source), expected, "{source}");
    }
}

const WORDS: &[&str] = &[
    "very",
    "truly",
    "extremely",
    "very,",
    "(very)",
    "(very",
    "cold)",
    "--",
    "a",
    "an",
    "honest",
    "useful",
    "iPhones",
    "box",
    "\"Very",
    "good,\"",
    "is",
    "and",
    "in order to",
    "Very",
    "open",
    "It",
];

proptest! {
    #[test]
    fn safe_fixes_tear_nothing(words in prop::collection::vec(prop::sample::select(WORDS), 1..9)) {
        let source = format!("{}.", words.join(" "));
        let after = fixed(&source);
        for torn in ["()", " ,", " .", "  ", "is,", "( ", "\"\"", "a honest", "an useful", "IPhones", "-- .", "a open", "an box"] {
            prop_assert!(!after.contains(torn) || source.contains(torn), "{} -> {}", source, after);
        }
        let says = |text: &str| text.chars().any(char::is_alphanumeric);
        prop_assert_eq!(says(&after), says(&source), "{} -> {}", source, after);
    }
}
