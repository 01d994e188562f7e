//! What differs as a list of numbered changes, each with an id that outlives the run.

use std::fmt;
use std::hash::Hasher;
use std::ops::Range;

use fnv::FnvHasher;
use rustc_hash::FxHashMap;

use super::{Class, Kind, Op, Redline, Row, Text};
use crate::text::{Span, slice};

/// One change that can be taken or left. Layout (line breaks, the marks of list items, blank lines) is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The same in every run over the same texts.
    pub id: ChangeId,
    /// From 1, in the order of [`Redline::rows`]; 0 for what is no change of its own (see [`Redline::accept`]).
    pub number: usize,
    /// The row it stands in; of a move, the first row of where the blocks stand now.
    pub row: usize,
    /// What happened.
    pub kind: ChangeKind,
    /// The words before; empty, and where they would stand, where something is new.
    pub old: Span,
    /// The words after; empty, and where they would stand, where something is gone.
    pub new: Span,
}

/// What happened in a [`Change`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Other words stand there.
    Replaced,
    /// Words are new.
    Inserted,
    /// Words are gone.
    Deleted,
    /// Blocks stand elsewhere.
    Moved,
    /// The same words have other emphasis, another link, or are code.
    Marked,
}

impl ChangeKind {
    /// Its name, as programs read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Replaced => "replaced",
            Self::Inserted => "inserted",
            Self::Deleted => "deleted",
            Self::Moved => "moved",
            Self::Marked => "marked",
        }
    }
}

/// Names a change by what it says and under which headings; written as eight hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChangeId(pub u32);

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

impl Redline<'_> {
    /// All changes, numbered in the order of [`Redline::rows`].
    pub fn changes(&self) -> Vec<Change> {
        let mut list = List {
            redline: self,
            out: Vec::new(),
            seen: FxHashMap::default(),
            path: path(&self.new, None),
            heading: None,
            moved: None,
            covered: 0,
            old_end: 0,
            new_end: 0,
        };
        for (at, row) in self.rows.iter().enumerate() {
            list.row(at, row);
        }
        list.out
    }
}

/// The list as far as it is made.
struct List<'r, 'a> {
    redline: &'r Redline<'a>,
    out: Vec<Change>,
    /// How often a change that says the same was seen.
    seen: FxHashMap<u64, u64>,
    /// Of the headings of the text after that the row stands under.
    path: u64,
    /// The heading that the path ends with.
    heading: Option<usize>,
    /// The last move that was listed.
    moved: Option<usize>,
    /// The first row that no change before covers.
    covered: usize,
    /// Where the last block that stands in its place ends in the text before.
    old_end: usize,
    /// Where the last block ends in the text after.
    new_end: usize,
}

impl List<'_, '_> {
    fn row(&mut self, at: usize, row: &Row) {
        let block = row.block_after().and_then(|new| self.redline.new.blocks.get(new));
        if let Some(block) = block.filter(|block| self.heading != block.heading) {
            self.heading = block.heading;
            self.path = path(&self.redline.new, block.heading);
        }
        let (old, new) = (&self.redline.old, &self.redline.new);
        match row {
            Row::Same { .. } | Row::MovedFrom { .. } => {}
            Row::Edited { ops, .. } => self.ops(at, ops),
            Row::MovedTo { ops, moved, .. } => {
                if self.moved.replace(*moved) != Some(*moved)
                    && let Some(place) = self.redline.moves.get(*moved)
                {
                    let (from, to) = (blocks(old, &place.old), blocks(new, &place.new));
                    self.push(at, ChangeKind::Moved, from, to);
                }
                self.ops(at, ops);
            }
            Row::Deleted(_) | Row::Inserted(_) if at < self.covered => {}
            Row::Deleted(block) => {
                let alone = |row: &Row| if let Row::Deleted(block) = row { Some(*block) } else { None };
                let here = Span::at(self.new_end);
                let last = self.group(at, old, *block, alone);
                self.push(at, ChangeKind::Deleted, blocks(old, &(*block..last + 1)), here);
            }
            Row::Inserted(block) => {
                let alone = |row: &Row| if let Row::Inserted(block) = row { Some(*block) } else { None };
                let here = Span::at(self.old_end);
                let last = self.group(at, new, *block, alone);
                self.push(at, ChangeKind::Inserted, here, blocks(new, &(*block..last + 1)));
            }
        }
        if let (Some(block), false) = (row.block_before(), matches!(row, Row::MovedTo { .. })) {
            self.old_end = old.span_of(block).end;
        }
        if let Some(block) = row.block_after() {
            self.new_end = new.span_of(block).end;
        }
    }

    /// The last block of what goes with `block` of row `at`: a table with its head, front matter with its first line.
    fn group(
        &mut self,
        at: usize,
        text: &Text<'_>,
        block: usize,
        alone: impl Fn(&Row) -> Option<usize>,
    ) -> usize {
        let group = |block: usize| text.blocks.get(block).map(|block| block.group);
        let rows = self.redline.rows.get(at + 1..).unwrap_or(&[]).iter();
        let rest = rows.map_while(alone).take_while(|next| group(*next) == Some(block)).count();
        self.covered = at + 1 + rest;
        block + rest
    }

    fn ops(&mut self, at: usize, ops: &[Op]) {
        for op in ops {
            let kind = match op.class {
                Class::Same => continue,
                Class::Marked => ChangeKind::Marked,
                Class::Changed if op.old.is_empty() => ChangeKind::Inserted,
                Class::Changed if op.new.is_empty() => ChangeKind::Deleted,
                Class::Changed => ChangeKind::Replaced,
            };
            let (old, new) =
                (self.redline.old.span_of_tokens(&op.old), self.redline.new.span_of_tokens(&op.new));
            self.push(at, kind, old, new);
        }
    }

    fn push(&mut self, row: usize, kind: ChangeKind, old: Span, new: Span) {
        let mut hasher = FnvHasher::default();
        hasher.write_u64(self.path);
        hasher.write_u8(kind as u8);
        for text in [slice(self.redline.old.source, old), slice(self.redline.new.source, new)] {
            hash_words(text, &mut hasher);
        }
        let nth = self.seen.entry(hasher.finish()).or_default();
        hasher.write_u64(*nth);
        *nth += 1;
        let hash = hasher.finish();
        let id = ChangeId((hash ^ (hash >> 32)) as u32);
        self.out.push(Change { id, number: self.out.len() + 1, row, kind, old, new });
    }
}

/// The bytes of `range`.
fn blocks(text: &Text<'_>, range: &Range<usize>) -> Span {
    let last = text.span_of(range.end.saturating_sub(1).max(range.start));
    Span::new(text.span_of(range.start).start, last.end)
}

/// Of the heading `above` and those over it, the nearest of each level.
fn path(text: &Text<'_>, mut above: Option<usize>) -> u64 {
    let mut hasher = FnvHasher::default();
    let mut level = u8::MAX;
    while let Some((at, block)) = above.filter(|_| level > 1).and_then(|at| Some((at, text.blocks.get(at)?)))
    {
        if let Kind::Heading(own) = block.kind
            && own < level
        {
            level = own;
            hash_words(slice(text.source, text.span_of(at)), &mut hasher);
        }
        above = block.heading;
    }
    hasher.finish()
}

/// Hashes `text` whatever white space stands between its words.
fn hash_words(text: &str, hasher: &mut FnvHasher) {
    for word in text.split_whitespace() {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
    hasher.write_u8(0);
}
