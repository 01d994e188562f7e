//! The way out of the editor: what its gate says, and the files it leaves.

use std::fs;
use std::process::Command;

use crate::session::{CTRL_Q, CTRL_S, Session, TEXT};

const ALT_M: &str = "\x1bm";
const RIGHT: &str = "\x1b[C";

#[test]
fn a_draft_leaves_by_name_and_reason_and_says_so_itself() {
    let mut session = Session::start(&[]);
    session.press(ALT_M);
    session.wait_for("Export: the gate is closed");
    session.press(&RIGHT.repeat(4));
    session.press(" ");
    session.wait_for("[x] docx");
    session.press("\r");
    session.wait_for("who lifts it?");
    session.press("Ann Lee\r");
    session.wait_for("and why?");
    session.press("board meets at nine\r");
    session.wait_for("written: draft.html, draft.docx; the waiver is in the front matter");
    session.press(CTRL_S);
    session.wait_for("saved draft.md");
    session.press(CTRL_Q);
    assert_eq!(session.finish(), 0);
    let read = |name: &str| fs::read(session.folder.path().join(name)).unwrap();
    let page = String::from_utf8(read("draft.html")).unwrap();
    assert!(page.contains("Ferry runs Nightboat until 2 a.m."), "{page}");
    assert!(page.contains("Ann Lee") && page.contains("board meets at nine"), "{page}");
    assert!(read("draft.docx").starts_with(b"PK"));
    let draft = String::from_utf8(read("draft.md")).unwrap();
    let waiver = "  - waive: missing-part\n    by: Ann Lee\n    reason: board meets at nine\n    date: ";
    assert!(draft.contains(waiver), "{draft}");
    let body = TEXT.rsplit("---\n").next().unwrap();
    assert!(draft.ends_with(body), "{draft}");
    // With that in it the gate is lifted for the command line too.
    let gate = gate(&session);
    assert!(gate.ends_with("draft.md: the gate is lifted\n"), "{gate}");
    let entries = fs::read_dir(session.folder.path()).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.starts_with("draft") || name.contains("tmp"));
    names.sort();
    assert_eq!(names, ["draft-2.md", "draft.docx", "draft.html", "draft.md"]);
}

#[test]
fn the_gate_says_the_same_in_the_editor_and_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let template = "---\ntemplate: house\ntitle: Ours\nsummary: Short\nmax-grade: 9\nparts:\n  - id: problem\n    kind: problem\n    \
        heading: Problem\n    required: true\n    ask: What goes wrong?\n---\n\n# {{headline}}\n\n## Problem\n\n{{problem}}\n";
    fs::create_dir(folder.path().join("templates")).unwrap();
    fs::write(folder.path().join("templates/house.md"), template).unwrap();
    fs::write(folder.path().join("prfaq.yml"), "terms: [Nightboat]\n").unwrap();
    let text = TEXT.replace("press-release", "house") + "\n{{price}} is what it costs.\n";
    fs::write(folder.path().join("draft.md"), text).unwrap();
    let mut session = Session::sized((120, 50), folder, &["draft.md"], &[]);
    session.wait_for("Ctrl-Q Quit");
    session.press(ALT_M);
    // The last line of it: a frame comes in pieces.
    session.wait_for("draft.md: the gate is closed");
    let said = gate(&session);
    assert!(said.contains("flesch-kincaid-grade") && said.contains("at most 9"), "{said}");
    let rows = session.rows().join("\n");
    for line in said.lines() {
        // Longer ones go on in the next row.
        let start: String = line.chars().take(60).collect();
        assert!(rows.contains(start.trim_end()), "{start}\n{rows}");
    }
    session.press("\x1b");
    session.wait("put away", |session| !session.shows("Export: the gate"));
    session.press(CTRL_Q);
    assert_eq!(session.finish(), 0);
}

/// What `prfaq gate` says of the draft.
fn gate(session: &Session) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prfaq"));
    command.current_dir(session.folder.path()).env("HOME", session.folder.path());
    let output = command.args(["gate", "draft.md"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}
