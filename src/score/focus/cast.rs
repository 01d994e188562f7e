//! Who is who in a document, and who is named first in a sentence.

use std::collections::HashMap;

use super::{Centre, nouns};
use crate::document::{Block, Document, Sentence, Zone, words};
use crate::lint::Facts;
use crate::text::slice;

/// The names and nouns of one document.
#[derive(Debug, Default)]
pub(super) struct Cast {
    /// Names, as lower-case words, by their first.
    names: HashMap<String, Vec<(Vec<String>, Centre)>>,
    /// The noun for the customer in the front matter, lower-cased.
    customer: Option<String>,
}

impl Cast {
    pub fn of(document: &Document) -> Self {
        let facts = Facts::of(document, &[]);
        let companies = facts.company.iter().map(|name| (words_of(name), Centre::Company));
        let rivals = facts.competitors.iter().map(|name| (words_of(name), Centre::Competitor));
        let mut cast =
            Self { customer: facts.customer.as_deref().and_then(nouns::noun_of), ..Self::default() };
        for (words, centre) in companies.chain(rivals) {
            if let Some(first) = words.first() {
                cast.names.entry(first.clone()).or_default().push((words, centre));
            }
        }
        cast
    }

    /// Whom `sentence` of `block` names first: customer, company or rival.
    pub fn first_named(&self, block: &Block, sentence: &Sentence) -> Option<Centre> {
        let spoken = block.words_of(sentence).iter().map(|word| bare(block.word(word)));
        let words: Vec<String> = spoken.collect();
        let mut rest = words.as_slice();
        while let [word, after @ ..] = rest {
            let found = self.name_at(rest).or_else(|| self.centre_of(word, after, block.zone));
            if found.is_some() {
                return found;
            }
            rest = after;
        }
        None
    }

    fn name_at(&self, words: &[String]) -> Option<Centre> {
        let names = self.names.get(words.first()?)?;
        names.iter().find(|(name, _)| words.starts_with(name)).map(|(_, centre)| *centre)
    }

    /// What one word is about; `after` follows it.
    fn centre_of(&self, word: &str, after: &[String], zone: Zone) -> Option<Centre> {
        let customers = |word: &String| self.is_customer(word);
        match word {
            "you" | "your" | "yours" | "yourself" | "yourselves" => Some(Centre::Customer),
            // In a customer's mouth "we" is the family or the shop.
            "i" | "me" | "my" | "mine" | "we" | "us" | "our" | "ours" if zone == Zone::CustomerQuote => {
                Some(Centre::Customer)
            }
            // "Our customers pay" is about them.
            "our" if after.first().is_some_and(customers) => Some(Centre::Customer),
            "we" | "us" | "our" | "ours" | "ourselves" | "company" => Some(Centre::Company),
            _ => self.is_customer(word).then_some(Centre::Customer),
        }
    }

    fn is_customer(&self, word: &str) -> bool {
        let own = |noun: &String| nouns::is_form_of(word, noun) || nouns::is_form_of(noun, word);
        self.customer.as_ref().is_some_and(own) || nouns::is_people(word)
    }
}

fn words_of(name: &str) -> Vec<String> {
    words::words(name, 0..name.len())
        .map(|word| bare(slice(name, word.start as usize..word.end as usize)))
        .collect()
}

/// A word in lower case without its genitive or contracted verb: "you'll" is `you`, "Northmoor's" `northmoor`.
fn bare(word: &str) -> String {
    word.split(['\'', '’']).next().unwrap_or(word).to_lowercase()
}
