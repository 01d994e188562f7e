//! Reviews and redlines in the terminal.

use std::collections::BTreeSet;
use std::fs;

use rustix::process::Signal;

use crate::session::{Session, TEXT};

#[test]
fn what_a_reviewer_says_is_in_their_own_file_before_the_next_key() {
    let mut session = Session::run(&["review", "draft.md", "--as", "Ann Lee"], &[]);
    let file = session.folder.path().join("draft.reviews/ann-lee.yml");
    session.wait_for("q Close");
    session.press("jc");
    session.wait_for("Comment on");
    session.press("Who says so?\r");
    session.wait_for("said; u takes it back");
    let kept = fs::read_to_string(&file).unwrap();
    assert!(kept.contains("quote: We do this in the event that you are late."), "{kept}");
    assert!(kept.contains("Who says so?") && !kept.contains("read:"), "{kept}");
    session.press("q");
    session.wait_for("Close the reading");
    session.press("i");
    session.wait_for("Esc reads on");
    session.press("The price.\r");
    assert_eq!(session.finish(), 0);
    let kept = fs::read_to_string(&file).unwrap();
    assert!(kept.contains("decision: iterate") && kept.contains("The price."), "{kept}");
    assert!(kept.contains("\nread:"), "{kept}");
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn a_thought_that_is_being_typed_is_there_when_the_review_opens_again() {
    for (signal, code) in [(Signal::TERM, Some(143)), (Signal::HUP, Some(129)), (Signal::KILL, None)] {
        let mut session = Session::run(&["review", "draft.md", "--as", "Ann"], &[]);
        session.wait_for("q Close");
        session.press("jc");
        session.wait_for("Comment on");
        session.press("half a thought");
        session.wait_for("half a thought");
        if let Some(code) = code {
            session.send(signal);
            assert_eq!(session.finish(), code);
            assert_eq!(session.modes(), BTreeSet::new());
        } else {
            session.wait("a copy", |session| session.unsaid().contains("half a thought"));
            session.send(signal);
            session.child.wait().unwrap();
        }
        assert!(session.rescued().is_empty());
        let mut again = Session::run_in(session.folder, &["review", "draft.md", "--as", "ann"], &[]);
        again.wait_for("You were writing this");
        again.press(" of mine\r");
        again.wait_for("said; u takes it back");
        let file = again.folder.path().join("draft.reviews/ann.yml");
        assert!(fs::read_to_string(file).unwrap().contains("half a thought of mine"));
        again.press("\x03");
        assert_eq!(again.finish(), 0);
        assert_eq!(again.unsaid(), "");
    }
}

#[test]
fn a_redline_is_read_and_left_and_nothing_is_written() {
    let mut session = Session::run(&["redline", "draft.md", "draft-2.md"], &[]);
    session.wait_for("1 change ");
    session.wait("crossed out", |session| session.struck().contains("in the event that"));
    session.press("n");
    session.wait_for("change 1 of 1");
    session.press("1/you are late");
    session.wait_for("1 of 1;");
    session.press("\x1b");
    session.wait_for("q Quit");
    session.press("q");
    assert_eq!(session.finish(), 0);
    assert_eq!(session.modes(), BTreeSet::new());
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
    let files = fs::read_dir(session.folder.path()).unwrap().count();
    assert_eq!(files, 2, "nothing else was written");
}

#[test]
fn several_redlines_are_one_viewer() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["one.md", "two.md"];
    let write = |price: &str| {
        for name in names {
            fs::write(folder.path().join(name), format!("# {name}\n\nIt costs {price} a month.\n")).unwrap();
        }
    };
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        command
            .current_dir(folder.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1");
        command.args(["-c", "user.name=Ann", "-c", "user.email=ann@example.com"]).args(arguments);
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(name);
        }
        assert!(command.output().unwrap().status.success());
    };
    write("£4.50");
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "begin"]);
    write("£4.90");
    fs::write(folder.path().join("three.md"), b"\xff\x00").unwrap();
    git(&["add", "three.md"]);
    let path = std::env::var("PATH").unwrap_or_default();
    let mut session = Session::run_in(folder, &["redline", "--from", "HEAD"], &[("PATH", &path)]);
    session.wait_for("document 1 of 2");
    assert!(session.shows("one.md at HEAD"));
    session.press("2n]");
    session.wait_for("document 2 of 2");
    session.wait_for("two.md at HEAD");
    session.press("[");
    session.wait_for("document 1 of 2");
    session.press("q");
    // One of them is no text, and was said to be none.
    assert_eq!(session.finish(), 2);
    assert!(session.written.contains("three.md"));
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn the_pen_opens_the_viewer_though_it_strikes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notes.md"), "# The box\n\nThe box opens for every parcel.\n").unwrap();
    let mut session = Session::run_in(folder, &["redline", "notes.md", "--pen"], &[]);
    session.wait_for("there is nothing to strike");
    assert!(session.shows("The box opens for every parcel."));
    session.press("q");
    assert_eq!(session.finish(), 0);
}
