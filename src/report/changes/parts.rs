//! Which part of a PR/FAQ a block stands in, in the words of the field: headline, customer quote, question 3.

use std::collections::HashMap;

use super::places::noun;
use crate::document::{Document, PartKind, Role};
use crate::redline::{Block, Kind, Text};

/// Where a block stands among the parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// Its part's id.
    pub id: String,
    /// Its part for people: `customer quote`, `external FAQ`.
    pub part: String,
    /// The question of the FAQ that it asks or answers, counted from 1 in its part.
    pub question: Option<usize>,
    /// What the block is for.
    role: Role,
    /// The how manieth of its kind it is there, and of how many.
    number: (usize, usize),
}

impl Spot {
    /// Whether it asks a question of the FAQ.
    pub fn asks(&self) -> bool {
        self.role == Role::Question
    }

    /// The part, with the number of the question; `when` tells which text counted it.
    pub fn whereabouts(&self, when: &str) -> String {
        match self.question {
            Some(number) => format!("{}, {when}question {number}", self.part),
            None => self.part.clone(),
        }
    }

    /// `summary`; `problem, paragraph 2`; `external FAQ, question 3, answer`.
    fn place(&self, noun: &str, when: &str) -> String {
        let mut place = self.whereabouts(when);
        let answer = self.question.is_some() && !self.asks();
        if answer {
            place.push_str(", answer");
        }
        let alone = self.number == (1, 1) && noun == "paragraph";
        match self.role {
            Role::Question | Role::Headline => place,
            Role::Heading if noun == "heading" => format!("{place}, heading"),
            _ if alone => place,
            _ => format!("{place}, {noun} {}", self.number.0),
        }
    }
}

/// The parts of a text, block by block.
#[derive(Debug)]
pub(super) struct Parts {
    spots: Vec<Option<Spot>>,
}

impl Parts {
    /// Those of `text`, which `document` was parsed from.
    pub fn of(text: &Text<'_>, document: &Document) -> Self {
        let mut spots: Vec<Option<Spot>> =
            (0..text.blocks.len()).map(|at| spot(text, document, at)).collect();
        number(text, &mut spots);
        Self { spots }
    }

    /// That of block `at`; nothing where its part is not known.
    pub fn spot(&self, at: usize) -> Option<&Spot> {
        self.spots.get(at)?.as_ref()
    }

    /// Where block `at` stands; `when` tells which text counts the questions, where that has to be said.
    pub fn place(&self, text: &Text<'_>, at: usize, when: &str) -> Option<String> {
        let kind = text.blocks.get(at)?.kind;
        Some(self.spot(at)?.place(noun(Some(kind)), when))
    }
}

fn spot(text: &Text<'_>, document: &Document, at: usize) -> Option<Spot> {
    let block = text.blocks.get(at).filter(|block| block.kind != Kind::Field)?;
    let index = block_of(document, block)?;
    let found = document.blocks.get(index)?;
    let part = document.parts.get(found.part).filter(|part| part.kind != PartKind::Body)?;
    let mut entries = document.entries.iter().filter(|entry| entry.part == found.part);
    let question = entries.position(|entry| entry.question == index || entry.answer.contains(&index));
    Some(Spot {
        id: part.id.clone(),
        part: part.words(),
        question: question.map(|at| at + 1),
        role: found.role,
        number: (0, 0),
    })
}

/// The block of the document that has text of `block`, or else the last one before it.
fn block_of(document: &Document, block: &Block) -> Option<usize> {
    let blocks = &document.blocks;
    let first = blocks.partition_point(|found| found.span.end <= block.mark.end);
    let shares = |at: &usize| blocks.get(*at).is_some_and(|found| found.span.start < block.end);
    Some(first).filter(shares).or_else(|| document.block_at(block.mark.end))
}

/// Numbers the blocks of each kind that stand in one place.
fn number(text: &Text<'_>, spots: &mut [Option<Spot>]) {
    let mut counts = HashMap::new();
    for (spot, block) in spots.iter_mut().zip(&text.blocks) {
        let Some(spot) = spot else { continue };
        let key = (spot.id.clone(), spot.question, spot.asks(), noun(Some(block.kind)));
        let count: &mut usize = counts.entry(key).or_default();
        *count += 1;
        spot.number.0 = *count;
    }
    for (spot, block) in spots.iter_mut().zip(&text.blocks) {
        let Some(spot) = spot else { continue };
        let key = (spot.id.clone(), spot.question, spot.asks(), noun(Some(block.kind)));
        spot.number.1 = counts.get(&key).copied().unwrap_or(0);
    }
}
