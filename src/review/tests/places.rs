//! Anchors find their place again.

use proptest::prelude::*;

use super::*;
use crate::text::slice;

/// Where `anchor` stands in `source`, as text, and whether word for word.
fn found<'s>(anchor: &Anchor, source: &'s str) -> Option<(&'s str, bool)> {
    let document = Document::parse(source, &[]);
    let place = Ground::new(source, &document).place(anchor)?;
    Some((slice(source, place.span), place.exact))
}

fn start(anchor: &Anchor, source: &str) -> Option<usize> {
    let document = Document::parse(source, &[]);
    Ground::new(source, &document).place(anchor).map(|place| place.span.start)
}

#[test]
fn an_anchor_keeps_what_it_quotes_and_a_little_around_it() {
    let anchor = anchor(DRAFT, " smart mailbox. ", 0);
    assert_eq!(anchor.part, "solution");
    assert_eq!(anchor.quote, "smart mailbox.");
    assert!(anchor.before.ends_with("## Solution Melinda is a "), "{}", anchor.before);
    assert!(anchor.after.starts_with(" Many customers will"), "{}", anchor.after);
}

#[test]
fn a_quotation_that_comes_several_times_is_told_apart() {
    for nth in 0..3 {
        let anchor = anchor(DRAFT, "Many customers", nth);
        assert_eq!(start(&anchor, DRAFT), Some(span(DRAFT, "Many customers", nth).start));
        // Other paragraphs before it, and the others gone.
        let edited = DRAFT.replace("They miss work.", "Many customers are angry. They miss work.");
        let there = nth + usize::from(nth > 0);
        assert_eq!(start(&anchor, &edited), Some(span(&edited, "Many customers", there).start), "{nth}");
    }
    let bare = Anchor { part: "solution".into(), quote: "Many customers".into(), ..Anchor::default() };
    assert_eq!(start(&bare, DRAFT), Some(span(DRAFT, "Many customers", 1).start), "the part decides");
    let nowhere = Anchor { part: "closing".into(), ..bare };
    assert_eq!(start(&nowhere, DRAFT), None, "nobody can tell which");
}

#[test]
fn wrapping_a_paragraph_anew_changes_nothing() {
    let quoted = "> Melinda is a smart mailbox\n> that opens for\n> every courier.\n";
    let anchor = anchor(quoted, "a smart mailbox\n> that opens for", 0);
    assert_eq!(anchor.quote, "a smart mailbox that opens for");
    let rewrapped = "> Melinda is a smart\n> mailbox that opens\n> for every courier.\n";
    assert_eq!(found(&anchor, rewrapped), Some(("a smart\n> mailbox that opens\n> for", true)));
}

#[test]
fn an_edited_quotation_is_found_and_said_to_be_edited() {
    let anchor = anchor(DRAFT, "Melinda is a smart mailbox.", 0);
    let edited = DRAFT.replace("a smart mailbox", "the first smart mailbox");
    assert_eq!(found(&anchor, &edited), Some(("Melinda is the first smart mailbox.", false)));
    // Moved elsewhere, and edited.
    let moved = DRAFT.replace("Melinda is a smart mailbox. ", "");
    let moved = moved.replace("They miss", "Melinda is one smart mailbox. They miss");
    assert_eq!(found(&anchor, &moved).unwrap(), ("Melinda is one smart mailbox", false));
    // Nothing like it is left.
    let gone = DRAFT.replace("Melinda is a smart mailbox. ", "");
    assert_eq!(found(&anchor, &gone), None);
}

#[test]
fn a_word_is_not_found_inside_another_word() {
    let source = "It is sold in Germany. So many parcels are lost.\n";
    let anchor = anchor(source, "many", 1);
    assert_eq!(found(&anchor, source), Some(("many", true)));
    assert_eq!(found(&anchor, "It is sold in Germany. They are not late.\n"), None);
}

#[test]
fn a_place_between_two_words_is_found() {
    let at = DRAFT.find("They miss").unwrap();
    let document = Document::parse(DRAFT, &[]);
    let anchor = Anchor::of(DRAFT, &document, Span::at(at));
    assert_eq!(anchor.quote, "");
    let edited = DRAFT.replace("# Blue Corp", "# Blue Corp of Seattle");
    assert_eq!(start(&anchor, &edited), Some(at + " of Seattle".len()));
    let edited = DRAFT.replace("They miss work", "Nobody else is there");
    assert_eq!(start(&anchor, &edited), Some(at));
    let tiny = Anchor::of("a b", &Document::parse("a b", &[]), Span::at(2));
    assert_eq!(start(&tiny, "a b"), Some(2));
}

const WORDS: [&str; 8] = ["parcel", "many", "customers", "wait", "\n\n", "5", "**box**", "\u{e9}t\u{e9}"];

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..most).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is typed before and behind it, a quotation that stands once is placed, and on its own words.
    #[test]
    fn edits_elsewhere_never_lose_a_place(
        before in words(30), after in words(30), head in words(20), tail in words(20),
        quote in prop::sample::select(vec!["Melinda opens", "zebra", "It costs $15, no\nmore.", "x"]),
    ) {
        let source = format!("{before} {quote} {after}");
        let document = Document::parse(&source, &[]);
        let at = before.len() + 1;
        let anchor = Anchor::of(&source, &document, Span::new(at, at + quote.len()));
        let edited = format!("{head} {quote} {tail}");
        let place = Ground::new(&edited, &Document::parse(&edited, &[])).place(&anchor);
        prop_assert_eq!(place.map(|place| (slice(&edited, place.span), place.exact)), Some((quote, true)));
    }

    /// Any stretch of any text is found in that text, word for word.
    #[test]
    fn nothing_is_lost_where_nothing_changed(source in "[a-c\u{e9} >\n]{0,80}", from in 0_usize..80, to in 0_usize..80) {
        let document = Document::parse(&source, &[]);
        let anchor = Anchor::of(&source, &document, Span::new(from.min(to), from.max(to)));
        let place = Ground::new(&source, &document).place(&anchor);
        if !anchor.quote.is_empty() {
            let place = place.unwrap();
            prop_assert!(place.exact);
            prop_assert_eq!(&Anchor::of(&source, &document, place.span).quote, &anchor.quote);
        }
    }

    /// No anchor and no text breaks it, and what it finds is text.
    #[test]
    fn whatever_is_asked_it_answers(
        source in "\\PC{0,60}|[a-c \n]{0,60}", quote in "\\PC{0,20}|[a-c ]{0,20}",
        before in "\\PC{0,20}|[a-c ]{0,20}", after in "\\PC{0,20}|[a-c ]{0,20}",
    ) {
        let document = Document::parse(&source, &[]);
        let anchor = Anchor { part: String::new(), quote, before, after };
        if let Some(place) = Ground::new(&source, &document).place(&anchor) {
            prop_assert!(source.get(place.span.range()).is_some());
        }
    }
}
