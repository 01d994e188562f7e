//! Fixes as people write: every safe one leaves English behind.

use proptest::prelude::*;

use super::*;
use crate::document::Document;
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

fn mended(source: &str, words: &str, action: Action, with: &'static str) -> String {
    let document = Document::parse(source, &[]);
    let block = &document.blocks[0];
    let start = block.prose.text.find(words).unwrap();
    let mut finding = Finding::new(start..start + words.len(), "");
    finding.fix = Some((action, with.into()));
    let fix = of_block(&finding, block).unwrap();
    let Some(edit) = fix.edit else { return format!("{:?}", fix.action) };
    edited(source, &[edit])
}

/// `source` with all safe fixes made.
fn fixed(source: &str) -> String {
    let fixes = lint(source).into_iter().filter_map(|found| found.fix.filter(|fix| fix.safe)?.edit);
    edited(source, &fixes.collect::<Vec<_>>())
}

#[test]
fn deleting_leaves_english_behind() {
    let check = |source: &str, words: &str, expected: &str| {
        assert_eq!(mended(source, words, Action::Delete, ""), expected, "{source}");
    };
    check("It is very small.", "very", "It is small.");
    check("Clearly, it works.", "Clearly", "It works.");
    check("It works, of course, and lasts.", "of course", "It works and lasts.");
    check("It works, of course.", "of course", "It works.");
    check("An extremely large pot.", "extremely", "A large pot.");
    check("This is a truly open pot.", "truly", "This is an open pot.");
    check("So. Really it works.", "Really", "So. It works.");
    check("- Clearly", "Clearly", "Delete");
    check("It works. Clearly. It does.", "Clearly", "Delete");
    check("It is (very) cold.", "very", "Delete");
    check("\"Very good,\" he said.", "Very", "\"Good,\" he said.");
    check("He said: \"Very good.\"", "Very", "He said: \"Good.\"");
}

#[test]
fn replacing_keeps_articles_and_markup_whole() {
    assert_eq!(mended("Make a utilization plan.", "utilization", Action::Replace, "use"), "Make a use plan.");
    assert_eq!(mended("Make a robust plan.", "robust", Action::Replace, "open"), "Make an open plan.");
    assert_eq!(mended("We *really use* it.", "really use it", Action::Replace, "x"), "Rewrite");
    assert_eq!(mended("We prior\nto it.", "prior to", Action::Replace, "before"), "We before it.");
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
        ("It is (very) cold.", "It is (very) cold."),
        ("It is cold -- very -- cold.", "It is cold -- very -- cold."),
        ("\"Very good,\" he said.", "\"Very good,\" he said."),
        ("Box keepers said “it is very good” to us.", "Box keepers said “it is very good” to us."),
        ("- Very\n- very", "- Very\n- very"),
        ("It should be noted that iPhones work.", "iPhones work."),
        ("It should be noted that boxes work.", "Boxes work."),
        ("It is very and truly cold.", "It is very and truly cold."),
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
