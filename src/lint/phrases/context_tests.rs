//! The named contexts, each where it holds and where it does not.

use super::*;
use crate::document::{Block, Segment};
use crate::lint::phrases::tests::block;
use crate::text::Span;

/// Whether `condition` excuses `word` in `text`, both without typography.
fn excuses(condition: &str, text: &str, word: &str) -> bool {
    excuses_in(condition, &block(&crate::lint::phrases::fold::literal(text)), word)
}

fn excuses_in(condition: &str, block: &Block, word: &str) -> bool {
    let text = crate::lint::phrases::fold::literal(&block.prose.text);
    let start = text.find(word).unwrap();
    let sentence = block.sentences.iter().map(|s| Span::new(s.start as usize, s.end as usize));
    let sentence = sentence.into_iter().find(|span| span.contains(start)).unwrap();
    let at = Span::new(start, start + word.len());
    excuse(
        &[Condition::parse(condition)],
        &Place { block, text: &text, sentence, at, visible: sentence, found: at },
    )
}

#[test]
fn noun() {
    assert!(excuses("noun", "A leverage of 3x.", "leverage"));
    assert!(excuses("noun", "They operate with leverage.", "leverage"));
    assert!(!excuses("noun", "We leverage it.", "leverage"));
    assert!(!excuses("noun", "To leverage it.", "leverage"));
}

#[test]
fn name() {
    assert!(excuses("name", "We won the Innovate prize.", "Innovate"));
    assert!(excuses("name", "Foster Brothers sells boxes.", "Foster"));
    assert!(!excuses("name", "Innovate with us.", "Innovate"));
    assert!(!excuses("name", "Blue Corp Launches Innovative Mailbox", "Innovative"));
    assert!(!excuses("name", "An innovative box.", "innovative"));
}

#[test]
fn unnamed() {
    assert!(excuses("unnamed", "A weed killer.", " killer"));
    assert!(!excuses("unnamed", "The Boxly killer.", " killer"));
}

#[test]
fn measured() {
    for text in
        ["fast: 10 ms", "fast, 7% of it", "fast for $15", "fast, 3x", "fast in 2 steps", "fast: 1,000 users"]
    {
        assert!(excuses("measured", text, "fast"), "{text}");
    }
    for text in ["fast in 2027", "fast on the A7", "fast", "fast. It takes 10 ms.", "fast in 100s of doors"] {
        assert!(!excuses("measured", text, "fast"), "{text}");
    }
}

#[test]
fn cited() {
    assert!(excuses("cited", "The fastest box, according to Boxes Weekly.", "fastest"));
    assert!(excuses("cited", "The fastest box [1].", "fastest"));
    assert!(!excuses("cited", "The fastest [blue] box.", "fastest"));
    let mut linked = block("The fastest box by test.");
    linked.prose.segments = vec![
        Segment { visible: 0, source: 0, source_len: 12, literal: true },
        Segment { visible: 12, source: 13, source_len: 3, literal: true },
        Segment { visible: 15, source: 44, source_len: 9, literal: true },
    ];
    assert!(excuses_in("cited", &linked, "fastest"));
}

#[test]
fn question() {
    assert!(excuses("question", "Is it fast? Yes.", "fast"));
    assert!(!excuses("question", "Is it? It is fast.", "fast"));
}

#[test]
fn places_in_the_document() {
    let mut block = block("It is fast.");
    assert!(!excuses_in("quote", &block, "fast"));
    for (zone, context) in [
        (Zone::CustomerQuote, "quote"),
        (Zone::LeaderQuote, "leader-quote"),
        (Zone::Internal, "internal"),
        (Zone::Boilerplate, "boilerplate"),
    ] {
        block.zone = zone;
        assert!(excuses_in(context, &block, "fast"), "{context}");
    }
    assert!(!excuses_in("heading", &block, "fast"));
    block.role = Role::Heading;
    assert!(excuses_in("heading", &block, "fast"));
}

#[test]
fn how_many() {
    assert!(excuses("how-many", "Ask how many users it has.", "many users"));
    assert!(!excuses("how-many", "Today many users wait.", "many users"));
}

#[test]
fn negated() {
    assert!(excuses("negated", "It is not very good.", "very"));
    assert!(excuses("negated", "It doesn\u{2019}t have very much.", "very"));
    assert!(!excuses("negated", "No, it was always and is very good.", "very"));
}

#[test]
fn definition() {
    assert!(excuses("definition", "\u{201C}GA\u{201D} means stable.", "GA"));
    assert!(!excuses("definition", "GA is near.", "GA"));
}

#[test]
fn last() {
    assert!(excuses("last", "It was quick.", "quick"));
    assert!(!excuses("last", "It was quick work.", "quick"));
}

#[test]
fn followed() {
    assert!(excuses("followed", "Keys and more collaborative codes.", "and more"));
    assert!(!excuses("followed", "Keys, codes and more, at once.", "and more"));
}

#[test]
fn counted() {
    assert!(excuses("counted", "It has 80 unique kinds.", "unique"));
    assert!(!excuses("counted", "It has unique kinds.", "unique"));
}

#[test]
fn apart() {
    assert!(excuses("apart", "You must have it.", "must have"));
    let block = block("A must-have lock.");
    let at = Span::new(2, 11);
    let place = Place { block: &block, text: "A must have lock.", sentence: at, at, visible: at, found: at };
    assert!(!Context::Apart.holds(&place));
}

#[test]
fn a_phrase_over_the_match_has_to_lie_over_it() {
    assert!(excuses("end-to-end encryption", "It has end-to-end encryption.", "end to end"));
    assert!(!excuses("end to end tests", "An end to end view of end to end tests.", "end to end"));
}

#[test]
fn any_other_phrase_may_stand_anywhere_in_the_sentence() {
    assert!(excuses("poker", "In Poker, table stakes limit a bet.", "table stakes"));
    assert!(excuses("swimmer", "Two swimmers share lanes.", "lanes"));
    assert!(!excuses("poker", "It is table stakes. We play poker.", "table stakes"));
    assert!(!excuses("oil", "They drill down into the soil.", "drill down"));
}
