//! What a waiver lifts that is kept in the front matter: what closed the gate when it was given, and no more.

use crate::desk::{Desk, Said};

/// A press release with two errors and all of its parts missing.
const BAD: &str = "# Ferry announces Nightboat\n\nFerry is thrilled and very proud. It has {{boats}} now.\n";

const WORSE: &str = "\nWe are thrilled and proud of our world-class {{thing}}.\n";

fn lifted(desk: &Desk, reason: &str) -> Said {
    let mut command = desk.command();
    command.args([
        "export",
        "bad.md",
        "--to",
        "html",
        "--overwrite",
        "--waive",
        "all",
        "--by",
        "Pia Manager",
    ]);
    Said::from(command.args(["--reason", reason]).output().unwrap())
}

/// The line of the verdict that begins with this state and check.
fn line<'a>(said: &'a Said, start: &str) -> &'a str {
    let found = said.out.lines().find(|line| line.trim_start().starts_with(start));
    found.unwrap_or_else(|| unreachable!("{start}\n{}{}", said.out, said.err))
}

/// The figure that stands behind the state and the name of the check.
fn count(line: &str) -> &str {
    line.split_whitespace().nth(2).unwrap()
}

fn append(desk: &Desk, text: &str) {
    let before = desk.read("bad.md");
    desk.write("bad.md", before + text);
}

#[test]
fn what_nobody_had_seen_closes_the_gate_again() {
    for (head, ending) in [
        ("", "\n"),
        ("---\n# ours\ntemplate: press-release # so\n---\n", "\n"),
        ("---\nproduct: Nightboat\n---\n", "\r\n"),
    ] {
        let text = format!("{head}{BAD}").replace('\n', ending);
        let desk = Desk::with("bad.md", &text);
        desk.write("prfaq.yml", "documents: [bad.md]\ntemplate: press-release\n");
        let first = lifted(&desk, "board at nine");
        assert_eq!(first.code, 0, "{}{}", first.out, first.err);
        let kept = desk.read("bad.md");
        assert!(kept.ends_with(&BAD.replace('\n', ending)) && !kept.contains("waive: all"), "{kept}");
        assert!(head.lines().all(|line| kept.contains(line)), "{kept}");
        let errors = count(line(&first, "waived errors")).to_owned();
        assert!(kept.contains(&format!("at: {errors}{ending}")), "{kept}");

        let same = desk.run("gate bad.md");
        assert_eq!((same.code, same.out.contains("the gate is lifted")), (0, true), "{}", same.out);
        append(&desk, WORSE);
        let worse = desk.run("gate bad.md");
        assert_eq!((worse.code, worse.out.contains("the gate is closed")), (1, true), "{}", worse.out);
        let closed = line(&worse, "closed errors");
        assert!(closed.contains("at most 0; Pia Manager lifted it on 2"), "{closed}");
        assert!(closed.ends_with(&format!(" at {errors}")) && count(closed) > errors.as_str(), "{closed}");
        assert!(line(&worse, "closed placeholder").ends_with(" at 1"), "{}", worse.out);
        assert!(line(&worse, "waived missing-part").ends_with("; lifted by Pia Manager"), "{}", worse.out);
        assert_eq!(desk.run("export bad.md --to html --overwrite").code, 1);
    }
}

#[test]
fn lifted_again_by_the_same_person_it_is_written_over() {
    let desk = Desk::with("bad.md", format!("---\ntemplate: press-release\n---\n{BAD}"));
    lifted(&desk, "board at nine");
    let once = desk.read("bad.md").matches("waive: ").count();
    append(&desk, WORSE);
    assert_eq!(lifted(&desk, "board: #2").code, 0);
    let twice = desk.read("bad.md");
    assert_eq!(twice.matches("waive: ").count(), once, "{twice}");
    assert!(!twice.contains("at: 1\n"), "{twice}");
    assert_eq!(desk.run("gate bad.md").code, 0);
    // By somebody else, both stand.
    append(&desk, WORSE);
    let text = desk.read("bad.md").replace("Pia Manager", "Bo Ek");
    desk.write("bad.md", text);
    assert_eq!(lifted(&desk, "one more day").code, 0);
    assert!(desk.read("bad.md").contains("by: Bo Ek") && desk.run("gate bad.md").code == 0);
}

#[test]
fn one_that_does_not_say_where_it_stood_is_for_good() {
    let head = "---\ntemplate: press-release\nwaivers:\n- {waive: all, by: Pia, reason: pilot, date: 2026-11-22}\n---\n";
    let desk = Desk::with("bad.md", format!("{head}{BAD}{WORSE}"));
    let said = desk.run("gate bad.md");
    assert_eq!((said.code, said.out.contains("the gate is lifted")), (0, true), "{}{}", said.out, said.err);
}

#[test]
fn a_lifted_gate_is_not_called_open_by_its_score() {
    let head = "---\ntemplate: press-release\nwaivers:\n- {waive: all, by: Pia, reason: pilot, date: 2026-11-22}\n---\n";
    let desk = Desk::with("bad.md", format!("{head}{BAD}"));
    let said = desk.run("score bad.md");
    assert!(said.out.lines().any(|line| line.split_whitespace().eq(["gate", "lifted"])), "{}", said.out);
    assert!(desk.run("score bad.md --format csv").out.trim_end().ends_with(",lifted"));
    let json: serde_json::Value = serde_json::from_str(&desk.run("score bad.md --format json").out).unwrap();
    assert_eq!(json["files"][0]["gate"]["pass"], true);
}

#[test]
fn what_is_no_prfaq_is_not_judged_and_that_is_said() {
    let desk = Desk::with("notes.md", "# Notes\n\nBuy milk. Call Bo about the proud venue.\n");
    let said = desk.run("gate notes.md");
    assert_eq!(said.code, 0);
    assert!(
        said.err.contains("notes.md: not taken for a PR/FAQ") && said.err.contains("template: prfaq"),
        "{}",
        said.err
    );
    let score = desk.run("score notes.md").out;
    assert!(!score.contains("open") && score.contains("not taken for a PR/FAQ"), "{score}");
    desk.write("notes.md", "---\ntemplate: prfaq\n---\n# Notes\n\nBuy milk.\n");
    let said = desk.run("gate notes.md");
    assert_eq!((said.code, said.err.contains("not taken")), (1, false), "{}", said.err);
}
