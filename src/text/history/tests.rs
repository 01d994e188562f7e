use std::time::Duration;

use super::*;
use crate::text::{Edit, Motion, typing};

struct Desk {
    buffer: Buffer,
    history: History,
    selection: Selection,
}

impl Desk {
    fn new() -> Self {
        Self { buffer: Buffer::new(""), history: History::new(), selection: Selection::default() }
    }

    fn key(&mut self, text: &str) {
        let step = typing::insert(&self.buffer, self.selection, text, Duration::ZERO);
        self.selection = step.after;
        self.history.commit(&mut self.buffer, &step);
    }

    fn undo(&mut self) {
        self.selection = self.history.undo(&mut self.buffer).unwrap().selection;
    }

    fn redo(&mut self) {
        self.selection = self.history.redo(&mut self.buffer).unwrap().selection;
    }
}

#[test]
fn undo_past_a_save_is_unsaved_and_coming_back_is_saved() {
    let mut desk = Desk::new();
    assert!(desk.history.is_saved());
    desk.key("a");
    assert!(!desk.history.is_saved());
    desk.history.mark_saved();
    desk.key("b");
    assert_eq!((desk.history.is_saved(), desk.buffer.text()), (false, "ab"));
    desk.undo();
    assert_eq!((desk.history.is_saved(), desk.buffer.text()), (true, "a"));
    desk.undo();
    assert!(!desk.history.is_saved());
    desk.redo();
    assert!(desk.history.is_saved());
}

#[test]
fn a_saved_text_that_was_undone_and_typed_over_never_comes_back() {
    let mut desk = Desk::new();
    desk.key("a");
    desk.history.mark_saved();
    desk.undo();
    desk.key("b");
    assert!(!desk.history.is_saved() && !desk.history.can_redo());
    desk.undo();
    assert!(!desk.history.is_saved());
}

#[test]
fn a_step_that_changes_nothing_keeps_what_can_be_redone() {
    let mut desk = Desk::new();
    desk.key("a");
    desk.undo();
    let step = typing::delete(&desk.buffer, desk.selection, Motion::Left, Duration::ZERO);
    desk.history.commit(&mut desk.buffer, &step);
    assert!(desk.history.is_saved() && desk.history.can_redo() && !desk.history.can_undo());
}

#[test]
fn a_change_in_many_places_is_one_step() {
    let mut buffer = Buffer::new("very big, very red");
    let mut history = History::new();
    let change = Change::new(vec![Edit::delete(0..5), Edit::delete(10..15)]);
    let before = Selection::cursor(18);
    let step = Step { after: before.map(&change), change, before, kind: StepKind::Alone, at: Duration::ZERO };
    assert_eq!(step.after, Selection::cursor(8));
    history.commit(&mut buffer, &step);
    assert_eq!(buffer.text(), "big, red");
    let restored = history.undo(&mut buffer).unwrap();
    assert_eq!(
        (buffer.text(), restored.selection, restored.applied.len()),
        ("very big, very red", before, 1)
    );
}

#[test]
fn a_closed_group_takes_nothing_in() {
    let mut desk = Desk::new();
    desk.key("a");
    desk.history.close_group();
    desk.key("b");
    desk.undo();
    assert_eq!(desk.buffer.text(), "a");
}
