//! The text being edited, exactly as it was loaded, with an index of its lines kept up to date.

use super::{Change, Edit, LineIndex, Position, Span, slice, word_count};

const BOM: &str = "\u{feff}";

/// A text and its lines.
///
/// Offsets are bytes, lines count from 0 (only [`Position`] counts as people do). A line ends with `\n`; a `\r` before
/// it belongs to the break. Line endings and a byte order mark are kept as they are, so what is saved differs from what
/// was loaded only where somebody edited. There is always at least one line.
#[derive(Debug, Clone)]
pub struct Buffer {
    text: String,
    lines: LineIndex,
}

/// What [`Buffer::apply`] did: the input for everything that follows the text (layout, decorations, journal).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The change as it was made: within the text and at character boundaries.
    pub change: Change,
    /// The change that takes it back.
    pub inverse: Change,
    /// Which lines it touched.
    pub lines: LineSplice,
    /// How many words there are more than before, as [`word_count`](super::word_count) counts; negative for fewer.
    pub words: isize,
}

/// Lines `first..first + removed` became `first..first + inserted`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LineSplice {
    /// The first line touched, from 0.
    pub first: usize,
    /// How many of the old lines were touched.
    pub removed: usize,
    /// How many lines stand in their place.
    pub inserted: usize,
    /// Where the content of the first of them began, in bytes.
    pub start: usize,
}

impl Buffer {
    /// Takes `text` as it is.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { lines: LineIndex::new(&text), text }
    }

    /// The whole text, byte for byte what is to be saved.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether it holds nothing, not even a byte order mark.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The first place a cursor may stand: behind the byte order mark if there is one, else 0.
    pub fn start(&self) -> usize {
        if self.text.starts_with(BOM) { BOM.len() } else { 0 }
    }

    /// The text at `span`; empty where the span is out of bounds or cuts a character.
    pub fn slice(&self, span: impl Into<Span>) -> &str {
        slice(&self.text, span)
    }

    /// The nearest character boundary at or before `offset`, within the text.
    pub fn clip(&self, offset: usize) -> usize {
        let offset = offset.min(self.len());
        (0..4).map(|back| offset.saturating_sub(back)).find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }

    /// How many lines there are; at least 1. Text that ends with a line break has an empty last line.
    pub fn line_count(&self) -> usize {
        self.lines.line_count()
    }

    /// The line, from 0, that holds byte `offset`; the last one for an offset past the end.
    pub fn line_of(&self, offset: usize) -> usize {
        self.lines.line_of(offset)
    }

    /// The bytes of `line` with its break; empty at the end of the text for a line past the last.
    pub fn line_span(&self, line: usize) -> Span {
        self.lines.line_range(&self.text, line + 1).into()
    }

    /// The bytes of `line` where a cursor may stand: without its break (`\n` or `\r\n`) and without a byte order mark.
    pub fn line_content(&self, line: usize) -> Span {
        let span = self.line_span(line);
        let text = self.slice(span);
        let text = text.strip_suffix('\n').map_or(text, |text| text.strip_suffix('\r').unwrap_or(text));
        let start = if span.start == 0 { self.start() } else { span.start };
        Span::new(start, span.start + text.len())
    }

    /// The text of [`Buffer::line_content`].
    pub fn line(&self, line: usize) -> &str {
        self.slice(self.line_content(line))
    }

    /// Line and column of `offset` as people count them.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, self.clip(offset))
    }

    /// The line break most lines end with, `"\n"` or `"\r\n"`; `"\n"` where there is none. Reads every line's end.
    pub fn line_ending(&self) -> &'static str {
        let breaks = self.line_count() - 1;
        let crlf = (0..breaks).filter(|line| self.slice(self.line_span(*line)).ends_with("\r\n")).count();
        if crlf * 2 > breaks { "\r\n" } else { "\n" }
    }

    /// Makes `change`. Spans are first cut to the text and to character boundaries, so this never fails.
    pub fn apply(&mut self, change: impl Into<Change>) -> Applied {
        let change = self.fitted(change.into());
        let inverse = change.invert(&self.text);
        let hull = change.hull().unwrap_or_default();
        let insert = change.replacement(&self.text);
        let words = word_count::gain(&self.text, hull, &insert);
        let first_start = self.start();
        let lines = self.lines.splice(hull, &insert);
        let lines = LineSplice { start: lines.start.max(first_start), ..lines };
        self.text.replace_range(hull.range(), &insert);
        Applied { change, inverse, lines, words }
    }

    fn fitted(&self, change: Change) -> Change {
        let clip = |span: Span| Span::new(self.clip(span.start), self.clip(span.end));
        if change.edits().iter().all(|edit| clip(edit.span) == edit.span) {
            return change;
        }
        let fit = |edit: &Edit| Edit::replace(clip(edit.span), edit.insert.as_str());
        Change::new(change.edits().iter().map(fit).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_the_byte_order_mark_are_not_content() {
        let buffer = Buffer::new("\u{feff}one\r\ntwo\n\rx");
        assert_eq!((buffer.start(), buffer.line_count()), (3, 3));
        assert_eq!([0, 1, 2, 3].map(|line| buffer.line(line)), ["one", "two", "\rx", ""]);
        assert_eq!(buffer.slice(buffer.line_span(0)), "\u{feff}one\r\n");
        assert_eq!(buffer.line_span(9), Span::at(buffer.len()));
    }

    #[test]
    fn the_commoner_line_ending_wins() {
        assert_eq!(Buffer::new("").line_ending(), "\n");
        assert_eq!(Buffer::new("a\r\nb\r\nc\n").line_ending(), "\r\n");
        assert_eq!(Buffer::new("a\r\nb\n").line_ending(), "\n");
    }

    #[test]
    fn an_edit_off_the_text_or_inside_a_character_is_cut_to_fit() {
        let mut buffer = Buffer::new("é!");
        let applied = buffer.apply(Edit::replace(1..99, "x"));
        assert_eq!(buffer.text(), "x");
        assert_eq!(
            buffer.apply(applied.inverse).lines,
            LineSplice { first: 0, removed: 1, inserted: 1, start: 0 }
        );
        assert_eq!(buffer.text(), "é!");
    }

    #[test]
    fn a_change_says_which_lines_it_touched() {
        let mut buffer = Buffer::new("a\nb\nc\nd");
        let applied = buffer.apply(Change::new(vec![Edit::delete(3..4), Edit::insert(5, "1\n2\n3")]));
        assert_eq!(buffer.text(), "a\nbc1\n2\n3\nd");
        assert_eq!(applied.lines, LineSplice { first: 1, removed: 2, inserted: 3, start: 2 });
    }
}
