//! One row of the preview, and which bytes it comes from.

use unicode_segmentation::UnicodeSegmentation;

use super::Face;
use crate::text::{Span, cell_width};

/// A row and what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The bytes it comes from; those of rows that follow each other never begin earlier.
    pub span: Span,
    /// Whether something begins with it that has a row of its own in the source too: a paragraph, an item, a line of code, a
    /// row of a table.
    pub is_start: bool,
    /// What stands in it, from left to right.
    pub pieces: Vec<Piece>,
}

/// Words of a row that look the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The first cell.
    pub column: usize,
    /// The words; to be drawn cluster by cluster as their [`glyph`](crate::text::glyph)s.
    pub text: String,
    /// Their look.
    pub face: Face,
    /// The bytes they come from.
    pub source: Span,
    /// Whether they stand there byte for byte.
    pub literal: bool,
}

impl Row {
    /// A row of one piece of the preview's own.
    pub(super) fn quiet(text: String, source: usize) -> Self {
        let piece = Piece { column: 0, text, face: Face::QUIET, source: Span::at(source), literal: false };
        Self { span: Span::at(source), is_start: false, pieces: vec![piece] }
    }

    /// How many cells it takes.
    pub(super) fn cells(&self) -> usize {
        self.pieces.iter().map(Piece::end).max().unwrap_or(0)
    }

    /// Moves everything to the right.
    pub(super) fn shift(&mut self, cells: usize) {
        self.pieces.iter_mut().for_each(|piece| piece.column += cells);
    }

    /// The byte that stands at or left of cell `column`; the end of the row right of it.
    pub fn byte_at(&self, column: usize) -> usize {
        let own = |piece: &&Piece| !piece.source.is_empty();
        let piece = self.pieces.iter().filter(own).find(|piece| column < piece.end());
        match piece {
            Some(piece) => piece.byte_at(column),
            None => self.pieces.iter().rfind(own).map_or(self.span.start, |piece| piece.source.end),
        }
    }
}

impl Piece {
    /// Its clusters, each with its first cell and the cells it takes.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, &str)> {
        let mut column = self.column;
        self.text.graphemes(true).map(move |cluster| {
            let (start, cells) = (column, cell_width(cluster, 0));
            column += cells;
            (start, cells, cluster)
        })
    }

    /// The cell behind it.
    pub(super) fn end(&self) -> usize {
        self.cells().last().map_or(self.column, |(start, cells, _)| start + cells)
    }

    fn byte_at(&self, column: usize) -> usize {
        if !self.literal {
            return self.source.start;
        }
        let before = self.cells().take_while(|(start, cells, _)| start + cells <= column);
        let bytes: usize = before.map(|(_, _, cluster)| cluster.len()).sum();
        (self.source.start + bytes).min(self.source.end)
    }
}
