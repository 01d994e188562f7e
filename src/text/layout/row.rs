//! Rows and the cells in them.

use super::{Affinity, Layout, Place};
use crate::text::{Buffer, Span, cell_width};

/// One row of the screen: a piece of one line.
///
/// The spans of a line's rows follow each other without gap and make up exactly [`Buffer::line_content`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Row {
    /// The line it belongs to, from 0.
    pub line: usize,
    /// Which of the line's rows it is, from 0.
    pub index: usize,
    /// The bytes of the text it shows; empty for a blank line and for a row that shows virtual text only.
    pub span: Span,
    /// Whether the line ends with it.
    pub is_last: bool,
    /// Its place in the line's flow.
    pub(super) flow: Span,
}

impl Row {
    /// Whether the line begins with it.
    pub fn is_first(&self) -> bool {
        self.index == 0
    }

    /// Where the Home key leads.
    pub fn start(&self) -> Place {
        Place { offset: self.span.start, affinity: Affinity::After }
    }

    /// Where the End key leads: for a row that is not the last of its line the cursor then stands behind the row's
    /// hanging space, perhaps past the edge.
    pub fn end(&self) -> Place {
        Place { offset: self.span.end, affinity: Affinity::Before }
    }
}

/// One grapheme cluster in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The cluster as it is in the text; draw its [`glyph`](crate::text::glyph).
    pub text: &'a str,
    /// The first terminal cell it takes, counted from the edge: a row that hangs begins further in.
    pub column: usize,
    /// How many terminal cells it takes; at least 1.
    pub width: usize,
    /// The byte offset of the cluster, or of the place where virtual text is shown.
    pub offset: usize,
    /// Whether it is virtual text.
    pub is_virtual: bool,
}

impl Layout {
    /// How many rows `line` has; at least 1. Wraps the line if need be.
    pub fn row_count(&self, buffer: &Buffer, line: usize) -> usize {
        self.starts(&self.flow(buffer, line), line).len() + 1
    }

    /// Row `index` of `line`; the last one of each where there is none so far down.
    pub fn row(&self, buffer: &Buffer, line: usize, index: usize) -> Row {
        let line = line.min(buffer.line_count() - 1);
        let flow = self.flow(buffer, line);
        let starts = self.starts(&flow, line);
        let index = index.min(starts.len());
        let start = index.checked_sub(1).and_then(|before| starts.get(before)).copied().unwrap_or(0);
        let end = starts.get(index).copied();
        let content = buffer.line_content(line);
        let first = if index == 0 { content.start } else { flow.offset(start) };
        let span = Span::new(first, end.map_or(content.end, |end| flow.offset(end)));
        Row { line, index, span, is_last: end.is_none(), flow: Span::new(start, end.unwrap_or(flow.len())) }
    }

    /// The row below, if any.
    pub fn next_row(&self, buffer: &Buffer, row: &Row) -> Option<Row> {
        let (line, index) = if row.is_last { (row.line + 1, 0) } else { (row.line, row.index + 1) };
        (line < buffer.line_count()).then(|| self.row(buffer, line, index))
    }

    /// The row above, if any.
    pub fn previous_row(&self, buffer: &Buffer, row: &Row) -> Option<Row> {
        match row.index.checked_sub(1) {
            Some(index) => Some(self.row(buffer, row.line, index)),
            None => row.line.checked_sub(1).map(|line| self.row(buffer, line, usize::MAX)),
        }
    }

    /// The rows from the one that holds byte `top` down to the end of the text, wrapped as they are taken.
    pub fn rows<'a>(&'a self, buffer: &'a Buffer, top: usize) -> impl Iterator<Item = Row> + 'a {
        let (first, _) = self.locate(buffer, Place { offset: top, affinity: Affinity::After });
        std::iter::successors(Some(first), |row| self.next_row(buffer, row))
    }

    /// The clusters of `row` from left to right, text and virtual text.
    pub fn cells<'a>(&'a self, buffer: &'a Buffer, row: &Row) -> impl Iterator<Item = Cell<'a>> + 'a {
        self.cells_to(buffer, row, row.flow.end)
    }

    /// The cells of `row` before flow position `end`.
    pub(super) fn cells_to<'a>(
        &'a self,
        buffer: &'a Buffer,
        row: &Row,
        end: usize,
    ) -> impl Iterator<Item = Cell<'a>> + 'a {
        let clusters = self.flow(buffer, row.line).into_clusters(row.flow.start);
        let mut column = if row.is_first() { 0 } else { self.lead(row.line) };
        clusters.take_while(move |cluster| cluster.at < end).map(move |cluster| {
            let start = column;
            let width = cell_width(cluster.text, start);
            column += width;
            Cell {
                text: cluster.text,
                column: start,
                width,
                offset: cluster.offset,
                is_virtual: cluster.is_virtual,
            }
        })
    }
}
