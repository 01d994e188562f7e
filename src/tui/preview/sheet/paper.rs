//! Going over the rows of a sheet.

use super::Sheet;
use crate::text::{Span, slice};
use crate::tui::preview::render::{self, Leaf, Row};

/// A row: which block, which piece of it, which row of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    chunk: usize,
    leaf: usize,
    row: usize,
}

/// A sheet with the text that it is made of.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    sheet: &'a Sheet,
    text: &'a str,
}

impl<'a> Paper<'a> {
    pub(super) fn new(sheet: &'a Sheet, text: &'a str) -> Self {
        Self { sheet, text }
    }

    /// The row at `place`, its spans counted from [`Paper::start`].
    pub fn row(&self, place: Place) -> Option<&'a Row> {
        self.rows(place).get(place.row)
    }

    /// Where the block of `place` begins in the text.
    pub fn start(&self, place: Place) -> usize {
        self.sheet.chunks.get(place.chunk).map_or(0, |chunk| chunk.start)
    }

    /// The bytes of the text that the row at `place` comes from.
    pub fn span(&self, place: Place) -> Span {
        self.row(place).map_or_else(Span::default, |row| row.span.shifted(self.start(place)))
    }

    /// The first row, if there is any.
    pub fn first(&self) -> Option<Place> {
        self.first_from(0)
    }

    /// The last row, if there is any.
    pub fn last(&self) -> Option<Place> {
        self.last_before(self.sheet.chunks.len())
    }

    /// The row below.
    pub fn next(&self, place: Place) -> Option<Place> {
        let Place { chunk, leaf, row } = place;
        if row + 1 < self.rows(place).len() {
            return Some(Place { row: row + 1, ..place });
        }
        if leaf + 1 < self.leaves(chunk).len() {
            return Some(Place { chunk, leaf: leaf + 1, row: 0 });
        }
        self.first_from(chunk + 1)
    }

    /// The row above.
    pub fn previous(&self, place: Place) -> Option<Place> {
        let Place { chunk, leaf, row } = place;
        if let Some(row) = row.checked_sub(1) {
            return Some(Place { row, ..place });
        }
        match leaf.checked_sub(1) {
            Some(leaf) => Some(self.last_of(chunk, leaf)),
            None => self.last_before(chunk),
        }
    }

    /// The rows from `place` on.
    pub fn from(self, place: Option<Place>) -> impl Iterator<Item = Place> + 'a {
        std::iter::successors(place, move |place| self.next(*place))
    }

    /// The row that begins what byte `offset` of the text stands in; where that is not shown, the next thing that is, or
    /// the last.
    pub fn unit_at(&self, offset: usize) -> Option<Place> {
        let chunk = self.chunk_at(offset);
        let local = offset.saturating_sub(self.start(Place { chunk, ..Place::default() }));
        let is_before = |leaf: &Leaf| !leaf.is_gap() && leaf.span.start <= local;
        let leaf = self.leaves(chunk).iter().rposition(is_before);
        let Some(leaf) = leaf else {
            let next = self.leaves(chunk).iter().position(|leaf| !leaf.is_gap());
            let next = next.map(|leaf| Place { chunk, leaf, row: 0 });
            let last = || self.last().map(|last| self.unit_of(last));
            return next.or_else(|| self.first_from(chunk + 1)).or_else(last);
        };
        let place = Place { chunk, leaf, row: 0 };
        let begins = |row: &Row| row.is_start && row.span.start <= local;
        let row = self.rows(place).iter().rposition(begins).unwrap_or(0);
        Some(Place { row, ..place })
    }

    /// The row that shows byte `offset` of the text; where none does, as [`Paper::unit_at`].
    pub fn row_at(&self, offset: usize) -> Option<Place> {
        let unit = self.unit_at(offset)?;
        let local = offset.saturating_sub(self.start(unit));
        let more = self.rows(unit).iter().skip(unit.row + 1);
        let rows = more.take_while(|row| !row.is_start && row.span.start <= local && shows(row)).count();
        Some(Place { row: unit.row + rows, ..unit })
    }

    /// The row that begins what `place` belongs to; for the room between two things, the upper one.
    pub fn unit_of(&self, place: Place) -> Place {
        let mut up = std::iter::successors(Some(place), |place| self.previous(*place));
        up.find(|place| self.row(*place).is_some_and(|row| row.is_start)).unwrap_or(place)
    }

    /// So many rows from `place`, up if negative, or as far as there are rows; and how many of them there were not.
    pub fn walk(&self, place: Place, rows: isize) -> (Place, usize) {
        let mut at = place;
        for done in 0..rows.unsigned_abs() {
            let next = if rows < 0 { self.previous(at) } else { self.next(at) };
            let Some(next) = next else { return (at, rows.unsigned_abs() - done) };
            at = next;
        }
        (at, 0)
    }

    fn leaves(&self, chunk: usize) -> &'a [Leaf] {
        let Some(found) = self.sheet.chunks.get(chunk) else { return &[] };
        found.leaves.get_or_init(|| {
            self.sheet.set.set(self.sheet.set.get() + 1);
            let end = self.sheet.chunks.get(chunk + 1).map_or(self.sheet.len, |next| next.start);
            let source = slice(self.text, found.start..end);
            let signs = &self.sheet.signs;
            if chunk == 0 {
                return render::title(source, signs).into();
            }
            render::leaves(source, &self.sheet.known, signs).into()
        })
    }

    fn rows(&self, place: Place) -> &'a [Row] {
        let leaf = self.leaves(place.chunk).get(place.leaf);
        leaf.map_or(&[], |leaf| leaf.rows(self.sheet.width, &self.sheet.signs))
    }

    fn chunk_at(&self, offset: usize) -> usize {
        self.sheet.chunks.partition_point(|chunk| chunk.start <= offset).saturating_sub(1)
    }

    fn first_from(&self, chunk: usize) -> Option<Place> {
        let shown = (chunk..self.sheet.chunks.len()).find(|chunk| !self.leaves(*chunk).is_empty())?;
        Some(Place { chunk: shown, leaf: 0, row: 0 })
    }

    fn last_before(&self, chunk: usize) -> Option<Place> {
        let shown = (0..chunk).rev().find(|chunk| !self.leaves(*chunk).is_empty())?;
        Some(self.last_of(shown, self.leaves(shown).len() - 1))
    }

    fn last_of(&self, chunk: usize, leaf: usize) -> Place {
        let place = Place { chunk, leaf, row: 0 };
        Place { row: self.rows(place).len().saturating_sub(1), ..place }
    }
}

/// Whether there are words in `row`.
fn shows(row: &Row) -> bool {
    row.pieces.iter().any(|piece| !piece.source.is_empty())
}
