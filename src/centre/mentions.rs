//! Who is named behind the verb, and as what.

use super::phrase::{Phrase, Scene, Who};
use super::tags::Tags;

/// What a noun phrase is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It acts: a verb follows.
    Subject,
    /// A verb stands before it.
    Object,
    /// Behind "to" or "for".
    For,
    /// Behind another preposition.
    Prep,
    /// Anything else.
    Loose,
}

/// A noun phrase behind the main verb.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    /// The phrase.
    pub phrase: Phrase,
    /// What it is.
    pub role: Role,
    /// Whether it says what follows for whoever it names: "so you", "which lets you".
    pub thus: bool,
}

/// The noun phrases of a scene from a place on.
pub(super) struct Mentions<'s, 't> {
    scene: &'s Scene<'t>,
    at: usize,
}

impl<'t> Scene<'t> {
    /// The noun phrases from the token at `from` on.
    pub fn mentions<'s>(&'s self, from: usize) -> Mentions<'s, 't> {
        Mentions { scene: self, at: from }
    }

    fn role(&self, phrase: &Phrase) -> Role {
        let before = phrase.start.checked_sub(1).map_or(Tags::NONE, |at| self.tags(at));
        match () {
            () if self.verb_follows(phrase.end) && !before.has(Tags::VERB | Tags::PREP) => Role::Subject,
            // "letting you see", "so you can".
            () if before.has(Tags::VERB) => Role::Object,
            () if before.has(Tags::FOR | Tags::TO) => Role::For,
            () if before.has(Tags::SUB | Tags::REL) && self.verb_follows(phrase.end) => Role::Subject,
            () if before.has(Tags::PREP) => Role::Prep,
            () if self.verb_follows(phrase.end) => Role::Subject,
            () => Role::Loose,
        }
    }

    /// Whether a verb stands at `at`, perhaps behind adverbs: "no longer worry".
    pub fn verb_follows(&self, at: usize) -> bool {
        let end = (at + 3).min(self.tokens.len());
        let verb = (at..end).find(|index| !self.tags(*index).has(Tags::ADV | Tags::DET)).unwrap_or(at);
        !self.breaks(at) && (self.is_verb(verb) || (verb > at && self.tags(verb).has(Tags::VERB)))
    }

    /// Whether the words before `phrase` make it what follows from something.
    fn is_thus(&self, phrase: &Phrase, role: Role) -> bool {
        let start = phrase.start;
        match role {
            Role::Object => {
                // "letting you", "which lets you", "means you"; "It gives developers" is what the sentence says itself.
                let verb = self.tags(start.wrapping_sub(1));
                let linked = self.tags(start.wrapping_sub(2)).has(Tags::REL | Tags::COORD | Tags::THUS);
                verb.has(Tags::THUS) || (verb.has(Tags::LET) && (verb.has(Tags::ING) || linked))
            }
            Role::Subject => {
                let near = (start.saturating_sub(3)..start).any(|at| self.tags(at).has(Tags::THUS));
                let and = self.tags(start.wrapping_sub(1)).has(Tags::COORD);
                near || (and && self.tags(phrase.end).has(Tags::MODAL))
            }
            _ => false,
        }
    }
}

impl Iterator for Mentions<'_, '_> {
    type Item = Mention;

    fn next(&mut self) -> Option<Mention> {
        loop {
            let tags = self.scene.at(self.at)?.tags;
            let noun = Tags::PRODUCT | Tags::PEOPLE | Tags::TECH | Tags::BUSINESS | Tags::RIVAL;
            let skips =
                (tags.has(Tags::STOP) && !tags.has(Tags::DET)) || (tags.has(Tags::VERB) && !tags.has(noun));
            let phrase = self.scene.phrase(self.at).filter(|_| !skips);
            let Some(phrase) = phrase else {
                self.at += 1;
                continue;
            };
            self.at = phrase.end.max(self.at + 1);
            let role = self.scene.role(&phrase);
            return Some(Mention { phrase, role, thus: self.scene.is_thus(&phrase, role) });
        }
    }
}

impl Mention {
    /// Whether it names `who`.
    pub fn names(&self, who: Who) -> bool {
        self.phrase.who == who
    }
}
