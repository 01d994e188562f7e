//! Lines made headings, and headings given another rank.

use super::lead::heading_level;
use super::{Done, is_blank, lines};
use crate::text::{Buffer, Edit, Selection, Span};

/// The lowest rank.
const LOWEST: usize = 6;

/// Makes the line of the cursor a heading of rank `level` (1 to 6); a heading of that rank is text again.
pub fn set_heading(buffer: &Buffer, selection: Selection, level: usize) -> Done {
    let line = buffer.line_of(selection.head);
    let level = if heading_level(buffer.line(line)) == level { 0 } else { level };
    Done::new(vec![edit(buffer, line, level)], selection)
}

/// Moves the headings of `selection` by `by` ranks; where one would leave 1 to 6, none is moved. `None` where there is
/// no heading.
pub fn shift_heading(buffer: &Buffer, selection: Selection, by: isize) -> Option<Done> {
    let level = |line: &usize| heading_level(buffer.line(*line));
    let headings: Vec<usize> =
        lines(buffer, selection).filter(|line| !is_blank(buffer, *line) && level(line) > 0).collect();
    let shifted =
        |line: &usize| level(line).checked_add_signed(by).filter(|level| (1..=LOWEST).contains(level));
    let levels: Option<Vec<usize>> = headings.iter().map(shifted).collect();
    if headings.is_empty() {
        return None;
    }
    let edits =
        headings.iter().zip(levels.unwrap_or_default()).map(|(line, level)| edit(buffer, *line, level));
    Some(Done::new(edits.collect(), selection))
}

fn edit(buffer: &Buffer, line: usize, level: usize) -> Edit {
    let content = buffer.line_content(line);
    let text = buffer.slice(content);
    let old = heading_level(text);
    let words = if old > 0 { text.get(old..).unwrap_or_default().trim_start() } else { text };
    let marks = Span::new(content.start, content.start + text.len() - words.len());
    let space = if level > 0 { " " } else { "" };
    Edit::replace(marks, "#".repeat(level) + space)
}
