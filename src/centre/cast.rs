//! Who is who in one document: names and nouns that no list of common words has.

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicon::{self, Lower};
use super::tags::Tags;
use crate::document::{name, words};
use crate::text::slice;

/// Names and nouns of a document, as they are known of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Names<'a> {
    /// The product's name.
    pub product: Option<&'a str>,
    /// Nouns for the product: `mailbox` of "Melinda, the smart mailbox".
    pub kinds: &'a [String],
    /// The company's name.
    pub company: Option<&'a str>,
    /// Nouns for the customer, lower-cased: `shoppers`.
    pub customers: &'a [String],
    /// Rivals by name.
    pub competitors: &'a [String],
    /// Words the customer uses, lower-cased: never technology.
    pub terms: &'a [String],
}

/// The words of a name behind its first, and whose it is.
type Named = (Vec<Box<str>>, Tags);

/// Names and nouns, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Cast {
    /// Single words in lower case and what they are beside what everybody knows.
    nouns: FxHashMap<Box<[u8]>, Tags>,
    /// Words that are the customer's own, in lower case.
    terms: FxHashSet<Box<[u8]>>,
    /// Names as they are written, word by word, by their first; the longest first.
    names: FxHashMap<Box<str>, Vec<Named>>,
}

impl Cast {
    /// The cast of a document with these names.
    pub fn new(names: &Names<'_>) -> Self {
        let mut cast = Self::default();
        for noun in names.kinds {
            cast.add_noun(noun, Tags::PRODUCT | Tags::KIND);
        }
        for noun in names.customers {
            cast.add_noun(noun, Tags::PEOPLE);
        }
        for term in names.terms {
            let words = words_of(term).flat_map(|word| name::number_forms(&word.to_lowercase()));
            cast.terms.extend(words.map(|word| word.into_bytes().into()));
        }
        let named = names.product.iter().map(|name| (*name, Tags::PRODUCT));
        let named = named.chain(names.company.iter().map(|name| (*name, Tags::COMPANY)));
        let rivals = names.competitors.iter().map(|name| (name.as_str(), Tags::RIVAL));
        for (name, tags) in named.chain(rivals) {
            cast.add_name(name, tags);
        }
        cast
    }

    fn add_noun(&mut self, noun: &str, tags: Tags) {
        for form in name::number_forms(noun) {
            let known = self.nouns.entry(form.into_bytes().into()).or_default();
            *known = *known | tags;
        }
    }

    fn add_name(&mut self, name: &str, tags: Tags) {
        let words: Vec<Box<str>> = words_of(name).map(Into::into).collect();
        let Some((first, rest)) = words.split_first() else { return };
        let same = self.names.entry(first.clone()).or_default();
        same.push((rest.into(), tags));
        same.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// What one word is, `lower` being its lower-case form.
    pub(super) fn tags(&self, lower: &Lower) -> Tags {
        let bytes = lower.bytes();
        let common = lexicon::tags(bytes);
        let is_term = common.has(TECHNICAL) && self.terms.contains(bytes);
        let common = if is_term { common.without(TECHNICAL) } else { common };
        match self.nouns.get(bytes) {
            // Who is the customer here is nobody else: "developers" do not work for the company.
            Some(own) if own.has(Tags::PEOPLE) => *own,
            Some(own) => common.without(TECHNICAL) | *own,
            None => common,
        }
    }

    /// The name that begins with `first`, whose next words `rest` gives: how many words follow in it, and what it is.
    pub(super) fn name_at<'a, I>(&self, first: &str, rest: impl Fn() -> I) -> Option<(usize, Tags)>
    where
        I: Iterator<Item = &'a str>,
    {
        let candidates = self.names.get(first)?;
        let fits = |words: &[Box<str>]| {
            let mut next = rest();
            words.iter().all(|word| next.next().is_some_and(|other| without_genitive(other) == &**word))
        };
        candidates.iter().find(|(words, _)| fits(words)).map(|(words, tags)| (words.len(), *tags))
    }

    /// Whether it knows no name, so that looking for one is in vain.
    pub(super) fn is_nameless(&self) -> bool {
        self.names.is_empty()
    }
}

/// What a word of the customer's own is not.
const TECHNICAL: Tags = Tags::TECH.union(Tags::WEAK_TECH).union(Tags::PROPER_TECH);

fn words_of(name: &str) -> impl Iterator<Item = &str> {
    words::words(name, 0..name.len()).map(move |word| slice(name, word.start as usize..word.end as usize))
}

/// `word` without `'s` or the apostrophe of a plural.
pub(super) fn without_genitive(word: &str) -> &str {
    ["'s", "’s", "'", "’"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word)
}
