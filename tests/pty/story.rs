//! A whole session, as a product manager has it: from an empty folder over the interview, the red pen and a crash to a page
//! that can be sent. The README's pictures are taken on the way.

use std::collections::BTreeSet;
use std::fs;

use rustix::process::Signal;

use crate::picture;
use crate::session::{CTRL_END, CTRL_Q, CTRL_S, DOWN, F8, F10, Session};

/// What is answered to the interview, in its order; what is empty is asked later.
const ANSWERS: [&str; 10] = [
    "Parents who cannot wait at home for a parcel",
    "They lose a morning's pay each time a parcel comes.",
    "212 parents in Leeds told us so in May; 71% of them had lost a morning in the month before.",
    "You go to work, and the parcel waits in a box at your door.",
    "For parents: a parcel no longer costs a morning's pay",
    "",
    "",
    "Porchbox",
    "Waitback",
    "2027-09-06",
];

/// What is typed where something is to be filled in, in the order of the press release.
const GAPS: [(&str, &str); 16] = [
    ("headline", "Porchbox takes parcels in while you are at work"),
    ("city", "Leeds"),
    (
        "summary",
        "Parents in Leeds go to work while Porchbox takes their parcels in. It costs £79 and is on sale today",
    ),
    ("cost-today", "them £61 each time"),
    ("no-longer", "wait at the door"),
    ("leader-quote", "I watched my brother lose a day's pay for a kettle that cost £12"),
    ("leader-name", "Dana Okafor"),
    ("leader-title", "founder"),
    ("first-step", "screw the box to the wall and scan its code"),
    ("link", "porchbox.example"),
    ("time-to-start", "ten minutes"),
    ("price", "£79"),
    (
        "customer-quote",
        "I swapped a shift for every parcel. Now I find three of them at seven in the evening",
    ),
    ("customer-name", "Amira Khan"),
    ("customer-role", "night nurse in Leeds"),
    ("closing", "In the event that you are not sure, leverage our best-in-class shop in Leeds"),
];

#[test]
fn from_an_empty_folder_to_a_page_that_can_be_sent() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::sized((100, 30), folder, &[], &[]);
    session.wait_for("prfaq: write the press release first");
    session.wait_for("▸ Interview first");
    session.press(DOWN);
    session.wait_for("▸ Press release and FAQ");
    session.press(DOWN);
    session.wait_for("▸ Press release  ");
    picture::keep(&mut session, "start.svg", "prfaq without a document: templates with a preview, examples");
    interview(&mut session);
    fill_in(&mut session);
    walk(&mut session);
    let mut session = crash_and_recover(session);
    session.press(CTRL_Q);
    assert_eq!(session.finish(), 0);
    assert_eq!(session.modes(), BTreeSet::new());
    export(&session);
}

fn interview(session: &mut Session) {
    session.press("i");
    for (at, answer) in ANSWERS.iter().enumerate() {
        session.wait_for(&format!("{} of 10", at + 1));
        session.press(answer);
        let end: String = answer.chars().rev().take(12).collect::<String>().chars().rev().collect();
        session.wait_for(&end);
        if at == 4 {
            picture::keep(
                session,
                "interview.svg",
                "The interview: one question a screen, why it is asked, the answer",
            );
        }
        session.press("\r");
    }
    session.wait_for("the answers are in");
    // Read, too: before that F8 says that it is still reading.
    session.wait_for("to look at; F8");
}

fn fill_in(session: &mut Session) {
    for (gap, words) in GAPS {
        session.press(F8);
        session.wait_for(&format!("{{{{{gap}}}}} is still to be filled in"));
        session.press(words);
        session.wait("typed over", |session| !session.shows("is still to be filled in"));
    }
}

fn walk(session: &mut Session) {
    session.wait("struck", |session| session.struck().contains("In the event that"));
    session.press(F10);
    session.wait_for("1 of ");
    picture::keep(
        session,
        "walk.svg",
        "The pen walk: one strike, the sentence before and after, and what can be done",
    );
    session.press("y");
    session.wait_for("2 of ");
    session.press("y");
    session.wait_for("3 of ");
    session.press("q");
    session.wait_for("2 taken; 1 not looked at");
    session.press("q");
    session.wait_for("F10 Walk");
    assert!(!session.shows("In the event that"), "{}", session.rows().join("\n"));
}

fn crash_and_recover(mut session: Session) -> Session {
    session.press(CTRL_S);
    session.wait_for("Save as");
    session.press("porchbox.md\r");
    session.wait_for("saved porchbox.md");
    let saved = fs::read_to_string(session.folder.path().join("porchbox.md")).unwrap();
    assert!(
        saved.contains("# Porchbox takes parcels in while you are at work\n") && !saved.contains("{{"),
        "{saved}"
    );
    session.press(CTRL_END);
    session.press("Written just before the crash.");
    session.wait_for("before the crash.");
    session.send(Signal::KILL);
    session.child.wait().unwrap();
    let mut again = Session::sized((100, 30), session.folder, &["porchbox.md"], &[]);
    again.wait_for("Recover them");
    again.press("r");
    again.press(CTRL_END);
    again.wait_for("before the crash.");
    again.press(CTRL_S);
    again.wait_for("saved porchbox.md");
    again
}

fn export(session: &Session) {
    let html = session.folder.path().join("porchbox.html");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_prfaq"));
    command.current_dir(session.folder.path()).env("HOME", session.folder.path());
    command.args(["export", "porchbox.md", "--to", "html", "-o", "porchbox.html"]);
    command.args(["--waive", "all", "--by", "Dana Okafor", "--reason", "A first draft for the team"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(html).unwrap();
    assert!(page.contains("Porchbox takes parcels in while you are at work"), "{page}");
    assert!(!page.contains("Would this customer know"), "prompts stay at home");
}
