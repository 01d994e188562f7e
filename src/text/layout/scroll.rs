//! Scrolling: which row is at the top.

use super::{Layout, Place, Row};
use crate::text::Buffer;

impl Layout {
    /// The byte offset of the row `rows` rows below the one that holds byte `top` (above, if negative), or as far as
    /// there are rows.
    pub fn scroll(&self, buffer: &Buffer, top: usize, rows: isize) -> usize {
        let (mut row, _) = self.locate(buffer, top);
        let mut top = row.span.start;
        let mut left = rows.unsigned_abs();
        while left > 0 {
            let next = if rows > 0 { self.next_row(buffer, &row) } else { self.previous_row(buffer, &row) };
            let Some(next) = next else { break };
            row = next;
            // A row that begins inside virtual text has no offset of its own.
            if self.locate(buffer, row.start()).0 == row {
                top = row.span.start;
                left -= 1;
            }
        }
        top
    }

    /// The top for a window of `height` rows so that `place` is in it with `margin` rows around (as far as there are
    /// rows): `top`, put on the start of its row, if that will do, else the nearest one that does.
    pub fn reveal(
        &self,
        buffer: &Buffer,
        top: usize,
        place: impl Into<Place>,
        height: usize,
        margin: usize,
    ) -> usize {
        let (row, _) = self.locate(buffer, place);
        let margin = margin.min(height.saturating_sub(1) / 2);
        let rows_below = std::iter::successors(Some(row), |row| self.next_row(buffer, row)).skip(1);
        let below = rows_below.take(margin).count();
        let highest = self.above(buffer, row, height.saturating_sub(1 + below));
        let lowest = self.above(buffer, row, margin);
        let (current, _) = self.locate(buffer, top);
        let order = |row: &Row| (row.line, row.index);
        let chosen = if order(&current) < order(&highest) {
            highest
        } else if order(&current) > order(&lowest) {
            lowest
        } else {
            current
        };
        chosen.span.start
    }

    /// The top for a window in which `rows` rows stand above that of `place`, and how many of those the text lacks.
    pub fn top_above(&self, buffer: &Buffer, place: impl Into<Place>, rows: usize) -> (usize, usize) {
        let (row, _) = self.locate(buffer, place);
        let above = std::iter::successors(Some(row), |row| self.previous_row(buffer, row)).take(rows + 1);
        let (count, top) = above.fold((0, row), |(count, _), row| (count + 1, row));
        (top.span.start, rows + 1 - count)
    }

    fn above(&self, buffer: &Buffer, row: Row, rows: usize) -> Row {
        std::iter::successors(Some(row), |row| self.previous_row(buffer, row))
            .take(rows + 1)
            .last()
            .unwrap_or(row)
    }
}
