//! What the sentences of a document are about: the customer, the company, a rival, technology or the business.
//!
//! Every business has a centre: competitor, product, technology, business model or customer. So has every sentence of
//! a press release. Customer focus is the share of the customer's sentences among those that are about anybody:
//!
//! - a sentence in which the red pen struck company, competitor, technology or business focus is about that, whoever
//!   else it names;
//! - otherwise it is about whoever is named first: the customer ("you", "riders", the people whom the front matter
//!   names as `customer:`), the company ("we", "our", its name) or a rival. What is named first is nearly always the
//!   subject or the one to whom the product does something ("Waitback pays passengers back");
//! - a sentence about neither ("It costs £49.") says nothing of the author's eye and is left out, or every plain fact
//!   would pull the share towards the middle.
//!
//! Read are the sentences that a customer reads: headline to closing, quotations and the customers' FAQ; not the
//! internal FAQ, "About the company", headings and questions.

mod cast;
mod nouns;
#[cfg(test)]
mod tests;

use cast::Cast;

use crate::document::{Block, Document, Sentence, Zone};
use crate::lint::{Category, Diagnostic};

/// What a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Centre {
    /// The customer.
    Customer,
    /// The company: its feelings, its rank, its doings.
    Company,
    /// A rival.
    Competitor,
    /// What it is built with.
    Technology,
    /// What the company earns.
    Business,
}

/// How many sentences are about what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Focus {
    /// About the customer.
    pub customer: usize,
    /// About the company.
    pub company: usize,
    /// About a rival.
    pub competitor: usize,
    /// About technology.
    pub technology: usize,
    /// About the business.
    pub business: usize,
    /// About none of these.
    pub neither: usize,
}

impl Focus {
    /// The focus of `document`, in which the red pen found `diagnostics`.
    pub fn of(document: &Document, diagnostics: &[Diagnostic]) -> Self {
        let cast = Cast::of(document);
        let struck = Struck::of(diagnostics);
        let mut focus = Self::default();
        for block in document.blocks.iter().filter(|block| is_read(block)) {
            for sentence in block.sentences.iter().filter(|sentence| sentence.words.0 < sentence.words.1) {
                focus.add(centre(block, sentence, &cast, &struck));
            }
        }
        focus
    }

    /// The share of the customer's sentences among those about anybody, 0 to 1; `None` where there are none.
    pub fn customer_share(&self) -> Option<f64> {
        let about = self.customer + self.company + self.competitor + self.technology + self.business;
        (about > 0).then(|| self.customer as f64 / about as f64)
    }

    fn add(&mut self, centre: Option<Centre>) {
        *match centre {
            Some(Centre::Customer) => &mut self.customer,
            Some(Centre::Company) => &mut self.company,
            Some(Centre::Competitor) => &mut self.competitor,
            Some(Centre::Technology) => &mut self.technology,
            Some(Centre::Business) => &mut self.business,
            None => &mut self.neither,
        } += 1;
    }
}

fn is_read(block: &Block) -> bool {
    block.is_judged() && !matches!(block.zone, Zone::Internal | Zone::Boilerplate | Zone::None)
}

fn centre(block: &Block, sentence: &Sentence, cast: &Cast, struck: &Struck) -> Option<Centre> {
    let span = block.source_span(sentence.start as usize, sentence.end as usize);
    struck.within(span.start, span.end).or_else(|| cast.first_named(block, sentence))
}

/// Where the red pen struck a wrong centre, in order.
#[derive(Debug)]
struct Struck(Vec<(usize, Centre)>);

impl Struck {
    fn of(diagnostics: &[Diagnostic]) -> Self {
        let strikes = diagnostics.iter().filter(|diagnostic| diagnostic.is_strike());
        let mut all: Vec<_> =
            strikes.filter_map(|strike| Some((strike.span.start, wrong_centre(strike.category)?))).collect();
        all.sort_by_key(|(at, _)| *at);
        Self(all)
    }

    /// The first wrong centre in the source bytes `start..end`.
    fn within(&self, start: usize, end: usize) -> Option<Centre> {
        let first = self.0.partition_point(|(at, _)| *at < start);
        self.0.get(first).filter(|(at, _)| *at < end).map(|(_, centre)| *centre)
    }
}

fn wrong_centre(category: Category) -> Option<Centre> {
    match category {
        Category::CompanyFocus => Some(Centre::Company),
        Category::CompetitorFocus => Some(Centre::Competitor),
        Category::TechnologyFocus => Some(Centre::Technology),
        Category::BusinessFocus => Some(Centre::Business),
        _ => None,
    }
}
