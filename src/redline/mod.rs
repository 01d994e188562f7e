//! Two texts compared as people read them: paragraph by paragraph, then sentence by sentence, then word by word.
//!
//! The shortest list of differences is not the readable one. Blocks (paragraphs, headings, items, rows) are aligned
//! first, so that a change never spreads over its neighbours; within a pair sentences are aligned, and only within
//! these words are compared. Words are prose words: `£4.50`, `87%`, `2027-09-06` and `peer-to-peer` are one each. White
//! space is none, so a re-wrapped paragraph is no change; neither is the bullet or number of a list item, nor what closes a
//! heading (`## Head ##`), nor a quotation mark that is straight here and curly there. Emphasis, links and code are attributes of words ([`Class::Marked`]). What is left over
//! between two changes is folded into them where it is too little to read ([`cleanup`]), and every change is widened until
//! it can be taken alone ([`balance`]).
//!
//! A block that stands elsewhere is a move, with its edits ([`Move`]); blocks that share no words but stand in the same
//! place are set side by side ([`structure`]) as one replacement. [`Redline::changes`] numbers all of it,
//! [`Redline::accept`] takes any of it.
//!
//! How hard it tries is a count of steps ([`Effort`]): where it runs out, whole sentences or whole blocks are compared
//! instead of words, and [`Redline::detail`] says so. How a redline looks on a page is the business of `report`.

mod accept;
mod align;
mod anchors;
mod bags;
mod balance;
mod block;
mod change;
mod cleanup;
mod effort;
mod inline;
mod lines;
mod moves;
mod pair;
mod rows;
mod sentence;
mod splice;
mod structure;
#[cfg(test)]
mod tests;
mod token;
mod words;

use std::ops::Range;

pub use block::{Block, Kind, Text};
pub use change::{Change, ChangeId, ChangeKind};
pub use effort::{Detail, Effort};
pub use inline::Mark;
pub use token::{Interner, Token};

/// Two texts and what differs.
#[derive(Debug)]
pub struct Redline<'a> {
    /// The text before.
    pub old: Text<'a>,
    /// The text after.
    pub new: Text<'a>,
    /// Both, aligned: every block of either stands in exactly one row, in order; a moved block before stands in two, and
    /// its words belong to the second.
    pub rows: Vec<Row>,
    /// What stands elsewhere, in the order of the text after.
    pub moves: Vec<Move>,
    /// The coarsest comparison that had to be made.
    pub detail: Detail,
}

/// Blocks that belong side by side, as indices into the blocks of their text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The same words on both sides.
    Same {
        /// The block before.
        old: usize,
        /// The block after.
        new: usize,
    },
    /// Words differ.
    Edited {
        /// The block before.
        old: usize,
        /// The block after.
        new: usize,
        /// What is the same and what differs, in order; together they cover both blocks.
        ops: Vec<Op>,
    },
    /// A block that is gone.
    Deleted(usize),
    /// A block that is new.
    Inserted(usize),
    /// A block that stands elsewhere now: where it stood.
    MovedFrom {
        /// The block before.
        old: usize,
        /// Which of [`Redline::moves`].
        moved: usize,
    },
    /// A block that stood elsewhere: where it stands now.
    MovedTo {
        /// The block before.
        old: usize,
        /// The block after.
        new: usize,
        /// What is the same and what differs, as in [`Row::Edited`].
        ops: Vec<Op>,
        /// Which of [`Redline::moves`].
        moved: usize,
    },
}

impl Row {
    /// The block before that stands in this row; of a moved block, in both of its rows.
    #[must_use]
    pub fn block_before(&self) -> Option<usize> {
        match *self {
            Self::Same { old, .. }
            | Self::Edited { old, .. }
            | Self::Deleted(old)
            | Self::MovedFrom { old, .. }
            | Self::MovedTo { old, .. } => Some(old),
            Self::Inserted(_) => None,
        }
    }

    /// The block after that stands in this row.
    #[must_use]
    pub fn block_after(&self) -> Option<usize> {
        match *self {
            Self::Same { new, .. }
            | Self::Edited { new, .. }
            | Self::Inserted(new)
            | Self::MovedTo { new, .. } => Some(new),
            Self::Deleted(_) | Self::MovedFrom { .. } => None,
        }
    }

    /// What differs within the blocks of this row, where both are there.
    #[must_use]
    pub fn ops(&self) -> &[Op] {
        match self {
            Self::Edited { ops, .. } | Self::MovedTo { ops, .. } => ops,
            _ => &[],
        }
    }
}

/// Tokens before and after, as indices into the tokens of their text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Op {
    /// How they differ.
    pub class: Class,
    /// Before; empty where something was only put in.
    pub old: Range<usize>,
    /// After; empty where something was only taken out.
    pub new: Range<usize>,
}

impl Op {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.class == Class::Same
    }
}

/// How the two sides of an [`Op`] differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Not at all.
    Same,
    /// Other words.
    Changed,
    /// The same words with other emphasis, another link, or as code.
    Marked,
}

/// Blocks that stand elsewhere in the text after; a question and its answer are one move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The blocks before.
    pub old: Range<usize>,
    /// The blocks after, as many.
    pub new: Range<usize>,
}

/// How much differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Blocks of either text, pairs counted once.
    pub blocks: usize,
    /// Those that differ.
    pub changed: usize,
    /// Words that are gone.
    pub deleted: usize,
    /// Words that are new.
    pub inserted: usize,
}

impl<'a> Redline<'a> {
    /// Compares `old` with `new`. Never fails; `effort` says how many steps it may take.
    pub fn of(old: &'a str, new: &'a str, effort: Effort) -> Self {
        let mut interner = Interner::default();
        let (old, new) = (Text::read(old, &mut interner), Text::read(new, &mut interner));
        let mut effort = effort;
        let alignment = anchors::align(&old, &new, &mut effort);
        let (rows, moves) = rows::of(&old, &new, &alignment, &mut effort);
        Self { old, new, rows, moves, detail: effort.detail() }
    }

    /// How much differs.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for row in &self.rows {
            counts.blocks += usize::from(!matches!(row, Row::MovedFrom { .. }));
            let (old, new) = match row {
                Row::Same { .. } | Row::MovedFrom { .. } => continue,
                Row::Edited { ops, .. } | Row::MovedTo { ops, .. } => {
                    let changes = || ops.iter().filter(|op| op.class == Class::Changed);
                    (
                        changes().map(|op| self.old.words(op.old.clone())).sum(),
                        changes().map(|op| self.new.words(op.new.clone())).sum(),
                    )
                }
                Row::Deleted(at) => (self.old.words(self.old.tokens_of(*at)), 0),
                Row::Inserted(at) => (0, self.new.words(self.new.tokens_of(*at))),
            };
            counts.changed += 1;
            counts.deleted += old;
            counts.inserted += new;
        }
        counts
    }
}
