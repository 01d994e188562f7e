//! Questions and answers.

use super::super::label::{self, Label};
use super::super::leaf::Leaf;
use super::super::{BlockKind, Entry, PartKind, Role};
use super::walker::{Outline, Place, Walker};

/// Words that open a question even where nobody wrote the question mark.
const OPENERS: &[&str] = &[
    "how", "what", "why", "who", "when", "where", "which", "can", "could", "do", "does", "did", "is", "are",
    "will", "would", "should", "has", "have", "may", "am",
];

/// The place of `leaf` where it is a question; `level` is that of the FAQ's own heading.
pub(super) fn question(walker: &Walker<'_>, at: usize, leaf: &Leaf, level: u8) -> Option<Place> {
    let text = leaf.prose.text.as_str();
    let labelled = label::label_len(text);
    let lead = labelled.map_or_else(|| label::number_len(text), |(_, len)| len);
    let asks = match leaf.kind {
        BlockKind::Heading(own) => {
            ends_asking(text) || (own > level && opens_asking(text.get(lead..).unwrap_or(text)))
        }
        _ if matches!(labelled, Some((Label::Question, _))) => true,
        _ if labelled.is_some() => false,
        _ if leaf.bold => ends_asking(text),
        // "Solution: how does it help?" in a list names a thing and does not ask.
        BlockKind::Item if text.contains(": ") => false,
        BlockKind::Paragraph | BlockKind::Item => {
            lone_question(text) && (leaf.quoted || stands_alone(walker, at))
        }
        _ => false,
    };
    (asks && (ends_asking(text) || !walker.names_part(text))).then_some(Place {
        part: walker.part,
        role: Role::Question,
        lead,
    })
}

fn ends_asking(text: &str) -> bool {
    text.trim_end_matches([' ', '*', '"', '”', ')']).ends_with('?')
}

fn opens_asking(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    OPENERS.contains(&first.as_str()) && text.split_whitespace().count() >= 3
}

/// One sentence that asks.
fn lone_question(text: &str) -> bool {
    ends_asking(text) && !text.trim_end().trim_end_matches('?').contains(['?', '!']) && !text.contains(". ")
}

/// A plain line asks only where an answer follows it that does not ask itself, so that a list of questions inside an
/// answer stays an answer.
fn stands_alone(walker: &Walker<'_>, at: usize) -> bool {
    let next = walker.leaves.get(at + 1);
    let before = walker.out.places.last().map(|place| place.role);
    before != Some(Role::Question) && next.is_some_and(|leaf| !ends_asking(&leaf.prose.text))
}

/// Pairs every question with the blocks up to the next question, part, or heading that is not below its own.
pub(super) fn pair(out: &mut Outline, leaves: &[Leaf]) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut open: Option<(Entry, u8)> = None;
    for (at, (place, leaf)) in out.places.iter().zip(leaves).enumerate() {
        if let Some((mut entry, level)) = open.take() {
            let heading = place.role == Role::Heading && level_of(leaf) <= level;
            if place.part == entry.part && place.role != Role::Question && !heading {
                entry.answer.end = at + 1;
                open = Some((entry, level));
                continue;
            }
            entries.push(entry);
        }
        if place.role == Role::Question {
            let entry = Entry { question: at, answer: at + 1..at + 1, part: place.part };
            open = Some((entry, level_of(leaf)));
        }
    }
    entries.extend(open.map(|(entry, _)| entry));
    out.entries = entries;
}

/// The level of a heading; every other block stands below them all.
fn level_of(leaf: &Leaf) -> u8 {
    match leaf.kind {
        BlockKind::Heading(level) => level,
        _ => u8::MAX,
    }
}

/// Whether `kind` is a list of questions.
pub(super) fn is_faq(kind: &PartKind) -> bool {
    matches!(kind, PartKind::ExternalFaq | PartKind::InternalFaq)
}
