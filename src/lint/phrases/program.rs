//! Small programs that match the gapped patterns of built-in packs from a given place.
//!
//! A `regex` takes longer to compile than a whole short text takes to lint, so the build script translates patterns
//! (see `assemble`) and only the machine that runs them is here. It tries ways in the order in which a regular expression
//! prefers them and goes back where one fails. That can take long for a pattern such as `(a+)+`, so patterns of users
//! stay with the linear engine of `regex`.

use super::pack::{List, Text};

/// A pattern ready to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// Whether capitals make no difference; `text` is in small letters then.
    pub any_case: bool,
    /// The steps; the first one is the start.
    pub steps: List<Step>,
    /// The letters of all [`Step::Text`].
    pub text: Text,
    /// Sets of ASCII characters, one bit each.
    pub classes: List<u128>,
    /// For every [`Step::Branch`] its ways: the byte they begin with, in lower case and sorted, and their first step. Those
    /// with the same byte stand in order of preference.
    pub ways: List<(u8, u16)>,
}

/// One step. Unless it says otherwise the next one follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The letters `from..to` of the program's text.
    Text { from: u16, to: u16 },
    /// Characters of a class, as many as there are from `least` to `most`.
    Class { of: u16, least: u16, most: u16 },
    /// One of the ways `from..to` that begins with the next byte.
    Branch { from: u16, to: u16 },
    /// The next step, or this one where that leads nowhere.
    Fork(u16),
    /// On with this step.
    Jump(u16),
    /// The pattern has matched.
    End,
}

/// Where to go on when the way taken leads nowhere; `at` is a byte of the text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Choice {
    Step {
        step: usize,
        at: usize,
    },
    Way {
        way: usize,
        to: usize,
        at: usize,
    },
    /// Any place from `at` down to `least`.
    Fewer {
        step: usize,
        at: usize,
        least: usize,
    },
}

/// A step and a byte of the text.
type Place = (usize, usize);

impl Program {
    /// Where a match that begins with the first byte of `text` ends. `open` is room to work in.
    pub(super) fn run(&self, text: &[u8], open: &mut Vec<Choice>) -> Option<usize> {
        open.clear();
        let (mut step, mut at) = (0, 0);
        loop {
            let next = match *self.steps.get(step)? {
                Step::Text { from, to } => self.text(from, to, text, at).map(|end| (step + 1, end)),
                Step::Class { of, least, most } => {
                    self.class(of, least.into()..=most.into(), text, (step, at), open)
                }
                Step::Branch { from, to } => self.branch(from, to, text, at, open),
                Step::Fork(other) => {
                    open.push(Choice::Step { step: other.into(), at });
                    Some((step + 1, at))
                }
                Step::Jump(step) => Some((step.into(), at)),
                Step::End => return Some(at),
            };
            (step, at) = match next {
                Some(next) => next,
                None => self.go_back(text, open)?,
            };
        }
    }

    /// Takes up the last open choice that leads anywhere.
    fn go_back(&self, text: &[u8], open: &mut Vec<Choice>) -> Option<Place> {
        loop {
            let next = match open.pop()? {
                Choice::Step { step, at } => Some((step, at)),
                Choice::Way { way, to, at } => self.way(way, to, text, at, open),
                Choice::Fewer { step, at, least } => {
                    if at > least {
                        open.push(Choice::Fewer { step, at: at - 1, least });
                    }
                    Some((step, at))
                }
            };
            if next.is_some() {
                return next;
            }
        }
    }

    /// The end of the letters `from..to` where they stand in `text` at `at`.
    fn text(&self, from: u16, to: u16, text: &[u8], at: usize) -> Option<usize> {
        let wanted = self.text.as_bytes().get(from.into()..to.into())?;
        let end = at + wanted.len();
        let there = text.get(at..end)?;
        let same = if self.any_case { there.eq_ignore_ascii_case(wanted) } else { there == wanted };
        same.then_some(end)
    }

    fn class(
        &self,
        of: u16,
        times: std::ops::RangeInclusive<usize>,
        text: &[u8],
        (step, at): Place,
        open: &mut Vec<Choice>,
    ) -> Option<Place> {
        let class = *self.classes.get(usize::from(of))?;
        let rest = text.get(at..)?;
        let count = rest.iter().take(*times.end()).take_while(|byte| holds(class, **byte)).count();
        if count < *times.start() {
            return None;
        }
        let (end, least) = (at + count, at + times.start());
        if end > least && !self.begins_outside(step + 1, class) {
            open.push(Choice::Fewer { step: step + 1, at: end - 1, least });
        }
        Some((step + 1, end))
    }

    /// Whether `step` is a text that no character of `class` begins: after fewer of them it cannot follow.
    fn begins_outside(&self, step: usize, class: u128) -> bool {
        let Some(Step::Text { from, .. }) = self.steps.get(step) else { return false };
        let first = self.text.as_bytes().get(usize::from(*from)).copied().unwrap_or_default();
        !holds(class, first) && !holds(class, first.to_ascii_uppercase())
    }

    fn branch(&self, from: u16, to: u16, text: &[u8], at: usize, open: &mut Vec<Choice>) -> Option<Place> {
        let next = text.get(at)?.to_ascii_lowercase();
        let (from, to) = (usize::from(from), usize::from(to));
        let before = self.ways.get(from..to)?.partition_point(|(byte, _)| *byte < next);
        self.way(from + before, to, text, at, open)
    }

    /// Takes `way`, where it is one of those before `to` and begins with the byte at `at`.
    fn way(&self, way: usize, to: usize, text: &[u8], at: usize, open: &mut Vec<Choice>) -> Option<Place> {
        let next = text.get(at)?.to_ascii_lowercase();
        let fits = |way: usize| self.ways.get(way).filter(|(byte, _)| way < to && *byte == next);
        let (_, step) = fits(way)?;
        if fits(way + 1).is_some() {
            open.push(Choice::Way { way: way + 1, to, at });
        }
        Some((usize::from(*step), at))
    }
}

fn holds(class: u128, byte: u8) -> bool {
    byte.is_ascii() && class >> byte & 1 == 1
}

#[cfg(test)]
#[path = "program_tests.rs"]
mod tests;
