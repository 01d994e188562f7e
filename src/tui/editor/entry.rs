//! Typing into a box, with those of the editor's keys that make sense there: moving, deleting, undo. What Enter and Esc do
//! is for the box to say.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Editor;
use crate::text::{Motion, Selection};
use crate::tui::command::{Context, Run};
use crate::tui::key::Key;
use crate::tui::keymap::Keymap;

/// What a key did in a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The text may be another one.
    Changed,
    /// Only the cursor or what is selected.
    Moved,
    /// Nothing.
    Ignored,
}

impl Editor {
    /// Does in a box what `event` does in the text, where it has the keys of `keymap`.
    pub fn entry_key(&mut self, event: KeyEvent, keymap: &Keymap, now: Duration) -> Typed {
        let key = Key::from(event);
        if let Some((command, extend)) = keymap.bound(key, Context::Text) {
            return match command.run {
                Run::Go(go) => {
                    self.go(go, extend);
                    Typed::Moved
                }
                Run::Do(_) => self.entry_command(command.name, now),
            };
        }
        // AltGr is told as Ctrl and Alt on some terminals.
        let is_alt_gr = event.modifiers == KeyModifiers::CONTROL | KeyModifiers::ALT;
        let typed = match event.code {
            KeyCode::Char(char) if is_alt_gr => Some(char),
            _ => key.text(),
        };
        let Some(char) = typed else { return Typed::Ignored };
        self.type_text(char.encode_utf8(&mut [0; 4]), now);
        Typed::Changed
    }

    fn entry_command(&mut self, name: &str, now: Duration) -> Typed {
        let motion = match name {
            "delete-left" => Motion::Left,
            "delete-right" => Motion::Right,
            "delete-word-left" => Motion::WordLeft,
            "delete-word-right" => Motion::WordRight,
            "undo" => {
                self.undo();
                return Typed::Changed;
            }
            "redo" => {
                self.redo();
                return Typed::Changed;
            }
            "select-all" => {
                let end = self.buffer().len();
                self.select(Selection::new(0, end));
                return Typed::Moved;
            }
            _ => return Typed::Ignored,
        };
        self.delete(motion, now);
        Typed::Changed
    }
}
