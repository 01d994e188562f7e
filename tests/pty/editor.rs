//! The editor: strikes, text in and out, quitting, signals, what outlives a kill.

use std::collections::BTreeSet;
use std::fs;

use rustix::process::Signal;

use crate::session::{CTRL_END, F2, F8, Session, TEXT};

#[test]
fn a_strike_is_seen_taken_saved_and_nothing_else_changes() {
    let mut session = Session::start(&[]);
    session.wait("crossed out", |session| session.struck().contains("in the event that"));
    // A program that was killed leaves its picture on the alternate screen.
    assert!(session.written.contains("\x1b[?1049h\x1b[2J"), "{:?}", session.written);
    while !session.shows("write \"if\"") {
        let before = session.rows();
        session.press(F8);
        session.wait("another strike", |session| session.rows() != before);
    }
    session.press(F2);
    session.wait_for("We do this if you are late.");
    session.press("\x13");
    session.wait_for("saved draft.md");
    session.press("\x11");
    assert_eq!(session.finish(), 0);
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT.replace("in the event that", "if"));
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn typed_and_pasted_text_comes_out_as_it_went_in() {
    let mut session = Session::start(&[]);
    session.press(CTRL_END);
    session.press("Naïve 한국 ");
    session.press("\x1b[200~one\r\ntwo\x1b[201~");
    session.wait_for("two");
    session.press("\x1a");
    session.wait("gone", |session| !session.shows("two"));
    session.press("\x13");
    session.wait_for("saved draft.md");
    session.press("\x11");
    assert_eq!(session.finish(), 0);
    assert_eq!(fs::read_to_string(session.path()).unwrap(), format!("{TEXT}Naïve 한국 "));
}

#[test]
fn over_ssh_what_is_copied_goes_through_the_terminal() {
    // The letters of "Ferry" in base64, on the clipboard `c`.
    const FERRY: &str = "\x1b]52;c;RmVycnk=";
    let mut session = Session::start(&[("SSH_TTY", "/dev/pts/9"), ("TMUX", "/tmp/none,1,0")]);
    session.press("\x06Ferry\x1b");
    session.wait_for("1 word selected");
    session.press("\x03");
    session.wait_for("clipboard of the terminal");
    assert!(session.written.contains(FERRY));
    // Once more for the terminal around tmux.
    assert!(session.written.contains(&format!("\x1bPtmux;\x1b{FERRY}")));
    session.press("\x1bh");
    session.wait_for("copied as Markdown: the clipboard of a terminal takes no formatting");
    session.press("\x11");
    assert_eq!(session.finish(), 0);
}

#[test]
fn quitting_asks_about_what_is_not_saved() {
    let mut session = Session::start(&[]);
    session.press("x\x11");
    session.wait_for("not saved");
    session.press("d");
    assert_eq!(session.finish(), 0);
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn a_signal_saves_what_was_typed_beside_and_leaves_no_mode_on() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let mut session = Session::start(&[]);
        session.press("typed ");
        session.wait_for("typed ---");
        session.send(signal);
        assert_eq!(session.finish(), code);
        assert_eq!(session.modes(), BTreeSet::new());
        assert_eq!(session.rescued(), [format!("typed {TEXT}")]);
        assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
        let left = session.written.rfind("\x1b[?1049l").unwrap();
        assert!(
            session.written[left..].contains("what was not saved is in"),
            "{:?}",
            &session.written[left..]
        );
    }
}

#[test]
fn what_was_typed_outlives_a_program_that_is_killed() {
    let mut session = Session::start(&[]);
    session.press("typed ");
    session.wait_for("typed ---");
    let mut session = session.killed_and_begun_again();
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
    session.wait_for("View them as a redline");
    session.press("v");
    session.wait_for("not saved");
    session.wait_for("q Quit");
    session.press("q");
    session.wait_for("Recover them");
    session.press("r");
    session.wait_for("typed ---");
    session.press("\x13");
    session.wait_for("saved draft.md");
    session.press("\x11");
    assert_eq!(session.finish(), 0);
    assert_eq!(fs::read_to_string(session.path()).unwrap(), format!("typed {TEXT}"));
    assert!(session.rescued().is_empty());
    assert_eq!(fs::read_dir(session.folder.path().join("state/prfaq/journal")).unwrap().count(), 0);
}

#[test]
fn a_second_editor_says_who_the_first_is_and_only_reads() {
    let mut first = Session::start(&[]);
    let state = first.folder.path().join("state");
    let path = first.path();
    let mut second = Session::run(&[path.to_str().unwrap()], &[("XDG_STATE_HOME", state.to_str().unwrap())]);
    let who = format!("only read here: process {} edits", first.child.process_id().unwrap());
    second.wait_for(&who);
    second.press("x");
    second.press("\x13");
    second.press("\x11");
    assert_eq!(second.finish(), 0);
    first.press("y\x13");
    first.wait_for("saved draft.md");
    first.press("\x11");
    assert_eq!(first.finish(), 0);
    assert_eq!(fs::read_to_string(path).unwrap(), format!("y{TEXT}"));
}

#[test]
fn without_colours_strikes_are_still_crossed_out() {
    let mut session = Session::start(&[("NO_COLOR", "1")]);
    session.wait("crossed out", |session| session.struck().contains("in the event that"));
    let screen = session.screen.screen();
    let coloured = (0..24).flat_map(|row| screen.line(row).unwrap().cells().to_vec());
    assert!(coloured.into_iter().all(|cell| cell.pen().foreground().is_none()));
    session.press("\x11");
    assert_eq!(session.finish(), 0);
}
