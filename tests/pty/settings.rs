//! What a user wrote into `editor.yml`.

use std::fs;

use crate::session::{CTRL_Q, F10, Session, TEXT};

/// The editor of a user who wrote `settings`.
fn settled(settings: &str) -> Session {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("draft.md"), TEXT).unwrap();
    fs::create_dir_all(folder.path().join(".config/prfaq")).unwrap();
    fs::write(folder.path().join(".config/prfaq/editor.yml"), settings).unwrap();
    Session::run_in(folder, &["draft.md"], &[])
}

#[test]
fn own_keys_count_and_a_mouse_that_is_not_wanted_is_left_to_the_terminal() {
    let mut session = settled("mouse: false\nkeys:\n  quit: F10\n  pen-walk: []\n");
    session.wait_for("F10 Quit");
    session.press(F10);
    assert_eq!(session.finish(), 0);
    let captures = |mode: &&str| session.written.contains(&format!("\x1b[?{mode}h"));
    assert_eq!(["1000", "1002", "1003", "1006", "1015"].iter().find(|mode| captures(mode)), None);
}

#[test]
fn settings_that_are_wrong_keep_nobody_from_the_text() {
    let mut session = settled("keys:\n  quit: F10\n");
    session.wait_for(".config/prfaq/editor.yml:2:9: `F10`");
    assert!(session.shows("Ctrl-Q Quit") && session.shows("late"), "{}", session.rows().join("\n"));
    session.press(CTRL_Q);
    assert_eq!(session.finish(), 0);
}
