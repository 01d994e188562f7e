//! Which sentences of a release promise something that a reader can check: a price, a figure, "never", "free".

use std::ops::Range;

use super::numbers::{Unit, measure};
use super::stems::{Stem, of, stem};
use crate::document::{Block, BlockKind, Document, PartKind, Role, Sentence, Word, WordKind, Zone};
use crate::lint::Facts;
use crate::lint::rules::claims::evidence::{is_one_of, is_question};
use crate::lint::rules::parts::is_doing;
use crate::text::Span;

/// What is promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// What it costs, or that it is free.
    Price,
    /// A number with its unit.
    Figure,
    /// "never", "always", "every", "guaranteed".
    Word,
}

/// A promise of the release.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Promise {
    pub kind: Kind,
    /// Index of its block.
    pub block: usize,
    /// Its words, as visible bytes of the block.
    pub visible: Range<usize>,
    /// Its words, as bytes of the source.
    pub span: Span,
    /// Whether everybody reads it: headline to summary.
    pub lead: bool,
    /// What its sentence is about, the names of product and company aside; sorted.
    pub stems: Vec<Stem>,
    /// The figures of its sentence.
    pub figures: Vec<f64>,
    /// The value and the unit of the number that it shows, where it is one.
    stated: Option<(f64, Unit)>,
}

/// More promises than this are not read.
const MOST: usize = 60;

/// Promises wherever they stand.
const VOWS: &[&str] = &["guarantee", "guarantees", "guaranteed", "unlimited"];
/// Promises where everybody reads them; further down they tell how something works.
const WORDS: &[&str] = &["always", "never", "every"];
/// "every night" says how often, "every 10 minutes" as well.
const OFTEN: &[&str] = &[
    "day", "evening", "few", "hour", "minute", "month", "morning", "night", "other", "second", "single",
    "step", "time", "two", "week", "year",
];

/// The promises of `document`, in order; one for a sentence, one for a figure.
pub(super) fn promises(document: &Document, facts: &Facts) -> Vec<Promise> {
    let mut names: Vec<Stem> = [&facts.product, &facts.company]
        .into_iter()
        .flatten()
        .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
        .map(of)
        .collect();
    names.sort_unstable();
    let mut found: Vec<Promise> = Vec::new();
    for (at, block) in
        document.blocks.iter().enumerate().filter(|(_, block)| promises_at_all(document, block))
    {
        for sentence in &block.sentences {
            let Some(promise) = promise(block, at, sentence, &names) else { continue };
            let told =
                promise.stated.is_some() && found.iter().any(|earlier| earlier.stated == promise.stated);
            if !told && found.len() < MOST {
                found.push(promise);
            }
        }
    }
    found
}

fn promises_at_all(document: &Document, block: &Block) -> bool {
    let kind = document.part_of(block).map(|part| &part.kind);
    let promising = matches!(
        kind,
        Some(
            PartKind::Headline
                | PartKind::Subheading
                | PartKind::Summary
                | PartKind::Solution
                | PartKind::GettingStarted
        )
    );
    promising && matches!(block.role, Role::Prose | Role::Headline)
}

fn promise(block: &Block, at: usize, sentence: &Sentence, names: &[Stem]) -> Option<Promise> {
    let words = block.words_of(sentence);
    let (kind, range, figures) = figure(block, words).or_else(|| word(block, words))?;
    let stated = measure(block, words, range.start).map(|shown| (shown.value, shown.unit));
    if is_question(block, sentence) || (kind != Kind::Price && is_step(block, sentence)) {
        return None;
    }
    let (first, last) = (words.get(range.start)?, words.get(range.end - 1)?);
    let visible = first.start as usize..last.end as usize;
    let mut stems: Vec<Stem> = words
        .iter()
        .filter(|word| word.kind != WordKind::Number)
        .filter_map(|word| stem(block.word(word)))
        .filter(|stem| names.binary_search(stem).is_err())
        .collect();
    stems.sort_unstable();
    stems.dedup();
    let span = block.source_span(visible.start, visible.end);
    Some(Promise { kind, block: at, visible, span, lead: block.zone == Zone::Lead, stems, figures, stated })
}

/// Whether `sentence` tells what to do, below what everybody reads: "Tap Send and wait 10 seconds" is no promise. An item of
/// a list is one step of several.
fn is_step(block: &Block, sentence: &Sentence) -> bool {
    let first = block.words_of(sentence).first();
    block.zone != Zone::Lead
        && (block.kind == BlockKind::Item || first.is_some_and(|first| is_doing(block.word(first))))
}

type Found = Option<(Kind, Range<usize>, Vec<f64>)>;

/// The first number with its unit, a price before all others; with the figures of the whole sentence.
fn figure(block: &Block, words: &[Word]) -> Found {
    let mut found: Found = None;
    let mut figures = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(measure) = measure(block, words, at) else {
            at += 1;
            continue;
        };
        let price = matches!(measure.unit, Unit::Money(..));
        figures.push(measure.figure);
        if found.is_none() || (price && !matches!(found, Some((Kind::Price, ..)))) {
            found = Some((if price { Kind::Price } else { Kind::Figure }, at..measure.end, Vec::new()));
        }
        at = measure.end;
    }
    found.map(|(kind, range, _)| (kind, range, figures))
}

/// "free", or a word that leaves no exception.
fn word(block: &Block, words: &[Word]) -> Found {
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|word| is_one_of(block.word(word), list));
    let lead = block.zone == Zone::Lead;
    (0..words.len()).find_map(|at| {
        let free = is(at, &["free"]) && !is(at + 1, &["of", "from", "to", "time", "up", "and"]);
        let promises = (is(at, VOWS) || (lead && is(at, WORDS)))
            && !is(at + 1, OFTEN)
            && !words.get(at + 1).is_some_and(|next| next.kind == WordKind::Number);
        match () {
            () if free => Some((Kind::Price, at..at + 1, Vec::new())),
            () if promises => Some((Kind::Word, at..at + 1, Vec::new())),
            () => None,
        }
    })
}
