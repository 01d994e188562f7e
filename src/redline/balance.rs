//! Widening of changes so that each can be taken alone: none cuts a word, or leaves one of two delimiters behind.

use std::ops::Range;

use super::inline::{Element, Mark};
use super::{Class, Detail, Effort, Op, Text};

/// Makes every change of `ops`, which cover a pair of blocks, whole: an element that it touches lies in it on both sides,
/// or around it on both.
pub(super) fn balanced(old: &Text<'_>, new: &Text<'_>, ops: Vec<Op>, effort: &mut Effort) -> Vec<Op> {
    let (Some(first), Some(last)) = (ops.first(), ops.last()) else { return ops };
    let whole = Op {
        class: class_of(old, new, &(first.old.start..last.old.end), &(first.new.start..last.new.end)),
        old: first.old.start..last.old.end,
        new: first.new.start..last.new.end,
    };
    let sides = [Side::new(old, &whole.old), Side::new(new, &whole.new)];
    let elements: usize = sides.iter().map(|side| side.elements.len()).sum();
    if elements == 0 || whole.class == Class::Same || ops.iter().all(Op::is_same) {
        return ops;
    }
    if !effort.take(elements * ops.len() * 2, Detail::Sentences) {
        return vec![whole];
    }
    let mut ops = ops;
    let mut at = 0;
    while let Some(op) = ops.get(at) {
        match (op.is_same(), wanted(&sides, op)) {
            (false, Some((wide_old, wide_new))) => {
                at = widen(&mut ops, at, &wide_old, &wide_new);
                if let Some(op) = ops.get_mut(at) {
                    op.class = class_of(old, new, &op.old, &op.new);
                }
                // What was taken in may have been whole before; it is looked at again with its neighbours.
                at = at.saturating_sub(1);
            }
            _ => at += 1,
        }
    }
    ops
}

/// How two stretches of tokens differ.
pub(super) fn class_of(old: &Text<'_>, new: &Text<'_>, one: &Range<usize>, two: &Range<usize>) -> Class {
    if !old.ids(one.clone()).eq(new.ids(two.clone())) {
        Class::Changed
    } else if old.marks(one.clone()).eq(new.marks(two.clone())) {
        Class::Same
    } else {
        Class::Marked
    }
}

/// The elements of one block of one text.
struct Side<'t, 'a> {
    text: &'t Text<'a>,
    elements: &'t [Element],
}

impl<'t, 'a> Side<'t, 'a> {
    fn new(text: &'t Text<'a>, tokens: &Range<usize>) -> Self {
        Self { text, elements: text.elements_in(tokens) }
    }

    /// `range` with all of every element that it cuts, and no word cut.
    fn whole(&self, range: &Range<usize>) -> Range<usize> {
        let mut wide = range.clone();
        for element in self.elements {
            let (one, other) = (&element.tokens, &wide);
            let apart = one.end <= other.start || other.end <= one.start;
            let inside = other.start <= one.start && one.end <= other.end;
            let around = one.start <= other.start && other.end <= one.end;
            if !(apart || inside || around) {
                wide = one.start.min(wide.start)..one.end.max(wide.end);
            }
        }
        if !wide.is_empty() {
            while self.glued(wide.start) {
                wide.start -= 1;
            }
            while self.glued(wide.end) {
                wide.end += 1;
            }
        }
        wide
    }

    /// Whether token `at` and the one before it are one word with a delimiter in it: `un**do**`.
    fn glued(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.text.tokens.get(before));
        match (before, self.text.tokens.get(at)) {
            (Some(one), Some(two)) => one.word && two.word && !two.spaced && one.end < two.start,
            _ => false,
        }
    }

    /// The elements around all of `range` and more, outer ones first.
    fn around(&self, range: &Range<usize>) -> Vec<&'t Element> {
        let holds =
            |one: &Range<usize>| one.start <= range.start && range.end <= one.end && one.len() > range.len();
        self.elements.iter().filter(|element| holds(&element.tokens)).collect()
    }
}

/// The stretches that the change `op` has to cover to be whole; nothing where it is.
fn wanted([old, new]: &[Side<'_, '_>; 2], op: &Op) -> Option<(Range<usize>, Range<usize>)> {
    let (wide_old, wide_new) = (old.whole(&op.old), new.whole(&op.new));
    if wide_old != op.old || wide_new != op.new {
        return Some((wide_old, wide_new));
    }
    // What is only taken out leaves whole what is around it.
    if op.new.is_empty() {
        return None;
    }
    let (above, beside) = (old.around(&op.old), new.around(&op.new));
    let same = |one: &&Element, two: &&Element| one.mark == two.mark;
    let shared = above.iter().zip(&beside).take_while(|(one, two)| same(one, two)).count();
    let fits = if op.old.is_empty() {
        // Between two words what is put in may stand in any of the elements that end or begin there.
        let inside =
            |element: &&&Element| element.tokens.start < op.old.start && op.old.start < element.tokens.end;
        let needed = above.iter().filter(inside).count();
        let marks: Vec<Option<Mark>> = beside.iter().map(|element| element.mark).collect();
        contexts(old, op.old.start).contains(&marks) || (needed == 0 && marks.is_empty())
    } else {
        shared == above.len() && shared == beside.len()
    };
    if fits {
        return None;
    }
    let cover = |range: &Range<usize>, elements: &[&Element]| {
        let out = elements.iter().fold(range.clone(), |wide, element| {
            wide.start.min(element.tokens.start)..wide.end.max(element.tokens.end)
        });
        if range.is_empty() && out.is_empty() { range.clone() } else { out }
    };
    let strictly = |element: &&Element| {
        !op.old.is_empty() || (element.tokens.start < op.old.start && op.old.start < element.tokens.end)
    };
    let above: Vec<&Element> =
        above.get(shared.min(above.len())..).unwrap_or(&[]).iter().copied().filter(strictly).collect();
    let wide = (cover(&op.old, &above), cover(&op.new, beside.get(shared..).unwrap_or(&[])));
    if wide == (op.old.clone(), op.new.clone()) {
        // The elements are as many and the same, but what is put in stands beside them: take in all that is around.
        let all = new.around(&op.new);
        return (!all.is_empty())
            .then(|| (op.old.clone(), cover(&op.new, &all)))
            .filter(|wide| wide.1 != op.new);
    }
    Some(wide)
}

/// The marks that a word put in before token `at` can have, outer ones first.
fn contexts(side: &Side<'_, '_>, at: usize) -> Vec<Vec<Option<Mark>>> {
    let mut out = Vec::new();
    for neighbour in [at.checked_sub(1), Some(at)].into_iter().flatten() {
        let around: Vec<&Element> =
            side.elements.iter().filter(|one| one.tokens.contains(&neighbour)).collect();
        let always = around.iter().filter(|one| one.tokens.start < at && at < one.tokens.end).count();
        for depth in always..=around.len() {
            out.push(around.iter().take(depth).map(|one| one.mark).collect());
        }
    }
    out
}

/// Makes op `at` cover `old` and `new` at least, by what its neighbours give; returns where it is then.
fn widen(ops: &mut Vec<Op>, mut at: usize, old: &Range<usize>, new: &Range<usize>) -> usize {
    loop {
        let Some(op) = ops.get(at) else { return at };
        let left = op.old.start.saturating_sub(old.start).max(op.new.start.saturating_sub(new.start));
        let right = old.end.saturating_sub(op.old.end).max(new.end.saturating_sub(op.new.end));
        let (neighbour, before) = match (left, right) {
            (0, 0) => return at,
            (0, _) => (at + 1, false),
            _ => (at.wrapping_sub(1), true),
        };
        let Some(given) = give(ops, neighbour, if before { left } else { right }, before) else { return at };
        if let Some(op) = ops.get_mut(at) {
            if before {
                (op.old.start, op.new.start) = (given.old.start, given.new.start);
            } else {
                (op.old.end, op.new.end) = (given.old.end, given.new.end);
            }
        }
        if ops.get(neighbour).is_some_and(|op| op.old.is_empty() && op.new.is_empty()) {
            ops.remove(neighbour);
            at -= usize::from(before);
        }
    }
}

/// Takes `count` tokens off the end of op `at` that is next to the taker, or all of it where it is a change.
fn give(ops: &mut [Op], at: usize, count: usize, last: bool) -> Option<Op> {
    let op = ops.get_mut(at)?;
    let count = if op.is_same() { count.min(op.old.len()) } else { usize::MAX };
    let (old, new) = (count.min(op.old.len()), count.min(op.new.len()));
    let mut given = op.clone();
    if last {
        (given.old.start, given.new.start) = (op.old.end - old, op.new.end - new);
        (op.old.end, op.new.end) = (given.old.start, given.new.start);
    } else {
        (given.old.end, given.new.end) = (op.old.start + old, op.new.start + new);
        (op.old.start, op.new.start) = (given.old.end, given.new.end);
    }
    Some(given)
}
