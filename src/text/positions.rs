//! Positions asked for again and again in one text, as a report does.

use std::cell::Cell;

use super::{LineIndex, Position, slice};

/// The positions of one text. Characters are counted from the last answer where that is near, so that a report over
/// one endless line does not count it from its start for every finding.
#[derive(Debug)]
pub struct Positions<'t> {
    text: &'t str,
    lines: LineIndex,
    last: Cell<Position>,
}

impl<'t> Positions<'t> {
    /// The positions of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text, lines: LineIndex::new(text), last: Cell::new(Position { line: 1, column: 1, byte: 0 }) }
    }

    /// The position of byte `offset`; an offset past the end is the end.
    pub fn of(&self, offset: usize) -> Position {
        let byte = offset.min(self.text.len());
        let last = self.last.get();
        let line = self.lines.line_of(byte) + 1;
        let start = self.lines.line_range(self.text, line).start;
        let count = |from: usize, to: usize| slice(self.text, from..to).chars().count();
        let near = line == last.line && byte.abs_diff(last.byte) < byte - start;
        let column = match (near, byte >= last.byte) {
            (true, true) => last.column + count(last.byte, byte),
            (true, false) => last.column - count(byte, last.byte),
            (false, _) => count(start, byte) + 1,
        };
        let found = Position { line, column, byte };
        self.last.set(found);
        found
    }

    /// The bytes of the line that holds `offset`, its break included.
    pub fn line_around(&self, offset: usize) -> std::ops::Range<usize> {
        self.lines.line_range(self.text, self.lines.line_of(offset.min(self.text.len())) + 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn whatever_was_asked_before_the_answer_is_that_of_the_index(
            text in "[aé\u{1F600}\r\n]{0,60}",
            offsets in prop::collection::vec(0_usize..200, 1..20),
        ) {
            let positions = Positions::new(&text);
            let index = LineIndex::new(&text);
            for offset in offsets {
                let offset = (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
                prop_assert_eq!(positions.of(offset), index.position(&text, offset));
            }
        }
    }
}
