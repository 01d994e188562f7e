//! What the document as a whole tells a rule that looks at one block: names, customer, terms.

use crate::document::{Document, PartKind, name};

/// Names and terms of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Facts {
    /// The product's name, from the front matter or the headline.
    pub product: Option<String>,
    /// The company's name, from the front matter or the headline.
    pub company: Option<String>,
    /// Who the customer is, from the front matter.
    pub customer: Option<String>,
    /// Rivals by name.
    pub competitors: Vec<String>,
    /// Words the customer uses, lower-cased: front matter and `prfaq.yml` together.
    pub terms: Vec<String>,
}

impl Facts {
    /// The facts of `document`, with the `terms` of the house.
    pub fn of(document: &Document, terms: &[String]) -> Self {
        let front = &document.front_matter;
        let headline = document.filled_part(&PartKind::Headline);
        let headline = headline.and_then(|part| document.blocks_of(part).find(|block| block.is_judged()));
        let (product, company) =
            headline.map(|block| name::of_headline(&block.prose.text)).unwrap_or_default();
        Self {
            product: front.product.clone().or(product),
            company: front.company.clone().or(company),
            customer: front.customer.clone(),
            competitors: front.competitors.clone(),
            terms: front.terms.iter().chain(terms).map(|term| term.to_lowercase()).collect(),
        }
    }

    /// Whether `text` names the product.
    pub fn names_product(&self, text: &str) -> bool {
        self.product.as_deref().is_some_and(|product| name::mentions(text, product))
    }
}
