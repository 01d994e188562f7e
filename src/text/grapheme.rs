//! Grapheme clusters: what a reader takes for one character, and so the steps a cursor takes.
//!
//! Extended clusters of UAX #29. A line break (`\r\n` too) is one cluster, so lines can be looked at one by one and a
//! step costs the same in a text of any length.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::{Buffer, Span};

impl Buffer {
    /// The end of the cluster that begins at or holds `offset`; the end of the text at its end.
    pub fn next_grapheme(&self, offset: usize) -> usize {
        let (line, mut cursor) = self.cluster_cursor(offset);
        let next = cursor.next_boundary(self.slice(line), 0).ok().flatten();
        next.map_or(line.end, |at| line.start + at).max(self.start())
    }

    /// The start of the cluster before `offset`; never before [`Buffer::start`].
    pub fn previous_grapheme(&self, offset: usize) -> usize {
        let (line, mut cursor) = self.cluster_cursor(offset);
        let previous = cursor.prev_boundary(self.slice(line), 0).ok().flatten();
        // At the start of a line the cluster before is the break of the line before.
        let before = || self.slice(0..line.start);
        let line_break = || if before().ends_with("\r\n") { 2 } else { 1 };
        previous
            .map_or_else(|| line.start.saturating_sub(line_break()), |at| line.start + at)
            .max(self.start())
    }

    /// Whether a cursor may stand at `offset`: a boundary between clusters, not before [`Buffer::start`].
    pub fn is_grapheme_boundary(&self, offset: usize) -> bool {
        if offset < self.start() || !self.text().is_char_boundary(offset) {
            return false;
        }
        // Two ASCII characters are two clusters, but for CR LF: asked for both ends of every match of a search.
        let around = offset.checked_sub(1).and_then(|before| self.text().as_bytes().get(before..=offset));
        if let Some([one, other]) = around
            && one.is_ascii()
            && other.is_ascii()
        {
            return (*one, *other) != (b'\r', b'\n');
        }
        let (line, mut cursor) = self.cluster_cursor(offset);
        cursor.is_boundary(self.slice(line), 0).unwrap_or(true)
    }

    /// `offset` if a cursor may stand there, else the nearest boundary before it.
    pub fn grapheme_floor(&self, offset: usize) -> usize {
        let offset = self.clip(offset).max(self.start());
        if self.is_grapheme_boundary(offset) { offset } else { self.previous_grapheme(offset) }
    }

    /// `offset` if a cursor may stand there, else the nearest boundary after it.
    pub fn grapheme_ceil(&self, offset: usize) -> usize {
        if self.is_grapheme_boundary(offset) { offset } else { self.next_grapheme(offset) }
    }

    /// The start of the word before `offset`, on an earlier line if there is none on this one.
    pub fn previous_word(&self, offset: usize) -> usize {
        let offset = self.clip(offset);
        let mut line = self.line_of(offset);
        let mut span = Span::new(self.line_span(line).start, offset);
        loop {
            let mut words = self.slice(span).split_word_bound_indices().rev();
            if let Some((at, _)) = words.find(|(_, word)| is_word(word)) {
                return self.grapheme_floor(span.start + at);
            }
            if line == 0 {
                return self.start();
            }
            line -= 1;
            span = self.line_span(line);
        }
    }

    /// The end of the word that `offset` stands in or before, on a later line if there is none on this one.
    pub fn next_word(&self, offset: usize) -> usize {
        let offset = self.clip(offset);
        let mut line = self.line_of(offset);
        let mut span = Span::new(offset, self.line_span(line).end);
        loop {
            let mut words = self.slice(span).split_word_bound_indices();
            if let Some((at, word)) = words.find(|(_, word)| is_word(word)) {
                let end = span.start + at + word.len();
                return self.grapheme_ceil(end);
            }
            line += 1;
            if line >= self.line_count() {
                return self.len();
            }
            span = self.line_span(line);
        }
    }

    /// The word, or the run of space or punctuation, at `offset`: what a double click selects.
    pub fn word_at(&self, offset: usize) -> Span {
        let offset = self.grapheme_floor(offset);
        let content = self.line_content(self.line_of(offset));
        let before = self.slice(content.start..offset.min(content.end));
        // A word never reaches over a space, so the search may begin at the last one.
        let from = content.start + before.trim_end_matches(' ').rfind(' ').map_or(0, |at| at + 1);
        let mut bounds = self.slice(from..content.end).split_word_bound_indices();
        let word = bounds.find(|(at, word)| from + at + word.len() > offset);
        word.map_or(Span::at(content.end), |(at, word)| (from + at..from + at + word.len()).into())
    }

    /// The line that holds `offset`, and a cursor in it at `offset`.
    fn cluster_cursor(&self, offset: usize) -> (Span, GraphemeCursor) {
        let offset = self.clip(offset);
        let line = self.line_span(self.line_of(offset));
        (line, GraphemeCursor::new(offset - line.start, line.len(), true))
    }
}

fn is_word(segment: &str) -> bool {
    segment.chars().any(char::is_alphanumeric)
}
