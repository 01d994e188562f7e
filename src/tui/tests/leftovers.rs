//! What a crash left, what another program wrote, and who else is there.

use std::fs;
use std::path::PathBuf;

use super::driver::Driver;
use crate::storage::State;
use crate::tui::disk::Disk;
use crate::tui::look::Look;
use crate::tui::message::Msg;
use crate::tui::model::Model;

struct Desk {
    _folder: tempfile::TempDir,
    state: State,
    path: PathBuf,
}

impl Desk {
    fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.md");
        fs::write(&path, text).unwrap();
        Self { state: State::at(&folder.path().join("state")), path, _folder: folder }
    }

    fn open(&self) -> Driver {
        Driver::open_in(&self.state, &self.path)
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.path).unwrap()
    }

    /// Another program writes; its moment differs from that of the last writing.
    fn write(&self, text: &str) {
        fs::remove_file(&self.path).unwrap();
        fs::write(&self.path, text).unwrap();
    }
}

#[test]
fn what_a_crash_left_is_recovered_as_one_step() {
    let desk = Desk::with("one\ntwo\n");
    // Dropped as a process that is killed drops everything.
    desk.open().press("x<c-end>three");
    let mut driver = desk.open();
    assert!(driver.screen().contains("that were not saved"), "{}", driver.screen());
    assert_eq!(driver.text(), "|one\ntwo\n");
    driver.press("v");
    assert_eq!(driver.compared[0].1.text, "xone\ntwo\nthree");
    driver.press("r");
    assert_eq!(driver.model.editor.buffer().text(), "xone\ntwo\nthree");
    driver.press("<c-z>");
    assert_eq!((driver.text().as_str(), driver.model.is_modified()), ("|one\ntwo\n", false));
    driver.press("<c-y><c-s>");
    assert_eq!(desk.text(), "xone\ntwo\nthree");
    drop(driver);
    assert!(desk.state.rescued().is_empty());
}

/// A document in whose interview two questions were answered.
fn interviewed(desk: &Desk) -> Driver {
    let mut driver = desk.open();
    driver.press("<c-p>interview<enter>nurses on nights<enter>come late<enter>");
    driver
}

#[test]
fn answers_of_an_interview_are_recovered() {
    let desk = Desk::with("---\ncustomer:\n---\n# Box\n\nThey {{struggle}}.\n");
    drop(interviewed(&desk));
    let mut driver = desk.open();
    driver.press("r");
    let text = driver.model.editor.buffer().text();
    assert!(text.contains("customer: nurses on nights\n") && text.contains("They come late."), "{text}");
}

#[test]
fn answers_that_were_taken_back_are_not() {
    let desk = Desk::with("---\ncustomer:\n---\n# Box\n\nThey {{struggle}}.\n");
    interviewed(&desk).press("<esc>l");
    assert!(desk.state.rescued().is_empty());
}

#[test]
fn what_a_crash_left_is_there_until_it_is_decided_upon() {
    let desk = Desk::with("one");
    desk.open().press("x");
    for _ in 0..3 {
        assert!(desk.open().screen().contains("Not saved"));
        assert_eq!(desk.state.rescued().len(), 1);
    }
    let mut driver = desk.open();
    driver.press("k");
    assert_eq!((driver.text().as_str(), driver.model.path.is_none()), ("|xone", true));
    drop(driver);
    desk.open().press("l");
    assert!(desk.open().model.overlay.is_some());
    desk.open().press("d");
    assert_eq!(desk.text(), "one");
    assert!(desk.open().model.overlay.is_none());
}

#[test]
fn what_has_no_name_is_recovered_from_the_start_screen() {
    let desk = Desk::with("one");
    let mut driver = Driver::of(Model::new("", None, Look::default()), 80, 24);
    driver.disk = Disk::new(Some(desk.state.clone()));
    driver.press("never saved");
    drop(driver);
    let mut driver = Driver::of(Model::new("", None, Look::default()), 80, 24);
    driver.disk = Disk::new(Some(desk.state.clone()));
    let starts = driver.disk.starts(std::sync::Arc::default());
    driver.tell(Msg::Start { starts, is_first: true });
    driver.press("<enter>");
    assert_eq!((driver.text().as_str(), driver.model.is_modified()), ("|never saved", true));
}

#[test]
fn the_start_screen_asks_as_opening_does_and_discarding_is_for_good() {
    let desk = Desk::with("one");
    desk.open().press("x");
    let mut driver = Driver::of(Model::new("", None, Look::default()), 80, 24);
    driver.disk = Disk::new(Some(desk.state.clone()));
    let starts = driver.disk.starts(std::sync::Arc::default());
    driver.tell(Msg::Start { starts, is_first: true });
    driver.press("<enter>r");
    assert_eq!((driver.model.editor.buffer().text(), driver.model.is_modified()), ("xone", true));
    assert!(driver.press("<c-q>d").has_quit);
    assert_eq!((driver.forgotten.len(), desk.text().as_str()), (1, "one"));
}

#[test]
fn a_second_editor_reads_until_the_first_has_ended() {
    let desk = Desk::with("one");
    let mut first = desk.open();
    first.press("x");
    let mut second = desk.open();
    assert!(second.notice().contains(&format!("process {} edits draft.md", std::process::id())));
    second.press("y<c-s>");
    assert_eq!((second.text().as_str(), desk.text().as_str()), ("|one", "one"));
    first.press("<c-s>");
    second.tell(Msg::FocusGained);
    assert_eq!(second.text(), "x|one");
    first.disk.leave();
    second.press("y");
    assert!(second.notice().contains("write on"), "{}", second.notice());
    second.press("z<c-s>");
    assert_eq!(desk.text(), "xzone");
}

#[test]
fn a_document_that_another_edits_is_not_saved_over() {
    let desk = Desk::with("one");
    let _first = desk.open();
    let mut second = Driver::of(Model::new("", None, Look::default()), 80, 24);
    second.disk = Disk::new(Some(desk.state.clone()));
    second.press("two<c-s><c-a>");
    second.tell(Msg::Paste(desk.path.display().to_string()));
    second.press("<enter>");
    assert!(second.notice().starts_with("not saved: it is being edited by"), "{}", second.notice());
    assert_eq!((desk.text().as_str(), second.model.is_modified()), ("one", true));
}

#[test]
fn theirs_and_mine_are_compared_and_one_is_chosen() {
    let desk = Desk::with("one\ntwo\n");
    let mut driver = desk.open();
    driver.press("x");
    desk.write("one\ntwo\nthree\n");
    driver.tick(1999).press("y");
    assert!(driver.model.overlay.is_none());
    driver.tick(2000).press("z");
    assert!(driver.screen().contains("Changed on disk"), "{}", driver.screen());
    driver.press("d").tick(2900).press("r");
    assert_eq!(driver.text(), "xyzdr|one\ntwo\n", "the box was not seen yet");
    driver.tick(3900).press("d");
    let (old, new) = &driver.compared[0];
    assert_eq!((old.text.as_str(), new.text.as_str()), ("one\ntwo\nthree\n", "xyzdrone\ntwo\n"));
    driver.press("r");
    assert_eq!((driver.text().as_str(), driver.model.is_modified()), ("|one\ntwo\nthree\n", false));
    driver.press("<c-z>");
    assert_eq!((driver.text().as_str(), driver.model.is_modified()), ("xyzdr|one\ntwo\n", true));

    desk.write("four\n");
    driver.tell(Msg::FocusGained);
    driver.press("k<c-s>");
    assert_eq!(desk.text(), "xyzdrone\ntwo\n");
}

#[test]
fn one_asks_once_about_what_another_wrote() {
    let desk = Desk::with("one");
    let mut driver = desk.open();
    driver.press("x");
    desk.write("theirs");
    driver.tell(Msg::FocusGained);
    driver.press("c");
    driver.tell(Msg::FocusGained);
    assert!(driver.model.overlay.is_none());
    driver.press("<c-s>");
    assert!(driver.model.overlay.is_some());
    // And while one thinks about it they write again.
    desk.write("theirs, again");
    driver.press("o");
    assert_eq!(desk.text(), "theirs, again");
    driver.press("o");
    assert_eq!(desk.text(), "xone");
}

#[test]
fn the_same_text_from_elsewhere_is_no_news() {
    let desk = Desk::with("one");
    let mut driver = desk.open();
    driver.press("x");
    desk.write("one");
    driver.tell(Msg::FocusGained);
    assert!(driver.model.overlay.is_none() && driver.notice().is_empty());
    desk.write("xone");
    driver.tell(Msg::FocusGained);
    assert!(!driver.model.is_modified() && driver.model.overlay.is_none());
}

#[test]
fn a_reload_keeps_the_cursor_and_can_be_undone() {
    let desk = Desk::with("one\ntwo\nthree\n");
    let mut driver = desk.open();
    driver.press("<down><down><end>");
    desk.write("zero\none\ntwo\nthree\n");
    driver.tell(Msg::FocusGained);
    assert_eq!(driver.text(), "zero\none\ntwo\nthree|\n");
    assert!(!driver.model.is_modified());
    driver.press("<c-z>");
    assert_eq!((driver.text().as_str(), driver.model.is_modified()), ("one\ntwo\nthree|\n", true));
}
