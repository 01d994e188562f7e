//! The formulas, given the counts.

use prfaq::score::formulas::Surface;
use prfaq::score::readability::Counts;

use super::{Accuracy, rows};

const VECTORS: &str = include_str!("../../data/formula-vectors.tsv");
/// How far a result may be off.
const EXACT: f64 = 1e-9;

pub fn vectors() -> Accuracy {
    let mut accuracy =
        Accuracy::new("formulas, given the counts", "200 rows of counts for 7 formulas, to 1e-9", 100.0);
    for row in rows(VECTORS) {
        let counts: Vec<usize> = row.iter().take(7).map(|count| count.parse().unwrap()).collect();
        let expected = row.iter().skip(7).map(|result| result.parse::<f64>().unwrap());
        let [words, sentences, syllables, polysyllables, complex_words, letters, long_words] =
            counts.try_into().unwrap();
        let flesch = Counts { words, sentences, syllables };
        let surface = Surface { words, sentences, letters, long_words, polysyllables, complex_words };
        let results = [
            flesch.reading_ease(),
            flesch.grade(),
            surface.gunning_fog(),
            surface.smog(),
            surface.coleman_liau(),
            surface.automated_readability(),
            surface.lix(),
        ];
        for (result, expected) in results.into_iter().zip(expected) {
            accuracy.add(1, result.is_some_and(|result| (result - expected).abs() <= EXACT));
        }
    }
    accuracy
}
