//! The counting rules, one row each.

use proptest::prelude::*;

use super::*;
use crate::document::sentences;

fn read(text: &str) -> Vec<(&str, WordKind)> {
    words(text, 0..text.len())
        .map(|word| (slice(text, word.start as usize..word.end as usize), word.kind))
        .collect()
}

fn texts(text: &str) -> Vec<&str> {
    read(text).into_iter().map(|(word, _)| word).collect()
}

#[test]
fn contractions_hyphens_figures_and_symbols_are_one_word_each() {
    let one_each = [
        "wouldn't",
        "full-length",
        "TV",
        "17",
        "$15",
        "7%",
        "don’t",
        "10,000",
        "9:30",
        "R&D",
        "e.g",
        "U.S",
        "Ph.D",
        "C++",
        "C#",
        "24/7",
        "2019–2021",
        "30-day",
        "1.5x",
        "US$15",
        "#1",
        "€1.5M",
        "user(s)",
        "state-of-the-art",
        "AT&T",
        "naïve",
        "10+",
        "iPhone",
        "café’s",
        "99.9%",
    ];
    for word in one_each {
        assert_eq!(texts(word), [word]);
        assert_eq!(texts(&format!("It’s “{word}”, (really).")), ["It’s", word, "really"], "{word}");
    }
}

#[test]
fn dashes_slashes_and_dots_stand_between_words() {
    assert_eq!(texts("fast—really fast"), ["fast", "really", "fast"]);
    assert_eq!(texts("May–June and fast--cheap"), ["May", "June", "and", "fast", "cheap"]);
    assert_eq!(texts("and/or PR/FAQ $5/month"), ["and", "or", "PR", "FAQ", "$5", "month"]);
    assert_eq!(
        texts("I mean...see… no…yes, world.Today one,two"),
        ["I", "mean", "see", "no", "yes", "world", "Today", "one", "two"]
    );
    assert_eq!(texts("pre- and post-launch - yes -- no"), ["pre", "and", "post-launch", "yes", "no"]);
    assert_eq!(texts("• 🚀 → ™ * ... — users' (a) 'n'"), ["users", "a", "n"]);
}

#[test]
fn kinds_tell_figures_acronyms_and_objects_from_prose() {
    use WordKind::{Acronym, Number, Object, Plain};
    let rows = [
        ("FAQ", Acronym),
        ("APIs", Acronym),
        ("CEO’s", Acronym),
        ("NASDAQ", Plain),
        ("I", Plain),
        ("As", Plain),
        ("B2B", Plain),
        ("S3", Plain),
        ("PR-FAQ", Plain),
        ("U.S", Plain),
        ("seven", Plain),
        ("R&D", Plain),
        ("7", Number),
        ("$15", Number),
        ("2.1", Number),
        ("3x", Number),
        ("30-day", Number),
        ("10–15", Number),
        ("\u{FFFC}", Object),
        ("\u{FFFC}-based", Object),
        ("v1.9.3", Object),
        ("2.0.1", Object),
        ("v2", Object),
        ("https://example.com/a_b?c=1#d", Object),
        ("help@example.co.uk", Object),
        ("www.example.com", Object),
        ("/etc/hosts", Object),
        ("src/main.rs", Object),
        ("~/notes", Object),
        ("Node.js", Object),
        ("ASP.NET", Object),
        ("README.md", Object),
        ("snake_case", Object),
        ("example.com/help", Object),
        ("C:\\temp", Object),
    ];
    for (word, kind) in rows {
        assert_eq!(read(word), [(word, kind)]);
        assert_eq!(read(&format!("(see {word}).")).last(), Some(&(word, kind)));
    }
}

#[test]
fn a_lone_sign_is_read_aloud() {
    assert_eq!(read("salt & pepper + 3").get(1), Some(&("&", WordKind::Plain)));
    assert_eq!(texts("a = b * c"), ["a", "=", "b", "c"]);
}

#[test]
fn objects_side_by_side_are_words_of_their_own() {
    assert_eq!(texts("\u{FFFC}\u{FFFC}, \u{FFFC}/\u{FFFC}").len(), 4);
}

#[test]
fn published_texts_have_the_published_number_of_words() {
    assert_eq!(
        texts("This sentence, taken as a reading passage unto itself, is being used to prove a point.").len(),
        16
    );
    assert_eq!(texts("a great battle-field -- we can not hallow -- this ground").len(), 9);
}

proptest! {
    #[test]
    fn words_lie_in_their_sentence_in_order(text in "([a-zA-Z0-9.!?…\"'’)(/@_$%&+,: —–\u{FFFC}-]|\\PC){0,60}") {
        for range in sentences::split(&text) {
            let mut at = range.start;
            for word in words(&text, range.clone()) {
                let (start, end) = (word.start as usize, word.end as usize);
                prop_assert!(at <= start && start < end && end <= range.end);
                prop_assert!(text.get(start..end).is_some_and(|word| !word.contains(char::is_whitespace)));
                at = end;
            }
        }
    }

    #[test]
    fn the_fast_path_agrees_with_the_slow_one(text in "[a-zA-Z]{1,6}([.,;:!?)'-]?[ -]?[a-zA-Z]{1,6}){0,8}") {
        // A wide space keeps the fast path out.
        let slow = text.replace(' ', "\u{2003}");
        prop_assert_eq!(texts(&text), texts(&slow));
    }
}
