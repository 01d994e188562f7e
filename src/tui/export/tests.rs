//! The export dialog as a person uses it: keys in, files and text out.

use std::fs;
use std::path::PathBuf;

use crossterm::event::{KeyModifiers, MouseEvent, MouseEventKind};
use proptest::prelude::*;
use ratatui::layout::Position;

use super::Dialog;
use super::order::{Choice, Judgement};
use crate::tui::message::{Effect, Holder, Msg};
use crate::tui::overlay::Overlay;
use crate::tui::tests::driver::Driver;
use crate::tui::widget::testing::{keys, places, stays_inside};

/// Its gate is open.
const FINISHED: &str = include_str!("../../../examples/waitback.md");

/// Its gate is closed.
const DRAFT: &str =
    "---\ntemplate: press-release\n---\n# Ferry announces Nightboat\n\nFerry is very proud.\n";

struct Desk {
    folder: tempfile::TempDir,
    driver: Driver,
}

impl Desk {
    fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.md");
        fs::write(&path, text).unwrap();
        let driver = Driver::open(&path);
        Self { folder, driver }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        String::from_utf8_lossy(&fs::read(self.path(name)).unwrap()).into_owned()
    }

    /// The files, without the document.
    fn files(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
        names.retain(|name| name != "plan.md");
        names.sort();
        names
    }

    fn press(&mut self, script: &str) -> &mut Self {
        self.driver.press(script);
        self
    }

    fn is_open(&self) -> bool {
        matches!(self.driver.model.overlay, Some(Overlay::Export(_)))
    }

    fn text(&self) -> &str {
        self.driver.model.editor.buffer().text()
    }
}

#[test]
fn through_an_open_gate_enter_is_enough() {
    let mut desk = Desk::with(FINISHED);
    desk.press("<a-m>");
    let screen = desk.driver.screen();
    assert!(screen.contains("Export: the gate is open") && screen.contains("plan.html"), "{screen}");
    assert!(!screen.contains("Lifted by"), "{screen}");
    desk.press("<enter>");
    assert!(!desk.is_open());
    assert_eq!(desk.files(), ["plan.html"]);
    assert!(desk.read("plan.html").contains("gives you your fare back"));
    let said = desk.driver.notice();
    assert_eq!(said, "written: plan.html");
    assert_eq!((desk.text(), desk.driver.model.is_modified()), (FINISHED, false));
}

#[test]
fn several_formats_and_parts_are_chosen_and_remembered() {
    let mut desk = Desk::with(FINISHED);
    desk.press("<a-m> <right> <right> <right> <tab> <down><down> <down> <enter>");
    assert_eq!(desk.files(), ["plan.docx", "plan.export.md", "plan.export.txt", "plan.json"]);
    assert!(desk.read("plan.docx").starts_with("PK"));
    let markdown = desk.read("plan.export.md");
    assert!(markdown.replace('\\', "").contains("###") && !markdown.contains("## Problem"), "{markdown}");
    let internal = "What did the pilot show?";
    assert!(FINISHED.contains(internal) && !markdown.contains(internal), "{markdown}");
    let said = desk.driver.notice();
    assert!(
        said.starts_with("written: plan.export.md, plan.export.txt, plan.json, plan.docx; left out: "),
        "{said}"
    );
    assert!(said.contains("internal-faq"), "{said}");
    desk.press("<a-m>");
    let screen = desk.driver.screen();
    assert!(screen.contains("[ ] html") && screen.contains("[x] docx") && screen.contains("[x] public"));
}

#[test]
fn what_is_not_saved_is_exported_as_it_is_on_the_screen() {
    let mut desk = Desk::with(FINISHED);
    desk.press("<a-m>");
    assert!(!desk.driver.screen().contains("unsaved"), "{}", desk.driver.screen());
    desk.press("<esc><c-end>Zebras ride free.<a-m>");
    let screen = desk.driver.screen();
    assert!(screen.contains("beside the document; of the unsaved text on the screen"), "{screen}");
    desk.press("<enter>");
    assert_eq!(desk.driver.notice(), "written: plan.html; the text itself is not saved");
    assert!(desk.read("plan.html").contains("Zebras ride free."));
    assert!(!desk.read("plan.md").contains("Zebras") && desk.driver.model.is_modified());
}

#[test]
fn a_closed_gate_is_lifted_by_name_and_reason_and_undo_takes_the_waiver_back() {
    let mut desk = Desk::with(DRAFT);
    desk.press("<c-end><a-m>");
    let before = desk.driver.text();
    assert!(desk.driver.screen().contains("Export: the gate is closed"), "{}", desk.driver.screen());
    desk.press("<enter>");
    assert!(desk.driver.screen().contains("who lifts it?"), "{}", desk.driver.screen());
    desk.press("Ann Lee<enter>");
    assert!(desk.driver.screen().contains("and why?"), "{}", desk.driver.screen());
    assert!(desk.files().is_empty());
    desk.driver.tell(Msg::Paste("board meets\nat nine".to_owned()));
    desk.press("<enter>");
    assert_eq!(desk.files(), ["plan.html"]);
    let page = desk.read("plan.html");
    assert!(page.contains("Ann Lee") && page.contains("board meets at nine"), "{page}");
    let waiver = "  - waive: missing-part\n    by: Ann Lee\n    reason: board meets at nine\n    date: ";
    assert!(desk.text().contains(waiver) && !desk.text().contains("waive: all"), "{}", desk.text());
    assert!(desk.driver.model.is_modified(), "the document says so once it is saved");
    assert!(desk.driver.notice().ends_with("(Ctrl-Z takes it out)"), "{}", desk.driver.notice());
    desk.press("<c-z>");
    assert_eq!((desk.driver.text(), desk.driver.model.is_modified()), (before, false));
    desk.press("<c-y><a-m>");
    assert!(desk.driver.screen().contains("Export: the gate is lifted"), "{}", desk.driver.screen());
    assert!(!desk.driver.screen().contains("because"), "{}", desk.driver.screen());
}

#[test]
fn what_came_after_the_waiver_closes_the_gate_again_and_is_lifted_anew() {
    let mut desk = Desk::with(DRAFT);
    desk.press("<a-m><enter>Pia<enter>board<enter><a-m>");
    assert!(desk.driver.screen().contains("Export: the gate is lifted"), "{}", desk.driver.screen());
    desk.press("<esc><c-end>We are thrilled and proud of our world-class {{thing}}.<enter><a-m>");
    let screen = desk.driver.screen();
    assert!(screen.contains("Export: the gate is closed"), "{screen}");
    assert!(screen.contains("Pia lifted it on"), "{screen}");
    let before = desk.text().matches("waive: errors").count();
    desk.press("<enter>Pia<enter>one more day<enter>");
    assert!(desk.driver.screen().contains("already there"), "{}", desk.driver.screen());
    desk.press("o");
    let text = desk.text();
    assert_eq!((before, text.matches("waive: errors").count()), (1, 1), "written over: {text}");
    assert!(text.contains("reason: one more day") && text.contains("waive: placeholder"), "{text}");
    desk.press("<a-m>");
    assert!(desk.driver.screen().contains("Export: the gate is lifted"), "{}", desk.driver.screen());
}

#[test]
fn a_document_that_is_edited_elsewhere_is_exported_and_not_changed() {
    let mut desk = Desk::with(DRAFT);
    desk.driver.model.hold(Some(Holder { pid: None }));
    desk.press("<a-m><enter>Ann<enter>board<enter>");
    assert_eq!((desk.files(), desk.text()), (vec!["plan.html".to_owned()], DRAFT));
    assert!(desk.driver.notice().contains("not kept"), "{}", desk.driver.notice());
}

#[test]
fn a_waiver_does_not_go_into_another_document() {
    let mut desk = Desk::with(DRAFT);
    fs::write(desk.path("other.md"), "# Other\n").unwrap();
    desk.press("<a-m>Ann");
    let Some(Overlay::Export(dialog)) = &mut desk.driver.model.overlay else { panic!("no dialog") };
    dialog.by.paste("Ann");
    dialog.reason.paste("board");
    let order = dialog.order(DRAFT).unwrap();
    desk.press("<esc><c-o><c-a>");
    desk.driver.tell(Msg::Paste(desk.path("other.md").to_string_lossy().into_owned()));
    desk.press("<enter>");
    desk.driver.perform(Effect::Export(Box::new(order)));
    assert_eq!((desk.text(), desk.files()), ("# Other\n", vec!["other.md".into(), "plan.html".to_owned()]));
    assert!(desk.driver.notice().contains("another document is open"), "{}", desk.driver.notice());
}

#[test]
fn one_check_is_lifted_by_its_name_and_several_as_all() {
    for (closed, what) in [(vec!["errors"], "errors"), (vec!["errors", "placeholder"], "all")] {
        let mut dialog = Dialog::new("plan.md".into(), 0, Choice::default());
        assert!(dialog.order("text").is_none(), "the gate has not answered");
        let closed = closed.into_iter().map(str::to_owned).collect();
        dialog.judged = Some(Ok(Judgement { closed, standing: "closed", lines: Vec::new() }));
        assert!(dialog.order("text").is_none(), "nobody lifts it");
        dialog.by.paste("Ann");
        dialog.reason.paste(" \t");
        assert!(dialog.order("text").is_none(), "no reason");
        dialog.reason.paste("board");
        let lift = dialog.order("text").unwrap().lift.unwrap();
        assert_eq!((lift.what.as_str(), lift.reason.as_str()), (what, "board"));
    }
}

#[test]
fn what_is_there_is_replaced_only_if_somebody_says_so() {
    let mut desk = Desk::with(FINISHED);
    fs::write(desk.path("plan.html"), "theirs").unwrap();
    desk.press("<a-m><right> <enter>");
    assert!(desk.driver.screen().contains("is already there."), "{}", desk.driver.screen());
    desk.press("<esc>");
    assert!(desk.is_open(), "one goes back to what was chosen");
    assert_eq!((desk.files(), desk.read("plan.html").as_str()), (vec!["plan.html".to_owned()], "theirs"));
    desk.press("<enter>c<enter>o");
    assert!(!desk.is_open());
    assert_eq!(desk.files(), ["plan.export.md", "plan.html"]);
    assert!(desk.read("plan.html").contains("<html"));
    desk.press("<a-m><enter>");
    assert!(desk.driver.screen().contains("are already there."), "{}", desk.driver.screen());
}

#[test]
fn what_does_not_go_is_said_and_nothing_is_written() {
    let mut desk = Desk::with(FINISHED);
    fs::create_dir(desk.path("plan.json")).unwrap();
    desk.press("<a-m><right><right><right> <enter>");
    let screen = desk.driver.screen();
    // All of it, in the dialog: what, where, what to do.
    for words in ["not exported: ", "plan.json: this is a folder", "choose another name", "F12 saves the"] {
        assert!(screen.contains(words), "{words}\n{screen}");
    }
    assert!(desk.is_open());
    assert_eq!(desk.files(), ["plan.json"]);
    desk.press(" <left><left><left> <enter>");
    assert!(desk.driver.screen().contains("choose a format"), "{}", desk.driver.screen());
    desk.press("<esc>");
    assert!(!desk.is_open());

    let mut desk = Desk::with("---\nterms: [a\n---\n# Plan\n");
    desk.press("<a-m><enter>");
    assert!(desk.driver.screen().contains("the front matter cannot be read (line "));
    assert!(desk.files().is_empty());

    let mut driver = Driver::new("# One|");
    driver.press("<a-m>");
    assert!(driver.notice().contains("Ctrl-S") && driver.model.overlay.is_none(), "{}", driver.notice());
}

#[test]
fn a_question_of_a_reviewer_keeps_the_gate_shut() {
    let mut desk = Desk::with(FINISHED);
    let question = "version: 1\nreviewer: Bo\nrecords:\n  - id: q_000001\n    by: Bo\n    at: \"2026-11-09T10:30:00Z\"\n    \
        kind: question\n    part: problem\n    quote: lost pay\n    before: \"\"\n    after: \"\"\n    text: Says who?\n";
    let folder = crate::sidecars::folder(&desk.path("plan.md"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("bo.yml"), question).unwrap();
    desk.press("<a-m>");
    let screen = desk.driver.screen();
    assert!(screen.contains("the gate is closed") && screen.contains("Bo asks: Says who?"), "{screen}");
    desk.press("<esc>");
    // What cannot be read may be a question too.
    fs::write(folder.join("bo.yml"), "records: nonsense").unwrap();
    desk.press("<a-m><enter>");
    assert!(!desk.driver.screen().contains("the gate is"), "{}", desk.driver.screen());
    assert!(!desk.path("plan.html").exists());
}

#[test]
fn all_of_the_verdict_is_reached_by_keys_and_by_the_wheel() {
    let last = "plan.md: the gate is closed";
    let mut desk = Desk::with(DRAFT);
    desk.press("<a-m>");
    let above = desk.driver.screen();
    assert!(!above.contains(last) && above.contains("PgDn reads on"), "{above}");
    let wheel = |desk: &mut Desk, kind: MouseEventKind| {
        let event = MouseEvent { kind, column: 9, row: 9, modifiers: KeyModifiers::NONE };
        (0..9).for_each(|_| desk.driver.tell(Msg::Mouse(event)));
    };
    wheel(&mut desk, MouseEventKind::ScrollDown);
    assert!(desk.driver.screen().contains(last), "{}", desk.driver.screen());
    wheel(&mut desk, MouseEventKind::ScrollUp);
    assert_eq!(desk.driver.screen(), above);
    desk.press("<pgdn><pgdn><pgdn><pgdn>");
    assert!(desk.driver.screen().contains(last), "{}", desk.driver.screen());
}

#[test]
fn clicks_choose_and_export() {
    let mut desk = Desk::with(FINISHED);
    desk.press("<a-m>");
    let click = |desk: &mut Desk, words: &str| {
        let screen = desk.driver.screen();
        let mut rows = screen.lines().enumerate();
        let (row, column) = rows.find_map(|(row, line)| Some((row, line.find(words)?))).unwrap();
        let line = screen.lines().nth(row).unwrap();
        let column = line.char_indices().take_while(|(at, _)| *at < column).count() - 1;
        let at = Position::new(column as u16, row as u16);
        let Some(Overlay::Export(dialog)) = desk.driver.model.overlay.take() else { panic!("no dialog") };
        super::click(&mut desk.driver.model, dialog, at)
    };
    assert!(click(&mut desk, "[ ] txt").is_empty());
    assert!(desk.driver.screen().contains("[x] txt"), "{}", desk.driver.screen());
    assert_eq!(click(&mut desk, "< Export >").len(), 1);
}

#[test]
fn screens() {
    let mut desk = Desk::with(DRAFT);
    desk.press("<a-m><right> <enter>Ann Lee");
    insta::assert_snapshot!("closed_80x24", desk.driver.screen());
    let mut desk = Desk::with(FINISHED);
    desk.driver.tell(Msg::Resize(200, 50));
    desk.press("<a-m>");
    insta::assert_snapshot!("open_200x50", desk.driver.screen());
}

#[test]
fn the_choice_with_the_keys_is_seen_on_small_screens() {
    let mut desk = Desk::with(DRAFT);
    desk.press("<a-m>");
    for (width, height) in [(1, 1), (2, 3), (5, 2), (3, 12), (12, 1), (30, 6), (40, 10), (200, 50), (80, 24)]
    {
        desk.driver.tell(Msg::Resize(width, height));
        for _ in 0..12 {
            desk.press("<tab><pgdn>x<backspace>");
            desk.driver.screen();
        }
        if width > 10 {
            assert!(desk.driver.screen().contains("cursor: "), "{width}x{height}\n{}", desk.driver.screen());
        }
    }
    assert!(desk.is_open());
}

proptest! {
    #[test]
    fn any_size_will_do((screen, area) in places(), script in "[ab ]{0,4}", steps in 0usize..10) {
        let mut dialog = Dialog::new("plan.md".into(), 0, Choice::default());
        let line = crate::report::Line { indent: 9, pieces: vec![(None, "missing: a headline".to_owned())] };
        let lines = vec![line; 12];
        dialog.judged =
            Some(Ok(Judgement { lines, standing: "closed", closed: vec!["errors".to_owned()] }));
        for key in keys(&format!("{}{script}", "<tab>".repeat(steps))) {
            dialog.key(key, area);
        }
        prop_assert!(stays_inside(screen, area, |buffer, theme| dialog.render(area, buffer, theme)));
        prop_assert!(dialog.cursor(area).is_none_or(|cursor| area.contains(cursor)));
    }
}
