//! Where a cursor may stand in a text that is not made yet.

use super::{Buffer, Change, Span};

/// The text after a change, without making it: only in the lines that are touched can clusters be others than before.
#[derive(Debug)]
pub struct After<'a> {
    buffer: &'a Buffer,
    /// The lines that are touched, in the text before.
    before: Span,
    /// What they are afterwards.
    lines: Buffer,
}

impl<'a> After<'a> {
    /// The text of `buffer` after `change`.
    pub fn of(buffer: &'a Buffer, change: &Change) -> Self {
        let hull = change.hull().unwrap_or_default();
        // With the break before, so that no other line is taken for the first, which alone has a byte order mark.
        let start = buffer.line_span(buffer.line_of(hull.start)).start.saturating_sub(1);
        let end = buffer.line_span(buffer.line_of(hull.end)).end;
        let (head, tail) = (buffer.slice(start..hull.start), buffer.slice(hull.end..end));
        let lines = [head, &change.replacement(buffer.text()), tail].concat();
        Self { buffer, before: Span::new(start, end), lines: Buffer::new(lines) }
    }

    /// `offset` if a cursor may stand there, else the nearest place before it.
    pub fn floor(&self, offset: usize) -> usize {
        self.settled(offset, Buffer::grapheme_floor)
    }

    /// `offset` if a cursor may stand there, else the nearest place behind it.
    pub fn ceil(&self, offset: usize) -> usize {
        self.settled(offset, Buffer::grapheme_ceil)
    }

    fn settled(&self, offset: usize, settle: impl Fn(&Buffer, usize) -> usize) -> usize {
        let Span { start, end } = self.before;
        let now = start + self.lines.len();
        if offset <= start && start > 0 {
            settle(self.buffer, offset)
        } else if offset <= now {
            start + settle(&self.lines, offset - start)
        } else {
            settle(self.buffer, offset - now + end) - end + now
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Edit;
    use crate::text::tests::unicode::text;

    proptest! {
        #[test]
        fn it_is_as_if_the_change_were_made(
            old in text(),
            inserts in prop::collection::vec((0..80usize, 0..9usize, text()), 1..4),
        ) {
            let buffer = Buffer::new(old.as_str());
            let clip = |at: usize| buffer.clip(at);
            let edit = |(at, length, insert): (usize, usize, String)| {
                Edit::replace(clip(at)..clip(at + length), insert)
            };
            let change = Change::new(inserts.into_iter().map(edit).collect());
            let after = After::of(&buffer, &change);
            let made = Buffer::new(change.applied(&old));
            for offset in 0..=made.len() {
                prop_assert_eq!(after.floor(offset), made.grapheme_floor(offset), "floor of {}", offset);
                prop_assert_eq!(after.ceil(offset), made.grapheme_ceil(offset), "ceil of {}", offset);
            }
        }
    }
}
