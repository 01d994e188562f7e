//! What of a redline is shown, in order: rows, how many were passed over, headings that rows stand under.

use super::place::plain;
use super::sheet::Sheet;
use crate::redline::{Kind, Row};

/// Which of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The text before.
    Old,
    /// The text after.
    New,
}

/// One thing that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// Whether an empty line stands before it.
    pub gap: bool,
}

/// What a [`Unit`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// A row, by its place in the redline.
    Row(usize),
    /// So many unchanged paragraphs that were passed over, all before this row.
    Folded(usize, usize),
    /// The heading that what follows stands under, as a block of a text; it did not change itself, or stands further up.
    Heading(Side, usize, usize),
}

impl Unit {
    /// Whether it is a row.
    pub fn is_row(&self) -> bool {
        matches!(self.kind, UnitKind::Row(_))
    }

    /// The row that it is, or that it stands before.
    pub fn row(&self) -> usize {
        match self.kind {
            UnitKind::Row(row) | UnitKind::Folded(_, row) | UnitKind::Heading(_, _, row) => row,
        }
    }
}

/// What is shown of `sheet`: the whole of it, or what changed and what something is said of.
pub(super) fn of(sheet: &Sheet<'_, '_>, all: bool) -> Vec<Unit> {
    let mut walk = Walk { sheet, all, units: Vec::new(), folded: 0, heading: None, first: true };
    let rows = &sheet.redline().rows;
    for (at, row) in rows.iter().enumerate() {
        walk.row(at, row);
    }
    walk.fold(rows.len());
    walk.units
}

struct Walk<'s, 'r, 't> {
    sheet: &'s Sheet<'r, 't>,
    all: bool,
    units: Vec<Unit>,
    /// Unchanged rows that were passed over.
    folded: usize,
    /// The heading last shown, as it reads: the same one stands in both texts.
    heading: Option<String>,
    /// Whether nothing was shown since the last heading.
    first: bool,
}

impl Walk<'_, '_, '_> {
    fn row(&mut self, at: usize, row: &Row) {
        if !self.all && matches!(row, Row::Same { .. }) && !self.sheet.is_spoken_of(row) {
            self.folded += 1;
            return;
        }
        self.context(at, row);
        self.push(UnitKind::Row(at), !self.first);
        self.first = false;
    }

    /// Says how much was passed over, and under which heading the row stands.
    fn context(&mut self, at: usize, row: &Row) {
        let redline = self.sheet.redline();
        let (side, text, block) = match (row.block_before(), row.block_after()) {
            (_, Some(new)) => (Side::New, &redline.new, new),
            (Some(old), None) => (Side::Old, &redline.old, old),
            (None, None) => return,
        };
        let Some(found) = text.blocks.get(block) else { return };
        if matches!(found.kind, Kind::Heading(_)) {
            self.heading = Some(plain(text, block));
            return self.fold(at);
        }
        let Some(heading) = found.heading.filter(|_| !self.all) else { return self.fold(at) };
        let name = Some(plain(text, heading));
        if self.heading == name {
            return self.fold(at);
        }
        self.heading = name;
        // The heading itself is one of those passed over, and is shown now.
        self.folded = self.folded.saturating_sub(1);
        self.fold(at);
        self.push(UnitKind::Heading(side, heading, at), true);
        self.first = true;
    }

    fn fold(&mut self, before: usize) {
        let folded = std::mem::take(&mut self.folded);
        if folded > 0 {
            self.push(UnitKind::Folded(folded, before), true);
            self.first = false;
        }
    }

    fn push(&mut self, kind: UnitKind, gap: bool) {
        self.units.push(Unit { kind, gap: gap && !self.units.is_empty() });
    }
}
