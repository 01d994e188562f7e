//! What stands before the subject: "From today,", "When you are out,", "Unlike Boxly,", "Built on Kafka,".

use super::phrase::{Scene, Who};
use super::tags::Tags;

/// Where the main clause begins, and what was said before it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Front {
    /// First token of the main clause.
    pub start: usize,
    /// The customer, who acts in a clause before it or for whom it is: first and last token.
    pub customer: Option<(usize, usize)>,
    /// The rival that the main clause is set against.
    pub rival: Option<(usize, usize)>,
    /// What something is built with: "Built on Kafka, ...".
    pub tech: Option<(usize, usize)>,
}

/// Most pieces before the subject.
const PIECES: usize = 4;

impl Front {
    /// What stands before the subject of `scene`.
    pub fn of(scene: &Scene<'_>) -> Self {
        let mut front = Self::default();
        for _ in 0..PIECES {
            let at = front.start;
            let tags = scene.tags(at);
            let opens = tags.has(Tags::ADV | Tags::COORD | Tags::URGE)
                && !tags.has(Tags::PREP | Tags::SUB | Tags::VERB);
            if opens && at + 1 < scene.tokens.len() && !tags.has(Tags::DET) {
                front.start += 1;
                continue;
            }
            let detour = tags.has(Tags::PREP | Tags::SUB | Tags::PAST | Tags::ING);
            let time = is_time(scene, at).then(|| scene.phrase(at).map(|phrase| phrase.end)).flatten();
            let Some(end) = time.or_else(|| detour.then(|| scene.clause_end(at)).flatten()) else { break };
            front.note(scene, at, end);
            front.start = end;
        }
        if scene.tags(front.start).has(Tags::SUB) && !scene.asks {
            front.start += 1;
        }
        front
    }

    /// Keeps what the tokens `from..to` say of customer, rival and technology.
    fn note(&mut self, scene: &Scene<'_>, from: usize, to: usize) {
        let opening = scene.tags(from);
        let uses = (from..to).any(|at| scene.tags(at).has(Tags::USE));
        let mut at = from + 1;
        while at < to {
            let Some(phrase) = scene.phrase(at).filter(|_| !scene.tags(at).has(Tags::STOP)) else {
                at += 1;
                continue;
            };
            let span = (phrase.start, phrase.end);
            match phrase.who {
                Who::Customer => self.customer = self.customer.or(Some(span)),
                Who::Rival if opening.has(Tags::AGAINST | Tags::PREP) => {
                    self.rival = Some((from, phrase.end));
                }
                Who::Tech if uses => self.tech = Some(span),
                _ => {}
            }
            at = phrase.end.max(at + 1);
        }
    }
}

/// "Every night, ...", "5 May, ...": no subject, though no preposition stands before it.
fn is_time(scene: &Scene<'_>, at: usize) -> bool {
    let Some(phrase) = scene.phrase(at).filter(|phrase| phrase.who == Who::Thing) else { return false };
    let main = scene.phrase(phrase.end).is_some_and(|main| scene.verb_follows(main.end));
    let time = scene.tags(phrase.end.saturating_sub(1)).has(Tags::TIME);
    main && (time || (scene.breaks(phrase.end) && scene.at(at).is_some_and(|token| token.number)))
}

impl Scene<'_> {
    /// Where the main clause begins behind the piece that begins at `at`: at the comma behind which a subject with its
    /// verb or a command stands, else at the first one.
    fn clause_end(&self, at: usize) -> Option<usize> {
        let commas = || (at + 1..self.tokens.len()).filter(|index| self.breaks(*index));
        let starts_clause = |index: &usize| {
            self.tags(*index).has(Tags::BASE)
                || self
                    .phrase(*index)
                    .is_some_and(|phrase| self.is_verb(phrase.end) || self.tags(phrase.end).has(Tags::ADV))
        };
        commas().find(starts_clause).or_else(|| commas().next())
    }
}
