//! Saving, and never losing anything.

use std::fs;
use std::path::PathBuf;

use super::driver::Driver;
use crate::storage::State;
use crate::text::Edit;
use crate::tui::look::Look;
use crate::tui::message::{Entry, Msg};
use crate::tui::model::Model;
use crate::tui::start::Starts;

struct Disk {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl Disk {
    fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.md");
        fs::write(&path, text).unwrap();
        Self { _folder: folder, path }
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.path).unwrap()
    }
}

#[test]
fn only_what_was_edited_differs_after_a_save() {
    let disk = Disk::with("\u{feff}# One\r\n\r\ntwo\r\nno end");
    let mut driver = Driver::open(&disk.path);
    driver.press("x<enter><c-s>");
    assert_eq!(disk.text(), "\u{feff}x\r\n# One\r\n\r\ntwo\r\nno end");
    assert!(!driver.model.is_modified());
    assert_eq!(driver.notice(), "saved draft.md");
    driver.press("<c-z>");
    assert!(driver.model.is_modified());
    driver.press("<c-y>");
    assert!(!driver.model.is_modified());
}

#[test]
fn quitting_asks_only_where_something_is_not_saved() {
    let disk = Disk::with("one");
    let mut driver = Driver::open(&disk.path);
    assert!(driver.press("<c-q>").has_quit);
    let mut driver = Driver::open(&disk.path);
    assert!(!driver.press("x<c-q>").has_quit);
    assert!(!driver.press("<esc>").has_quit);
    assert!(!driver.press("<c-q>c").has_quit);
    assert!(driver.press("<c-q>d").has_quit);
    assert_eq!(disk.text(), "one");
    let mut driver = Driver::open(&disk.path);
    assert!(driver.press("x<c-q>s").has_quit);
    assert_eq!(disk.text(), "xone");
}

#[test]
fn a_file_changed_elsewhere_is_not_overwritten_unasked() {
    let disk = Disk::with("one");
    let mut driver = Driver::open(&disk.path);
    driver.press("x");
    fs::write(&disk.path, "theirs").unwrap();
    driver.press("<c-s>");
    assert_eq!(disk.text(), "theirs");
    driver.press("c");
    assert!(driver.model.is_modified());
    driver.press("<c-s>o");
    assert_eq!((disk.text().as_str(), driver.model.is_modified()), ("xone", false));
    driver.press("y");
    fs::write(&disk.path, "again").unwrap();
    driver.press("<c-s>r");
    assert_eq!((driver.text().as_str(), driver.model.is_modified()), ("again|", false));
}

#[test]
fn a_file_changed_elsewhere_is_read_again_where_nothing_is_lost() {
    let disk = Disk::with("one two");
    let mut driver = Driver::open(&disk.path);
    driver.press("<end>");
    fs::write(&disk.path, "other text").unwrap();
    driver.tell(Msg::FocusGained);
    assert_eq!(driver.text(), "other text|");
    driver.press("x");
    fs::write(&disk.path, "third").unwrap();
    driver.tell(Msg::FocusGained);
    driver.press("<esc>");
    assert_eq!(driver.text(), "other textx|");
}

#[test]
fn a_save_that_fails_says_so_and_loses_nothing() {
    let disk = Disk::with("one");
    let mut driver = Driver::open(&disk.path);
    let nowhere = disk.path.with_file_name("none").join("x.md");
    driver.press("x<f12>");
    driver.tell(Msg::Paste(nowhere.display().to_string()));
    driver.press("<enter>");
    assert!(driver.notice().starts_with("not saved: there is no folder /"), "{}", driver.notice());
    assert!(driver.model.is_modified());
    driver.press("<c-q>s");
    assert!(driver.has_quit);
    assert_eq!(disk.text(), "xone");
}

#[test]
fn saving_under_a_name_that_is_taken_asks() {
    let disk = Disk::with("one");
    let mut driver = Driver::of(Model::new("", None, Look::default()), 80, 24);
    driver.press("new<c-s>");
    driver.tell(Msg::Paste(disk.path.display().to_string()));
    driver.press("<enter>");
    assert_eq!(disk.text(), "one");
    driver.press("<esc>");
    assert!(driver.model.is_modified() && driver.model.path.is_none());
    driver.press("<c-s><c-a>");
    driver.tell(Msg::Paste(disk.path.display().to_string()));
    driver.press("<enter>o");
    assert_eq!((disk.text().as_str(), driver.model.name().as_str()), ("new", "draft.md"));
}

#[test]
fn a_file_that_is_gone_is_written_anew() {
    let disk = Disk::with("one");
    let mut driver = Driver::open(&disk.path);
    fs::remove_file(&disk.path).unwrap();
    driver.tell(Msg::FocusGained);
    assert!(driver.model.is_modified());
    driver.press("<c-s>");
    assert_eq!(disk.text(), "one");
}

#[test]
fn another_document_is_opened_after_the_first_is_saved() {
    let (first, second) = (Disk::with("one"), Disk::with("two"));
    let mut driver = Driver::open(&first.path);
    driver.press("x<c-o>");
    driver.tell(Msg::Paste(second.path.display().to_string()));
    driver.press("<enter>s");
    assert_eq!((first.text().as_str(), driver.text().as_str()), ("xone", "|two"));
}

#[test]
fn every_edit_of_what_is_not_saved_is_noted_before_it_is_seen() {
    let disk = Disk::with("one");
    let mut driver = Driver::open(&disk.path);
    driver.tick(1000);
    assert_eq!(driver.logged, []);
    driver.press("ab<backspace>");
    let edit = |edit: Edit| Entry::Edits(vec![edit.into()]);
    let expected = [Entry::Whole("aone".into()), edit(Edit::insert(1, "b")), edit(Edit::delete(1..2))];
    assert_eq!(driver.logged, expected);
    driver.press("<c-s>");
    assert_eq!(driver.logged, []);
    driver.press("d<c-z>");
    assert_eq!(driver.logged, []);
    driver.press("<c-y>");
    assert_eq!(driver.logged, [Entry::Whole("adone".into())]);
}

#[test]
fn an_unsaved_text_is_removed_by_pressing_delete_twice() {
    let folder = tempfile::tempdir().unwrap();
    let state = State::at(folder.path());
    state.rescue(Some("/x/draft.md".as_ref()), "one two").unwrap();
    let starts = Starts { rescued: state.rescued(), ..Starts::default() };
    let mut driver = Driver::of(Model::new("", None, Look::default()), 80, 24);
    driver.tell(Msg::Start { starts, is_first: true });
    assert!(driver.screen().contains(", 7 bytes"), "{}", driver.screen());
    driver.press("<del><down><del><up>");
    assert_eq!(driver.forgotten.len(), 0);
    driver.press("<del><del>");
    assert_eq!(driver.forgotten.len(), 1);
    assert!(!driver.screen().contains("7 bytes"), "{}", driver.screen());
}

#[test]
fn the_start_screen_asks_before_it_takes_the_place_of_what_is_not_saved() {
    let disk = Disk::with("one");
    let mut driver = Driver::open(&disk.path);
    driver.press("x<a-o>");
    assert!(driver.screen().contains("Begin another document"), "{}", driver.screen());
    driver.press("s");
    assert_eq!(disk.text(), "xone");
}

#[test]
fn a_template_begins_a_document_without_a_name() {
    let mut driver = Driver::of(Model::new("", None, Look::default()), 80, 24);
    driver.tell(Msg::Start { starts: Starts::default(), is_first: true });
    driver.press("<enter>");
    assert!(driver.text().contains("template: prfaq"));
    assert!(driver.model.is_modified() && driver.model.path.is_none());
    let mut driver = Driver::of(Model::new("", None, Look::default()), 80, 24);
    driver.tell(Msg::Start { starts: Starts::default(), is_first: true });
    assert!(driver.press("<esc>").has_quit);
}

#[test]
fn whatever_stands_in_the_way_of_a_save_is_said_and_the_text_stays_unsaved() {
    use crate::storage::{SaveError, SaveProblem};
    use std::io::{Error, ErrorKind};
    let disk = Disk::with("one");
    for (kind, said) in [
        (ErrorKind::StorageFull, "the disk is full"),
        (ErrorKind::QuotaExceeded, "the disk is full"),
        (ErrorKind::PermissionDenied, "no permission"),
        (ErrorKind::ReadOnlyFilesystem, "can only be read"),
        (ErrorKind::Interrupted, "cannot be written"),
        (ErrorKind::Other, "cannot be written"),
    ] {
        let mut driver = Driver::open(&disk.path);
        driver.press("x");
        let problem = SaveProblem::from(Error::from(kind));
        let result = Err(SaveError { path: disk.path.clone(), problem });
        driver.tell(Msg::Saved { path: disk.path.clone(), result, theirs: None });
        assert!(driver.notice().starts_with("not saved: "), "{}", driver.notice());
        assert!(driver.notice().contains(said), "{}", driver.notice());
        assert!(driver.model.is_modified());
    }
}
