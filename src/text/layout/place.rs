//! Between byte offsets and places on the screen.

use super::{Layout, Row};
use crate::text::Buffer;

/// Which neighbour a cursor stands with, where they are apart on the screen: at a wrap point and at virtual text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Affinity {
    /// With the cluster before it: at the end of the upper row, in front of virtual text.
    Before,
    /// With the cluster after it: at the start of the lower row, behind virtual text.
    #[default]
    After,
}

/// A byte offset and, where that is two places on the screen, which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// The byte offset.
    pub offset: usize,
    /// Which of its two places.
    pub affinity: Affinity,
}

impl From<usize> for Place {
    fn from(offset: usize) -> Self {
        Self { offset, affinity: Affinity::default() }
    }
}

impl Layout {
    /// The row that `place` is on, and its column in cells from the row's start. The column is past the width where the
    /// cursor stands in or behind hanging space: draw it in the last cell.
    pub fn locate(&self, buffer: &Buffer, place: impl Into<Place>) -> (Row, usize) {
        let Place { offset, affinity } = place.into();
        let line = buffer.line_of(offset);
        let flow = self.flow(buffer, line);
        let at = flow.position(offset, affinity);
        let index = self.starts(&flow, line).partition_point(|start| match affinity {
            Affinity::Before => *start < at,
            Affinity::After => *start <= at,
        });
        let row = self.row(buffer, line, index);
        let lead = if row.is_first() { 0 } else { self.lead(row.line) };
        let column = self.cells_to(buffer, &row, at).last().map_or(lead, |cell| cell.column + cell.width);
        (row, column)
    }

    /// The place in `row` at or left of `column` (cells from the row's start): where a click leads. Virtual text stands
    /// for the place it is shown at, and what lies right of the row for its end.
    pub fn place_at(&self, buffer: &Buffer, row: &Row, column: usize) -> Place {
        let hit = self.cells(buffer, row).find(|cell| column < cell.column + cell.width);
        hit.map_or(row.end(), |cell| Place {
            offset: cell.offset,
            affinity: if cell.is_virtual { Affinity::Before } else { Affinity::After },
        })
    }

    /// The place `rows` rows below `from` (above, if negative) at or left of column `goal`, or as far as there are rows.
    /// Keep `goal`, the column that the last horizontal move led to, over several vertical ones. Rows of nothing but
    /// virtual text are passed by.
    pub fn vertical(&self, buffer: &Buffer, from: impl Into<Place>, goal: usize, rows: isize) -> Place {
        let mut place = from.into();
        let (mut row, _) = self.locate(buffer, place);
        let mut left = rows.unsigned_abs();
        while left > 0 {
            let next = if rows > 0 { self.next_row(buffer, &row) } else { self.previous_row(buffer, &row) };
            let Some(next) = next else { break };
            row = next;
            let target = self.place_at(buffer, &row, goal);
            if self.locate(buffer, target).0 == row {
                place = target;
                left -= 1;
            }
        }
        place
    }
}
