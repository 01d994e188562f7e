//! Soft wrap: the lines of a buffer as rows of a given width.
//!
//! A line is wrapped when one of its rows is first asked for, and again after it was edited or the width changed, so
//! drawing costs what is visible and a key costs one line. The scroll position is the byte offset of the top row: it
//! survives edits (by mapping) and a change of width, which a row number would not.

mod flow;
mod place;
mod row;
mod scroll;
mod stale;
#[cfg(test)]
mod tests;
mod wrap;

use std::cell::OnceCell;

pub use place::{Affinity, Place};
pub use row::{Cell, Row};

use super::{Applied, Bias, Buffer, Span};
use flow::Flow;
use stale::Stale;

/// Virtual text: shown in the text at a place, never part of it. The cursor passes it by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Inline {
    /// The byte offset it is shown at: behind the cluster that ends there.
    pub at: usize,
    /// What is shown; no line breaks.
    pub text: String,
}

/// The rows of one buffer at one width.
///
/// It holds no text. Every method must be given the buffer it was made for, and [`Layout::edited`] be called for each
/// change made to it.
#[derive(Debug, Clone)]
pub struct Layout {
    width: usize,
    lines: Vec<Line>,
    inlines: Vec<Inline>,
}

#[derive(Debug, Clone, Default)]
struct Line {
    /// Cells by which its second and later rows are moved in.
    hang: usize,
    /// Where its second and later rows begin, as flow positions; empty until asked for.
    starts: OnceCell<Box<[usize]>>,
    /// What is left to go by from before an edit.
    stale: Option<Stale>,
}

impl Layout {
    /// A layout of `buffer` in rows of `width` cells (at least 1). Wraps nothing yet.
    pub fn new(buffer: &Buffer, width: usize) -> Self {
        Self { width: width.max(1), lines: vec![Line::default(); buffer.line_count()], inlines: Vec::new() }
    }

    /// Moves the second and later rows of `line` in by `cells`, so that an item's text stands clear of its mark; by less
    /// where the rows are narrow. An edit of the line forgets it.
    pub fn hang(&mut self, line: usize, cells: usize) {
        if let Some(line) = self.lines.get_mut(line).filter(|line| line.hang != cells) {
            line.hang = cells;
            line.forget();
        }
    }

    /// How far the rows of `line` behind the first are moved in, in cells: at most a third of the width.
    fn lead(&self, line: usize) -> usize {
        self.lines.get(line).map_or(0, |line| line.hang.min(self.width / 3))
    }

    /// Cells in a row; at least 1. White space at a row's end may hang past it.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Sets the width in cells (at least 1).
    pub fn set_width(&mut self, width: usize) {
        let width = width.max(1);
        if width != self.width {
            self.width = width;
            self.lines.iter_mut().for_each(Line::forget);
        }
    }

    /// Follows a change of the buffer. Several changes are followed one by one in the order they were made; the buffer
    /// may already be past them all.
    pub fn edited(&mut self, applied: &Applied) {
        let lines = applied.lines;
        let stale = self.stale(applied);
        let new = std::iter::repeat_n(Line::default(), lines.inserted);
        let end = (lines.first + lines.removed).min(self.lines.len());
        self.lines.splice(lines.first.min(end)..end, new);
        if let Some(line) = self.lines.get_mut(lines.first) {
            line.stale = stale;
        }
        for inline in &mut self.inlines {
            inline.at = applied.change.map(inline.at, Bias::After);
        }
    }

    /// Shows exactly these virtual texts; those at one place in the order given. Only lines that had or get one are
    /// wrapped anew.
    pub fn set_inlines(&mut self, buffer: &Buffer, mut inlines: Vec<Inline>) {
        inlines.sort_by_key(|inline| inline.at);
        if inlines == self.inlines {
            return;
        }
        let old = std::mem::replace(&mut self.inlines, inlines);
        for inline in old.iter().chain(&self.inlines) {
            if let Some(line) = self.lines.get_mut(buffer.line_of(inline.at)) {
                line.forget();
            }
        }
    }

    /// The virtual texts, by place.
    pub fn inlines(&self) -> &[Inline] {
        &self.inlines
    }

    // What a line that stays one line under a single edit was wrapped like.
    fn stale(&mut self, applied: &Applied) -> Option<Stale> {
        let (lines, [edit], [back]) = (applied.lines, applied.change.edits(), applied.inverse.edits()) else {
            return None;
        };
        let line = self.lines.get_mut(lines.first).filter(|_| lines.removed == 1 && lines.inserted == 1)?;
        Stale::new(line.starts.take()?, edit, &back.insert, lines.start)
    }

    fn flow<'a>(&'a self, buffer: &'a Buffer, line: usize) -> Flow<'a> {
        let Span { start, end } = buffer.line_span(line);
        let is_last = line + 1 >= buffer.line_count();
        let first = self.inlines.partition_point(|inline| inline.at < start);
        let last = self.inlines.partition_point(|inline| is_last || inline.at < end);
        let inlines = self.inlines.get(first..last).unwrap_or_default();
        Flow::new(buffer.text(), buffer.line_content(line), inlines)
    }

    /// Where the second and later rows of `line` begin, as flow positions.
    fn starts(&self, flow: &Flow<'_>, line: usize) -> &[usize] {
        let lead = self.lead(line);
        let Some(line) = self.lines.get(line) else { return &[] };
        line.starts.get_or_init(|| wrap::wrap(flow, self.width, lead, line.stale.as_ref()))
    }
}

impl Line {
    /// It is wrapped anew when it is next asked for.
    fn forget(&mut self) {
        *self = Self { hang: self.hang, ..Self::default() };
    }
}
