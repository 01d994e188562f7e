//! One row a phenomenon; `|` marks where a sentence ends.

use proptest::prelude::*;

use super::*;
use crate::document::words;
use crate::text::slice;

/// Rows of a text with its sentences, in `tests/data` because the accuracy test counts them too.
const TABLE: &str = include_str!("../../../tests/data/sentences.txt");

/// The rows, code in them shown as the object it becomes.
fn rows() -> impl Iterator<Item = String> {
    let rows = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| row.replace("{}", "\u{FFFC}"))
}

/// The text of a row and its sentences.
fn row(row: &str) -> (String, Vec<String>) {
    (row.replace('|', ""), row.split('|').map(|sentence| sentence.trim().to_owned()).collect())
}

fn sentences(text: &str) -> Vec<String> {
    split(text).map(|range| slice(text, range).to_owned()).collect()
}

/// The row that is not solved: three dots end a sentence only before a word that hardly ever stands within one.
const UNSOLVED: &str = "Version 1.0 was slow...";

#[test]
fn splits_as_the_table_says() {
    let solved = rows().filter(|case| !case.starts_with(UNSOLVED));
    let wrong: Vec<_> = solved.filter(|case| sentences(&row(case).0) != row(case).1).collect();
    let got: Vec<_> = wrong.iter().map(|case| sentences(&row(case).0)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}\n{got:#?}");
}

#[test]
fn a_block_end_closes_a_sentence_without_a_stop() {
    assert_eq!(sentences("  One. Two and no stop  "), ["One.", "Two and no stop"]);
    assert_eq!(sentences(" \u{a0}\n"), [""; 0]);
}

#[test]
fn terminated_means_a_stop_at_the_end_whatever_closes_behind_it() {
    for yes in
        ["Yes.", "Why?”", "(See below.)", "Done!**", "It works.[12]", "Wait…", "a. b. c. . . .", "It is.¹"]
    {
        assert!(is_terminated(yes), "{yes}");
    }
    for no in ["", "Free for all", "v1.2", "Node.js tools", "“Stop” sign", "One. Two"] {
        assert!(!is_terminated(no), "{no}");
    }
}

#[test]
fn a_sentence_more_adds_one_and_a_comma_none() {
    for case in rows().take(25).map(|case| row(&case).0) {
        assert_eq!(split(&format!("{case} The end.")).count(), split(&case).count() + 1, "{case}");
        assert_eq!(split(&format!("{case} and so on")).count(), split(&case).count(), "{case}");
    }
}

#[test]
fn pages_of_stops_end() {
    for piece in ["! ", "a.", "a. ", ". ", "\"(", "…", "e.g. ", "A) "] {
        let text = piece.repeat(10_000);
        assert!(split(&text).map(|range| words::words(&text, range).count()).sum::<usize>() <= text.len());
    }
}

proptest! {
    #[test]
    fn sentences_tile_any_text(text in "([a-zA-Z0-9.!?…\"'”)\\[\\]é\u{FFFC}\u{2003} -]|e\\.g\\.|U\\.S\\.| Mr\\. |\\PC){0,80}") {
        let mut end = 0;
        for range in split(&text) {
            prop_assert!(text.get(end..range.start).is_some_and(|gap| gap.trim().is_empty()));
            let sentence = text.get(range.clone()).unwrap();
            prop_assert!(!sentence.is_empty() && sentence.trim() == sentence);
            end = range.end;
        }
        prop_assert!(slice(&text, end..text.len()).trim().is_empty());
    }
}
