//! Applying the fixes of findings to a text: all of some kind, in rounds, until nothing is left to do.
//!
//! One taken strike can bring another within reach ("a truly very open pot"), so the text is linted again after each
//! round. In a round only edits are made that stand clear of each other, because a repair reads the words around it.
//! Which findings may be fixed is the caller's choice; where the text comes from and goes to is not known here.

mod between;
mod round;
mod sides;
#[cfg(test)]
mod tests;
mod words;

pub use between::between;
pub use round::{Round, Taken, round};
pub use sides::{Sides, flat};
pub use words::Words;

use crate::lint::Diagnostic;

/// A text after its fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The text now.
    pub text: String,
    /// What was done, by round and then by place.
    pub taken: Vec<Taken>,
    /// What the last lint found, of the text now.
    pub left: Vec<Diagnostic>,
    /// Whether it ended because nothing was left to do, and not because it went on for too long.
    pub settled: bool,
}

impl Fixed {
    /// Whether anything was done.
    pub fn is_changed(&self) -> bool {
        !self.taken.is_empty()
    }
}

/// The most rounds there are. Every round takes the first chosen fix of every stretch that has one, so that this is
/// reached only where sixty-four stand side by side, or where a pack's replacement is a strike of its own pack.
pub const MAX_ROUNDS: usize = 64;

/// Makes the fixes of `source` that `choose` picks among what `lint` finds, again and again until there is none left
/// to make, at most [`MAX_ROUNDS`] times. `choose` sees only findings that have an edit.
///
/// Doing it twice changes nothing more, unless it did not settle.
pub fn fix(
    source: &str,
    mut lint: impl FnMut(&str) -> Vec<Diagnostic>,
    mut choose: impl FnMut(&Diagnostic) -> bool,
) -> Fixed {
    let mut fixed = Fixed { text: source.to_owned(), taken: Vec::new(), left: Vec::new(), settled: false };
    for _ in 0..MAX_ROUNDS {
        fixed.left = lint(&fixed.text);
        let chosen = fixed.left.iter().filter(|found| choose(found));
        let Round { text, taken } = round(&fixed.text, chosen);
        if taken.is_empty() {
            fixed.settled = true;
            return fixed;
        }
        fixed.text = text;
        fixed.taken.extend(taken);
    }
    fixed.left = lint(&fixed.text);
    fixed
}

/// Makes the safe fixes; see [`fix`].
pub fn safe(source: &str, lint: impl FnMut(&str) -> Vec<Diagnostic>) -> Fixed {
    fix(source, lint, is_safe)
}

/// Whether `found` may be fixed without asking.
pub fn is_safe(found: &Diagnostic) -> bool {
    found.fix.as_ref().is_some_and(|fix| fix.safe && fix.edit.is_some())
}
