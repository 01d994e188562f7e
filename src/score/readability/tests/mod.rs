//! Formulas against published and hand-computed values, and what is counted.
//!
//! Two hundred more vectors and the published examples are in `tests/cli/accuracy`.

mod book;
mod changes;

use super::*;
use crate::document::{Document, Prose, Zone, sentences, words};
use crate::text::Span;

fn block(kind: BlockKind, role: Role, text: &str) -> Block {
    let mut all = Vec::new();
    let sentence = |range: std::ops::Range<usize>| {
        let first = all.len() as u32;
        all.extend(words::words(text, range.clone()));
        let terminated = sentences::is_terminated(crate::text::slice(text, range.clone()));
        Sentence {
            start: range.start as u32,
            end: range.end as u32,
            words: (first, all.len() as u32),
            terminated,
        }
    };
    let sentences = sentences::split(text).map(sentence).collect();
    Block {
        kind,
        role,
        span: Span::new(0, text.len()),
        part: 0,
        zone: Zone::Body,
        quoted: false,
        prose: Prose { text: text.to_owned(), ..Prose::default() },
        lead: 0,
        sentences,
        words: all,
    }
}

fn prose(text: &str) -> Counts {
    count(&block(BlockKind::Paragraph, Role::Prose, text))
}

fn near(value: Option<f64>, expected: f64, within: f64) {
    assert!(value.is_some_and(|value| (value - expected).abs() <= within), "{value:?} is not {expected}");
}

#[test]
fn nothing_is_clamped_and_no_average_is_rounded() {
    let rows = [
        ((100, 5, 150), 59.635, 9.91),
        ((1, 1, 1), 121.22, -3.4),
        ((7, 2, 20), -38.431_785_714_286, 19.489_285_714_286),
        ((137, 45, 175), 95.679_195_458_232, 0.670_326_034_063),
    ];
    for ((words, sentences, syllables), ease, grade) in rows {
        let counts = Counts { words, sentences, syllables };
        near(counts.reading_ease(), ease, 1e-9);
        near(counts.grade(), grade, 1e-9);
    }
}

#[test]
fn published_examples_come_out_as_published() {
    let cat = prose("The cat sat on the mat.");
    assert_eq!(cat, Counts { words: 6, sentences: 1, syllables: 6 });
    near(cat.reading_ease(), 116.145, 1e-9);
    let point =
        prose("This sentence, taken as a reading passage unto itself, is being used to prove a point.");
    assert_eq!((point.words, point.sentences), (16, 1));
    near(point.reading_ease(), 68.98, 0.01);
    let platypus = prose("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.");
    assert_eq!(platypus, Counts { words: 13, sentences: 1, syllables: 24 });
    near(platypus.reading_ease(), 37.46, 0.01);
}

/// Lincoln at Gettysburg, 1863; Word counts 271 words, 10 sentences and gives 65.
const GETTYSBURG: &str = include_str!("../../../../tests/data/gettysburg.md");

#[test]
fn gettysburg_counts_as_in_word() {
    let blocks = Document::parse(GETTYSBURG, &[]).blocks;
    let counts = count_all(&blocks);
    assert_eq!((counts.words, counts.sentences), (271, 10));
    assert!((360..=370).contains(&counts.syllables), "{counts:?}");
    near(counts.reading_ease(), 65.0, 2.0);
    assert_eq!(counts, blocks.iter().map(count).sum(), "a document is the sum of its blocks");
    assert_eq!(counts, prose(&GETTYSBURG.replace('\n', " ")), "joining paragraphs changes no count");
}

#[test]
fn nothing_to_count_is_no_number() {
    for text in ["", "...", "🚀", "Free for teams"] {
        let counts = prose(text);
        assert_eq!(counts, Counts::default(), "{text}");
        assert_eq!((counts.reading_ease(), counts.grade(), counts.grade_deviation()), (None, None, None));
    }
}

#[test]
fn only_running_text_counts() {
    let text = "This is a sentence of quite a few words.";
    let counted = prose(text);
    assert_eq!(counted.sentences, 1);
    for role in [Role::Heading, Role::Question, Role::Attribution, Role::Label] {
        assert_eq!(count(&block(BlockKind::Paragraph, role, text)), Counts::default(), "{role:?}");
    }
    for kind in [BlockKind::Cell, BlockKind::Code, BlockKind::Heading(2)] {
        assert_eq!(count(&block(kind, Role::Prose, text)), Counts::default(), "{kind:?}");
    }
    assert_eq!(count(&block(BlockKind::Item, Role::Prose, text)), counted);
}

#[test]
fn an_item_counts_from_eight_words_even_without_its_full_stop() {
    let long = "This item has eight words and no stop";
    assert_eq!(prose(long), Counts { words: 8, ..prose(&format!("{long}.")) }, "a stop dodges nothing");
    assert_eq!(prose("No stop here"), Counts::default());
    assert_eq!(prose("A stop here.").sentences, 1);
}

#[test]
fn flesch_counts_figures_acronyms_and_objects_as_one_syllable() {
    let plain = prose("It costs us ten at the bank of the town.");
    for word in ["$1,234,567", "FAQ", "\u{FFFC}", "https://example.com/information", "7%"] {
        assert_eq!(prose(&format!("It costs us {word} at the bank of the town.")), plain, "{word}");
    }
}

#[test]
fn every_stop_outside_a_sentence_end_leaves_the_count_alone() {
    for text in ["Really? Yes. No.", "It grew 2.5 times to 3.1. Mr. Roe left. He ships v1.2.3 today."] {
        assert_eq!(prose(text).sentences, 3, "{text}");
    }
}

#[test]
fn deviation_falls_with_the_words_and_meets_the_measured_sizes() {
    for (words, deviation) in
        [(1, 3.3), (50, 3.3), (100, 2.6), (200, 1.7), (400, 1.2), (800, 0.7), (3200, 0.35)]
    {
        near(grade_deviation(words), deviation, 1e-9);
    }
    let all: Vec<_> = (1..3000).filter_map(grade_deviation).collect();
    assert!(all.is_sorted_by(|a, b| a >= b));
}
