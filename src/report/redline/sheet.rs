//! A redline laid out: what is shown, and the lines of it at a width.
//!
//! Nothing is laid out before it is asked for: [`Sheet::units`] is cheap, [`Sheet::lines`] lays out one unit. The printed
//! page and the viewer in the terminal both show what comes from here and nothing else.

use super::lines::{Form, Line, Place, body};
use super::numbers::Numbers;
use super::piece::{Mark, Piece};
use super::place::plain;
use super::sides::{Build, Paragraph, Sides};
use super::units::{self, Side, Unit, UnitKind};
use super::{Remark, wrap};
use crate::redline::{Change, Redline, Row};
use crate::text::Span;

/// A redline with what is said of it.
#[derive(Debug)]
pub struct Sheet<'r, 't> {
    redline: &'r Redline<'t>,
    /// Of the text before, by place.
    remarks: &'r [Remark],
    /// Where comments stand in the text after, by place.
    comments: Vec<Span>,
    changes: Vec<Change>,
    numbers: Numbers,
}

impl<'r, 't> Sheet<'r, 't> {
    /// A sheet of `redline`, with `remarks` on the text before, in order, and comments on the text after, in any.
    pub fn new(redline: &'r Redline<'t>, remarks: &'r [Remark], mut comments: Vec<Span>) -> Self {
        let changes = redline.changes();
        let numbers = Numbers::of(redline, &changes);
        comments.sort_unstable();
        Self { redline, remarks, comments, changes, numbers }
    }

    /// What it shows.
    pub fn redline(&self) -> &'r Redline<'t> {
        self.redline
    }

    /// Its changes, by number, which begins with 1.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether there are comments.
    pub fn has_comments(&self) -> bool {
        !self.comments.is_empty()
    }

    /// What is shown: `all` of it, or what changed and what the pen says something of; and row `open` in any case.
    pub fn units(&self, all: bool, open: Option<usize>) -> Vec<Unit> {
        units::of(self, all, open)
    }

    /// Whether there are remarks on a row.
    pub(super) fn is_spoken_of(&self, row: &Row) -> bool {
        !self.remarks_of(row).is_empty()
    }

    /// The lines of `unit`, in `form`.
    pub fn lines(&self, unit: &Unit, form: &Form) -> Vec<Line<'t>> {
        let mut lines = match unit.kind {
            UnitKind::Row(at) => self.redline.rows.get(at).map_or_else(Vec::new, |row| self.row(row, form)),
            UnitKind::Folded(folded, _) => {
                folded.told(form.comments).iter().map(|text| form.aside(text)).collect()
            }
            UnitKind::Heading(side, block, _) => {
                let text = if side == Side::New { &self.redline.new } else { &self.redline.old };
                vec![form.heading(&plain(text, block))]
            }
        };
        if unit.gap && !lines.is_empty() {
            lines.insert(0, form.gap());
        }
        lines
    }

    fn row(&self, row: &Row, form: &Form) -> Vec<Line<'t>> {
        // Numbered by where the numbers stand: behind the words.
        let mut remarks = self.remarks_of(row).to_vec();
        remarks.sort_by_key(|remark| (remark.span.end.max(remark.span.start + 1), remark.span.start));
        let build = Build {
            redline: self.redline,
            numbers: &self.numbers,
            changes: &self.changes,
            brackets: form.brackets,
        };
        let sides: Sides<'t> = build.sides(row, &remarks);
        let known = self.known(row);
        let mut lines = body(&sides, form, Place { known, comments: self.comments_of(row) });
        if lines.is_empty() {
            return lines;
        }
        for (at, remark) in remarks.iter().enumerate() {
            let mut number = Piece::new(format!("[{}]", at + 1), Mark::Number);
            number.spaced = false;
            let paragraph = Paragraph {
                lead: vec![number],
                pieces: Piece::words(&remark.text, Mark::Same),
                ..Default::default()
            };
            let said = wrap::lines(&paragraph, form.across());
            lines.extend(said.into_iter().map(Line::across));
        }
        lines
    }

    /// The change whose number an earlier row has shown: that of a move.
    fn known(&self, row: &Row) -> Option<usize> {
        let (moved, is_first) = match *row {
            Row::MovedFrom { old, moved } => (moved, self.redline.moves.get(moved)?.old.start == old),
            Row::MovedTo { new, moved, .. } => (moved, self.redline.moves.get(moved)?.new.start == new),
            _ => return None,
        };
        self.numbers.of_move(moved).filter(|_| !is_first)
    }

    /// The remarks whose words begin in the block before.
    fn remarks_of(&self, row: &Row) -> &'r [Remark] {
        let Some(span) = row
            .block_before()
            .filter(|_| !matches!(row, Row::MovedFrom { .. }))
            .map(|old| self.redline.old.span_of(old))
        else {
            return &[];
        };
        let from = self.remarks.partition_point(|remark| remark.span.start < span.start);
        let to = self.remarks.partition_point(|remark| remark.span.start < span.end);
        self.remarks.get(from..to).unwrap_or(&[])
    }

    /// Where the comments begin that stand in the block after, or behind it and before the next.
    pub fn comments_of(&self, row: &Row) -> &[Span] {
        let blocks = &self.redline.new.blocks;
        let Some(block) = row.block_after() else { return &[] };
        let begins = |block: usize| blocks.get(block).map_or(usize::MAX, |block| block.mark.start);
        let start = if block == 0 { 0 } else { begins(block) };
        let from = self.comments.partition_point(|comment| comment.start < start);
        let to = self.comments.partition_point(|comment| comment.start < begins(block + 1));
        self.comments.get(from..to).unwrap_or(&[])
    }
}
