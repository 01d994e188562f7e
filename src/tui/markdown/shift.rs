//! Moving a paragraph, an item, a section or an FAQ entry past its neighbour.

use super::blocks::{Blocks, Lines};
use super::lead::Lead;
use super::{Done, is_blank, lines};
use crate::text::{Buffer, Change, Edit, Selection, Span};

/// Where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Past what stands before.
    Up,
    /// Past what stands behind.
    Down,
}

/// A question that is no heading ranks below all headings.
const QUESTION: usize = 7;

/// Moves what `selection` is in: with the cursor on a heading or on one of the `questions` (byte offsets) all that is
/// under it, past the next of the same rank; else the item or the paragraphs. `None` where there is nothing to pass.
pub fn shift(buffer: &Buffer, selection: Selection, questions: &[usize], to: Direction) -> Option<Done> {
    let mover = Mover::new(buffer, questions);
    let lines = lines(buffer, selection);
    let (first, last) = (*lines.start(), *lines.end());
    if is_blank(buffer, first) || first < mover.blocks.body {
        return None;
    }
    let (upper, lower) = if mover.rank(first) > 0 {
        mover.entries(first, to)?
    } else if first == last && Lead::of(buffer.line(mover.item(first).start)).is_item() {
        mover.items(mover.item(first), to)?
    } else {
        let run = mover.blocks.paragraph(first).start..mover.blocks.paragraph(last).end.max(last + 1);
        mover.paragraphs(mover.blocks.trimmed(run), to)?
    };
    Some(mover.swapped(&upper, &lower, selection, to))
}

struct Mover<'a> {
    buffer: &'a Buffer,
    blocks: Blocks<'a>,
    questions: Vec<usize>,
}

impl<'a> Mover<'a> {
    fn new(buffer: &'a Buffer, questions: &[usize]) -> Self {
        let questions = questions.iter().map(|at| buffer.line_of(*at)).collect();
        Self { buffer, blocks: Blocks::of(buffer), questions }
    }

    fn rank(&self, line: usize) -> usize {
        match self.blocks.level(line) {
            0 if self.questions.contains(&line) => QUESTION,
            level => level,
        }
    }

    // Where the entry at `line` ends: at the next of its rank or above.
    fn end(&self, line: usize) -> usize {
        let rank = self.rank(line);
        let ends = |line: &usize| (1..=rank).contains(&self.rank(*line));
        (line + 1..self.buffer.line_count()).find(ends).unwrap_or(self.buffer.line_count())
    }

    fn entries(&self, line: usize, to: Direction) -> Option<(Lines, Lines)> {
        let rank = self.rank(line);
        let (upper, lower) = match to {
            Direction::Up => {
                let stops = |line: &usize| (1..=rank).contains(&self.rank(*line));
                ((0..line).rev().find(stops)?, line)
            }
            Direction::Down => (line, self.end(line)),
        };
        let is_same = lower < self.buffer.line_count() && self.rank(upper) == self.rank(lower);
        let entry = |line: usize| self.blocks.trimmed(line..self.end(line));
        is_same.then(|| (entry(upper), entry(lower)))
    }

    fn indent(&self, line: usize) -> usize {
        Lead::of(self.buffer.line(line)).indent.len()
    }

    // The item that holds `line`, with all that is in it.
    fn item(&self, line: usize) -> Lines {
        let is_item = |line: usize| Lead::of(self.buffer.line(line)).is_item();
        let holds = |above: &usize| *above == line || self.indent(*above) < self.indent(line);
        let start = (0..=line)
            .rev()
            .take_while(|above| !is_blank(self.buffer, *above))
            .find(|above| is_item(*above) && holds(above))
            .unwrap_or(line);
        let depth = self.indent(start);
        let belongs = |line: &usize| is_blank(self.buffer, *line) || self.indent(*line) > depth;
        let end = (start + 1..self.buffer.line_count()).take_while(belongs).last();
        self.blocks.trimmed(start..end.map_or(start + 1, |last| last + 1))
    }

    fn items(&self, item: Lines, to: Direction) -> Option<(Lines, Lines)> {
        let lead = Lead::of(self.buffer.line(item.start));
        let is_like = |line: usize| {
            let other = Lead::of(self.buffer.line(line));
            other.is_item() && other.indent.len() == lead.indent.len() && other.quote == lead.quote
        };
        let is_apart =
            |line: &usize| !is_blank(self.buffer, *line) && self.indent(*line) <= lead.indent.len();
        match to {
            Direction::Up => {
                let above = (0..item.start).rev().find(is_apart).filter(|line| is_like(*line))?;
                Some((self.item(above), item))
            }
            Direction::Down => {
                let below =
                    (item.end..self.buffer.line_count()).find(is_apart).filter(|line| is_like(*line))?;
                Some((item, self.item(below)))
            }
        }
    }

    fn paragraphs(&self, block: Lines, to: Direction) -> Option<(Lines, Lines)> {
        let has_text = |line: &usize| !is_blank(self.buffer, *line);
        match to {
            Direction::Up => {
                let above = (self.blocks.body..block.start).rev().find(has_text)?;
                Some((self.run(above), block))
            }
            Direction::Down => {
                let below = (block.end..self.buffer.line_count()).find(has_text)?;
                Some((block, self.run(below)))
            }
        }
    }

    // The paragraph at `line`; a list as a whole.
    fn run(&self, line: usize) -> Lines {
        let mut run = self.blocks.paragraph(line);
        let is_item = |line: usize| Lead::of(self.buffer.line(line)).is_item();
        while run.start > self.blocks.body && is_item(run.start) && !is_blank(self.buffer, run.start - 1) {
            let above = self.blocks.paragraph(run.start - 1);
            if !is_item(above.start) {
                break;
            }
            run.start = above.start;
        }
        while run.end < self.buffer.line_count() && is_item(run.start) && is_item(run.end) {
            run.end = self.blocks.paragraph(run.end).end;
        }
        run
    }

    // Two blocks in the other order, what is between them kept; items also exchange their marks, which may be numbers.
    fn swapped(&self, upper: &Lines, lower: &Lines, selection: Selection, to: Direction) -> Done {
        let (above, below) = (self.blocks.content(upper), self.blocks.content(lower));
        let between = self.buffer.slice(above.end..below.start);
        let marks = self.marks(above, below);
        let mut edits = Vec::new();
        let (moved, from, start) = match to {
            Direction::Up => (below, marks.map(|(above, below)| (below, above)), above.start),
            Direction::Down => (above, marks, above.start + below.len() + between.len()),
        };
        let mut text = self.buffer.slice(moved).to_owned();
        let mut grown = (0, 0);
        if let Some((old, new)) = from {
            let with = self.buffer.slice(new);
            text.replace_range(old.start - moved.start..old.end - moved.start, with);
            edits.push(Edit::replace(new, self.buffer.slice(old)));
            grown = (old.end, with.len().cast_signed() - old.len().cast_signed());
        }
        match to {
            Direction::Up => {
                edits.extend([Edit::insert(above.start, text + between), Edit::delete(above.end..below.end)]);
            }
            Direction::Down => edits.extend([
                Edit::delete(above.start..below.start),
                Edit::insert(below.end, between.to_owned() + &text),
            ]),
        }
        let start = if to == Direction::Down { start.saturating_add_signed(-grown.1) } else { start };
        let follow = |offset: usize| {
            let shift = if offset >= grown.0 { grown.1 } else { 0 };
            (start + offset.saturating_sub(moved.start)).saturating_add_signed(shift)
        };
        Done {
            change: Change::new(edits),
            after: Selection::new(follow(selection.anchor), follow(selection.head)),
        }
    }

    // The marks of two numbered items; `None` where they are the same, or there are none.
    fn marks(&self, above: Span, below: Span) -> Option<(Span, Span)> {
        let mark = |block: Span| {
            let text = self.buffer.line(self.buffer.line_of(block.start));
            let lead = Lead::of(text);
            let start = block.start + lead.quote.len() + lead.indent.len();
            lead.is_item().then(|| Span::new(start, start + lead.marker.len()))
        };
        let (above, below) = (mark(above)?, mark(below)?);
        (self.buffer.slice(above) != self.buffer.slice(below)).then_some((above, below))
    }
}
