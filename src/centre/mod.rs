//! What each sentence is about: its centre.
//!
//! Every business has a centre: competitor, product, technology, business model or customer (Bezos's letter to
//! shareholders of 2017); here the company itself is one more. So has every sentence. [`read`] finds it from subject,
//! verb and object, with lists of common words and the names of the document ([`Cast`]); nothing here knows rules,
//! scores or parts.
//!
//! - The customer acts, is told what to do, or gets what somebody else does: "You tap", "Melinda sends you a photo",
//!   "We pay riders back".
//! - Of a sentence about product, company or technology that tells the customer what follows ("so that you sleep",
//!   "which means riders wait less") the customer is the centre, and [`Reading::consequence`] says so.
//! - The product acts or is described, and no customer is near: "Melinda holds four parcels". What it costs, where and
//!   when it is sold, is a plain fact.
//! - The company acts or feels: "We are thrilled", "Blue Corp was founded in 1954".
//! - A rival acts, or is what somebody is compared with.
//! - It says what something is built with: "It runs on a cluster", "It uses machine learning".
//! - It says what the company earns or counts: revenue, margin, growth.
//!
//! It is no parser of English. What it cannot tell has no centre, and does no harm.

mod cast;
mod fronted;
mod lexicon;
mod mentions;
mod phrase;
mod reader;
mod subject;
mod tags;
#[cfg(test)]
mod tests;
mod token;
mod verdict;

use serde::Serialize;

pub use cast::{Cast, Names};
pub use reader::{read, read_first};

/// Whether everybody calls people so who buy, use or work: `word` in lower case.
pub fn is_people(word: &str) -> bool {
    lexicon::tags(word.as_bytes()).has(tags::Tags::PEOPLE)
}

/// Whether `word`, in lower case, is a common word for a product, for what it is built with or for what is earned.
pub fn is_thing(word: &str) -> bool {
    use tags::Tags;
    let things = Tags::PRODUCT | Tags::TECH | Tags::BUSINESS | Tags::KIND | Tags::WEAK_TECH | Tags::VERB;
    lexicon::tags(word.as_bytes()).has(things)
}

/// What a sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Centre {
    /// The customer.
    Customer,
    /// The product.
    Product,
    /// The company: its feelings, its rank, its doings.
    Company,
    /// A rival.
    Competitor,
    /// What it is built with.
    Technology,
    /// What the company earns.
    Business,
    /// A plain fact.
    None,
}

impl Centre {
    /// Every centre, in the order of the enum.
    pub const ALL: [Self; 7] = [
        Self::Customer,
        Self::Product,
        Self::Company,
        Self::Competitor,
        Self::Technology,
        Self::Business,
        Self::None,
    ];

    /// Its name, as it stands in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Product => "product",
            Self::Company => "company",
            Self::Competitor => "competitor",
            Self::Technology => "technology",
            Self::Business => "business",
            Self::None => "none",
        }
    }
}

/// What was found in one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// What it is about.
    pub centre: Centre,
    /// Its subject in visible bytes of the block; empty where none was found.
    pub subject: (u32, u32),
    /// The words that decided, in visible bytes of the block; empty where there are none.
    pub why: (u32, u32),
    /// Whether it tells the customer what follows from something: "so that you", "which means riders", "letting you".
    pub consequence: bool,
    /// Whether somebody feels, ranks or praises himself in it: no consequence excuses that.
    pub feeling: bool,
}
