//! What the document as a whole tells a rule that looks at one block: names, customer, terms.

mod named;
mod people;

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::readers;
use crate::centre::{Cast, Names};
use crate::document::{Document, name};

/// Names and terms of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Facts {
    /// The product's name, from the front matter or what the document says.
    pub product: Option<String>,
    /// The company's name, from the front matter or what the document says.
    pub company: Option<String>,
    /// Who the customer is, from the front matter.
    pub customer: Option<String>,
    /// Nouns for the customer, lower-cased.
    pub customers: Vec<String>,
    /// Nouns for the product, lower-cased: `mailbox`.
    pub kinds: Vec<String>,
    /// Rivals by name.
    pub competitors: Vec<String>,
    /// Words the customer uses, lower-cased: front matter, `prfaq.yml`, the names that the document is about, and those of
    /// the trade where the customer programs.
    pub terms: Vec<String>,
}

impl Facts {
    /// The facts of `document`, with the `terms` of the house.
    pub fn of(document: &Document, terms: &[String]) -> Self {
        let front = &document.front_matter;
        let found = if front.product.is_some() && front.company.is_some() {
            named::Named::default()
        } else {
            named::Named::of(document)
        };
        let product = front.product.clone().or(found.product);
        let trade = if readers::are_technical(document) { readers::TRADE } else { &[] };
        let house = front.terms.iter().chain(terms).map(|term| term.to_lowercase());
        Self {
            kinds: product.as_deref().map(|name| people::kinds(document, name)).unwrap_or_default(),
            product,
            company: front.company.clone().or(found.company),
            customers: people::customers(document),
            customer: front.customer.clone(),
            competitors: front.competitors.clone(),
            terms: house.chain(subjects(document)).chain(trade.iter().map(|&name| name.to_owned())).collect(),
        }
    }

    /// Who is who, for the centre of a sentence.
    pub fn cast(&self) -> Cast {
        Cast::new(&Names {
            product: self.product.as_deref(),
            kinds: &self.kinds,
            company: self.company.as_deref(),
            customers: &self.customers,
            competitors: &self.competitors,
            terms: &self.terms,
        })
    }

    /// Whether `text` names the product.
    pub fn names_product(&self, text: &str) -> bool {
        self.product.as_deref().is_some_and(|product| name::calls(text, product))
    }
}

/// How often a technical name has to stand in a document to be what it is about.
const SUBJECT: usize = 6;

/// Technical names (`gRPC`: a capital behind the first letter, and small ones) that the document names again and again:
/// whoever reads so far uses them. In order, so that equal documents have equal facts.
fn subjects(document: &Document) -> BTreeSet<String> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for block in document.blocks.iter().filter(|block| block.is_judged()) {
        let words = block.words.iter().map(|word| block.word(word));
        // Nearly every word has small letters alone behind its first.
        for word in words.filter(|word| !word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase())) {
            for piece in word.split('-').filter(|piece| is_technical(piece)) {
                *counts.entry(piece).or_default() += 1;
            }
        }
    }
    counts.into_iter().filter(|(_, count)| *count >= SUBJECT).map(|(word, _)| word.to_lowercase()).collect()
}

fn is_technical(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next();
    letters.any(char::is_uppercase) && word.chars().any(char::is_lowercase) && !word.ends_with('s')
}
