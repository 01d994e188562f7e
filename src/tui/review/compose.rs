//! Text being typed: a few wrapped lines at the bottom of the screen.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent};

use crate::review::{Anchor, Decision, Faq, Id};
use crate::text::{Motion, Selection};
use crate::tui::editor::{Editor, Typed};
use crate::tui::key::Key;
use crate::tui::keymap::Keymap;
use crate::tui::markdown::Unit;
use crate::tui::widget::Outcome;

/// What is being typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// A remark on some words, or on the whole document.
    Comment(Option<Anchor>),
    /// Other words for those of the anchor.
    Suggest(Anchor),
    /// A `?` about some words, or about the whole document.
    Ask(Option<Anchor>),
    /// A word to a thread.
    Reply(Id),
    /// One's own record, said otherwise.
    Edit(Id),
    /// One of the four answers.
    Answer(Id),
    /// A question in words, for this FAQ.
    Entry(Id, Faq),
    /// Why a suggestion is refused.
    Reject(Id),
    /// Why one suggests so: the text of one's own suggestion.
    Why(Id),
    /// Why one decides so.
    Decide(Decision),
}

/// A box to type in.
#[derive(Debug)]
pub struct Compose {
    /// What it is for.
    pub purpose: Purpose,
    /// What stands over it.
    pub title: String,
    /// What there is to say about it.
    pub hint: String,
    /// What is wrong with what was typed; gone once that changes.
    pub notice: Option<String>,
    editor: Editor,
    initial: String,
    /// When and where the mouse was pressed last.
    clicked: Option<(Duration, usize)>,
}

/// Two clicks on the same place within this time select a word.
const DOUBLE: Duration = Duration::from_millis(400);

impl Compose {
    /// A box for `purpose` with `text` in it, cursor at its end.
    pub fn new(purpose: Purpose, title: impl Into<String>, hint: impl Into<String>, text: &str) -> Self {
        let mut editor = Editor::new(text);
        editor.select(Selection::cursor(text.len()));
        let (title, hint) = (title.into(), hint.into());
        Self { purpose, title, hint, notice: None, editor, initial: text.to_owned(), clicked: None }
    }

    /// It with `text` typed in it.
    #[must_use]
    pub fn with_typed(mut self, text: &str) -> Self {
        self.editor = Editor::new(text);
        self.editor.select(Selection::cursor(text.len()));
        self
    }

    /// What stood there before anything was typed.
    pub fn initial(&self) -> &str {
        &self.initial
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        self.editor.buffer().text()
    }

    /// Whether it would be a loss to close it.
    pub fn is_changed(&self) -> bool {
        self.text() != self.initial && !self.text().trim().is_empty()
    }

    /// The text with its cursor.
    pub fn editor(&self) -> &Editor {
        &self.editor
    }

    /// Fits it to `width` cells and `height` rows.
    pub fn settle(&mut self, width: usize, height: usize) {
        self.editor.settle(width.max(1), height.max(1), Vec::new());
    }

    /// The mouse was pressed on a cell of the lines: the cursor goes there; twice, the word is selected.
    pub fn click(&mut self, (column, row): (usize, usize), now: Duration) {
        let place = self.editor.place_under(column, row);
        let is_again =
            |(when, offset): (Duration, usize)| offset == place.offset && now.saturating_sub(when) < DOUBLE;
        if self.clicked.is_some_and(is_again) {
            self.editor.click(place, false);
            self.editor.select_unit(Unit::Word);
            self.clicked = None;
        } else {
            self.editor.click(place, false);
            self.clicked = Some((now, place.offset));
        }
    }

    /// The mouse was pressed on the lines and is now over this cell: what is between is selected.
    pub fn drag(&mut self, (column, row): (usize, usize)) {
        if self.clicked.is_some() {
            self.editor.click(self.editor.place_under(column, row), true);
        }
    }

    /// Scrolls by `rows`, down if positive.
    pub fn scroll(&mut self, rows: isize) {
        self.editor.scroll(rows);
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str, now: Duration) {
        self.editor.paste(text, now);
        self.notice = None;
    }

    /// Takes a key. Enter is chosen, Alt-Enter begins a line, Esc cancels, and what else edits and moves is as in the
    /// editor.
    pub fn key(&mut self, event: KeyEvent, now: Duration) -> Outcome<()> {
        let key = Key::from(event);
        match key.code {
            KeyCode::Esc => return Outcome::Cancel,
            KeyCode::Enter if key.modifiers.is_empty() => return Outcome::Chosen(()),
            KeyCode::Enter => return self.type_text("\n", now),
            KeyCode::Char('j') if key == Key::ctrl('j') => return self.type_text("\n", now),
            // As at a shell's prompt: nothing is chosen here that the next key would take away unseen.
            KeyCode::Char('u') if key == Key::ctrl('u') => return self.clear(now),
            KeyCode::Char('a') if key == Key::ctrl('a') => {
                self.editor.select(Selection::cursor(0));
                return Outcome::Stay;
            }
            _ => {}
        }
        match self.editor.entry_key(event, &Keymap::default(), now) {
            Typed::Changed => {
                self.notice = None;
                Outcome::Changed
            }
            Typed::Moved => Outcome::Stay,
            Typed::Ignored => Outcome::Ignored,
        }
    }

    fn type_text(&mut self, text: &str, now: Duration) -> Outcome<()> {
        self.editor.type_text(text, now);
        self.notice = None;
        Outcome::Changed
    }

    /// Takes all of it away.
    fn clear(&mut self, now: Duration) -> Outcome<()> {
        let end = self.editor.buffer().len();
        self.editor.select(Selection::new(0, end));
        self.editor.delete(Motion::Left, now);
        self.notice = None;
        Outcome::Changed
    }
}
