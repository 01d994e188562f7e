//! Tables: columns as wide as they need to be, or as there is room for, with their words wrapped.

use pulldown_cmark::Alignment;

use super::flow::Flow;
use super::{Face, Piece, Row, Signs};
use crate::text::Span;

/// Cells between two columns: a bar with a space at both sides.
const BETWEEN: usize = 3;

/// A table with its words.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    lines: Vec<Line>,
}

/// A row of the table, of as many rows on the screen as its longest cell takes.
#[derive(Debug, Clone)]
struct Line {
    span: Span,
    cells: Vec<Flow>,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>) -> Self {
        Self { alignments, lines: Vec::new() }
    }

    /// A row begins; the first is the head.
    pub(super) fn begin_line(&mut self, span: Span) {
        self.lines.push(Line { span, cells: Vec::new() });
    }

    /// Whether the row that began last is the head.
    pub(super) fn in_head(&self) -> bool {
        self.lines.len() == 1
    }

    /// Adds a cell to the row that began last.
    pub(super) fn push(&mut self, cell: Flow) {
        if let Some(line) = self.lines.last_mut() {
            line.cells.push(cell);
        }
    }

    pub(super) fn rows(&self, width: usize, signs: &Signs) -> Vec<Row> {
        let widths = self.widths(width);
        let mut rows = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            rows.extend(self.line(line, &widths, signs));
            if at == 0 {
                let bars: Vec<String> =
                    widths.iter().map(|cells| signs.glyphs.border.horizontal_top.repeat(*cells)).collect();
                let dash = signs.glyphs.border.horizontal_top;
                let between = format!("{dash}{}{dash}", signs.glyphs.cross);
                rows.push(Row::quiet(bars.join(&between), line.span.end));
            }
        }
        // Where there is no room for all columns, the last ones are left out.
        for row in &mut rows {
            row.pieces.retain(|piece| piece.column < width);
        }
        rows
    }

    fn line(&self, line: &Line, widths: &[usize], signs: &Signs) -> Vec<Row> {
        let cells: Vec<Vec<Row>> =
            line.cells.iter().zip(widths).map(|(cell, width)| cell.rows(*width)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(1);
        let mut rows = vec![Row { span: line.span, ..Row::default() }; height];
        if let Some(first) = rows.first_mut() {
            first.is_start = true;
        }
        let mut left = 0;
        for (column, width) in widths.iter().enumerate() {
            let words = cells.get(column).into_iter().flatten();
            for (row, mut words) in rows.iter_mut().zip(words.cloned()) {
                words.shift(left + self.indent(column, width.saturating_sub(words.cells())));
                row.pieces.append(&mut words.pieces);
            }
            left += width + BETWEEN;
            if column + 1 < widths.len() {
                for row in &mut rows {
                    row.pieces.push(bar(signs, left - 2, line.span.start));
                }
            }
        }
        rows
    }

    /// How far words stand in from the left of their column, `spare` cells being free.
    fn indent(&self, column: usize, spare: usize) -> usize {
        match self.alignments.get(column) {
            Some(Alignment::Right) => spare,
            Some(Alignment::Center) => spare / 2,
            _ => 0,
        }
    }

    /// How wide the columns are: as wide as their words, or no wider than gives each a fair share of `width` cells.
    fn widths(&self, width: usize) -> Vec<usize> {
        let columns = self.alignments.len().max(1);
        let natural = |column: usize| {
            let cells = self.lines.iter().filter_map(|line| line.cells.get(column));
            cells.map(Flow::cells).max().unwrap_or(0).max(1)
        };
        let wanted: Vec<usize> = (0..columns).map(natural).collect();
        let room = width.saturating_sub(BETWEEN * (columns - 1)).max(columns);
        let most = fair_share(&wanted, room);
        wanted.into_iter().map(|cells| cells.min(most)).collect()
    }
}

fn bar(signs: &Signs, column: usize, source: usize) -> Piece {
    let text = signs.glyphs.divider.to_owned();
    Piece { column, text, face: Face::QUIET, source: Span::at(source), literal: false }
}

/// The most that each may have so that all have room; at least 1. Those that want less leave the rest to the others.
fn fair_share(wanted: &[usize], room: usize) -> usize {
    let mut sorted = wanted.to_vec();
    sorted.sort_unstable();
    let (mut left, mut room) = (sorted.len(), room);
    for cells in sorted {
        let share = room / left.max(1);
        if cells > share {
            return share.max(1);
        }
        room -= cells;
        left -= 1;
    }
    usize::MAX
}
