//! The parts of a document as the outline lists them.

use super::Part;
use crate::analysis::Analysis;
use crate::document::PartKind;
use crate::score::PartScore;
use crate::text::Span;
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
    let document = &analysis.document;
    let at = document.parts.iter().position(|part| part.id == score.id && part.kind == score.kind)?;
    document.blocks_of(at).next().map(|_| at)
}

fn found(analysis: &Analysis, index: usize) -> Option<Part> {
    let document = &analysis.document;
    let part = document.parts.get(index)?;
    let at = document.blocks_of(index).map(|block| block.span.start).min()?;
    let score = analysis.score.parts.iter().find(|score| score.id == part.id && score.kind == part.kind)?;
    let here = || analysis.diagnostics.iter().filter(|diagnostic| diagnostic.part == index);
    let entries = || document.entries.iter().filter(|entry| entry.part == index);
    let questions = || entries().filter_map(|entry| document.blocks.get(entry.question));
    let holds = |span: Span| document.blocks_of(index).any(|block| block.span.overlaps(span));
    let mut blanks = analysis.diagnostics.iter().filter(|diagnostic| diagnostic.rule == "placeholder");
    let state = if blanks.any(|diagnostic| diagnostic.part == index || holds(diagnostic.span)) {
        State::Placeholder
    } else if score.present {
        State::Filled
    } else {
        State::Empty
    };
    let item = Item {
        title: score.title(),
        state,
        words: score.words,
        budget: score.max_words,
        strikes: here().filter(|diagnostic| diagnostic.is_strike()).count(),
        questions: questions().map(|block| block.prose.text.clone()).collect(),
    };
    Some(Part {
        id: part.id.clone(),
        item,
        at,
        questions: questions().map(|block| block.span.start).collect(),
    })
}

fn insert_missing(parts: &mut Vec<Part>, score: &PartScore, at: usize) {
    let item = Item {
        title: score.title(),
        state: State::Missing,
        words: 0,
        budget: score.max_words,
        strikes: 0,
        questions: Vec::new(),
    };
    let index = parts.partition_point(|other| other.at <= at);
    parts.insert(index, Part { id: score.id.clone(), item, at, questions: Vec::new() });
}

#[cfg(test)]
mod tests {
    use crate::tui::pen::{Reader, RedPen};
    use crate::tui::widget::outline::State;

    const TEXT: &str = "---\ntemplate: prfaq\n---\n# Ferry runs Nightboat until 2 a.m.\n\nA boat for people who work \
        late.\n\n## Problem\n\nThe last bus goes at 11 p.m. and [number] people walk.\n\n# FAQ\n\n## What does it \
        cost?\n\nTwo pounds.\n";

    #[test]
    fn parts_come_in_order_with_what_is_missing_between_them() {
        let reading = RedPen::default().read(TEXT, None);
        let parts = || reading.parts.iter().filter(|part| part.item.title != "Subheading");
        let states: Vec<_> = parts().map(|part| (part.item.title.as_str(), part.item.state)).collect();
        let at = |title: &str| states.iter().position(|(other, _)| *other == title).unwrap();
        assert_eq!(states[0], ("Headline", State::Filled));
        assert_eq!(states[at("Problem")].1, State::Placeholder);
        assert_eq!(states[at("Problem") + 1], ("Solution", State::Missing));
        assert_eq!(states[at("External FAQ")].1, State::Filled);
        assert!(reading.parts.is_sorted_by_key(|part| part.at));
        let faq = reading.parts.iter().find(|part| part.item.title == "External FAQ").unwrap();
        assert_eq!(faq.item.questions, ["What does it cost?"]);
        assert!(TEXT.get(faq.questions[0]..).unwrap().starts_with("What does it cost?"));
    }
}
