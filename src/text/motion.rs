//! Where the cursor goes, as far as that does not depend on how lines are wrapped (for that, see `layout`).

use super::{Buffer, Selection};

/// A move of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One grapheme cluster back, over a line break too.
    Left,
    /// One grapheme cluster on, over a line break too.
    Right,
    /// To the start of this or the previous word.
    WordLeft,
    /// To the end of this or the next word.
    WordRight,
    /// To the start of the line (not of the wrapped row).
    LineStart,
    /// To the end of the line, before its break.
    LineEnd,
    /// To the blank line before this paragraph, or the start of the text.
    ParagraphUp,
    /// To the blank line after this paragraph, or the end of the text.
    ParagraphDown,
    /// To the start of the text.
    TextStart,
    /// To the end of the text.
    TextEnd,
}

impl Motion {
    /// Where the motion leads from `offset`; always a grapheme boundary.
    pub fn target(self, buffer: &Buffer, offset: usize) -> usize {
        let line = buffer.line_of(offset);
        match self {
            Self::Left => buffer.previous_grapheme(offset),
            Self::Right => buffer.next_grapheme(offset),
            Self::WordLeft => buffer.previous_word(offset),
            Self::WordRight => buffer.next_word(offset),
            Self::LineStart => buffer.line_content(line).start,
            Self::LineEnd => buffer.line_content(line).end,
            Self::ParagraphUp => blank_line(buffer, (0..=line).rev()).unwrap_or(buffer.start()),
            Self::ParagraphDown => blank_line(buffer, line..buffer.line_count()).unwrap_or(buffer.len()),
            Self::TextStart => buffer.start(),
            Self::TextEnd => buffer.len(),
        }
    }

    /// `selection` after the motion. With `extend` the anchor stays; without it, [`Motion::Left`] and [`Motion::Right`]
    /// drop a selection at its start or end instead of moving.
    pub fn apply(self, buffer: &Buffer, selection: Selection, extend: bool) -> Selection {
        let head = match self {
            Self::Left if !extend && !selection.is_empty() => selection.span().start,
            Self::Right if !extend && !selection.is_empty() => selection.span().end,
            _ => self.target(buffer, selection.head),
        };
        selection.moved(head, extend)
    }
}

// The first blank line among `lines` that has text on the near side, so that runs of blank lines count as one.
fn blank_line(buffer: &Buffer, lines: impl Iterator<Item = usize>) -> Option<usize> {
    let is_blank = |line: &usize| buffer.line(*line).trim().is_empty();
    lines.skip_while(is_blank).find(is_blank).map(|line| buffer.line_content(line).start)
}
