//! From byte offsets to the lines and columns people read.

use super::{LineSplice, Span, slice};

/// A place in a text. Lines and columns count from 1, columns in characters; bytes count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Byte offset, from 0.
    pub byte: usize,
}

/// Where the lines of a text begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Finds the line starts of `text`; a line ends with `\n` (so also with `\r\n`).
    pub fn new(text: &str) -> Self {
        Self { starts: std::iter::once(0).chain(line_starts(text)).collect() }
    }

    /// The position of byte `offset` in `text`, which must be the text the index was made of. An offset past the
    /// end is the end.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let byte = offset.min(text.len());
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        Position { line, column: slice(text, start..byte).chars().count() + 1, byte }
    }

    /// The byte range of line `line` (from 1), its line break included; empty past the last line.
    pub fn line_range(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let start = line.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or(text.len());
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        start..end.max(start)
    }

    /// The line that holds byte `offset`, counted from 0; the last one for an offset past the end.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// Follows the replacement of `removed` by `insert` without reading the rest of the text.
    pub(super) fn splice(&mut self, removed: Span, insert: &str) -> LineSplice {
        let first = self.line_of(removed.start) + 1;
        let last = self.line_of(removed.end) + 1;
        for start in self.starts.iter_mut().skip(last) {
            *start = *start - removed.len() + insert.len();
        }
        let before = self.starts.len() - (last - first);
        self.starts.splice(first..last, line_starts(insert).map(|at| removed.start + at));
        let inserted = self.starts.len() - before + 1;
        let start = self.starts.get(first - 1).copied().unwrap_or(0);
        LineSplice { first: first - 1, removed: last - first + 1, inserted, start }
    }

    /// How many lines there are; at least 1.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }
}

/// Where the second and later lines of `text` begin.
fn line_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices('\n').map(|(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_bytes_count_bytes() {
        let text = "é\nnaïve x\r\nend";
        let index = LineIndex::new(text);
        let at = text.find('x').unwrap();
        assert_eq!(index.position(text, at), Position { line: 2, column: 7, byte: at });
        assert_eq!(index.position(text, 999).line, 3);
        assert_eq!(slice(text, index.line_range(text, 2)), "naïve x\r\n");
    }
}
