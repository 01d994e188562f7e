//! From subject, verb and object to the centre.

use super::Centre;
use super::fronted::Front;
use super::mentions::{Mention, Role};
use super::phrase::{Phrase, Scene, Who};
use super::subject::Clause;
use super::tags::Tags;

/// A centre and the tokens that decided, first and one past the last.
pub(super) type Verdict = (Centre, (usize, usize));

/// A sentence taken apart.
pub(super) struct Case<'s, 't> {
    pub scene: &'s Scene<'t>,
    pub front: Front,
    pub clause: Clause,
}

impl<'s, 't> Case<'s, 't> {
    /// Takes `scene` apart.
    pub fn of(scene: &'s Scene<'t>) -> Self {
        let front = Front::of(scene);
        Self { scene, front, clause: Clause::of(scene, front.start) }
    }

    /// Who the subject stands for.
    pub fn subject(&self) -> Who {
        self.clause.subject.map_or(Who::Thing, |subject| subject.who)
    }

    /// What the sentence is about.
    pub fn verdict(&self) -> Verdict {
        if self.clause.commands {
            return (Centre::Customer, self.clause.verbs);
        }
        let own = self.clause.subject.map_or((0, 0), |subject| (subject.start, subject.end));
        match self.subject() {
            Who::Customer => (Centre::Customer, own),
            Who::Rival => (Centre::Competitor, own),
            Who::Company => self.of_company(own),
            Who::Product => self.of_product(own),
            Who::Tech => self.follows().map_or((Centre::Technology, own), customer),
            Who::Business => self.thus().map_or((Centre::Business, own), customer),
            Who::Thing => self.of_thing(own),
        }
    }

    /// Whether somebody feels, or ranks himself: nothing excuses that.
    pub fn feels(&self) -> bool {
        let (first, last) = self.clause.verbs;
        let end = (last + 6).min(self.scene.tokens.len());
        self.subject() == Who::Company && (first..end).any(|at| self.scene.tags(at).has(Tags::FEEL))
    }

    /// Where the sentence says what follows for the customer.
    pub fn thus(&self) -> Option<Mention> {
        let rest = || self.scene.mentions(self.clause.verbs.0);
        rest().find(|mention| mention.thus && mention.names(Who::Customer))
    }

    fn of_company(&self, own: (usize, usize)) -> Verdict {
        if self.feels() {
            return (Centre::Company, own);
        }
        if let Some(mention) = self.thus() {
            return customer(mention);
        }
        if let Some(at) = self.business() {
            return (Centre::Business, at);
        }
        if self.clause.verb_is(self.scene, Tags::ANNOUNCE) {
            return self.announced(own);
        }
        if let Some(at) = self.built_with() {
            return (Centre::Technology, at);
        }
        if let Some(at) = self.set_against() {
            return (Centre::Competitor, at);
        }
        if self.clause.verb_is(self.scene, Tags::SELF | Tags::SAY) || self.counts_customers() {
            return (Centre::Company, own);
        }
        self.served().map_or((Centre::Company, own), |at| (Centre::Customer, at))
    }

    /// "Blue Corp announced Melinda, which ...": about what is announced, where that is the product.
    fn announced(&self, own: (usize, usize)) -> Verdict {
        let rest = || self.scene.mentions(self.clause.verbs.1);
        let served = rest().find(|mention| mention.names(Who::Customer));
        match served.or_else(|| rest().find(|mention| mention.names(Who::Product))) {
            Some(mention) if mention.names(Who::Customer) => customer(mention),
            Some(mention) => (Centre::Product, span(&mention.phrase)),
            None => (Centre::Company, own),
        }
    }

    fn of_product(&self, own: (usize, usize)) -> Verdict {
        if let Some(at) = self.set_against() {
            return (Centre::Competitor, at);
        }
        if let Some(at) = self.built_with() {
            return self.thus().map_or((Centre::Technology, at), customer);
        }
        if let Some(at) = self.benefits() {
            return (Centre::Customer, at);
        }
        if let Some(at) = self.business() {
            return (Centre::Business, at);
        }
        if self.is_sold() {
            return (Centre::None, own);
        }
        (Centre::Product, own)
    }

    fn of_thing(&self, own: (usize, usize)) -> Verdict {
        if let Some(at) = self.set_against() {
            return (Centre::Competitor, at);
        }
        if let Some(at) = self.built_with() {
            return self.thus().map_or((Centre::Technology, at), customer);
        }
        if let Some(at) = self.benefits() {
            return (Centre::Customer, at);
        }
        if let Some(at) = self.business() {
            return (Centre::Business, at);
        }
        (Centre::None, own)
    }

    /// Price, place and date of sale.
    fn is_sold(&self) -> bool {
        let (first, last) = self.clause.verbs;
        let complement = self.scene.tags(last);
        (first..last).any(|at| self.scene.tags(at).has(Tags::COST))
            || (self.clause.copula && complement.has(Tags::COST))
    }

    /// The customer of a sentence about something else: in a clause before it, or anywhere behind the verb.
    fn benefits(&self) -> Option<(usize, usize)> {
        // A clause of the subject's own counts: "the mailbox that keeps your parcels".
        let from = self.clause.subject.map_or(self.clause.verbs.1, |subject| subject.end);
        let named = self.scene.mentions(from).find(|mention| mention.names(Who::Customer));
        named.map(|mention| span(&mention.phrase)).or(self.front.customer)
    }

    /// The customer for whom the company does something: its object, behind "to", or acting in a clause of her own.
    fn served(&self) -> Option<(usize, usize)> {
        let does = |mention: &Mention| match mention.role {
            Role::Subject | Role::Object => true,
            Role::For => self.scene.tags(mention.phrase.start - 1).has(Tags::TO),
            Role::Prep | Role::Loose => false,
        };
        let rest = || self.scene.mentions(self.clause.verbs.1);
        let named = rest().find(|mention| mention.names(Who::Customer) && does(mention));
        named.map(|mention| span(&mention.phrase)).or(self.front.customer)
    }

    /// What follows for the customer from technology: said so, or done to something of hers.
    fn follows(&self) -> Option<Mention> {
        let acts = |mention: &Mention| {
            mention.names(Who::Customer)
                && (mention.thus || matches!(mention.role, Role::Object | Role::Subject))
        };
        self.scene.mentions(self.clause.verbs.1).find(acts)
    }

    /// "We serve 4 million households": customers as a figure.
    fn counts_customers(&self) -> bool {
        let at = self.clause.verbs.1;
        let number = self.scene.at(at).is_some_and(|token| token.number);
        number && self.scene.phrase(at).is_some_and(|phrase| phrase.who == Who::Customer)
    }

    /// What the company earns, named behind the verb and not the customer's own.
    fn business(&self) -> Option<(usize, usize)> {
        // "At the market" is a place.
        let weak = |mention: &Mention| {
            mention.role == Role::Prep && self.scene.tags(mention.phrase.end - 1).has(Tags::WEAK_BUSINESS)
        };
        let rest = || self.scene.mentions(self.clause.verbs.1);
        let found = rest().find(|mention| mention.names(Who::Business) && !weak(mention));
        let gains = || self.saves_the_company();
        found.map(|mention| span(&mention.phrase)).or_else(gains)
    }

    /// "It will save the city £2m a year."
    fn saves_the_company(&self) -> Option<(usize, usize)> {
        if !self.clause.verb_is(self.scene, Tags::LET) {
            return None;
        }
        let phrase = self.scene.phrase(self.clause.verbs.1)?;
        let money = self.scene.at(phrase.end).is_some_and(|token| token.number);
        (phrase.who == Who::Company && money).then(|| span(&phrase))
    }

    /// What something is built with.
    fn built_with(&self) -> Option<(usize, usize)> {
        let uses = self.clause.verb_is(self.scene, Tags::USE) || self.clause.passive || self.clause.copula;
        let tech = |mention: &Mention| {
            let held = mention.role == Role::Object || mention.role == Role::Prep || self.clause.copula;
            mention.names(Who::Tech) && held
        };
        let rest = || self.scene.mentions(self.clause.verbs.1);
        let found = rest().find(|mention| tech(mention) && (uses || self.talks_to(mention)));
        found.map(|mention| span(&mention.phrase)).or(self.front.tech)
    }

    /// "talks to a cluster of servers": technology is the other party.
    fn talks_to(&self, mention: &Mention) -> bool {
        mention.phrase.start <= self.clause.verbs.1 + 2
    }

    /// What it is set against: "beats Boxly", "cheaper than Boxly".
    fn set_against(&self) -> Option<(usize, usize)> {
        let beats = self.clause.verb_is(self.scene, Tags::AGAINST);
        let rest = || self.scene.mentions(self.clause.verbs.1);
        let against = |mention: &Mention| {
            let start = mention.phrase.start;
            let than = (start.saturating_sub(2)..start).any(|at| self.scene.tags(at).has(Tags::AGAINST));
            mention.names(Who::Rival) && (than || beats || mention.role == Role::Object)
        };
        rest().find(against).map(|mention| span(&mention.phrase)).or(self.front.rival)
    }
}

fn span(phrase: &Phrase) -> (usize, usize) {
    (phrase.start, phrase.end)
}

fn customer(mention: Mention) -> Verdict {
    (Centre::Customer, span(&mention.phrase))
}
