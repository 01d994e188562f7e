//! Where the paragraphs and sections of a text are, line by line.

use super::is_blank;
use super::lead::{Lead, heading_level};
use crate::document::Document;
use crate::text::{Buffer, Span};

/// Lines `start..end`, from 0.
pub(super) type Lines = std::ops::Range<usize>;

/// The blocks of a text.
pub(super) struct Blocks<'a> {
    buffer: &'a Buffer,
    /// Front matter, and code between fences, the fences included; by place.
    asides: Vec<Lines>,
    /// The first line behind the front matter.
    pub(super) body: usize,
}

impl<'a> Blocks<'a> {
    /// Searches all of the text for its fences.
    pub(super) fn of(buffer: &'a Buffer) -> Self {
        let front = Document::front_matter(buffer.text()).span;
        let mut asides = Vec::new();
        let body = if front.is_empty() { 0 } else { buffer.line_of(front.end.saturating_sub(1)) + 1 };
        if body > 0 {
            asides.push(0..body);
        }
        let mut open: Option<(usize, &str)> = None;
        for line in candidates(buffer).into_iter().filter(|line| *line >= body) {
            let mark = fence(buffer.line(line));
            match open {
                None => open = mark.map(|mark| (line, mark)),
                Some((from, first)) if mark.is_some_and(|mark| mark.starts_with(first)) => {
                    asides.push(from..line + 1);
                    open = None;
                }
                Some(_) => {}
            }
        }
        asides.extend(open.map(|(from, _)| from..buffer.line_count()));
        Self { buffer, asides, body }
    }

    /// The front matter or the code that `line` is in.
    pub(super) fn aside(&self, line: usize) -> Option<Lines> {
        let at = self.asides.partition_point(|aside| aside.end <= line);
        self.asides.get(at).filter(|aside| aside.contains(&line)).cloned()
    }

    /// The rank of the heading at `line`, from 1; 0 where there is none.
    pub(super) fn level(&self, line: usize) -> usize {
        if self.aside(line).is_some() { 0 } else { heading_level(self.buffer.line(line)) }
    }

    /// The lines of the paragraph at `line`: code between fences, a heading, an item with what belongs to it, or lines
    /// up to a blank one. None for a blank line.
    pub(super) fn paragraph(&self, line: usize) -> Lines {
        if let Some(aside) = self.aside(line) {
            return aside;
        }
        if is_blank(self.buffer, line) {
            return line..line;
        }
        let start = (0..=line).rev().find(|at| !self.joins(*at)).unwrap_or(line);
        let end = (line + 1..self.buffer.line_count()).find(|at| !self.joins(*at));
        start..end.unwrap_or(self.buffer.line_count())
    }

    // Whether `line` is of one paragraph with the line before.
    fn joins(&self, line: usize) -> bool {
        let Some(before) = line.checked_sub(1) else { return false };
        let begins = Lead::of(self.buffer.line(line)).is_item() || self.level(line) > 0;
        let is_apart = |line| is_blank(self.buffer, line) || self.aside(line).is_some();
        !begins && self.level(before) == 0 && !is_apart(line) && !is_apart(before)
    }

    /// The lines of the section at `line`: from its heading to the next of its rank or above, without blank ones at the
    /// end; before the first heading, all lines up to that.
    pub(super) fn section(&self, line: usize) -> Lines {
        let start = (0..=line).rev().find(|line| self.level(*line) > 0);
        let rank = start.map_or(usize::MAX, |start| self.level(start));
        let from = start.map_or(line, |start| start + 1);
        let end = (from..self.buffer.line_count()).find(|line| (1..=rank).contains(&self.level(*line)));
        let first = start.unwrap_or(self.body.min(line));
        self.trimmed(first..end.unwrap_or(self.buffer.line_count()))
    }

    /// `lines` without the blank ones at their end.
    pub(super) fn trimmed(&self, lines: Lines) -> Lines {
        let last = lines.clone().rev().find(|line| !is_blank(self.buffer, *line));
        lines.start..last.map_or(lines.start, |last| last + 1)
    }

    /// The bytes of `lines`, without the line break at their end.
    pub(super) fn content(&self, lines: &Lines) -> Span {
        let start = self.buffer.line_content(lines.start).start;
        let last = lines.end.saturating_sub(1).max(lines.start);
        Span::new(start, if lines.is_empty() { start } else { self.buffer.line_content(last).end })
    }
}

// The lines that may begin or end code, in order: a key has no time to look at each.
fn candidates(buffer: &Buffer) -> Vec<usize> {
    let marks = ['`', '~'].into_iter().flat_map(|mark| buffer.text().match_indices(mark));
    let mut lines: Vec<usize> = marks.map(|(at, _)| buffer.line_of(at)).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn fence(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(' ');
    let mark = text.chars().next().filter(|mark| ['`', '~'].contains(mark))?;
    let run = text.len() - text.trim_start_matches(mark).len();
    text.get(..run).filter(|_| run >= 3 && line.len() - text.len() < 4)
}
