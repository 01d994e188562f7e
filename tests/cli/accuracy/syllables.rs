//! Syllables of words, read aloud.

use prfaq::document::words::words;
use prfaq::document::{Document, WordKind};
use prfaq::score::syllables::{aloud, by_patterns};

use super::{Accuracy, rows};

const RUNNING: [&str; 2] =
    [include_str!("../../data/running-text.md"), include_str!("../../data/gettysburg.md")];
const RUNNING_COUNTS: &str = include_str!("../../data/running-text.tsv");
const UNLISTED: &str = include_str!("../../data/syllables-not-in-cmudict.tsv");
const HELD_OUT: &str = include_str!("../../data/syllables-heldout.txt");

/// Whether `count` is among `accepted`, counts separated by commas.
fn is_accepted(count: u32, accepted: &str) -> bool {
    accepted.split(',').any(|accepted| accepted.parse() == Ok(count))
}

pub fn running_text() -> Accuracy {
    let on = "752 words: a press release and FAQ of our own, Lincoln at Gettysburg";
    let mut accuracy = Accuracy::new("syllables in running text", on, 99.0);
    let mut expected = rows(RUNNING_COUNTS);
    for text in RUNNING {
        let document = Document::parse(text, &[]);
        for block in &document.blocks {
            for word in &block.words {
                let row = expected.next().unwrap();
                assert_eq!(block.word(word), row[0]);
                accuracy.add(1, is_accepted(aloud(row[0], word.kind), row[1]));
            }
        }
    }
    assert_eq!(expected.next(), None);
    accuracy
}

/// Words of public PR/FAQs that the dictionary lacks, each as often as it stands there.
pub fn unlisted() -> Accuracy {
    let on = "acronyms, compounds and new words of public PR/FAQs, as often as they stand there";
    let mut accuracy = Accuracy::new("syllables of words CMUdict lacks", on, 95.0);
    for row in rows(UNLISTED) {
        let kind = words(row[0], 0..row[0].len()).next().map_or(WordKind::Plain, |word| word.kind);
        accuracy.add(row[2].parse().unwrap(), is_accepted(aloud(row[0], kind), row[3]));
    }
    accuracy
}

/// The letter patterns alone, on words of the dictionary that they were not learned from.
pub fn patterns() -> Accuracy {
    let mut accuracy = Accuracy::new(
        "syllables by letter patterns alone",
        "words of CMUdict kept apart from learning",
        95.0,
    );
    for line in HELD_OUT.lines() {
        let (count, words) = line.split_once(' ').unwrap();
        for word in words.split(' ') {
            accuracy.add(1, is_accepted(by_patterns(word), count));
        }
    }
    accuracy
}

#[test]
fn where_the_dictionary_has_a_word_its_count_is_ours() {
    // What is kept apart from learning is in the dictionary, so the exceptions see to it.
    for line in HELD_OUT.lines() {
        let (count, words) = line.split_once(' ').unwrap();
        for word in words.split(' ') {
            assert_eq!(prfaq::score::syllables::syllables(word).to_string(), count, "{word}");
        }
    }
}
