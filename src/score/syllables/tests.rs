//! Samples of the dictionary, Flesch's rules, and words that broke other counters.

use proptest::prelude::*;

use super::*;

#[test]
fn counts_as_the_dictionary_does() {
    let rows = [
        (1, "the cat asked through strengths loved moved walked ale ole eye aren't"),
        (2, "table people business every lion horse's horses boxes box's science actual"),
        (3, "customer area idea december realize recipe beautiful"),
        (4, "available information abalone"),
        (5, "university opportunity association creativity"),
        (6, "responsibility"),
        (9, "deinstitutionalization"),
    ];
    for (count, words) in rows {
        for word in words.split(' ') {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}

#[test]
fn words_the_dictionary_lacks_follow_the_rules() {
    for (word, count) in [("observability", 6), ("metadata", 4), ("unlocks", 2), ("slurped", 1)] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn a_word_made_of_two_short_ones_counts_them() {
    for (word, count) in [("timestamps", 2), ("filesystem", 3), ("homepage", 2), ("lifecycle", 3)] {
        assert_eq!(syllables(word), count, "{word}");
    }
    assert!(is_compound("Bookkeeper") && is_compound("newspapers") && is_compound("however"));
    assert!(!is_compound("customer") && !is_compound("book") && !is_compound("東京"));
}

#[test]
fn endings_of_verbs_are_told_from_words_that_look_like_them() {
    for word in ["created", "ended", "closes", "boxes", "watches", "changes", "opening", "Wishes"] {
        assert!(ending_is_a_syllable(word), "{word}");
    }
    for word in ["opened", "moved", "makes", "string", "stories", "red", "es", "ing", ""] {
        assert!(!ending_is_a_syllable(word), "{word}");
    }
}

/// Syllables of `word` read aloud, of the kind the document takes it for.
fn read_out(word: &str) -> u32 {
    let first = crate::document::words::words(word, 0..word.len()).next();
    aloud(word, first.map_or(WordKind::Plain, |word| word.kind))
}

#[test]
fn capitals_are_read_letter_by_letter() {
    let rows = [
        (1, "I GIF NOT MUST"),
        (2, "IT US AI UK QA JSON YAML NASA CMake NASDAQ"),
        (3, "W FAQ APIs CEO’s API's R&D SDKs PhD A&E iOS IoT macOS B2B AI-led GraphQL SQLite JavaScript"),
        (4, "AT&T HTML HTMLs GDPR CSSs"),
        (5, "PWA OpenAPI OpenSSH"),
    ];
    for (count, words) in rows {
        for word in words.split(' ') {
            assert_eq!(read_out(word), count, "{word}");
        }
    }
}

#[test]
fn figures_are_read_in_words() {
    let rows = [
        ("7", 2),
        ("11", 3),
        ("70", 3),
        ("100", 3),
        ("1,234", 9),
        ("1,000,000", 3),
        ("40,000", 4),
        ("2026", 5),
        ("1900", 4),
        ("2005", 4),
        ("$2026", 8),
        ("0", 2),
        ("00", 1),
        ("007", 6),
        ("3.14", 4),
        ("$15", 4),
        ("£5.30", 4),
        ("£0.90", 3),
        ("$20.00", 4),
        ("$1.5M", 7),
        ("7%", 4),
        ("10–15", 4),
        ("24/7", 5),
        ("9:30", 3),
        ("30-day", 3),
        ("3x", 2),
        ("1st", 1),
        ("1990s", 4),
        ("15ms", 6),
        ("10K", 3),
        ("#1", 3),
        ("C#", 2),
        ("99999999999999999999", 20),
    ];
    for (word, count) in rows {
        assert_eq!(read_out(word), count, "{word}");
    }
}

#[test]
fn nobody_reads_code_and_addresses_out() {
    for word in ["https://example.com/information", "src/main.rs", "\u{FFFC}", "v1.9.3"] {
        assert_eq!(read_out(word), 1, "{word}");
    }
}

proptest! {
    #[test]
    fn any_text_can_be_read_aloud(word in "([a-zA-Z0-9.,:$€%&'’#–/é-]|\\PC){0,40}") {
        for kind in [WordKind::Plain, WordKind::Number, WordKind::Acronym, WordKind::Object] {
            prop_assert!(aloud(&word, kind) >= 1);
        }
    }
}

#[test]
fn case_accents_and_curly_apostrophes_do_not_matter() {
    for (a, b) in
        [("CUSTOMER", "customer"), ("café", "cafe"), ("naïve", "naive"), ("customer’s", "customer's")]
    {
        assert_eq!(syllables(a), syllables(b), "{a}");
    }
}

#[test]
fn a_compound_counts_its_parts() {
    assert_eq!(syllables("state-of-the-art"), 4);
    assert_eq!(syllables("user(s)"), 2);
    assert_eq!(syllables("B2B-customer"), 4);
}

#[test]
fn every_word_has_a_syllable() {
    for odd in
        ["", "hmm", "&", "€", "東京", "—", "'", "''s", "x'", "\u{301}", &"a".repeat(500), &"ab".repeat(500)]
    {
        assert!(syllables(odd) >= 1, "{odd}");
        assert!(flesch_syllables(odd, WordKind::Plain) >= 1, "{odd}");
    }
}

#[test]
fn flesch_counts_figures_signs_and_abbreviations_once() {
    use WordKind::{Acronym, Number, Object, Plain};
    let ones = [
        ("FAQ", Acronym),
        ("APIs", Acronym),
        ("\u{FFFC}", Object),
        ("example.com", Object),
        ("1,234", Number),
        ("10-15", Number),
        ("$1.5M", Number),
        ("7%", Number),
        ("&", Plain),
        ("U.S", Plain),
        ("e.g", Plain),
        ("R&D", Plain),
        ("Mr", Plain),
        ("approx", Plain),
        ("etc", Plain),
        ("B2B", Plain),
    ];
    for (word, kind) in ones {
        assert_eq!(flesch_syllables(word, kind), 1, "{word}");
    }
    assert_eq!(flesch_syllables("30-day", Number), 2);
    assert_eq!(flesch_syllables("5-year-old", Number), 3);
    assert_eq!(flesch_syllables("AI-generated", Plain), 5);
    assert_eq!(flesch_syllables("customer", Plain), 3);
}

#[test]
fn the_licence_travels_with_the_tables() {
    assert!(CMUDICT_LICENSE.contains("Carnegie Mellon University"));
    assert!(CMUDICT_LICENSE.contains("binary form must reproduce"));
}

#[test]
fn a_counter_says_the_same_the_second_time() {
    let mut counter = Counter::new();
    for _ in 0..2 {
        for word in
            ["customer", "a", "Mr", "don’t", "state-of-the-art", "deinstitutionalization", "responsibility"]
        {
            assert_eq!(
                counter.flesch_syllables(word, WordKind::Plain),
                flesch_syllables(word, WordKind::Plain)
            );
        }
    }
    assert_eq!(counter.flesch_syllables("30-day", WordKind::Number), 2);
}
