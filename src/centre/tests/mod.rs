//! Sentences with the centre they should have.

mod held_out;
mod tuned;

use super::*;
use crate::document::{Document, Zone};

/// Sentences of one document and who is who in it.
#[derive(Clone, Copy)]
pub(super) struct World {
    product: &'static str,
    company: &'static str,
    customer: &'static str,
    rivals: &'static [&'static str],
    kinds: &'static [&'static str],
    terms: &'static [&'static str],
    zone: Zone,
    sentences: &'static [(&'static str, &'static str)],
}

impl World {
    /// The sentences that have another centre than they should.
    fn wrong(&self) -> Vec<String> {
        let owned = |list: &[&str]| list.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        let customers = crate::document::name::people(self.customer);
        let (competitors, terms, kinds) = (owned(self.rivals), owned(self.terms), owned(self.kinds));
        let cast = Cast::new(&Names {
            product: Some(self.product).filter(|name| !name.is_empty()),
            kinds: &kinds,
            company: Some(self.company).filter(|name| !name.is_empty()),
            customers: &customers,
            competitors: &competitors,
            terms: &terms,
        });
        let check = |(expected, sentence): &(&str, &str)| {
            let mut document = Document::parse(sentence, &[]);
            let block = document.blocks.first_mut().unwrap();
            block.zone = self.zone;
            let reading = read(block, &cast)[0];
            let why = crate::text::slice(&block.prose.text, reading.why.0 as usize..reading.why.1 as usize);
            (reading.centre.name() != *expected).then(|| {
                format!("{sentence}\n      is {}, should be {expected}: {why:?}", reading.centre.name())
            })
        };
        self.sentences.iter().filter_map(check).collect()
    }
}

fn right(worlds: &[World]) -> (usize, usize, Vec<String>) {
    let wrong: Vec<String> = worlds.iter().flat_map(World::wrong).collect();
    let all = worlds.iter().map(|world| world.sentences.len()).sum::<usize>();
    (all - wrong.len(), all, wrong)
}

#[test]
fn sentences_it_was_not_tuned_on() {
    use held_out::*;
    let (right, all, wrong) = right(&[BUSES, CLINICS, KETTLES, RAILGATE, MOVE_ONCE, QUOTED]);
    println!("{right} of {all} right:\n  {}", wrong.join("\n  "));
    assert!(all == 60 && right >= HELD_OUT, "{right} of {all} right:\n  {}", wrong.join("\n  "));
}

/// How many of the 60 sentences that nothing was tuned on are right.
const HELD_OUT: usize = 50;

#[test]
fn sentences_it_was_made_with() {
    let (right, all, wrong) = right(tuned::ALL);
    assert!(wrong.is_empty() && all >= 120, "{right} of {all} right:\n  {}", wrong.join("\n  "));
}
