//! Words that differ in look and come from several places, flowing into rows of a width.

use unicode_segmentation::UnicodeSegmentation;

use super::{Face, Piece, Row};
use crate::text::{self, Buffer, Cell, Layout, Span, cell_width};

/// A text put together from runs.
#[derive(Debug, Clone, Default)]
pub(super) struct Flow {
    text: String,
    runs: Vec<Run>,
}

/// Words of one look from one place.
#[derive(Debug, Clone)]
struct Run {
    /// Where it ends in the flowing text.
    end: usize,
    face: Face,
    source: Span,
    /// Whether it stands in the source byte for byte.
    literal: bool,
}

impl Flow {
    /// Adds words that come from `source`. Line breaks among them are spaces.
    pub(super) fn push(&mut self, words: &str, face: Face, source: Span, literal: bool) {
        if words.is_empty() {
            return;
        }
        self.text.extend(words.chars().map(|char| if matches!(char, '\n' | '\r') { ' ' } else { char }));
        self.runs.push(Run { end: self.text.len(), face, source, literal });
    }

    /// Adds words of which each line begins a row.
    pub(super) fn push_lines(&mut self, words: &str, face: Face, source: Span, literal: bool) {
        let mut at = source.start;
        for line in words.split_inclusive('\n') {
            let shown = line.trim_end_matches('\n').trim_end_matches('\r');
            let place = if literal { Span::new(at, at + shown.len()) } else { source };
            self.push(shown, face, place, literal);
            at += if literal { line.len() } else { 0 };
            if line.ends_with('\n') {
                self.break_line(Span::at(if literal { at } else { source.end }));
            }
        }
    }

    /// What follows begins a row.
    pub(super) fn break_line(&mut self, source: Span) {
        self.text.push('\n');
        self.runs.push(Run { end: self.text.len(), face: Face::default(), source, literal: false });
    }

    /// Takes a line break at the end away.
    pub(super) fn trim_break(&mut self) {
        if self.text.ends_with('\n') {
            self.text.pop();
            self.runs.pop();
        }
    }

    /// The words.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether there is nothing to see.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Where the last run ends in the source.
    pub(super) fn end(&self) -> Option<usize> {
        self.runs.last().map(|run| run.source.end)
    }

    /// The cells that its longest line takes.
    pub(super) fn cells(&self) -> usize {
        let cells =
            |line: &str| line.graphemes(true).fold(0, |column, cluster| column + cell_width(cluster, column));
        self.text.lines().map(cells).max().unwrap_or(0)
    }

    /// Its rows at `cells` cells; at least one.
    pub(super) fn rows(&self, cells: usize) -> Vec<Row> {
        let buffer = Buffer::new(self.text.as_str());
        let layout = Layout::new(&buffer, cells);
        layout.rows(&buffer, 0).map(|row| self.row(&buffer, &layout, &row, cells)).collect()
    }

    fn row(&self, buffer: &Buffer, layout: &Layout, row: &text::Row, cells: usize) -> Row {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut last = usize::MAX;
        // White space may hang past the edge.
        for cell in layout.cells(buffer, row).filter(|cell| cell.column + cell.width <= cells) {
            let at = self.runs.partition_point(|run| run.end <= cell.offset);
            let Some(run) = self.runs.get(at) else { continue };
            let source = self.source(at, run, &cell);
            match pieces.last_mut().filter(|_| at == last && cell.text != "\t") {
                Some(piece) => {
                    piece.text.push_str(cell.text);
                    piece.source.end = source.end;
                }
                None => pieces.push(piece(run, &cell, source)),
            }
            last = if cell.text == "\t" { usize::MAX } else { at };
        }
        let start = pieces.first().map_or_else(|| self.source_of(row.span.start), |piece| piece.source.start);
        let end = pieces.iter().map(|piece| piece.source.end).max().unwrap_or(start);
        Row { span: Span::new(start, end), is_start: row.is_first(), pieces }
    }

    fn source(&self, at: usize, run: &Run, cell: &Cell<'_>) -> Span {
        if !run.literal {
            return run.source;
        }
        let start = at.checked_sub(1).and_then(|before| self.runs.get(before)).map_or(0, |run| run.end);
        let from = (run.source.start + cell.offset.saturating_sub(start)).min(run.source.end);
        // A combining mark may belong to the next run.
        Span::new(from, (from + cell.text.len()).min(run.source.end))
    }

    fn source_of(&self, offset: usize) -> usize {
        let at = self.runs.partition_point(|run| run.end <= offset);
        let run = self.runs.get(at).map(|run| run.source.start);
        run.or_else(|| self.end()).unwrap_or(0)
    }
}

fn piece(run: &Run, cell: &Cell<'_>, source: Span) -> Piece {
    let is_tab = cell.text == "\t";
    let text = if is_tab { " ".repeat(cell.width) } else { cell.text.to_owned() };
    Piece { column: cell.column, text, face: run.face, source, literal: run.literal && !is_tab }
}
