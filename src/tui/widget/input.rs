//! One line of text being typed: what prompts and searchable lists are made of.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer as Cells;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::{list, paint};
use crate::text::{Buffer, Edit, Motion, Span, cell_width, glyph};

/// One line and a cursor between its grapheme clusters.
#[derive(Debug, Clone)]
pub struct Input {
    buffer: Buffer,
    cursor: usize,
    /// Whether all of it is selected, so that what is typed takes its place.
    is_selected: bool,
}

/// What a key did to an [`Input`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Nothing, it was no key for a line of text.
    Ignored,
    /// At most the cursor moved.
    Moved,
    /// The text is another now.
    Changed,
}

impl Input {
    /// Begins with `text`, cursor at its end. Line breaks become spaces.
    pub fn new(text: &str) -> Self {
        let mut input = Self { buffer: Buffer::new(""), cursor: 0, is_selected: false };
        input.paste(text);
        input
    }

    /// Selects all of it: what is typed or pasted next takes its place, what moves the cursor keeps it.
    pub fn select(&mut self) {
        self.is_selected = !self.text().is_empty();
        self.cursor = self.buffer.len();
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        self.buffer.text()
    }

    /// Puts `text` in at the cursor, line breaks and tabs as spaces, other control characters left out.
    pub fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ");
        let clean: String = text.chars().filter(|char| !char.is_control()).collect();
        self.replace(self.place(), &clean);
    }

    // Where what is typed goes.
    fn place(&self) -> Span {
        if self.is_selected { Span::new(0, self.buffer.len()) } else { Span::at(self.cursor) }
    }

    /// Takes a key: characters, Backspace, Delete, arrows, Home, End, and with Ctrl: arrows by words, `w` and
    /// Backspace (a word), `u` (all before the cursor), `k` (all behind it), `a` (select it), `e`.
    pub fn key(&mut self, key: KeyEvent) -> Typed {
        if let Some(char) = list::typed(key) {
            self.replace(self.place(), char.encode_utf8(&mut [0; 4]));
            return Typed::Changed;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        if key.code == KeyCode::Char('a') && control {
            self.select();
            return Typed::Moved;
        }
        let (motion, deletes) = match (key.code, control) {
            (KeyCode::Left, false) => (Motion::Left, false),
            (KeyCode::Right, false) => (Motion::Right, false),
            (KeyCode::Left, true) => (Motion::WordLeft, false),
            (KeyCode::Right, true) => (Motion::WordRight, false),
            (KeyCode::Home, _) => (Motion::TextStart, false),
            (KeyCode::End, _) | (KeyCode::Char('e'), true) => (Motion::TextEnd, false),
            (KeyCode::Backspace, false) | (KeyCode::Char('h'), true) => (Motion::Left, true),
            (KeyCode::Delete, false) => (Motion::Right, true),
            (KeyCode::Backspace | KeyCode::Char('w'), true) => (Motion::WordLeft, true),
            (KeyCode::Delete, true) => (Motion::WordRight, true),
            (KeyCode::Char('u'), true) => (Motion::TextStart, true),
            (KeyCode::Char('k'), true) => (Motion::TextEnd, true),
            _ => return Typed::Ignored,
        };
        self.go(motion, deletes)
    }

    /// Draws the line into the first row of `area`, scrolled so that the cursor is seen.
    pub fn render(&self, area: Rect, buffer: &mut Cells, style: Style, selection: Style) {
        let text = self.buffer.slice(self.left(area.width)..self.buffer.len());
        let mut column = 0;
        for cluster in text.graphemes(true) {
            column = paint::put(buffer, area, column, 0, &glyph(cluster), style);
        }
        if self.is_selected {
            let width = area.width.min(column);
            paint::style_row(buffer, Rect { width, ..area }, 0, selection);
        }
    }

    /// Where the terminal's cursor belongs when the line is drawn into `area`.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        let before = self.buffer.slice(self.left(area.width)..self.cursor);
        let column = u16::try_from(cells(before)).ok()?;
        let position = Position::new(area.x.checked_add(column)?, area.y);
        area.contains(position).then_some(position)
    }

    // The first byte that is seen where `width` cells are: the earliest from which the cursor's cell still fits.
    fn left(&self, width: u16) -> usize {
        let mut room = usize::from(width).saturating_sub(1);
        let before = self.buffer.slice(0..self.cursor).grapheme_indices(true).rev();
        let seen = before.take_while(|(_, cluster)| {
            let left = room.checked_sub(cell_width(cluster, 0));
            room = left.unwrap_or(room);
            left.is_some()
        });
        seen.last().map_or(self.cursor, |(at, _)| at)
    }

    fn go(&mut self, motion: Motion, deletes: bool) -> Typed {
        let was_selected = std::mem::take(&mut self.is_selected);
        if was_selected && deletes {
            self.replace(Span::new(0, self.buffer.len()), "");
            return Typed::Changed;
        }
        if was_selected && motion == Motion::Left {
            self.cursor = 0;
            return Typed::Moved;
        }
        let target = motion.target(&self.buffer, self.cursor);
        if !deletes {
            self.cursor = target;
            return Typed::Moved;
        }
        let span = Span { start: self.cursor.min(target), end: self.cursor.max(target) };
        if span.is_empty() {
            return Typed::Moved;
        }
        self.replace(span, "");
        Typed::Changed
    }

    fn replace(&mut self, span: Span, text: &str) {
        let edit = Edit::replace(span, text);
        let end = edit.inserted().end;
        self.is_selected = false;
        self.buffer.apply(edit);
        self.cursor = self.buffer.grapheme_ceil(end);
    }
}

fn cells(text: &str) -> usize {
    text.graphemes(true).map(|cluster| cell_width(cluster, 0)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::widget::testing::keys;

    #[test]
    fn editing_goes_by_clusters_and_words() {
        for (start, script, expected) in [
            ("draft", "<end>.md", "draft.md|"),
            ("draft.md", "<home>a <left><left>b", "b|a draft.md"),
            ("e\u{301}👨‍👩‍👧‍👦", "<backspace>", "e\u{301}|"),
            ("e\u{301}👨‍👩‍👧‍👦", "<backspace><backspace>", "|"),
            ("한국", "<left><del>", "한|"),
            ("one two three", "<c-w>", "one two |"),
            ("one two three", "<c-left><c-left><c-k>", "one |"),
            ("one two", "<left><left><left><c-u>", "|two"),
            ("one", "<backspace><c-x>", "on|"),
        ] {
            let mut input = Input::new(start);
            for key in keys(script) {
                input.key(key);
            }
            let mut seen = input.text().to_owned();
            seen.insert(input.cursor, '|');
            assert_eq!(seen, expected, "{script}");
        }
    }

    #[test]
    fn what_is_selected_is_typed_over_or_kept() {
        for (script, expected) in [
            ("x", "x|"),
            ("<backspace>", "|"),
            ("<del>", "|"),
            ("<end>.md", "draft.md|"),
            ("<left>my-", "my-|draft"),
            ("<c-e>s<c-a>t", "t|"),
        ] {
            let mut input = Input::new("draft");
            input.select();
            for key in keys(script) {
                input.key(key);
            }
            let mut seen = input.text().to_owned();
            seen.insert(input.cursor, '|');
            assert_eq!(seen, expected, "{script}");
        }
        let mut input = Input::new("draft");
        input.select();
        input.paste("other");
        assert_eq!(input.text(), "other");
    }

    #[test]
    fn pasted_lines_become_one() {
        assert_eq!(Input::new("a\r\nb\tc\u{1b}[31m").text(), "a b c[31m");
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_seen(
            text in "[a-e한👍é ]{0,30}",
            moves in 0usize..20,
            width in 1u16..20,
        ) {
            let mut input = Input::new(&text);
            for _ in 0..moves {
                input.key(KeyCode::Left.into());
            }
            let area = Rect::new(3, 2, width, 1);
            let mut buffer = Cells::empty(area);
            input.render(area, &mut buffer, Style::new(), Style::new());
            prop_assert!(input.cursor(area).is_some());
        }
    }
}
