//! Wrapping pieces to a width: at spaces, and within what has none only where it is wider than a line.

use textwrap::WordSeparator;

use super::piece::{Mark, Piece, line_width};
use super::sides::Paragraph;

/// `paragraph` in lines of at most `width` cells: its mark before the first, as much room before the others. What has
/// no space in it and is wider than a line is broken as UAX #14 allows, and at last between any two letters.
pub(super) fn lines<'t>(paragraph: &Paragraph<'t>, width: usize) -> Vec<Vec<Piece<'t>>> {
    let lead = line_width(&paragraph.lead);
    let indent = if lead == 0 { 0 } else { (lead + 1).min(width / 2) };
    let mut wrap = Wrap::new(width.max(indent + 2), indent);
    for piece in &paragraph.lead {
        wrap.place(piece.clone());
    }
    wrap.gap = lead > 0;
    let mut rest = paragraph.pieces.as_slice();
    while !rest.is_empty() {
        let joins = |piece: &&Piece<'_>| !piece.spaced && (!paragraph.verbatim || piece.mark == Mark::Number);
        let len = 1 + rest.iter().skip(1).take_while(joins).count();
        let (unit, behind) = rest.split_at(len.min(rest.len()));
        if paragraph.verbatim && !wrap.bare {
            wrap.next();
        }
        wrap.unit(unit);
        rest = behind;
    }
    wrap.lines.retain(|line| !line.is_empty());
    wrap.lines
}

struct Wrap<'t> {
    width: usize,
    /// Cells before every line but the first.
    indent: usize,
    lines: Vec<Vec<Piece<'t>>>,
    /// Cells of the last line.
    used: usize,
    /// Whether a space stands before what comes next: nothing begins a line with one.
    gap: bool,
    /// Whether nothing stands on the last line but what stands before its words.
    bare: bool,
}

impl<'t> Wrap<'t> {
    fn new(width: usize, indent: usize) -> Self {
        Self { width, indent, lines: vec![Vec::new()], used: 0, gap: false, bare: true }
    }

    fn room(&self) -> usize {
        self.width.saturating_sub(self.used + usize::from(self.gap))
    }

    /// Pieces that stand together.
    fn unit(&mut self, unit: &[Piece<'t>]) {
        let wide: usize = unit.iter().map(Piece::width).sum();
        if wide > self.room() && wide <= self.width - self.indent && !self.bare {
            self.next();
        }
        if wide <= self.room() {
            for piece in unit {
                self.put(piece.clone());
            }
        } else {
            for segment in segments(unit) {
                self.segment(segment);
            }
        }
        self.gap = true;
    }

    /// Pieces that are not to be broken, in a unit that has to be.
    fn segment(&mut self, segment: Vec<Piece<'t>>) {
        let wide: usize = segment.iter().map(Piece::width).sum();
        if wide > self.room() && !self.bare {
            self.next();
        }
        for mut piece in segment {
            // Not so much as its bracket and a letter.
            if !self.bare && piece.least() > self.room() {
                self.next();
            }
            while piece.width() > self.room() {
                let at = piece.cut_at(self.room());
                if at >= piece.text.len() {
                    break;
                }
                let (head, tail) = piece.split(at);
                self.put(head);
                self.next();
                piece = tail;
            }
            // Its closing bracket alone may be too much.
            if piece.width() > self.room() && !self.bare {
                self.next();
            }
            self.put(piece);
        }
    }

    /// Puts a piece of words behind what is there.
    fn put(&mut self, piece: Piece<'t>) {
        self.bare = false;
        let spaced = std::mem::take(&mut self.gap);
        self.place(Piece { spaced, ..piece });
    }

    fn place(&mut self, piece: Piece<'t>) {
        self.used += piece.width() + usize::from(piece.spaced);
        if let Some(line) = self.lines.last_mut() {
            line.push(piece);
        }
    }

    fn next(&mut self) {
        self.lines.push(Vec::new());
        self.used = 0;
        self.gap = false;
        self.bare = true;
        if self.indent > 0 {
            self.place(Piece::new(" ".repeat(self.indent), Mark::Same).tight());
        }
    }
}

/// `unit` in parts between which a line may end: as UAX #14 has it, and between what is gone and what is new.
fn segments<'t>(unit: &[Piece<'t>]) -> Vec<Vec<Piece<'t>>> {
    let whole: String = unit.iter().map(|piece| piece.text.as_ref()).collect();
    let mut end = 0;
    let mut ends = Vec::new();
    for word in WordSeparator::UnicodeBreakProperties.find_words(&whole) {
        end += word.word.len() + word.whitespace.len();
        // A sign alone belongs to what stands behind it: no line ends with the hyphen of "-11%".
        if word.word.contains(char::is_alphanumeric) {
            ends.push(end);
        }
    }
    let mut ends = ends.into_iter().filter(|end| *end < whole.len()).peekable();
    let mut out: Vec<Vec<Piece<'t>>> = vec![Vec::new()];
    let mut start = 0;
    for (index, piece) in unit.iter().enumerate() {
        let mut piece = piece.clone();
        while let Some(end) = ends.next_if(|end| *end < start + piece.text.len()) {
            let (head, tail) = piece.split(end - start);
            push(&mut out, head);
            out.push(Vec::new());
            start = end;
            piece = tail;
        }
        start += piece.text.len();
        push(&mut out, piece.clone());
        let ended = ends.next_if_eq(&start).is_some();
        if ended || piece.mark == Mark::Gone && unit.get(index + 1).is_some_and(|next| next.mark == Mark::New)
        {
            out.push(Vec::new());
        }
    }
    out
}

fn push<'t>(segments: &mut [Vec<Piece<'t>>], piece: Piece<'t>) {
    if let Some(last) = segments.last_mut() {
        last.push(piece);
    }
}
