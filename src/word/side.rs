//! One of the two texts that a document with tracked changes holds, as the paragraphs that it has there.

use super::model::{Align, Block, Cell, Docx, Inline, Kind, Piece, Side};

/// A paragraph of one side; blocks whose ends are not there are one with what follows.
#[derive(Debug, Clone)]
pub(super) struct Paragraph<'d> {
    /// As of the block whose end is there.
    pub kind: Kind,
    pub cell: Option<Cell>,
    pub note: Option<usize>,
    pub pieces: Vec<&'d Piece>,
    pub align: Align,
}

impl Docx {
    /// The paragraphs of `side`, empty ones too.
    pub(super) fn paragraphs(&self, side: Side) -> Vec<Paragraph<'_>> {
        let mut done: Vec<Paragraph<'_>> = Vec::new();
        let mut open: Option<Paragraph<'_>> = None;
        for (at, block) in self.blocks.iter().enumerate() {
            let pieces = block.pieces.iter().filter(|piece| piece.tracked.is_in(side));
            let mut paragraph = open.take().unwrap_or_else(|| Paragraph::of(block));
            paragraph.kind = block.kind;
            paragraph.pieces.extend(pieces);
            let next = self.blocks.get(at + 1);
            if !block.mark.is_in(side) && next.is_some_and(|next| block.joins(next)) {
                open = Some(paragraph);
            } else if block.mark.is_in(side) || !paragraph.is_empty() {
                done.push(paragraph);
            }
        }
        done
    }
}

impl Block {
    /// Whether it is one with `next` where its end is gone: no paragraph reaches over the end of a cell.
    pub(super) fn joins(&self, next: &Block) -> bool {
        self.cell == next.cell && self.note == next.note
    }
}

impl Paragraph<'_> {
    fn of(block: &Block) -> Self {
        Self { kind: block.kind, cell: block.cell, note: block.note, pieces: Vec::new(), align: block.align }
    }

    /// Whether it shows nothing.
    pub fn is_empty(&self) -> bool {
        let shows = |piece: &&Piece| match &piece.inline {
            Inline::Text { text, .. } => !text.trim().is_empty(),
            Inline::Note(_) => true,
            Inline::Break | Inline::Start(_) | Inline::End(_) => false,
        };
        !self.pieces.iter().any(shows)
    }

    /// Its text as it stands, a line break as a new line.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for piece in &self.pieces {
            match &piece.inline {
                Inline::Text { text, .. } => out.push_str(text),
                Inline::Break => out.push('\n'),
                Inline::Note(_) | Inline::Start(_) | Inline::End(_) => {}
            }
        }
        out
    }
}
