//! Samples of the dictionary, Flesch's rules, and words that broke other counters.

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
