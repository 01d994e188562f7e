//! The box an answer is typed in: a few wrapped lines with the editor's own keys.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::text::Selection;
use crate::tui::editor::Editor;
use crate::tui::key::Key;
use crate::tui::keymap::Keymap;
use crate::tui::theme::Theme;
use crate::tui::widget::paint;

/// Text being typed.
#[derive(Debug)]
pub(super) struct Field {
    editor: Editor,
}

impl Field {
    /// With `text` in it, cursor at its end.
    pub fn new(text: &str) -> Self {
        let mut editor = Editor::new(text);
        editor.select(Selection::cursor(text.len()));
        Self { editor }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        self.editor.buffer().text()
    }

    /// Fits it to `area`.
    pub fn settle(&mut self, area: Rect) {
        self.editor.settle(usize::from(area.width.max(1)), usize::from(area.height.max(1)), Vec::new());
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, now: Duration) {
        self.editor.paste(text, now);
    }

    /// Takes a key: Alt-Enter begins a line, and what edits and moves is as in the editor.
    pub fn key(&mut self, event: KeyEvent, keymap: &Keymap, now: Duration) {
        let key = Key::from(event);
        if key.code == KeyCode::Enter || key == Key::ctrl('j') {
            self.editor.type_text("\n", now);
            return;
        }
        self.editor.entry_key(event, keymap, now);
    }

    /// Draws it into `area`, to which it was fitted; the place of the cursor.
    pub fn render(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) -> Option<Position> {
        let editor = &self.editor;
        let (here, column) = editor.layout().locate(editor.buffer(), editor.place());
        let mut cursor = None;
        for (at, row) in editor.rows().enumerate().take(usize::from(area.height)) {
            for cell in editor.layout().cells(editor.buffer(), &row) {
                let is_chosen = editor.selection().span().contains(cell.offset);
                let style = if is_chosen { theme.text.patch(theme.selection) } else { theme.text };
                paint::put(buffer, area, cell.column as u16, at as u16, cell.text, style);
            }
            if row == here {
                let column = column.min(usize::from(area.width.saturating_sub(1)));
                cursor = Some(Position::new(area.x + column as u16, area.y + at as u16));
            }
        }
        cursor
    }
}
