//! The text being written with everything that follows it on the key path: history, selection, wrapped rows and the
//! place it is scrolled to. Knows neither files nor the red pen.

mod blank;
mod entry;
mod go;
mod select;
mod window;

pub use entry::Typed;
pub use go::Go;
use window::{Follow, Window};

use std::time::Duration;

use crate::text::{
    Affinity, After, Applied, Bias, Buffer, Change, Edit, History, Layout, Motion, Place, Restored,
    Selection, Step, StepKind, typing,
};

/// A text, its cursor and the window onto it.
#[derive(Debug)]
pub struct Editor {
    buffer: Buffer,
    history: History,
    selection: Selection,
    affinity: Affinity,
    /// The column in cells that Up and Down keep to.
    goal: Option<usize>,
    layout: Layout,
    window: Window,
    /// What was done to the text since the journal heard of it.
    changes: Vec<Change>,
    lock: Lock,
}

/// Whether the text may be edited here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lock {
    Open,
    Shut,
    /// Shut, and somebody tried.
    Tried,
}

impl Editor {
    /// An editor of `text`, the cursor at its start.
    pub fn new(text: impl Into<String>) -> Self {
        let buffer = Buffer::new(text);
        let layout = Layout::new(&buffer, 72);
        Self {
            selection: Selection::cursor(buffer.start()),
            history: History::new(),
            affinity: Affinity::default(),
            goal: None,
            layout,
            window: Window::default(),
            changes: Vec::new(),
            lock: Lock::Open,
            buffer,
        }
    }

    /// The text.
    pub fn buffer(&self) -> &Buffer {
        &self.buffer
    }

    /// What is selected, and so where the cursor stands.
    pub fn selection(&self) -> Selection {
        self.selection
    }

    /// The wrapped rows.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Undo and redo.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Where the cursor stands on the screen.
    pub fn place(&self) -> Place {
        Place { offset: self.selection.head, affinity: self.affinity }
    }

    /// The selected text.
    pub fn selected(&self) -> &str {
        self.buffer.slice(self.selection.span())
    }

    /// The text is saved as it is now.
    pub fn mark_saved(&mut self) {
        self.history.mark_saved();
    }

    /// What is typed next is undone by itself.
    pub fn close_group(&mut self) {
        self.history.close_group();
    }

    /// What was done to the text since it was last taken, in the order in which it was done.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The same, and it is taken.
    pub fn take_changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    /// Lets nobody edit the text, or lets them again: it may be edited somewhere else.
    pub fn lock(&mut self, shut: bool) {
        self.lock = if shut { Lock::Shut } else { Lock::Open };
    }

    /// Whether somebody tried to edit a locked text since this was asked last.
    pub fn take_refused(&mut self) -> bool {
        let refused = self.lock == Lock::Tried;
        self.lock = if refused { Lock::Shut } else { self.lock };
        refused
    }

    /// Takes up `text` as the text from elsewhere, locked or not: one step for undo, and the cursor stays where it was as
    /// far as that is still there.
    pub fn take_over(&mut self, text: &str, at: Duration) -> Applied {
        let change = Change::between(self.buffer.text(), text);
        let after = self.selection.map(&change);
        let step = Step { change, before: self.selection, after, kind: StepKind::Alone, at };
        let (lock, follow) = (std::mem::replace(&mut self.lock, Lock::Open), self.window.follow);
        let applied = self.commit(&step);
        self.select(after);
        (self.lock, self.window.follow) = (lock, follow);
        applied
    }

    /// Types `text` in place of what is selected.
    pub fn type_text(&mut self, text: &str, at: Duration) -> Applied {
        let step = match text {
            "\n" => typing::newline(&self.buffer, self.selection, at),
            text => typing::insert(&self.buffer, self.selection, text, at),
        };
        self.commit(&step)
    }

    /// Pastes `text` in place of what is selected.
    pub fn paste(&mut self, text: &str, at: Duration) -> Applied {
        self.commit(&typing::paste(&self.buffer, self.selection, text, at))
    }

    /// Deletes what is selected, or to where `motion` leads; by words, a placeholder goes as a whole.
    pub fn delete(&mut self, motion: Motion, at: Duration) -> Applied {
        let selection = self.selection_to_delete(motion);
        let step = typing::delete(&self.buffer, selection, motion, at);
        self.commit(&Step { before: self.selection, ..step })
    }

    fn selection_to_delete(&self, motion: Motion) -> Selection {
        let selection = self.selection;
        if !selection.is_empty() || !matches!(motion, Motion::WordLeft | Motion::WordRight) {
            return selection;
        }
        let word = selection.moved(motion.target(&self.buffer, selection.head), true).span();
        let whole = blank::whole(&self.buffer, word);
        if whole == word { selection } else { Selection::new(whole.start, whole.end) }
    }

    /// Makes `edit`, undone by itself; the cursor goes along, or behind what was put in where it stood in what went.
    pub fn replace(&mut self, edit: Edit, at: Duration) -> Applied {
        let inside = edit.span.touches(self.selection.head);
        let end = edit.inserted().end;
        let change = edit.into();
        let after = if inside { Selection::cursor(end) } else { self.selection.map(&change) };
        self.change(change, after, StepKind::Alone, at)
    }

    /// Makes `change`; the selection is then `after`, brought to places where a cursor may stand.
    pub fn change(&mut self, change: Change, after: Selection, kind: StepKind, at: Duration) -> Applied {
        let made = After::of(&self.buffer, &change);
        let after = Selection::new(made.floor(after.anchor), made.floor(after.head));
        self.commit(&Step { change, before: self.selection, after, kind, at })
    }

    /// Makes `change`, undone as one; the cursor stays with its words.
    pub fn make(&mut self, change: Change, at: Duration) -> Applied {
        let after = self.selection.map(&change);
        self.commit(&Step { change, before: self.selection, after, kind: StepKind::Alone, at })
    }

    fn commit(&mut self, step: &Step) -> Applied {
        if self.is_open().is_none() {
            return self.buffer.apply(Change::default());
        }
        let applied = self.history.commit(&mut self.buffer, step);
        self.followed(std::slice::from_ref(&applied));
        self.stand(step.after);
        self.affinity = Affinity::After;
        applied
    }

    /// Takes the last group of edits back.
    pub fn undo(&mut self) -> Option<Vec<Applied>> {
        self.is_open()?;
        let restored = self.history.undo(&mut self.buffer)?;
        Some(self.restored(restored))
    }

    /// Makes the last group taken back again.
    pub fn redo(&mut self) -> Option<Vec<Applied>> {
        self.is_open()?;
        let restored = self.history.redo(&mut self.buffer)?;
        Some(self.restored(restored))
    }

    fn is_open(&mut self) -> Option<()> {
        let is_open = self.lock == Lock::Open;
        if !is_open {
            self.lock = Lock::Tried;
        }
        is_open.then_some(())
    }

    fn restored(&mut self, restored: Restored) -> Vec<Applied> {
        self.followed(&restored.applied);
        self.stand(restored.selection);
        restored.applied
    }

    fn followed(&mut self, applied: &[Applied]) {
        for one in applied {
            self.changes.push(one.change.clone());
            self.layout.edited(one);
            self.window.top = one.change.map(self.window.top, Bias::Before);
        }
        self.window.top = self.buffer.grapheme_floor(self.window.top);
    }

    /// Selects `selection`, brought to places where a cursor may stand, and shows it.
    pub fn select(&mut self, selection: Selection) {
        let floor = |offset| self.buffer.grapheme_floor(offset);
        self.stand(Selection::new(floor(selection.anchor), floor(selection.head)));
        self.affinity = Affinity::After;
    }

    fn stand(&mut self, selection: Selection) {
        self.selection = selection;
        self.goal = None;
        self.window.follow = Follow::Keys;
    }

    /// Puts the cursor to `place`; the anchor stays if `extend`.
    pub fn click(&mut self, place: Place, extend: bool) {
        self.stand(self.selection.moved(place.offset, extend));
        self.affinity = place.affinity;
    }
}
