//! How many sentences are about what, and the share that is about the customer.
//!
//! What one sentence is about says [`crate::centre`]. Where that finds the customer it stands, whatever words the pen
//! strikes: "You get it from our cloud" is about you. Where it finds the product or a plain fact, a strike for company,
//! competitor, technology or business focus decides: the packs know more words than any grammar.
//!
//! Customer focus is the share of the customer's sentences among those about anybody or anything. A sentence about the
//! product counts there, as one that is not the customer's: "Melinda holds four parcels" waits for its "so that you". A
//! plain fact ("It costs £49.") says nothing of the author's eye and is left out, or it would pull every share down.
//!
//! Read are the sentences that a customer reads: headline to closing, quotations and the customers' FAQ; not the
//! internal FAQ, "About the company", headings and questions.

mod struck;
#[cfg(test)]
mod tests;

use std::iter::Sum;
use std::ops::AddAssign;

use serde::Serialize;
use struck::Struck;

use crate::centre::{self, Cast, Centre, Reading};
use crate::document::{Block, Document, Zone};
use crate::lint::{Diagnostic, Facts};

/// How many sentences are about what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Focus {
    /// About the customer.
    pub customer: usize,
    /// About the product.
    pub product: usize,
    /// About the company.
    pub company: usize,
    /// About a rival.
    pub competitor: usize,
    /// About technology.
    pub technology: usize,
    /// About the business.
    pub business: usize,
    /// About none of these.
    pub none: usize,
}

/// Reads the centres of a document's sentences, strikes seen to.
#[derive(Debug)]
pub struct Eye {
    cast: Cast,
    struck: Struck,
}

impl Eye {
    /// The eye for a document of these `facts`, in which the red pen found `diagnostics`.
    pub fn new(facts: &Facts, diagnostics: &[Diagnostic]) -> Self {
        Self { cast: facts.cast(), struck: Struck::of(diagnostics) }
    }

    /// What each sentence of `block` is about, in order.
    pub fn read(&self, block: &Block) -> Vec<Reading> {
        let mut readings = centre::read(block, &self.cast);
        for (reading, sentence) in readings.iter_mut().zip(&block.sentences) {
            if matches!(reading.centre, Centre::Product | Centre::None) && !self.struck.is_empty() {
                let span = block.source_span(sentence.start as usize, sentence.end as usize);
                reading.centre = self.struck.within(span).unwrap_or(reading.centre);
            }
        }
        readings
    }
}

impl Focus {
    /// The focus of `document` with these `facts`, in which the red pen found `diagnostics`.
    pub fn of(document: &Document, facts: &Facts, diagnostics: &[Diagnostic]) -> Self {
        let eye = Eye::new(facts, diagnostics);
        document.blocks.iter().map(|block| Self::of_block(block, &eye)).sum()
    }

    /// The focus of one block; nothing for one that no customer reads.
    pub(super) fn of_block(block: &Block, eye: &Eye) -> Self {
        let mut focus = Self::default();
        if is_read(block) {
            let spoken = |at: usize| block.sentences.get(at).is_some_and(|one| one.words.0 < one.words.1);
            let readings = eye.read(block).into_iter().enumerate();
            readings.filter(|(at, _)| spoken(*at)).for_each(|(_, reading)| *focus.place(reading.centre) += 1);
        }
        focus
    }

    /// The share of the customer's sentences among those about anybody or anything, 0 to 1; `None` where there are none.
    pub fn customer_share(&self) -> Option<f64> {
        let about = self.all() - self.none;
        (about > 0).then(|| self.customer as f64 / about as f64)
    }

    /// How many sentences are about `centre`.
    pub fn count(&self, centre: Centre) -> usize {
        *self.clone().place(centre)
    }

    /// All sentences.
    pub fn all(&self) -> usize {
        Centre::ALL.iter().map(|centre| self.count(*centre)).sum()
    }

    fn place(&mut self, centre: Centre) -> &mut usize {
        match centre {
            Centre::Customer => &mut self.customer,
            Centre::Product => &mut self.product,
            Centre::Company => &mut self.company,
            Centre::Competitor => &mut self.competitor,
            Centre::Technology => &mut self.technology,
            Centre::Business => &mut self.business,
            Centre::None => &mut self.none,
        }
    }
}

impl AddAssign for Focus {
    fn add_assign(&mut self, other: Self) {
        for centre in Centre::ALL {
            *self.place(centre) += other.count(centre);
        }
    }
}

impl Sum for Focus {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// Whether a customer reads `block`.
pub fn is_read(block: &Block) -> bool {
    block.is_judged() && !matches!(block.zone, Zone::Internal | Zone::Boilerplate | Zone::None)
}
