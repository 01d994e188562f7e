//! Wrapping pieces to a width, at spaces.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::piece::{Mark, Paragraph, Piece};

/// `paragraph` in lines of at most `width` cells: its mark before the first, as much room before the others. A word
/// that is wider than a line is cut.
pub(super) fn lines(paragraph: &Paragraph, width: usize) -> Vec<Vec<Piece>> {
    let lead: usize = paragraph.lead.iter().map(|piece| piece.text.width()).sum();
    let indent = if lead == 0 { 0 } else { (lead + 1).min(width / 2) };
    let mut wrap = Wrap {
        width: width.max(indent + 1),
        indent,
        lines: vec![paragraph.lead.clone()],
        used: indent,
        bare: true,
    };
    let pieces = &paragraph.pieces;
    let mut at = 0;
    while let Some(rest) = pieces.get(at..).filter(|rest| !rest.is_empty()) {
        let len = 1 + rest.iter().skip(1).take_while(|piece| !piece.spaced).count();
        wrap.unit(rest.get(..len).unwrap_or(rest));
        at += len;
    }
    wrap.lines.retain(|line| !line.is_empty());
    wrap.lines
}

struct Wrap {
    width: usize,
    indent: usize,
    lines: Vec<Vec<Piece>>,
    /// Cells of the last line.
    used: usize,
    /// Whether nothing but the mark stands on it.
    bare: bool,
}

impl Wrap {
    /// Pieces that stand together.
    fn unit(&mut self, pieces: &[Piece]) {
        let wide: usize = pieces.iter().map(|piece| piece.text.width()).sum();
        let space = usize::from(!self.bare);
        if self.used + space + wide > self.width && !self.bare {
            self.next();
        }
        for (at, piece) in pieces.iter().enumerate() {
            let spaced = at == 0 && (!self.bare || self.indent > 0 && self.lines.len() == 1);
            self.put(piece, spaced);
        }
    }

    fn put(&mut self, piece: &Piece, spaced: bool) {
        let wide = piece.text.width();
        let space = usize::from(spaced && !self.bare);
        if self.used + space + wide <= self.width {
            self.used += space + wide;
            self.bare = false;
            self.push(Piece { spaced, ..piece.clone() });
            return;
        }
        let mut text = String::new();
        for cluster in piece.text.graphemes(true) {
            if self.used + text.width() + cluster.width() > self.width {
                self.push(Piece { text: std::mem::take(&mut text), mark: piece.mark, spaced });
                self.next();
            }
            text.push_str(cluster);
        }
        self.used += text.width();
        self.bare = false;
        self.push(Piece { text, mark: piece.mark, spaced: false });
    }

    fn push(&mut self, piece: Piece) {
        if let (Some(line), false) = (self.lines.last_mut(), piece.text.is_empty()) {
            line.push(piece);
        }
    }

    fn next(&mut self) {
        let indent = (self.indent > 0).then(|| Piece::new(" ".repeat(self.indent), Mark::Same));
        self.lines.push(indent.into_iter().collect());
        self.used = self.indent;
        self.bare = true;
    }
}
