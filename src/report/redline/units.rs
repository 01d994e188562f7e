//! What of a redline is shown, in order: rows, how many were passed over, headings that rows stand under.

use super::place::plain;
use super::sheet::Sheet;
use crate::redline::{Kind, Row};
use crate::text::counted;

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
    /// What was passed over, all before this row.
    Folded(Folded, usize),
    /// The heading that what follows stands under, as a block of a text; it did not change itself, or stands further up.
    Heading(Side, usize, usize),
}

/// What was passed over because nothing in it changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Folded {
    /// Lines of the front matter.
    pub fields: usize,
    /// Headings.
    pub headings: usize,
    /// Everything else.
    pub paragraphs: usize,
    /// Comments on it.
    pub comments: usize,
}

impl Folded {
    fn is_empty(self) -> bool {
        self.fields + self.headings + self.paragraphs == 0
    }

    /// What is said in its place, a line each; of the comments too where they are shown.
    pub(super) fn told(self, comments: bool) -> Vec<String> {
        let mut told = Vec::new();
        if self.fields > 0 {
            told.push(format!("front matter: {} unchanged", counted(self.fields, "line")));
        }
        let passed = match (self.paragraphs, self.headings) {
            (0, 0) => None,
            (0, headings) => Some(counted(headings, "unchanged heading")),
            (paragraphs, _) => Some(counted(paragraphs, "unchanged paragraph")),
        };
        let said = if comments && self.comments > 0 {
            format!(", {}", counted(self.comments, "comment"))
        } else {
            String::new()
        };
        told.extend(passed.map(|passed| format!("… {passed}{said}")));
        told
    }
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

/// What is shown of `sheet`: the whole of it, or what changed and what the pen says something of; and row `open` anyway.
/// Front matter that did not change is folded in any case: it is no text that people read.
pub(super) fn of(sheet: &Sheet<'_, '_>, all: bool, open: Option<usize>) -> Vec<Unit> {
    let mut walk = Walk {
        sheet,
        all,
        open,
        units: Vec::new(),
        folded: Folded::default(),
        heading: None,
        first: true,
        fields: false,
    };
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
    open: Option<usize>,
    units: Vec<Unit>,
    /// What was passed over since the last unit.
    folded: Folded,
    /// The heading last shown, as it reads: the same one stands in both texts.
    heading: Option<String>,
    /// Whether nothing was shown since the last heading.
    first: bool,
    /// Whether the last unit belongs to the front matter, of which every line is a block.
    fields: bool,
}

impl Walk<'_, '_, '_> {
    fn row(&mut self, at: usize, row: &Row) {
        let kind = self.kind(row);
        let folds = (!self.all || kind == Some(Kind::Field)) && self.open != Some(at);
        if folds && matches!(row, Row::Same { .. }) && !self.sheet.is_spoken_of(row) {
            return self.pass(kind, row);
        }
        self.context(at, row);
        let is_field = kind == Some(Kind::Field);
        self.push(UnitKind::Row(at), !(self.first || is_field && self.fields));
        self.first = false;
        self.fields = is_field;
    }

    /// What the block of `row` is, after if it stands there.
    fn kind(&self, row: &Row) -> Option<Kind> {
        let redline = self.sheet.redline();
        let after = row.block_after().and_then(|new| redline.new.blocks.get(new));
        let block = after.or_else(|| redline.old.blocks.get(row.block_before()?));
        block.map(|block| block.kind)
    }

    fn pass(&mut self, kind: Option<Kind>, row: &Row) {
        let count = match kind {
            Some(Kind::Field) => &mut self.folded.fields,
            Some(Kind::Heading(_)) => &mut self.folded.headings,
            _ => &mut self.folded.paragraphs,
        };
        *count += 1;
        self.folded.comments += self.sheet.comments_of(row).len();
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
        self.folded.headings = self.folded.headings.saturating_sub(1);
        self.fold(at);
        self.push(UnitKind::Heading(side, heading, at), true);
        self.first = true;
    }

    fn fold(&mut self, before: usize) {
        let folded = std::mem::take(&mut self.folded);
        if !folded.is_empty() {
            self.push(UnitKind::Folded(folded, before), !(self.fields && folded.fields > 0));
            self.first = false;
            self.fields = folded.fields > 0 && folded.paragraphs + folded.headings == 0;
        }
    }

    fn push(&mut self, kind: UnitKind, gap: bool) {
        self.units.push(Unit { kind, gap: gap && !self.units.is_empty() });
    }
}
