//! Which rows of the preview are on the screen: those that stand beside the text they come from.

use super::sheet::{Paper, Place};
use crate::text::Row;
use crate::tui::editor::Editor;

/// The window onto a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// The top row.
    pub top: Option<Place>,
    /// Rows left free above it, so that what follows stands beside its source.
    pub above: usize,
}

impl Window {
    /// The window of `height` rows in which what the cursor is in stands as high as in the text, whose window begins `lower`
    /// rows lower; where the cursor is out of sight, what is at the top of the text.
    pub fn beside(paper: &Paper<'_>, editor: &Editor, height: usize, lower: isize) -> Self {
        let rows: Vec<Row> = editor.rows().collect();
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Self::default() };
        let head = editor.selection().head;
        let is_seen = first.span.start <= head && head <= last.span.end;
        let wanted = if is_seen { paper.unit_at(head) } else { None };
        let units = rows.iter().filter_map(|row| paper.unit_at(row.span.start));
        let unit =
            wanted.into_iter().chain(units).find_map(|unit| Some((unit, beginning(paper, unit, &rows)?)));
        let top = || paper.row_at(first.span.start).map(|place| (place, 0));
        let Some((place, y)) = unit.or_else(top) else { return Self::default() };
        let y = (y + editor.lead()).cast_signed() + lower;
        let y = if is_seen { raised(paper, place, y, head, height) } else { y };
        Self::with(paper, place, y)
    }

    /// The window in which `place` is `y` rows under the top.
    pub fn with(paper: &Paper<'_>, place: Place, y: isize) -> Self {
        let (top, missing) = paper.walk(place, -y);
        Self { top: Some(top), above: if y > 0 { missing } else { 0 } }
    }

    /// The rows in it, each with how far under the top it is.
    pub fn rows<'a>(&self, paper: &Paper<'a>, height: usize) -> impl Iterator<Item = (usize, Place)> + 'a {
        (self.above..height).zip(paper.from(self.top))
    }

    /// Scrolls by `rows`, down if positive, in a window of `height` rows: not past the first or the last one.
    pub fn scroll(&mut self, paper: &Paper<'_>, rows: isize, height: usize) {
        let Some(top) = self.top else { return };
        let skipped = if rows > 0 { self.above.min(rows.unsigned_abs()) } else { 0 };
        let (to, _) = paper.walk(top, rows - skipped.cast_signed());
        self.above -= skipped;
        self.top = Some(to);
        self.hold(paper, height);
    }

    /// Keeps it within the rows there are.
    pub fn hold(&mut self, paper: &Paper<'_>, height: usize) {
        let up = isize::try_from(height.saturating_sub(1)).unwrap_or(0);
        let last = paper.last().map(|last| paper.walk(last, -up).0);
        if self.top > last {
            *self = Self { top: last, above: 0 };
        }
    }
}

/// Which of `rows` of the text shows the beginning of what begins with `unit`.
fn beginning(paper: &Paper<'_>, unit: Place, rows: &[Row]) -> Option<usize> {
    let begins = paper.span(unit).start;
    rows.iter().position(|row| row.span.contains(begins) || row.span.start == begins)
}

/// `y`, or as much less as brings the row with byte `head` into the window, `place` being the row at `y` before it.
fn raised(paper: &Paper<'_>, place: Place, y: isize, head: usize, height: usize) -> isize {
    let last = isize::try_from(height.saturating_sub(1)).unwrap_or(0);
    let Some(row) = paper.row_at(head) else { return y.min(last) };
    // More rows than there are in the window need not be counted.
    let below = paper.from(Some(place)).take(2 * height + 1).take_while(|place| *place < row).count();
    y.min(last - below.cast_signed())
}
