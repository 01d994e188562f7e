//! Baselines: an old document is let in, and only new findings fail.

use crate::desk::Desk;

const OLD: &str = "We leverage the cloud.\n\nThey utilize a lamp.\n";

fn with_baseline() -> Desk {
    let desk = Desk::with("docs/draft.md", OLD);
    let said = desk.run("lint docs --write-baseline known.json");
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    assert_eq!(said.err, "prfaq: note: wrote 2 findings of 1 document to known.json\n");
    desk
}

#[test]
fn what_is_known_is_held_back_and_what_is_new_fails() {
    let desk = with_baseline();
    let said = desk.run("lint docs --baseline known.json --fail-on note");
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(said.err.contains("held back 2 findings of the baseline"), "{}", said.err);
    desk.write("docs/draft.md", format!("New first.\n\n{OLD}\nWe utilize a spoon.\n"));
    let said = desk.run("lint docs --baseline known.json --fail-on note");
    assert_eq!(said.code, 1);
    assert!(said.out.contains("docs/draft.md:7:4"), "{}", said.out);
    assert!(!said.out.contains("docs/draft.md:3"), "{}", said.out);
}

#[test]
fn what_no_longer_occurs_is_told_and_taken_out() {
    let desk = with_baseline();
    desk.write("docs/draft.md", "They utilize a lamp.\n");
    let said = desk.run("lint docs --baseline known.json");
    assert!(
        said.err.contains("1 finding of the baseline no longer occurs; --write-baseline takes it out:\n  docs/draft.md: jargon \"leverage\""),
        "{}",
        said.err
    );
    desk.run("lint docs --write-baseline known.json");
    let written = desk.read("known.json");
    assert!(written.contains("utilize") && !written.contains("leverage"), "{written}");
}

#[test]
fn documents_that_are_not_linted_stay_in_it_and_lost_ones_go() {
    let desk = with_baseline();
    desk.write("other.md", OLD);
    desk.run("lint other.md --write-baseline known.json");
    let written = desk.read("known.json");
    assert!(written.contains("\"docs/draft.md\"") && written.contains("\"other.md\""), "{written}");
    std::fs::remove_file(desk.path("docs/draft.md")).unwrap();
    desk.run("lint other.md --write-baseline known.json");
    assert!(!desk.read("known.json").contains("draft.md"));
}

#[test]
fn the_configuration_may_name_it() {
    let desk = with_baseline();
    desk.write("prfaq.yml", "baseline: ./known.json\nfail-on: note\n");
    assert_eq!(desk.run("lint docs").code, 0);
    desk.write("prfaq.yml", "baseline: none.json\n");
    let said = desk.run("lint docs");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("none.json: no such file; `prfaq lint --write-baseline"), "{}", said.err);
}

#[test]
fn what_is_no_baseline_is_not_overwritten() {
    let desk = Desk::with("a.md", OLD);
    desk.write("notes.json", "{\n 3");
    for option in ["--baseline", "--write-baseline"] {
        let said = desk.run(&format!("lint a.md {option} notes.json"));
        assert_eq!(said.code, 2);
        assert!(said.err.contains("notes.json:2:2: no baseline"), "{}", said.err);
    }
    assert_eq!(desk.read("notes.json"), "{\n 3");
}

#[test]
fn an_edit_in_the_same_sentence_brings_nothing_back() {
    let desk = with_baseline();
    desk.write("docs/draft.md", OLD.replace("the cloud", "the whole cloud"));
    let said = desk.run("lint docs --baseline known.json --fail-on note");
    assert_eq!((said.code, said.out.contains("leverage")), (0, false), "{}", said.out);
    assert!(!said.err.contains("no longer"), "{}", said.err);
    desk.write("docs/draft.md", format!("{OLD}\nThey leverage it twice.\n"));
    assert!(desk.run("lint docs --baseline known.json").out.contains("docs/draft.md:5:6"));
}

#[test]
fn a_renamed_document_is_still_known() {
    let desk = with_baseline();
    std::fs::rename(desk.path("docs/draft.md"), desk.path("docs/renamed.md")).unwrap();
    let said = desk.run("lint docs --baseline known.json --fail-on note");
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(said.err.contains("held back 2 findings"), "{}", said.err);
}
