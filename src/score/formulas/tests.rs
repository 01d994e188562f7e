//! What is counted for the formulas; that they are exact given the counts is in `tests/cli/accuracy`.

use super::*;
use crate::document::Document;
use crate::score::readability;

fn surface(source: &str) -> Surface {
    Surface::of(&Document::parse(source, &[]).blocks)
}

/// Hard words of Gunning's in the sentence "It is WORD for you."
fn complex(word: &str) -> usize {
    surface(&format!("It is {word} for you.")).complex_words
}

#[test]
fn counts_are_those_that_can_be_counted_by_hand() {
    let counted =
        surface("The courier opens a refrigerator at 7 a.m. on Sunday. She locks it again: nobody else can.");
    let by_hand = Surface {
        words: 17,
        sentences: 2,
        // the 3, courier 7, opens 5, a 1, refrigerator 12, at 2, 7 1, am 2, on 2, Sunday 6; she 3, locks 5, it 2, again 5,
        // nobody 6, else 4, can 3
        letters: 69,
        long_words: 2,
        polysyllables: 3,
        complex_words: 2,
    };
    assert_eq!(counted, by_hand);
}

#[test]
fn hard_words_are_those_of_gunnings_rules() {
    for word in ["information", "cost-effective", "retirement", "understandable", "evaluated"] {
        assert_eq!(complex(word), 1, "{word}");
    }
    let easy = [
        ("a proper noun", "Alabama Bedminster LinkedIn PostgreSQL"),
        ("a compound of easy words", "bookkeeper newspaper however easy-to-use everything"),
        ("a third syllable from an ending", "created invested opening houses"),
        ("no word", "2,318 97.4% FAQ HTTPS https://example.com/information `information`"),
        ("two syllables", "simple"),
    ];
    for (why, words) in easy {
        for word in words.split(' ') {
            assert_eq!(complex(word), 0, "{word}: {why}");
        }
    }
    assert_eq!(surface("Information is free for all.").complex_words, 1, "the first word is no name");
}

#[test]
fn smog_counts_what_is_read_aloud() {
    for word in ["2,318", "97%", "FAQ", "PWA", "Alabama", "newspaper", "created"] {
        assert_eq!(surface(&format!("It is {word} for you.")).polysyllables, 1, "{word}");
    }
    for word in ["10", "AI", "JSON", "`information`", "https://example.com/information"] {
        assert_eq!(surface(&format!("It is {word} for you.")).polysyllables, 0, "{word}");
    }
}

#[test]
fn code_and_addresses_are_words_without_letters() {
    let plain = surface("Ask it now.");
    for word in ["`refrigerator`", "https://example.com/a", "help@example.com", "src/main.rs", "v1.9.3"] {
        let with = surface(&format!("Ask {word} it now."));
        assert_eq!(with, Surface { words: 4, ..plain }, "{word}");
    }
    assert_eq!(
        surface("Ask 1,234 it now."),
        Surface { words: 4, letters: plain.letters + 4, polysyllables: 1, ..plain }
    );
}

#[test]
fn long_words_have_seven_letters() {
    for (word, long) in
        [("kettle", 0), ("kettles", 1), ("it's-so", 0), ("kettle’s", 1), ("1,000,000", 0), ("Zürichs", 1)]
    {
        assert_eq!(surface(&format!("It is {word} for you.")).long_words, long, "{word}");
    }
}

#[test]
fn nothing_to_measure_is_no_number_and_thirty_sentences_are_needed_for_smog() {
    for source in ["", "# A heading\n", "```\ncode\n```\n", "- Two words\n"] {
        let counted = surface(source);
        assert_eq!(counted, Surface::default(), "{source}");
        assert_eq!(Formulas::from(&counted), Formulas::default(), "{source}");
    }
    let sentences = |count: usize| Formulas::from(&surface(&"The box is open. ".repeat(count)));
    assert_eq!(sentences(29).smog, None);
    assert_eq!(sentences(30).smog, Some(3.1));
    assert!(sentences(29).gunning_fog.is_some() && sentences(1).lix.is_some());
}

#[test]
fn what_is_counted_is_the_running_text_that_flesch_counts() {
    let example = include_str!("../../../examples/waitback-draft.md");
    let document = Document::parse(example, &[]);
    let (mine, flesch) = (Surface::of(&document.blocks), readability::count_all(&document.blocks));
    assert_eq!((mine.words, mine.sentences), (flesch.words, flesch.sentences));
    assert!(mine.complex_words <= mine.words && mine.long_words <= mine.words);
    assert!(mine.words > 500);
}
