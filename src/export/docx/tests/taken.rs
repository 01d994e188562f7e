//! Tracked changes taken and left: the text after, the text before.

use proptest::prelude::*;

use super::walk::{View, texts};
use super::*;

fn check(old: &str, new: &str) -> String {
    let body = Desk::since(old, new).body();
    let plain = |text: &str| texts(&Desk::of(text).body(), View::Accepted);
    assert_eq!(texts(&body, View::Accepted), plain(new), "{old:?} -> {new:?}");
    assert_eq!(texts(&body, View::Rejected), plain(old), "{old:?} -> {new:?}");
    body
}

#[test]
fn paragraphs_come_go_split_and_join_with_their_marks() {
    let (gone, come) = ("<w:pPr><w:rPr><w:del ", "<w:pPr><w:rPr><w:ins ");
    for (old, new, marks) in [
        ("One.\n\nTwo.\n\nThree.\n", "One.\n\nThree.\n", (1, 0)),
        ("One.\n\nThree.\n", "One.\n\nTwo.\n\nThree.\n", (0, 1)),
        ("One.\n\nTwo.\n", "One.\n", (1, 0)),
        ("One.", "One.\n\nTwo.", (0, 1)),
        ("One. Two three four five.\n", "One.\n\nTwo three four five.\n", (0, 1)),
        ("One.\n\nTwo.\n", "Uno.\n\nTwo.\n", (0, 0)),
        ("", "One.\n", (0, 1)),
    ] {
        let body = check(old, new);
        assert_eq!((body.matches(gone).count(), body.matches(come).count()), marks, "{old:?} -> {new:?}");
    }
}

#[test]
fn a_wrapped_paragraph_and_curly_marks_are_no_change() {
    let old = "# Head\n\nOne two \"three\"\nfour five.\n\n* a\n* b\n";
    let body = Desk::since(old, "Head\n====\n\nOne\ntwo “three” four five.\n\n- a\n- b").body();
    assert!(!body.contains("<w:ins ") && !body.contains("<w:del "), "{body}");
}

#[test]
fn a_heading_that_becomes_text_goes_and_comes_whole() {
    let body = check("## Why tea is good\n\nText.\n", "Why tea is good\n\nText.\n");
    assert!(body.contains("<w:pStyle w:val=\"Heading2\" /><w:rPr><w:del "), "{body}");
}

#[test]
fn rows_and_words_in_cells_are_tracked() {
    let table = |rows: &str| format!("Text.\n\n| A | B |\n| - | - |\n{rows}");
    let body = check(
        &table("| one | two |\n| three | four |\n"),
        &table("| one | 2 |\n| five | six |\n| three | four |\n"),
    );
    assert_eq!(body.matches("<w:tbl>").count(), 1);
    assert_eq!(body.matches("<w:cantSplit/><w:ins ").count(), 1);
    let body = check(&table("| one | two |\n"), "Text.\n\nMore.\n");
    assert_eq!(body.matches("<w:cantSplit/><w:tblHeader/><w:del ").count(), 1);
    check(&table("| a | b |\n"), "Text.\n\n| A | B | C |\n| - | - | - |\n| a | b | c |\n");
}

#[test]
fn moves_links_notes_and_items_are_tracked() {
    check(
        "One is here.\n\nTwo is there.\n\nThree is where?\n",
        "Two is there.\n\nThree is where?\n\nOne is here.\n",
    );
    let body = check("See [a](https://x.y) now.\n", "See [a](https://z.y) now.\n");
    assert!(body.contains("<w:hyperlink r:id=\"rIdLink1\" w:history=\"1\"><w:del "), "{body}");
    assert!(body.contains("<w:hyperlink r:id=\"rIdLink2\" w:history=\"1\"><w:ins "), "{body}");
    check("One.\n\n- a\n- b\n  - c\n", "One.[^1]\n\n- a\n  1. c\n- d\n\n[^1]: Note.\n");
    check("One.[^1]\n\n[^1]: Note of old.\n", "One.[^1]\n\n[^1]: Note of new.\n");
}

#[test]
fn words_of_a_note_are_tracked_in_the_note() {
    let parts = Desk::since("One.[^1]\n\n[^1]: Note of old.\n", "One.[^1]\n\n[^1]: Note of new.\n").parts();
    let notes = &parts["word/footnotes.xml"];
    assert_eq!(texts(notes, View::Accepted), [" Note of new."]);
    assert_eq!(texts(notes, View::Rejected), [" Note of old."]);
}

/// Paragraphs, items, headings and cells of a few words.
fn markdown() -> impl Strategy<Value = String> {
    let words =
        prop::collection::vec("[a-e]{1,3}|\\*\\*[fg]\\*\\*|`h i`|\\[j\\]\\(https://k\\.l\\)|42%|“m”", 1..8);
    let text = words.prop_map(|words| words.join(" ") + ".");
    let heads = prop::sample::select(vec!["", "## ", "- ", "1. ", "> ", "  - "]);
    let block = (heads, text.clone()).prop_map(|(head, text)| format!("{head}{text}\n\n"));
    let table = prop::collection::vec(text, 1..4).prop_map(|rows| {
        let rows = rows.join(" | x |\n| ");
        format!("| A | B |\n| - | - |\n| {rows} | x |\n\n")
    });
    prop::collection::vec(prop_oneof![6 => block, 1 => table], 1..8).prop_map(|blocks| blocks.concat())
}

/// Blocks of one text, some of them changed, dropped or moved.
fn versions() -> impl Strategy<Value = (String, String)> {
    (markdown(), markdown(), any::<u64>()).prop_map(|(old, other, dice)| {
        let mut other = other.split_inclusive("\n\n");
        let mut new = String::new();
        for (at, block) in old.split_inclusive("\n\n").enumerate() {
            match (dice >> (at * 3)) & 7 {
                0 => {}
                1 => new.extend(other.next()),
                2 => new = format!("{block}{new}"),
                3 => new += &block.replacen(' ', " new ", 1),
                4 => new += &block.replacen(' ', "\n", 2),
                _ => new += block,
            }
        }
        (old, new)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn both_texts_are_in_a_redline((old, new) in versions()) {
        check(&old, &new);
    }

    #[test]
    fn suggestions_are_taken_or_left(
        source in markdown(),
        picks in prop::collection::vec((0..40_usize, 1..3_usize, "|new|\\*very\\* new|x\\. New\\.|a\n\nb"), 0..6),
    ) {
        let words: Vec<(usize, &str)> = source.match_indices(|c: char| !c.is_whitespace()).collect();
        let starts: Vec<usize> = words
            .iter()
            .map(|(at, _)| *at)
            .filter(|at| at.checked_sub(1).is_none_or(|before| source.as_bytes()[before].is_ascii_whitespace()))
            .collect();
        let mut picks = picks;
        picks.sort();
        picks.dedup_by_key(|(at, ..)| *at / 4);
        let (mut threads, mut accepted, mut done) = (Vec::new(), String::new(), 0);
        for (at, len, to) in picks {
            let (Some(start), Some(next)) = (starts.get(at / 4 * 4), starts.get(at / 4 * 4 + len)) else { continue };
            let end = *start + slice(&source, *start..*next).trim_end().len();
            let span = Span::new(*start, end);
            let taken = crate::review::tidied(&source, crate::text::Edit::replace(span, to.as_str())).span;
            accepted += slice(&source, done..taken.start.max(done));
            accepted += &to;
            done = taken.end;
            threads.push(thread(Some(span), record("Ann", Kind::Suggestion { to }, "")));
        }
        accepted += slice(&source, done..source.len());
        let mut desk = Desk::of(&source);
        desk.threads = threads;
        let body = desk.body();
        let plain = |text: &str| texts(&Desk::of(text).body(), View::Accepted);
        prop_assert_eq!(texts(&body, View::Rejected), plain(&source));
        prop_assert_eq!(texts(&body, View::Accepted), plain(&accepted));
    }
}
