//! Moving the cursor, over the text and over the screen.

use super::Editor;
use crate::text::{Affinity, Motion};

/// A way to move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// Over the text, however it is wrapped.
    Text(Motion),
    /// So many screen rows down; up where negative.
    Rows(isize),
    /// So many windows down; up where negative.
    Pages(isize),
    /// To the start of the screen row; from there, to that of the line.
    RowStart,
    /// To the end of the screen row; from there, to that of the line.
    RowEnd,
}

impl Editor {
    /// Moves the cursor; what is between stays selected if `extend`.
    pub fn go(&mut self, go: Go, extend: bool) {
        match go {
            Go::Text(motion) => {
                let moved = motion.apply(&self.buffer, self.selection, extend);
                self.stand(moved);
                self.affinity = Affinity::After;
            }
            Go::Rows(rows) => self.vertical(rows, extend),
            Go::Pages(pages) => self.page(pages, extend),
            Go::RowStart => {
                let row = self.layout.locate(&self.buffer, self.place()).0;
                let start = if self.place().offset == row.span.start {
                    self.layout.row(&self.buffer, row.line, 0)
                } else {
                    row
                };
                self.click(start.start(), extend);
            }
            Go::RowEnd => {
                let row = self.layout.locate(&self.buffer, self.place()).0;
                let end = if self.place().offset == row.span.end {
                    self.layout.row(&self.buffer, row.line, usize::MAX)
                } else {
                    row
                };
                self.click(end.end(), extend);
            }
        }
    }

    fn vertical(&mut self, rows: isize, extend: bool) {
        let goal = self.goal.unwrap_or_else(|| self.layout.locate(&self.buffer, self.place()).1);
        let from = self.place();
        let mut to = self.layout.vertical(&self.buffer, from, goal, rows);
        let on_row = |place| self.layout.locate(&self.buffer, place).0;
        if on_row(to) == on_row(from) {
            // As on every desktop: up from the first row is its start, down from the last its end.
            let row = on_row(from);
            to = if rows < 0 { row.start() } else { row.end() };
        }
        self.click(to, extend);
        self.goal = Some(goal);
    }

    fn page(&mut self, pages: isize, extend: bool) {
        let step = isize::try_from(self.window.height.saturating_sub(2).max(1)).unwrap_or(1);
        self.window.top = self.layout.scroll(&self.buffer, self.window.top, pages * step);
        self.vertical(pages * step, extend);
    }
}
