//! Files that others change, and files that cannot be written.

use std::fs;

use super::driver::{Driver, TEXT};
use crate::tui::look::Look;
use crate::tui::review::overlay::Overlay;
use crate::tui::review::unsaid;
use crate::tui::review::update::Msg;

#[test]
fn a_document_changed_meanwhile_is_never_overwritten_without_asking() {
    let theirs = TEXT.replace("It is dark.", "It is very dark.");
    for (answer, saved, records) in [("c", theirs.as_str(), 0), ("<esc>", &theirs, 0), ("r", &theirs, 0)] {
        let mut driver = Driver::walk(80, 24, Look::default());
        fs::write(driver.path(), &theirs).unwrap();
        driver.press("na");
        assert!(matches!(driver.model.overlay, Some(Overlay::Confirm(..))));
        driver.press(answer);
        assert_eq!((driver.saved().as_str(), driver.records().len()), (saved, records), "{answer}");
    }
    let mut driver = Driver::walk(80, 24, Look::default());
    fs::write(driver.path(), &theirs).unwrap();
    driver.press("nao");
    assert!(driver.saved().contains("9 minutes") && !driver.saved().contains("very dark"));
    assert_eq!(driver.records(), ["comment: : [accepted]"]);
    driver.press("u");
    assert_eq!(driver.saved(), TEXT);
}

#[test]
fn a_document_read_again_keeps_the_place_and_can_be_accepted_into() {
    let mut driver = Driver::walk(80, 24, Look::default());
    fs::write(driver.path(), TEXT.replace("# Ferry runs", "# The ferry runs")).unwrap();
    driver.press("nar");
    assert!(driver.notice().contains("read again"), "{}", driver.notice());
    assert_eq!(driver.model.thread().unwrap().root.id.as_str(), "s_1");
    driver.press("a");
    assert!(driver.saved().contains("# The ferry runs") && driver.saved().contains("9 minutes"));
}

#[test]
fn coming_back_to_the_window_reads_what_others_wrote() {
    let mut driver = Driver::new();
    driver.press("jj");
    fs::write(driver.path(), TEXT.replace("# Ferry runs", "# Our ferry runs")).unwrap();
    let [bo, _] = super::driver::said();
    fs::write(driver.path().with_extension("reviews").join("bo.yml"), bo.render()).unwrap();
    driver.tell(Msg::FocusGained);
    assert!(driver.shows("Our ferry runs"), "{}", driver.screen());
    assert_eq!(driver.chosen(), "It costs £4.50.");
    driver.press("O");
    assert!(driver.shows("A month?"), "{}", driver.screen());
}

#[test]
fn what_cannot_be_kept_is_kept_with_the_next_word_and_never_left_behind_in_silence() {
    let mut driver = Driver::new();
    let folder = driver.path().with_extension("reviews");
    fs::remove_dir(&folder).unwrap();
    fs::write(&folder, "in the way").unwrap();
    driver.press("jcOne.<enter>");
    assert!(driver.notice().contains("not kept yet"), "{}", driver.notice());
    driver.press("<c-c>");
    assert!(!driver.has_quit && driver.shows("Not kept"), "{}", driver.screen());
    driver.press("cjcTwo.<enter>");
    fs::remove_file(&folder).unwrap();
    driver.press("jcThree.<enter>");
    assert_eq!(driver.records().len(), 3);
    assert!(driver.press("<c-c>").has_quit);
}

#[test]
fn two_sessions_of_one_reviewer_lose_nothing() {
    let mut driver = Driver::new();
    driver.press("cOne.<enter>");
    let path = driver.path().with_extension("reviews").join("ann.yml");
    let text = fs::read_to_string(&path).unwrap();
    let other = "- id: c_9\n  at: 2026-11-22T10:00:00Z\n  kind: comment\n  text: Two.\n";
    let indented = format!("  {}\n", other.trim_end().replace('\n', "\n  "));
    let is_indented = text.contains("\n  - id");
    fs::write(&path, format!("{text}{}", if is_indented { &indented } else { other })).unwrap();
    driver.press("jcThree.<enter>");
    assert_eq!(driver.records().len(), 3, "{:?}", driver.records());
}

#[test]
fn what_was_being_typed_is_there_when_the_review_opens_again() {
    let mut driver = Driver::new();
    driver.press("jjcWhose is");
    let kept = unsaid::written(&driver.model).unwrap();
    let mut again = Driver::new();
    unsaid::resume(&mut again.model, &kept);
    assert!(again.shows("You were writing this: Comment on"), "{}", again.screen());
    again.press(" it?<enter>");
    assert_eq!(again.records(), ["comment: It costs \u{a3}4.50.: Whose is it?"]);
    assert!(unsaid::written(&again.model).is_none());

    let mut driver = Driver::walk(80, 24, Look::default());
    driver.press("rSo ");
    let kept = unsaid::written(&driver.model).unwrap();
    let mut again = Driver::walk(80, 24, Look::default());
    unsaid::resume(&mut again.model, &kept);
    again.press("be it.<enter>");
    assert_eq!(again.kept("Ann").records[0].re.as_ref().unwrap().as_str(), "q_2");
    // The record is gone: what was to reply to it is said all the same.
    let mut alone = Driver::new();
    unsaid::resume(&mut alone.model, &kept);
    alone.press("be it.<enter>");
    assert_eq!(alone.records(), ["comment: : So be it."]);
    unsaid::resume(&mut alone.model, "no such thing");
    assert!(alone.model.overlay.is_none());
}
