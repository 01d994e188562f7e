//! The author's walk.

use super::driver::{Driver, TEXT, said};
use crate::document::Document;
use crate::review::{Anchor, Id, Kind, Record};
use crate::tui::look::Look;
use crate::tui::review::Options;

fn walk() -> Driver {
    Driver::walk(80, 24, Look::default())
}

fn id(driver: &Driver) -> String {
    driver.model.thread().map(|thread| thread.root.id.to_string()).unwrap_or_default()
}

#[test]
fn the_walk_goes_in_the_order_of_the_document_and_forgets_nobody() {
    let mut driver = walk();
    let mut seen = vec![id(&driver)];
    for _ in 0..5 {
        seen.push(id(driver.press("n")));
    }
    assert_eq!(seen, ["q_2", "s_1", "s_4", "c_3", "c_5", "q_2"]);
    assert_eq!(id(driver.press("p")), "c_5");
    assert!(driver.press("pp").rows()[0].contains("3 of 5, 5 open"), "{}", driver.screen());
}

#[test]
fn accepting_edits_the_document_and_undo_takes_both_back() {
    let mut driver = walk();
    driver.press("na");
    let changed = TEXT
        .replace("Many\ncustomers wait for a *very* long time.", "42% of our customers wait for 9 minutes.");
    assert_eq!(driver.saved(), changed);
    assert_eq!(driver.records(), ["comment: : [accepted]"]);
    assert_eq!(id(&driver), "s_4");
    assert!(driver.rows()[0].contains("3 of 5, 4 open"), "{}", driver.screen());
    driver.press("a");
    assert_eq!(driver.saved(), changed.replace("- It rains.\n", ""));
    driver.press("u");
    assert_eq!((driver.saved(), id(&driver).as_str()), (changed.clone(), "s_4"));
    driver.press("<c-z>");
    assert_eq!((driver.saved().as_str(), driver.records().len()), (TEXT, 0));
    driver.press("<c-y>");
    assert_eq!((driver.saved(), driver.records().len()), (changed, 1));
    driver.press("uuu");
    assert!(driver.notice().contains("nothing to undo"));
}

#[test]
fn the_sentence_is_shown_as_it_is_and_as_it_would_be() {
    let mut driver = walk();
    driver.press("n");
    assert!(driver.shows("42% of our customers wait for 9 minutes."), "{}", driver.screen());
    assert!(driver.shows("now   Many customers wait for a *very* long time."), "{}", driver.screen());
    assert!(driver.shows("why   Say how many."));
}

#[test]
fn rejecting_resolving_and_replying_are_records_of_ones_own() {
    let mut driver = walk();
    driver.press("nx").press("rIt does rain.<enter>").press("nd").press("d");
    assert_eq!(
        driver.records(),
        [
            "comment: : [rejected]",
            "comment: : It does rain.",
            "comment: : [resolved]",
            "comment: : [resolved]"
        ]
    );
    assert_eq!(driver.saved(), TEXT);
    assert_eq!(driver.kept("Bo"), said()[0]);
    driver.press("p");
    assert!(driver.model.thread().is_some());
}

#[test]
fn a_question_has_four_answers_and_may_become_an_entry() {
    let mut driver = walk();
    driver.press("aperhaps<enter>");
    assert!(driver.refused().contains("four answers"), "{}", driver.refused());
    driver.press("<c-u>I don't know<enter>");
    assert!(driver.refused().contains("until when"), "{}", driver.refused());
    driver.press("<c-u>No. Each trip.<enter>");
    assert_eq!(driver.records(), ["comment: : No. Each trip. [answered: no]"]);
    assert_eq!(id(&driver), "q_2");
    driver.press("f");
    let entry = "\n\n## A month?\n\nNo. Each trip.\n";
    assert!(driver.saved().contains(&format!("for children.{entry}\n# Internal")), "{}", driver.saved());
    driver.press("uF");
    assert!(driver.saved().ends_with(&format!("[31m.{entry}")), "{}", driver.saved());
    driver.press("u");
    assert_eq!((driver.saved().as_str(), driver.records().len()), (TEXT, 1));
    driver.press("u");
    assert!(driver.records().is_empty());
    driver.press("d");
    assert!(driver.notice().contains("answered"), "{}", driver.notice());
}

#[test]
fn what_cannot_be_done_is_said() {
    let mut driver = walk();
    driver.press("x");
    assert!(driver.notice().contains("no suggestion"), "{}", driver.notice());
    driver.press("nnna");
    assert!(driver.notice().contains("not accepted"), "{}", driver.notice());
    driver.press("f");
    assert!(driver.notice().contains("answered question"), "{}", driver.notice());
    assert_eq!((driver.saved().as_str(), driver.records().len()), (TEXT, 0));
}

#[test]
fn w_walks_from_reading_and_q_leads_back() {
    let mut driver = Driver::of(TEXT, &said(), Options::default(), 80, 24);
    driver.press("w");
    assert_eq!(id(&driver), "q_2");
    driver.press("nq");
    assert!(!driver.has_quit);
    assert_eq!(driver.chosen(), "Many\ncustomers wait for a *very* long time.");
    let mut driver = walk();
    assert!(driver.press("q").has_quit);
    assert!(driver.kept("Ann").read.is_none());
}

#[test]
fn a_walk_with_nothing_open_says_so() {
    let mut driver = Driver::of(TEXT, &[], Options { walk: true, ..Options::default() }, 80, 24);
    assert!(driver.shows("Nothing is open"), "{}", driver.screen());
    driver.press("naxdrfeu<enter>");
    assert!(driver.press("q").has_quit);
}

#[test]
fn a_wrong_answer_is_explained_whole_and_an_entry_is_made_once() {
    let mut driver = walk();
    driver.press("amaybe<enter>");
    assert!(
        driver.shows("or \"I don't know, by DATE\"") && driver.typing() == "maybe",
        "{}",
        driver.screen()
    );
    driver.press("<c-u>").press("<esc>").press("d");
    driver.press("ayes<enter>f");
    let made = driver.saved();
    assert_ne!(made, TEXT);
    driver.press("f");
    assert_eq!(driver.saved(), made);
    assert!(driver.notice().contains("in the FAQ already"), "{}", driver.notice());
}

#[test]
fn the_walk_goes_on_behind_what_is_gone_and_shows_only_what_is_open() {
    let document = Document::parse(TEXT, &[]);
    let at = |words: &str| {
        let start = TEXT.find(words).unwrap();
        Some(Anchor::of(TEXT, &document, (start..start + words.len()).into()))
    };
    let mut bo = said()[0].clone();
    let [first, ..] = bo.records.as_slice() else { panic!() };
    let like = |id: &str, to: &str, words: &str| Record {
        id: Id::parse(id).unwrap(),
        kind: Kind::Suggestion { to: to.to_owned() },
        anchor: at(words),
        ..first.clone()
    };
    bo.records = vec![
        like("s_1", "late", "until 2 a.m."),
        like("s_2", "No bus goes.", "The last bus goes at 11 p.m."),
        like("s_3", "tram", "last bus"),
        like("s_4", "It pours.", "It rains."),
    ];
    let mut driver = Driver::of(TEXT, &[bo], Options { walk: true, ..Options::default() }, 80, 24);
    driver.press("na");
    assert_eq!(id(&driver), "s_3", "{}", driver.screen());
    assert!(driver.notice().contains("accepted Bo's \u{201c}No bus goes."), "{}", driver.notice());
    driver.press("XNo.<enter>");
    assert_eq!(driver.records(), ["comment: : [accepted]", "comment: : No. [rejected]"]);
    // What has lost its place stands at the end: the walk begins again.
    assert_eq!(id(&driver), "s_1");
    let seen: Vec<String> = (0..3).map(|_| id(driver.press("p"))).collect();
    assert_eq!(seen, ["s_4", "s_1", "s_4"]);
    driver.press("xx");
    assert!(!driver.shows("Done"), "{}", driver.screen());
    driver.press("n");
    assert!(driver.notice().contains("no other"), "{}", driver.notice());
}
