//! Noun phrases: where one ends, and whom or what it stands for.

use super::tags::Tags;
use super::token::{Gap, Token};
use crate::document::Zone;

/// Whom or what a noun phrase stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Who {
    /// The customer, or something of hers.
    Customer,
    /// The company, its people, something of its own.
    Company,
    /// The product, or a part of it.
    Product,
    /// A rival.
    Rival,
    /// What something is built with.
    Tech,
    /// What the company earns.
    Business,
    /// Anything else.
    #[default]
    Thing,
}

/// A noun phrase as a range of tokens.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Phrase {
    /// Whom it stands for.
    pub who: Who,
    /// First token.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// Whether its head is a plural.
    pub plural: bool,
    /// Whether it is a pronoun.
    pub pronoun: bool,
}

/// What pronouns stand for, from the sentences before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Memory {
    /// "it".
    pub thing: Who,
    /// "they", "she".
    pub people: Who,
}

impl Default for Memory {
    fn default() -> Self {
        Self { thing: Who::Product, people: Who::Thing }
    }
}

/// The tokens of a sentence and what is known around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'t> {
    /// The tokens.
    pub tokens: &'t [Token],
    /// Who reads or speaks.
    pub zone: Zone,
    /// Whether it is a question.
    pub asks: bool,
    /// What pronouns stand for.
    pub memory: Memory,
}

impl Scene<'_> {
    /// The token at `at`.
    pub fn at(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// What the token at `at` can be; nothing behind the end.
    pub fn tags(&self, at: usize) -> Tags {
        self.at(at).map_or(Tags::NONE, |token| token.tags)
    }

    /// Whether a comma or more stands before the token at `at`; the end counts.
    pub fn breaks(&self, at: usize) -> bool {
        self.at(at).is_none_or(|token| token.gap > Gap::Space)
    }

    /// Whom a pronoun, by its tags, stands for here.
    pub fn pronoun(&self, tags: Tags) -> Who {
        let quoted = self.zone == Zone::CustomerQuote;
        match () {
            () if tags.has(Tags::YOU) => Who::Customer,
            () if tags.has(Tags::I) && (self.asks || quoted) => Who::Customer,
            // In a customer's mouth "we" is the family or the shop.
            () if tags.has(Tags::WE) && quoted => Who::Customer,
            () if tags.has(Tags::WE) => Who::Company,
            () if tags.has(Tags::I) && self.zone == Zone::LeaderQuote => Who::Company,
            () if tags.has(Tags::IT) => self.memory.thing,
            () if tags.has(Tags::THEY) => self.memory.people,
            () => Who::Thing,
        }
    }

    /// The noun phrase that begins at `start`; `None` where none does.
    pub fn phrase(&self, start: usize) -> Option<Phrase> {
        let first = self.at(start)?;
        if first.tags.has(Tags::PRONOUN) && !first.tags.has(Tags::OWN) {
            let who = self.pronoun(first.tags);
            let plural = first.tags.has(Tags::WE | Tags::YOU | Tags::THEY | Tags::I);
            return Some(Phrase { who, start, end: start + 1, plural, pronoun: true });
        }
        let mut noun = Noun::default();
        let mut at = start;
        while let Some(token) = self.at(at) {
            if (at > start && token.gap > Gap::Space) || self.ends_phrase(at, start, noun.head.is_some()) {
                break;
            }
            noun.take(self, token);
            at += 1;
        }
        noun.head.filter(|_| at > start)?;
        let phrase = Phrase { who: noun.who(), start, end: at, plural: noun.plural, pronoun: false };
        Some(self.behind_of(phrase, &noun))
    }

    /// Whether the token at `at` does not belong to the noun phrase from `start` on; `seen` says that a noun may stand
    /// before it.
    fn ends_phrase(&self, at: usize, start: usize, seen: bool) -> bool {
        let tags = self.tags(at);
        let determines = tags.has(Tags::DET) && !seen;
        if tags.has(Tags::STOP) && !determines {
            return true;
        }
        let before = at.checked_sub(1).and_then(|before| self.at(before));
        let compound =
            tags.has(Tags::WEAK_TECH) && before.is_some_and(|before| before.tags.has(Tags::WEAK_TECH));
        if !seen || compound {
            return tags.has(Tags::PRONOUN) && at > start;
        }
        // A plural of people and a word that no list knows: her verb.
        let unknown = tags == Tags::NONE
            && before.is_some_and(|before| before.tags.has(Tags::PEOPLE) && is_many(before));
        let number = self.at(at).is_some_and(|token| token.number);
        let ends = Tags::PRONOUN | Tags::DET | Tags::ADV | Tags::ING | Tags::OWN;
        unknown || number || tags.has(ends) || self.is_verb(at)
    }

    /// Whether the token at `at`, with a noun before it, is that noun's verb.
    pub fn is_verb(&self, at: usize) -> bool {
        let (tags, after) = (self.tags(at), self.tags(at + 1));
        if tags.has(Tags::AUX | Tags::MODAL) {
            return true;
        }
        let before = at.checked_sub(1).and_then(|before| self.at(before));
        // "the stops are", "our calls may": a noun before another verb.
        let pronoun =
            before.is_some_and(|before| before.tags.has(Tags::PRONOUN) && !before.tags.has(Tags::OWN));
        let noun = after.has(Tags::AUX | Tags::MODAL) && !self.breaks(at + 1) && !pronoun;
        if noun || !tags.has(Tags::VERB) {
            return false;
        }
        if tags.has(Tags::FINITE | Tags::PAST)
            && before.is_some_and(|before| !before.tags.has(Tags::DET | Tags::OWN))
        {
            return true;
        }
        tags.has(Tags::BASE)
            && before.is_some_and(|before| is_many(before) && !before.genitive && !before.tags.has(Tags::OWN))
    }

    /// "half of riders", "the lives of patients": what stands behind "of" counts.
    fn behind_of(&self, phrase: Phrase, noun: &Noun) -> Phrase {
        let quantity = noun.quantity;
        let next = self.tags(phrase.end);
        let linked = next.has(Tags::PREP) && !self.breaks(phrase.end);
        if !linked || !(quantity || phrase.who == Who::Thing) || !self.is_of(phrase.end, quantity) {
            return phrase;
        }
        let Some(inner) = self.phrase(phrase.end + 1) else { return phrase };
        if quantity || inner.who == Who::Customer {
            Phrase { who: inner.who, end: inner.end, plural: phrase.plural || inner.plural, ..phrase }
        } else {
            phrase
        }
    }

    /// Whether the preposition at `at` is "of", or, behind a quantity, "in".
    fn is_of(&self, at: usize, quantity: bool) -> bool {
        self.at(at).is_some_and(|token| {
            let length = token.end - token.start;
            token.tags.has(Tags::OF) || (quantity && token.tags.has(Tags::PREP) && length == 2)
        })
    }
}

/// Whether the plain form of a verb may follow: a plural, a pronoun other than "it", an adverb.
fn is_many(token: &Token) -> bool {
    token.plural
        || token.tags.has(Tags::YOU | Tags::WE | Tags::I | Tags::THEY | Tags::ADV | Tags::REL | Tags::MANY)
}

/// A noun phrase while it is read.
#[derive(Debug, Default)]
struct Noun {
    /// What its head can be.
    head: Option<Tags>,
    /// What stands before the head.
    before: Tags,
    /// Whose it is.
    owner: Option<Who>,
    plural: bool,
    quantity: bool,
}

impl Noun {
    fn take(&mut self, scene: &Scene<'_>, token: &Token) {
        if token.tags.has(Tags::OWN) {
            self.owner = Some(scene.pronoun(token.tags));
            return;
        }
        let determiner = token.tags.has(Tags::DET) && !token.tags.has(Tags::QUANTITY);
        if let Some(head) = self.head.replace(token.tags) {
            self.before = self.before | head;
        }
        if determiner {
            self.head = None;
        }
        self.plural = token.plural || token.tags.has(Tags::MANY);
        self.quantity = token.tags.has(Tags::QUANTITY)
            || (self.quantity && token.number)
            || (token.number && !determiner);
        if token.genitive {
            self.owner = Some(self.who());
            (self.head, self.before) = (None, Tags::NONE);
        }
    }

    /// Whom it stands for.
    fn who(&self) -> Who {
        let head = self.head.unwrap_or_default();
        let others = self.before.has(Tags::OTHER) || head.has(Tags::OTHER);
        match self.owner {
            Some(Who::Customer) => return Who::Customer,
            Some(Who::Rival) if !head.has(Tags::PEOPLE) => return Who::Rival,
            Some(Who::Company) if head.has(Tags::STAFF) => return Who::Company,
            _ => {}
        }
        match () {
            () if head.has(Tags::PEOPLE) => Who::Customer,
            () if head.has(Tags::RIVAL) => Who::Rival,
            () if others && head.has(Tags::KIND) => Who::Rival,
            () if head.has(Tags::BUSINESS | Tags::WEAK_BUSINESS) => Who::Business,
            () if head.has(Tags::STAFF | Tags::COMPANY) => Who::Company,
            () if head.has(Tags::TECH) => Who::Tech,
            () if head.has(Tags::PRODUCT) && self.before.has(Tags::RIVAL) => Who::Rival,
            () if head.has(Tags::PRODUCT) => Who::Product,
            () => self.modified(),
        }
    }

    /// Where the head tells nothing: whose it is, or what stands before it.
    fn modified(&self) -> Who {
        let head = self.head.unwrap_or_default();
        match self.owner {
            Some(owner) if owner != Who::Thing => owner,
            _ if self.before.has(Tags::RIVAL) => Who::Rival,
            _ if self.before.has(Tags::TECH)
                || (head.has(Tags::WEAK_TECH) && self.before.has(Tags::WEAK_TECH)) =>
            {
                Who::Tech
            }
            _ if self.before.has(Tags::BUSINESS) => Who::Business,
            _ if self.before.has(Tags::PRODUCT) => Who::Product,
            _ => Who::Thing,
        }
    }
}
