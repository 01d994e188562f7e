//! Examples that were published with their counts and scores.

use prfaq::document::Document;
use prfaq::score::formulas::Surface;
use prfaq::score::readability::{Counts, count_all};

use super::Accuracy;

const CAT: &str = "The cat sat on the mat.";
const POINT: &str = "This sentence, taken as a reading passage unto itself, is being used to prove a point.";
const PLATYPUS: &str = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
const GETTYSBURG: &str = include_str!("../../data/gettysburg.md");

fn read(text: &str) -> Counts {
    count_all(&Document::parse(text, &[]).blocks)
}

/// Words, sentences and syllables of the examples on Wikipedia, "Flesch-Kincaid readability tests", and of Lincoln at
/// Gettysburg, whose words and sentences Microsoft Word counts as 271 and 10.
pub fn counts() -> Accuracy {
    let mut accuracy = Accuracy::new("words, sentences, syllables", "4 published examples", 100.0);
    for (text, words, sentences, syllables) in [
        (CAT, 6, 1, Some(6)),
        (POINT, 16, 1, Some(23)),
        (PLATYPUS, 13, 1, Some(24)),
        (GETTYSBURG, 271, 10, None),
    ] {
        let counts = read(text);
        accuracy.add(1, counts.words == words);
        accuracy.add(1, counts.sentences == sentences);
        if let Some(syllables) = syllables {
            accuracy.add(1, counts.syllables == syllables);
        }
    }
    accuracy
}

/// Their scores; and those published with counts alone: the abstract of Coleman and Liau (1975), with 119 words, 5
/// sentences and 639 letters, and "Green Eggs and Ham", with 5.7 words a sentence and 1.02 syllables a word.
pub fn scores() -> Accuracy {
    let mut accuracy =
        Accuracy::new("scores as published", "6 published examples, to their last digit", 100.0);
    let near = |value: Option<f64>, published: f64, digit: f64| {
        value.is_some_and(|value| (value - published).abs() <= digit / 2.0 + 1e-9)
    };
    accuracy.add(1, near(read(CAT).reading_ease(), 116.0, 1.0));
    accuracy.add(1, near(read(POINT).reading_ease(), 69.0, 1.0));
    accuracy.add(1, near(read(PLATYPUS).reading_ease(), 37.5, 0.1));
    accuracy.add(1, near(read(GETTYSBURG).reading_ease(), 65.0, 1.0));
    let abstract_of_1975 = Surface { words: 119, sentences: 5, letters: 639, ..Surface::default() };
    accuracy.add(1, near(abstract_of_1975.coleman_liau(), 14.5, 0.1));
    let green_eggs = Counts { words: 5700, sentences: 1000, syllables: 5814 };
    accuracy.add(1, near(green_eggs.grade(), -1.3, 0.1));
    accuracy
}
