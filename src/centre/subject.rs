//! Subject and verb of a sentence.

use super::phrase::{Phrase, Scene, Who};
use super::tags::Tags;

/// The main clause, as far as it can be told.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Clause {
    /// Who or what the sentence says something of.
    pub subject: Option<Phrase>,
    /// Its verbs, from the first to one past the last: "will be sent".
    pub verbs: (usize, usize),
    /// "was sent".
    pub passive: bool,
    /// "is", and no other verb.
    pub copula: bool,
    /// A command: "Press the button".
    pub commands: bool,
}

impl Clause {
    /// The main clause of `scene`, which begins at `start`.
    pub fn of(scene: &Scene<'_>, start: usize) -> Self {
        if scene.commands(start) {
            return Self { verbs: (start, start + 1), commands: true, ..Self::default() };
        }
        let Some(subject) = scene.subject(start) else {
            return Self { verbs: (start, start), ..Self::default() };
        };
        let clause = Self { subject: Some(subject), ..Self::default() };
        clause.with_verbs(scene, scene.verb_after(subject.end))
    }

    /// With the verbs that begin at `at`.
    fn with_verbs(mut self, scene: &Scene<'_>, at: usize) -> Self {
        let (mut end, mut be, mut main) = (at, false, Tags::NONE);
        while let Some(token) = scene.at(end) {
            let tags = token.tags;
            if end > at && token.gap > super::token::Gap::Space {
                break;
            }
            be |= tags.has(Tags::BE);
            let verb = tags.has(Tags::VERB)
                && (main == Tags::NONE || tags.has(Tags::BASE) && scene.tags(end - 1).has(Tags::TO));
            let link = tags.has(Tags::TO) && scene.tags(end + 1).has(Tags::BASE) && main != Tags::NONE;
            if verb {
                main = tags;
            } else if !link && !tags.has(Tags::AUX | Tags::MODAL | Tags::ADV | Tags::URGE) {
                break;
            }
            end += 1;
        }
        self.verbs = (at, end);
        self.passive = be && main.has(Tags::PAST);
        self.copula = be && main == Tags::NONE;
        self
    }

    /// Whether one of its verbs is one of `tags`.
    pub fn verb_is(&self, scene: &Scene<'_>, tags: Tags) -> bool {
        (self.verbs.0..self.verbs.1).any(|at| scene.tags(at).has(tags))
    }
}

impl Scene<'_> {
    /// Whether a command begins at `at`.
    fn commands(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(Tags::NONE, |before| self.tags(before));
        if !self.tags(at).has(Tags::BASE) || self.tags(at).has(Tags::AUX) && !before.has(Tags::URGE) {
            return false;
        }
        let next = self.tags(at + 1);
        let noun = next.has(Tags::OF | Tags::AUX | Tags::MODAL | Tags::FINITE) && !self.breaks(at + 1);
        let labelled = self.at(at + 1).is_some_and(|next| next.gap == super::token::Gap::Strong);
        let subject = self.phrase(at).is_some_and(|phrase| phrase.end > at + 1 && self.is_verb(phrase.end));
        !noun && !labelled && !subject && !self.tags(at).has(Tags::ANNOUNCE)
    }

    /// The subject that begins at `start`, questions, "there is" and names with a description seen to.
    fn subject(&self, start: usize) -> Option<Phrase> {
        let tags = self.tags(start);
        if self.is_there(start) {
            return self.phrase(start + 2);
        }
        if tags.has(Tags::AUX | Tags::MODAL) {
            return self.phrase(start + 1);
        }
        if tags.has(Tags::WH) {
            return self.asked(start + 1);
        }
        if tags.has(Tags::ANNOUNCE) && tags.has(Tags::ING | Tags::BASE) {
            return self.phrase(start + 1);
        }
        let phrase = self.phrase(start).or_else(|| self.phrase(start + 1))?;
        if self.is_dummy(start) {
            return Some(Phrase { who: Who::Thing, ..phrase });
        }
        Some(self.described(phrase))
    }

    /// "there is", "there are no".
    fn is_there(&self, at: usize) -> bool {
        self.tags(at).has(Tags::THERE)
            && (self.tags(at + 1).has(Tags::BE) || self.at(at).is_some_and(|t| t.contracted))
    }

    /// The subject behind a question word: "does it", "many riders use".
    fn asked(&self, at: usize) -> Option<Phrase> {
        let end = (at + 4).min(self.tokens.len());
        let helper = (at..end).find(|index| self.tags(*index).has(Tags::AUX | Tags::MODAL));
        let first = self.phrase(at).filter(|phrase| self.is_verb(phrase.end));
        match helper {
            Some(helper) if first.is_none_or(|first| first.who == Who::Thing) => {
                self.phrase(helper + 1).or(first)
            }
            _ => first.or_else(|| self.phrase(at)),
        }
    }

    /// "It is hard to park", "It takes an hour to": "it" stands for nothing.
    fn is_dummy(&self, at: usize) -> bool {
        if !self.tags(at).has(Tags::IT) || self.tags(at).has(Tags::OWN) {
            return false;
        }
        let end = (at + 7).min(self.tokens.len());
        let verb = self.tags(at + 1);
        let be =
            self.at(at).is_some_and(|token| token.contracted) || verb.has(Tags::BE) || verb.has(Tags::TAKE);
        // "It is a box that holds": a thing with a clause of its own.
        let noun = (at + 1..end).any(|index| self.tags(index).has(Tags::PRODUCT | Tags::KIND));
        be && !noun
            && (at + 2..end)
                .any(|index| self.tags(index).has(Tags::TO) && self.tags(index + 1).has(Tags::BASE))
    }

    /// A name takes the class of what is said of it: "Ann Lee, a rider, waits"; a thing that of its companion: "boxes and
    /// riders".
    fn described(&self, phrase: Phrase) -> Phrase {
        if phrase.who != Who::Thing {
            return phrase;
        }
        let joined = self.tags(phrase.end).has(Tags::COORD) && !self.breaks(phrase.end);
        let named = self.at(phrase.start).is_some_and(|token| token.capital) && self.breaks(phrase.end);
        let more = match () {
            () if joined => self.phrase(phrase.end + 1),
            () if named => self
                .phrase(phrase.end)
                .filter(|inner| self.breaks(inner.end) || self.tags(inner.end).has(Tags::PREP)),
            () => None,
        };
        let known = more.filter(|more| matches!(more.who, Who::Customer | Who::Company));
        known.map_or(phrase, |more| Phrase { who: more.who, end: more.end, ..phrase })
    }

    /// Where the verb of the subject that ends at `end` begins.
    fn verb_after(&self, end: usize) -> usize {
        let mut at = end;
        while let Some(token) = self.at(at) {
            let inserted = token.gap > super::token::Gap::Space && at == end;
            if token.tags.has(Tags::REL) && !token.tags.has(Tags::WH)
                || (token.tags.has(Tags::REL) && at == end)
            {
                at = self.behind_relative(at, inserted);
            } else if at == end && token.tags.has(Tags::PRONOUN) {
                // "each call you make"
                at = self.behind_relative(at, false);
            } else if inserted && !self.is_verb(at) {
                at = (at + 1..self.tokens.len())
                    .find(|index| self.breaks(*index))
                    .unwrap_or(self.tokens.len());
            } else if token.tags.has(Tags::PREP) {
                at = self.phrase(at + 1).map_or(at + 1, |phrase| phrase.end);
            } else if self.is_verb(at)
                || self.at(end.wrapping_sub(1)).is_some_and(|t| t.contracted && at == end)
            {
                return at;
            } else {
                at += 1;
            }
        }
        end
    }

    /// Where the relative clause that begins at `at` ends: at the comma that closes it, else at the next verb but one.
    fn behind_relative(&self, at: usize, inserted: bool) -> usize {
        let end = self.tokens.len();
        if inserted {
            return (at + 1..end).find(|index| self.breaks(*index)).unwrap_or(end);
        }
        let first = (at + 1..end).find(|index| self.is_verb(*index)).unwrap_or(end);
        let group = |index: &usize| {
            self.tags(*index).has(Tags::AUX | Tags::MODAL | Tags::VERB | Tags::ADV | Tags::TO)
        };
        let past = (first..end).find(|index| !group(index)).unwrap_or(end);
        (past..end).find(|index| self.is_verb(*index)).unwrap_or(end)
    }
}
