//! Who and what a part names.

use rustc_hash::FxHashSet;

use super::super::Written;
use super::super::lexicon::{is_crowd, is_doing, is_person, is_you, stem};
use super::super::written::place_of;
use crate::document::{Block, PartKind, Sentence, name};
use crate::lint::{Finding, Severity};

/// The product's name where it is sure: from the front matter.
fn product<'a>(part: &Written<'a>) -> Option<&'a str> {
    part.context.document.front_matter.product.as_deref()
}

pub(super) fn names_product(part: &Written<'_>) -> Option<Finding> {
    let product = product(part)?;
    if part.prose().any(|block| part.context.facts.names_product(&block.prose.text)) {
        return None;
    }
    part.lacks(format!("does not name {product}"), format!("name {product} and say what it is"))
}

pub(super) fn no_product(part: &Written<'_>) -> Option<Finding> {
    let product = product(part)?;
    let (block, sentence) = naming(part, product)?;
    let advice = "tell the customer's day as it is without it; what needs the product to be told is no problem of theirs";
    Some(part.fault(place_of(block, sentence), format!("names {product}"), advice))
}

pub(super) fn no_competitor(part: &Written<'_>) -> Option<Finding> {
    let rivals =
        part.context.facts.competitors.iter().map(|rival| rival.trim()).filter(|rival| !rival.is_empty());
    let mut found = rivals.filter_map(|rival| naming(part, rival).map(|place| (rival, place)));
    let (rival, (block, sentence)) = found.next()?;
    let advice = format!("say what goes wrong for the customer; leave {rival} to the questions");
    Some(part.fault(place_of(block, sentence), format!("names {rival}"), advice))
}

/// The first sentence that says `name`.
fn naming<'a>(part: &Written<'a>, name: &str) -> Option<(&'a Block, &'a Sentence)> {
    part.sentences().find(|(block, sentence)| name::calls(block.text_of(sentence), name))
}

/// Stems of the words that the front matter calls the customer by.
fn customer(part: &Written<'_>) -> FxHashSet<String> {
    let words = part.context.facts.customer.as_deref().unwrap_or_default();
    words.split(|c: char| !c.is_alphanumeric() && c != '-').filter_map(stem).collect()
}

pub(super) fn names_customer(part: &Written<'_>) -> Option<Finding> {
    let customer = customer(part);
    let is_customer = |word: &str| is_person(word) || stem(word).is_some_and(|stem| customer.contains(&stem));
    if part.words().next().is_none() || part.words().take(Written::SAMPLE).any(|(word, _)| is_customer(word))
    {
        return None;
    }
    let crowd = part.words().take(Written::SAMPLE).map(|(word, _)| word).find(|word| is_crowd(word));
    let message = match crowd {
        Some(crowd) => format!("names no person; \"{crowd}\" is nobody you can meet"),
        None => "names no person".to_owned(),
    };
    part.lacks(message, "say which people it is for: nurses on night shift, owners of old bicycles")
}

/// How far into a sentence or clause its subject stands, in words.
const SUBJECT: usize = 4;

/// Whether the customer does something in at least one sentence.
pub(super) fn customer_first(part: &Written<'_>) -> Option<Finding> {
    let customer = customer(part);
    let acts = |(block, sentence): (&Block, &Sentence)| {
        let words = block.words_of(sentence);
        let mut all = words.iter().map(|word| block.word(word));
        let mut first = words.iter().take(SUBJECT).map(|word| block.word(word));
        words.first().is_some_and(|word| is_doing(block.word(word)))
            || all.any(is_you)
            || first.any(|word| {
                is_someone(word)
                    || is_person(word)
                    || is_crowd(word)
                    || stem(word).is_some_and(|stem| customer.contains(&stem))
            })
    };
    if part.words().next().is_none() || part.sentences().take(Written::SAMPLE / SUBJECT).any(acts) {
        return None;
    }
    part.lacks(
        "the customer does nothing in it",
        "write what \"you\" do, step by step, and what you no longer have to do",
    )
}

/// Who was named before: "From now on they borrow a book."
fn is_someone(word: &str) -> bool {
    ["they", "she", "he"].iter().any(|someone| word.eq_ignore_ascii_case(someone))
}

/// Fewer content words than this say too little to compare.
const ENOUGH: usize = 8;

/// Whether the solution uses a word of the problem.
pub(super) fn answers_problem(part: &Written<'_>) -> Option<Finding> {
    let problem = Written::find(part.context, &PartKind::Problem)?;
    let stems = |part: &Written<'_>| -> FxHashSet<String> {
        part.words().take(Written::SAMPLE).filter_map(|(word, _)| stem(word)).collect()
    };
    let (asked, told) = (stems(&problem), stems(part));
    if asked.len() < ENOUGH || told.len() < ENOUGH || asked.intersection(&told).next().is_some() {
        return None;
    }
    let advice = "answer what the problem names, in its words, and nothing else";
    let found = part.lacks("no word of the problem comes back in it", advice)?;
    Some(found.see(problem.place(), "what is to be answered").at_most(Severity::Note))
}
