//! The words right beside a number, one by one: where two numbers of a document have the same ones, both state the same
//! thing, whatever else their sentences say.

use std::ops::Range;

use crate::document::{Block, Word, WordKind};
use crate::lint::rules::consistency::stems::{Stem, of, stem};

/// Most words on one side that are looked at.
const REACH: usize = 5;
/// Words that two numbers must share, with what they count.
const WORDS: usize = 3;
/// As many of them must have a meaning of their own.
const TELLING: usize = 2;
/// From this many words on with a meaning, nothing else in the sentences can tell the two apart.
const SURE: usize = 3;
/// Words that may stand on one side alone.
const IDLE: &[&str] = &["a", "an", "the", "own", "just", "only", "all"];

/// A word beside a number.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Beside {
    word: Stem,
    tells: bool,
}

/// The words beside a number, the nearest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::lint::rules::consistency) struct Near {
    before: Vec<Beside>,
    after: Vec<Beside>,
}

/// How much of what stands beside two numbers is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::lint::rules::consistency) enum Echo {
    /// Too little.
    None,
    /// Enough where nothing else tells them apart.
    Some,
    /// Enough by itself.
    Sure,
}

impl Near {
    /// The words of `clause` beside `measure`, both indices of `words`.
    pub(super) fn of(block: &Block, words: &[Word], clause: &Range<usize>, measure: &Range<usize>) -> Self {
        let beside = |at: usize| {
            let word = words.get(at)?;
            let text = block.word(word);
            let idle =
                word.kind == WordKind::Number || IDLE.iter().any(|idle| text.eq_ignore_ascii_case(idle));
            (!idle).then(|| Beside { word: of(text), tells: stem(text).is_some() })
        };
        Self {
            before: (clause.start..measure.start).rev().filter_map(beside).take(REACH).collect(),
            after: (measure.end..clause.end).filter_map(beside).take(REACH).collect(),
        }
    }

    /// How far the words beside both numbers agree; what both count, where they count `things`, agrees already.
    pub(in crate::lint::rules::consistency) fn echo(&self, other: &Self, things: bool) -> Echo {
        let run = |one: &[Beside], two: &[Beside]| {
            let same = one.iter().zip(two).take_while(|(one, two)| one == two);
            same.fold((0, 0), |(words, told), (one, _)| (words + 1, told + usize::from(one.tells)))
        };
        let before = run(&self.before, &other.before);
        // "From stop to door" and "from stop to shop" begin alike and end elsewhere.
        let after = run(&self.after, &other.after);
        let whole = after.0 == self.after.len().min(other.after.len());
        let after = if whole { after } else { (0, 0) };
        let words = before.0 + after.0 + usize::from(things);
        let told = before.1 + after.1 + usize::from(things);
        match () {
            () if words < WORDS || told < TELLING => Echo::None,
            () if told < SURE => Echo::Some,
            () => Echo::Sure,
        }
    }
}
