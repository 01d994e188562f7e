//! Two paragraphs made one, one made two.

use super::blocks::Blocks;
use super::lead::Lead;
use super::{Done, is_blank};
use crate::text::{Buffer, Edit, Selection, Span};

/// Joins the paragraph of the cursor with the one below. `None` where there is none, or one of the two is a heading or
/// code.
pub fn join(buffer: &Buffer, selection: Selection) -> Option<Done> {
    let blocks = Blocks::of(buffer);
    let upper = blocks.paragraph(buffer.line_of(selection.head));
    let below = (upper.end..buffer.line_count()).find(|line| !is_blank(buffer, *line))?;
    let is_fixed = |line| blocks.level(line) > 0 || blocks.aside(line).is_some();
    if upper.is_empty() || is_fixed(upper.start) || is_fixed(below) {
        return None;
    }
    let lower = buffer.line_content(below);
    let marks = Lead::of(buffer.slice(lower)).len();
    let end = blocks.content(&upper).end;
    Some(Done::new(vec![Edit::replace(end..lower.start + marks, " ")], selection))
}

/// Ends the paragraph at the cursor and begins another one with what is behind it.
pub fn split(buffer: &Buffer, selection: Selection) -> Done {
    let at = selection.span();
    let line = buffer.line_content(buffer.line_of(at.start));
    let before = buffer.slice(line.start..at.start);
    let end = buffer.line_content(buffer.line_of(at.end)).end;
    let behind = buffer.slice(at.end..end);
    let start = line.start + before.trim_end_matches([' ', '\t']).len();
    let end = at.end + behind.len() - behind.trim_start_matches([' ', '\t']).len();
    let breaks = buffer.line_ending().repeat(2);
    let after = Selection::cursor(start + breaks.len());
    Done { change: Edit::replace(Span::new(start, end), breaks).into(), after }
}
