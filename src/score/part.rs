//! What is counted of each part: whether it is there, and how long it is.

use super::focus::{Eye, Focus};
use super::readability::{self, Counts};
use super::syllables::Counter;
use crate::document::{Block, Document, PartKind, PartSpec, Role};

/// The figures of one part.
#[derive(Debug, Clone, PartialEq)]
pub struct PartScore {
    /// Its id, as it stands in findings.
    pub id: String,
    /// What it is.
    pub kind: PartKind,
    /// Whether the template asks for it.
    pub required: bool,
    /// Whether there is something to read in it. A placeholder is: the part stands, and what it lacks is said apart.
    pub present: bool,
    /// All its words, short lines and questions included; headings, code and comments not.
    pub words: usize,
    /// Most words it should have, where the template sets a budget.
    pub max_words: Option<usize>,
    /// Its running text, for the readability of this part alone.
    pub counts: Counts,
    /// What its sentences are about; nothing for parts that no customer reads.
    pub focus: Focus,
}

impl PartScore {
    /// Its id as people read it: `leader-quote` is "Leader quote", `external-faq` "External FAQ".
    pub fn title(&self) -> String {
        let words = self.id.replace('-', " ").replace("faq", "FAQ");
        let mut chars = words.chars();
        chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
    }

    /// Whether it has more words than its budget.
    pub fn is_over_budget(&self) -> bool {
        self.max_words.is_some_and(|most| self.words > most)
    }

    /// The parts of `document`, which `eye` reads: those of the template in its order, present or not, then the others that were found.
    pub(super) fn all(document: &Document, specs: &[PartSpec], eye: &Eye) -> Vec<Self> {
        let mut parts: Vec<Self> = specs.iter().map(Self::asked_for).collect();
        let found: Vec<usize> = document.parts.iter().map(|part| position(&mut parts, part)).collect();
        let mut counter = Counter::new();
        for block in &document.blocks {
            let at = found.get(block.part);
            if let Some(part) = at.and_then(|at| parts.get_mut(*at)) {
                part.add(block, &mut counter);
                part.focus += Focus::of_block(block, eye);
            }
        }
        parts
    }

    fn asked_for(spec: &PartSpec) -> Self {
        Self {
            id: spec.id.clone(),
            kind: spec.kind.clone(),
            required: spec.required,
            present: false,
            words: 0,
            max_words: spec.max_words,
            counts: Counts::default(),
            focus: Focus::default(),
        }
    }

    fn add(&mut self, block: &Block, counter: &mut Counter) {
        self.present |= block.is_judged() || block.role == Role::Question;
        self.words += block.words.len();
        self.counts += readability::count_remembered(block, counter);
    }
}

/// Where the figures of `part` stand among `parts`; a new entry where the template does not know it.
fn position(parts: &mut Vec<PartScore>, part: &crate::document::Part) -> usize {
    let known = parts.iter().position(|known| known.id == part.id && known.kind == part.kind);
    known.unwrap_or_else(|| {
        parts.push(PartScore {
            id: part.id.clone(),
            kind: part.kind.clone(),
            required: false,
            present: false,
            words: 0,
            max_words: None,
            counts: Counts::default(),
            focus: Focus::default(),
        });
        parts.len() - 1
    })
}
