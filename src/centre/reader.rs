//! Reads the sentences of a block one after the other; what "it" and "they" stand for is carried on.

use super::cast::Cast;
use super::phrase::{Memory, Phrase, Scene, Who};
use super::tags::Tags;
use super::token;
use super::verdict::Case;
use super::{Centre, Reading};
use crate::document::{Block, Role, Sentence};

/// What each sentence of `block` is about, in order.
pub fn read(block: &Block, cast: &Cast) -> Vec<Reading> {
    read_first(block, cast, block.sentences.len())
}

/// As [`read`], of the first `count` sentences alone: none depends on what comes behind it.
pub fn read_first(block: &Block, cast: &Cast, count: usize) -> Vec<Reading> {
    let mut tokens = Vec::new();
    let mut memory = Memory::default();
    let one = |sentence: &Sentence| {
        token::fill(block, &block.spoken_words(sentence), cast, &mut tokens);
        let asks = block.role == Role::Question || block.text_of(sentence).trim_end().ends_with('?');
        let scene = Scene { tokens: &tokens, zone: block.zone, asks, memory };
        sentence_of(&scene, &mut memory)
    };
    block.sentences.iter().take(count).map(one).collect()
}

fn sentence_of(scene: &Scene<'_>, memory: &mut Memory) -> Reading {
    let case = Case::of(scene);
    let (centre, why) = case.verdict();
    if let Some(subject) = case.clause.subject.filter(|subject| !subject.pronoun) {
        remember(memory, scene, subject);
    }
    let bytes = |(from, to): (usize, usize)| {
        let tokens = scene.tokens.get(from..to).unwrap_or_default();
        tokens.first().zip(tokens.last()).map_or((0, 0), |(first, last)| (first.start, last.end))
    };
    Reading {
        centre,
        subject: case.clause.subject.map_or((0, 0), |subject| bytes((subject.start, subject.end))),
        why: if centre == Centre::None { (0, 0) } else { bytes(why) },
        consequence: case.thus().is_some(),
        feeling: case.feels(),
    }
}

fn remember(memory: &mut Memory, scene: &Scene<'_>, subject: Phrase) {
    let person = scene.tokens.get(subject.start..subject.end).unwrap_or_default();
    let people = person.iter().any(|token| token.tags.has(Tags::PEOPLE | Tags::STAFF));
    match subject.who {
        Who::Customer if !people => {}
        Who::Customer => memory.people = Who::Customer,
        who if subject.plural => memory.people = who,
        Who::Company => (memory.thing, memory.people) = (Who::Company, Who::Company),
        who => memory.thing = who,
    }
}
