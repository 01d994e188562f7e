//! A redline for people: two columns, one text with both, or plain words, with what did not change folded away.
//!
//! Where there is no colour, changes stand in `[-brackets-]{+of their own+}`; where there is, what is gone is struck
//! through and what is new is underlined, so that colour never tells anything alone.

mod lines;
mod pen;
mod piece;
#[cfg(test)]
mod tests;
mod wrap;

use std::io::{self, Write};

use self::lines::Lines;
pub use self::pen::{remarks, write_scores};
use self::piece::{Mark, Piece};
use super::{Paint, Tone};
use crate::redline::{Counts, Detail, Kind, Redline, Row};
use crate::text::Span;

/// How a redline is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Before at the left, after at the right.
    Side,
    /// Both in one text.
    Inline,
    /// Both in one text, a paragraph a line, always with brackets.
    Words,
}

/// A page that a redline is put on.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// How.
    pub layout: Layout,
    /// Cells of a line.
    pub width: usize,
    /// Whether what did not change is shown too.
    pub all: bool,
}

impl Page {
    /// Narrowest page that has room for two columns.
    pub const COLUMNS: usize = 60;
    /// Narrowest page there is.
    const NARROWEST: usize = 20;
}

/// Something to say of words of the text before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Its bytes in the text before.
    pub span: Span,
    /// What to say, in one line.
    pub text: String,
}

/// Writes `redline` on `page`; `heads` name the two texts, `remarks` are in order.
pub fn write(
    redline: &Redline<'_>,
    heads: (&str, &str),
    remarks: &[Remark],
    page: &Page,
    paint: &dyn Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let lines = Lines::new(page, paint);
    lines.heads(heads, out)?;
    let mut walk =
        Walk { redline, remarks, lines, all: page.all, folded: 0, heading: None, first: true, start: true };
    for row in &redline.rows {
        walk.row(row, out)?;
    }
    walk.fold(out)
}

/// What differs, in one line.
pub fn summary(counts: Counts) -> String {
    let things = |count: usize, thing: &str| format!("{count} {thing}{}", if count == 1 { "" } else { "s" });
    format!(
        "{} of {} changed: {} out, {} in",
        counts.changed,
        things(counts.blocks, "paragraph"),
        things(counts.deleted, "word"),
        things(counts.inserted, "word")
    )
}

/// What to say where not all was compared word by word.
pub fn coarse(detail: Detail) -> Option<&'static str> {
    match detail {
        Detail::Words => None,
        Detail::Sentences => {
            Some("too much differs to compare all of it word by word; some sentences are shown as a whole")
        }
        Detail::Blocks => {
            Some("too much differs to compare all of it word by word; some paragraphs are shown as a whole")
        }
    }
}

/// The walk over the rows.
struct Walk<'r, 't, 'p> {
    redline: &'r Redline<'t>,
    remarks: &'r [Remark],
    lines: Lines<'p>,
    all: bool,
    /// Unchanged rows that were passed over.
    folded: usize,
    /// The heading last shown: a block of the text after, or else before.
    heading: Option<(bool, usize)>,
    /// Whether nothing was shown since the last heading.
    first: bool,
    /// Whether nothing was shown at all.
    start: bool,
}

impl<'r> Walk<'r, '_, '_> {
    fn row(&mut self, row: &Row, out: &mut dyn Write) -> io::Result<()> {
        let (old, new) = (row.block_before(), row.block_after());
        // Numbered by where the numbers stand: behind the words.
        let mut remarks = self.remarks_of(old).to_vec();
        remarks.sort_by_key(|remark| (remark.span.end.max(remark.span.start + 1), remark.span.start));
        if matches!(row, Row::Same { .. }) && remarks.is_empty() && !self.all {
            self.folded += 1;
            return Ok(());
        }
        self.context(old, new, out)?;
        let sides = piece::sides(self.redline, row, &remarks, self.lines.brackets());
        if !self.first {
            self.lines.gap(out)?;
        }
        self.first = false;
        self.start = false;
        self.lines.sides(&sides, out)?;
        for (at, remark) in remarks.iter().enumerate() {
            let text = format!("[{}] {}", at + 1, remark.text);
            self.lines.remark(&text, out)?;
        }
        Ok(())
    }

    /// The remarks whose words begin in block `old`.
    fn remarks_of(&self, old: Option<usize>) -> &'r [Remark] {
        let block = old.and_then(|old| self.redline.old.blocks.get(old));
        let tokens = block.and_then(|block| self.redline.old.tokens.get(block.tokens.clone()));
        let (Some(block), Some(last)) = (block, tokens.and_then(<[_]>::last)) else { return &[] };
        let from = self.remarks.partition_point(|remark| remark.span.start < block.mark.start);
        let to = self.remarks.partition_point(|remark| remark.span.start < last.end as usize);
        self.remarks.get(from..to).unwrap_or(&[])
    }

    /// Says how much was passed over, and under which heading the next row stands.
    fn context(&mut self, old: Option<usize>, new: Option<usize>, out: &mut dyn Write) -> io::Result<()> {
        let (texts, at) = match (old, new) {
            (_, Some(new)) => (&self.redline.new, (true, new)),
            (Some(old), None) => (&self.redline.old, (false, old)),
            (None, None) => return Ok(()),
        };
        let block = texts.blocks.get(at.1);
        if block.is_some_and(|block| matches!(block.kind, Kind::Heading(_))) {
            self.heading = Some(at);
            return self.fold(out);
        }
        let heading = block.and_then(|block| block.heading).map(|heading| (at.0, heading));
        let Some(heading) = heading.filter(|heading| self.heading != Some(*heading) && !self.all) else {
            return self.fold(out);
        };
        self.heading = Some(heading);
        // The heading itself is one of those passed over, and is shown now.
        self.folded = self.folded.saturating_sub(1);
        self.fold(out)?;
        let text = piece::plain(texts, heading.1);
        if !self.start {
            self.lines.gap(out)?;
        }
        self.first = true;
        self.lines.heading(&text, out)
    }

    fn fold(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let folded = std::mem::take(&mut self.folded);
        if folded == 0 {
            return Ok(());
        }
        let text = format!("… {folded} unchanged paragraph{}", if folded == 1 { "" } else { "s" });
        if !self.start {
            self.lines.gap(out)?;
        }
        self.first = false;
        self.start = false;
        self.lines.folded(&text, out)
    }
}

impl Mark {
    /// How it is painted.
    fn tone(self) -> Option<Tone> {
        match self {
            Mark::Same => None,
            Mark::Gone => Some(Tone::Gone),
            Mark::New => Some(Tone::New),
            Mark::Noted => Some(Tone::Marked),
            Mark::Number => Some(Tone::Strong),
        }
    }
}

/// Painted pieces of one line: neighbours of one mark together, with the space between.
fn painted(line: &[Piece], paint: &dyn Paint) -> String {
    let mut out = String::new();
    let mut run = String::new();
    let mut mark = None;
    let flush = |run: &mut String, mark: Option<Mark>, out: &mut String| {
        match mark.and_then(Mark::tone) {
            Some(tone) => out.push_str(&paint.paint(tone, run)),
            None => out.push_str(run),
        }
        run.clear();
    };
    for (at, piece) in line.iter().enumerate() {
        let space = if piece.spaced && at > 0 { " " } else { "" };
        if mark == Some(piece.mark) {
            run.push_str(space);
        } else {
            flush(&mut run, mark, &mut out);
            out.push_str(space);
            mark = Some(piece.mark);
        }
        run.push_str(&piece.text);
    }
    flush(&mut run, mark, &mut out);
    out
}
