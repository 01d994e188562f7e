//! Undo and redo, in the groups a writer thinks in.

mod group;
#[cfg(test)]
mod tests;

use std::time::Duration;

use group::Group;

use super::{Applied, Buffer, Change, Selection};

/// A longer pause than this between two keys begins a new group.
pub const PAUSE: Duration = Duration::from_millis(700);

/// What kind of change a step is, which decides what it is undone together with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Typed text. Grouped word by word: a group ends behind the white space that follows a word.
    Typing,
    /// Backspace and delete, grouped until something else happens.
    Deleting,
    /// A paste, a fix taken, a replace-all: always undone on its own.
    Alone,
}

/// One change with everything undo needs to know about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The change.
    pub change: Change,
    /// The selection before it, which undo brings back.
    pub before: Selection,
    /// The selection after it, which redo brings back.
    pub after: Selection,
    /// What it is grouped with.
    pub kind: StepKind,
    /// When it was made, counted from any fixed moment.
    pub at: Duration,
}

/// What [`History::undo`] and [`History::redo`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The changes in the order they were made, for what follows the text.
    pub applied: Vec<Applied>,
    /// The selection to set.
    pub selection: Selection,
}

/// The changes made to one buffer, grouped.
///
/// A group takes in further steps of the same kind as long as the cursor stands where the last step left it, no more
/// than [`PAUSE`] has gone by, and nobody closed it.
#[derive(Debug, Clone)]
pub struct History {
    done: Vec<Group>,
    undone: Vec<Group>,
    is_open: bool,
    /// How many groups were done in the text that was last saved; `None` once that text cannot be come back to.
    saved: Option<usize>,
}

impl Default for History {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new(), is_open: false, saved: Some(0) }
    }
}

impl History {
    /// A history with nothing in it; the text is taken to be saved as it is.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes `step` in `buffer` and remembers it. Steps that were undone can no longer be redone, unless `step` changes
    /// nothing.
    pub fn commit(&mut self, buffer: &mut Buffer, step: &Step) -> Applied {
        let applied = buffer.apply(step.change.clone());
        if applied.change.is_empty() {
            return applied;
        }
        if self.saved.is_some_and(|saved| saved > self.done.len()) {
            self.saved = None;
        }
        self.undone.clear();
        let current = self.done.last_mut().filter(|group| self.is_open && group.takes(step));
        self.is_open = if let Some(group) = current {
            group.extend(step, &applied)
        } else {
            let (group, is_open) = Group::begin(step, &applied);
            self.done.push(group);
            is_open
        };
        applied
    }

    /// Takes the last group back; `None` where there is nothing to undo.
    pub fn undo(&mut self, buffer: &mut Buffer) -> Option<Restored> {
        self.is_open = false;
        let mut group = self.done.pop()?;
        let restored = Restored { selection: group.before, applied: group.run(buffer) };
        self.undone.push(group);
        Some(restored)
    }

    /// Makes the last group undone again; `None` where there is nothing to redo.
    pub fn redo(&mut self, buffer: &mut Buffer) -> Option<Restored> {
        self.is_open = false;
        let mut group = self.undone.pop()?;
        let restored = Restored { selection: group.after, applied: group.run(buffer) };
        self.done.push(group);
        Some(restored)
    }

    /// Ends the current group: the next step is undone apart from it. For a cursor that jumped, a lost focus and the
    /// like (a moved cursor is noticed without it).
    pub fn close_group(&mut self) {
        self.is_open = false;
    }

    /// The text as it is now has been saved.
    pub fn mark_saved(&mut self) {
        self.is_open = false;
        self.saved = Some(self.done.len());
    }

    /// Whether the text is the one last saved (or loaded), as far as the steps tell.
    pub fn is_saved(&self) -> bool {
        self.saved == Some(self.done.len())
    }

    /// How many groups can be undone. Two things done at the same depth have no edit of the text between them.
    pub fn depth(&self) -> usize {
        self.done.len()
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}
