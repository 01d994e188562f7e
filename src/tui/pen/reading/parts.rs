//! The parts of a document as the outline lists them.

use super::Part;
use crate::analysis::Analysis;
use crate::document::PartKind;
use crate::score::PartScore;
use crate::tui::widget::outline::{Item, State};

/// What was found in the order of the document, and what is missing where the template would have it.
pub(super) fn of(analysis: &Analysis) -> Vec<Part> {
    let mut parts: Vec<Part> = analysis
        .document
        .parts
        .iter()
        .enumerate()
        .filter(|(_, part)| part.kind != PartKind::Body)
        .filter_map(|(index, _)| found(analysis, index))
        .collect();
    parts.sort_by_key(|part| part.at);
    let mut end = analysis.document.front_matter.span.end;
    for score in &analysis.score.parts {
        match index_of(analysis, score) {
            Some(index) => {
                end = analysis.document.blocks_of(index).map(|block| block.span.end).max().unwrap_or(end);
            }
            None if score.required => insert_missing(&mut parts, score, end),
            None => {}
        }
    }
    parts
}

fn index_of(analysis: &Analysis, score: &PartScore) -> Option<usize> {
    analysis.document.parts.iter().position(|part| part.id == score.id && part.kind == score.kind)
}

fn found(analysis: &Analysis, index: usize) -> Option<Part> {
    let document = &analysis.document;
    let part = document.parts.get(index)?;
    let at = document.blocks_of(index).map(|block| block.span.start).min()?;
    let score = analysis.score.parts.iter().find(|score| score.id == part.id && score.kind == part.kind)?;
    let here = || analysis.diagnostics.iter().filter(|diagnostic| diagnostic.part == index);
    let entries = || document.entries.iter().filter(|entry| entry.part == index);
    let questions = || entries().filter_map(|entry| document.blocks.get(entry.question));
    let state = if here().any(|diagnostic| diagnostic.rule == "placeholder") {
        State::Placeholder
    } else if score.present {
        State::Filled
    } else {
        State::Empty
    };
    let item = Item {
        title: title(&part.id),
        state,
        words: score.words,
        budget: score.max_words,
        strikes: here().filter(|diagnostic| diagnostic.is_strike()).count(),
        questions: questions().map(|block| block.prose.text.clone()).collect(),
    };
    Some(Part { item, at, questions: questions().map(|block| block.span.start).collect() })
}

fn insert_missing(parts: &mut Vec<Part>, score: &PartScore, at: usize) {
    let item = Item {
        title: title(&score.id),
        state: State::Missing,
        words: 0,
        budget: score.max_words,
        strikes: 0,
        questions: Vec::new(),
    };
    let index = parts.partition_point(|other| other.at <= at);
    parts.insert(index, Part { item, at, questions: Vec::new() });
}

// "leader-quote" as people read it: "Leader quote", "External FAQ".
fn title(id: &str) -> String {
    let words = id.replace('-', " ").replace("faq", "FAQ");
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
