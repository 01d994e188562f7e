//! `prfaq fix`: what is changed, what is shown, what is asked, and the way out.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use crate::desk::{Desk, PROGRAM};

const WORDY: &str = "# Notes\n\nWe keep a copy in order to help. It is very small.\n";
const FIXED: &str = "# Notes\n\nWe keep a copy to help. It is small.\n";
/// A safe fix, one that is not, and one for a person.
const MIXED: &str =
    "We leverage it in order to help.\n\nIt saves a significant amount.\n\nWe leverage more.\n";

#[test]
fn safe_fixes_are_written_and_said() {
    let desk = Desk::with("notes.md", WORDY);
    let said = desk.run("fix notes.md");
    assert_eq!(
        said.out,
        "notes.md:3: filler [-in order to-]{+to+}\nnotes.md:3: weasel [-very -]\n2 fixes in 1 file; no strikes left\n"
    );
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(desk.read("notes.md"), FIXED);
    assert_eq!(desk.run("fix notes.md").out, "nothing changed in 1 file; no strikes left\n");
    assert_eq!(desk.run("-q fix notes.md").out, "");
}

#[test]
fn bytes_around_the_fixes_stay_as_they_are() {
    let desk = Desk::with("a.md", "\u{feff}It is very small.\t\r\n\r\n```\r\nin order to\r\n```\r\nnone");
    desk.run("fix a.md");
    assert_eq!(desk.read("a.md"), "\u{feff}It is small.\t\r\n\r\n```\r\nin order to\r\n```\r\nnone");
}

#[test]
fn a_file_without_changes_is_not_written() {
    let desk = Desk::with("a.md", FIXED);
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    std::fs::File::options().write(true).open(desk.path("a.md")).unwrap().set_modified(long_ago).unwrap();
    desk.run("fix a.md");
    desk.run("fix --ask a.md");
    assert_eq!(std::fs::metadata(desk.path("a.md")).unwrap().modified().unwrap(), long_ago);
}

#[test]
fn a_diff_shows_and_writes_nothing() {
    let desk = Desk::with("notes.md", WORDY);
    let said = desk.run("fix --diff notes.md");
    let wanted = "--- a/notes.md\n+++ b/notes.md\n@@ -1,3 +1,3 @@\n # Notes\n \n\
        -We keep a copy in order to help. It is very small.\n+We keep a copy to help. It is small.\n";
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (1, wanted, ""));
    assert_eq!(desk.read("notes.md"), WORDY);
    desk.write("notes.md", FIXED);
    let said = desk.run("fix --diff notes.md");
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(desk.run("fix --diff --ask notes.md").code == 2);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let desk = Desk::new();
    let said = desk.pipe(WORDY, "fix -");
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, FIXED, ""));
    assert_eq!(desk.pipe(FIXED, "fix -").out, FIXED);
    assert_eq!(desk.pipe(WORDY, "fix --diff -").code, 1);
    desk.pipe("", "fix --ask -")
        .refused("--ask reads the answers from standard input, so it cannot be the document");
}

#[test]
fn only_the_rules_that_are_named_are_fixed() {
    let desk = Desk::with("notes.md", WORDY);
    assert!(desk.run("fix --rule weasel notes.md").out.ends_with("1 fix in 1 file; no strikes left\n"));
    assert_eq!(desk.read("notes.md"), WORDY.replace("very ", ""));
    desk.run("fix --rule weasle notes.md").refused("unknown rule `weasle`; did you mean `weasel`?");
    desk.run("fix --rule weasel --rule filler notes.md");
    assert_eq!(desk.read("notes.md"), FIXED);
}

#[test]
fn of_folders_only_prfaqs_are_changed() {
    let desk = Desk::with("docs/README.md", WORDY);
    desk.write("docs/prfaq.md", WORDY);
    let said = desk.run("fix docs");
    assert_eq!((desk.read("docs/prfaq.md").as_str(), desk.read("docs/README.md").as_str()), (FIXED, WORDY));
    assert_eq!(said.err, "prfaq: note: 1 document left alone: no PR/FAQ; name a file to fix it\n");
    desk.run("fix docs/README.md");
    assert_eq!(desk.read("docs/README.md"), FIXED);
    assert_eq!(desk.run("fix").code, 2);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let german = "Wir freuen uns sehr, heute die revolutionäre Kiste vorzustellen. ".repeat(9);
    let desk = Desk::with("a.md", german.as_str());
    desk.write("b.md", b"na\xefve\n");
    desk.write("c.md", WORDY);
    let said = desk.run("fix a.md b.md none.md c.md");
    assert_eq!(said.code, 2);
    assert_eq!(
        said.err,
        "prfaq: error: a.md: not English; not judged\n\
         prfaq: error: b.md:1:3: this byte is not UTF-8; save the document as UTF-8\n\
         prfaq: error: none.md: no such file\n"
    );
    assert_eq!((desk.read("a.md"), desk.read("c.md").as_str()), (german, FIXED));
}

/// `MIXED` after `answers` to `fix --ask`, and what was said.
fn asked(answers: &str) -> (String, String) {
    let desk = Desk::with("a.md", MIXED);
    let said = desk.pipe(answers, "fix --ask a.md");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{answers:?}");
    (desk.read("a.md"), said.out)
}

#[test]
fn every_strike_is_asked_about() {
    let (text, out) = asked("n\nn\nn\nn\n");
    assert_eq!(text, MIXED);
    let first: Vec<&str> = out.lines().take(5).collect();
    assert_eq!(first[0], "a.md:1:4: warning[jargon] \"leverage\": write \"use\"");
    assert!(first[1].starts_with("  why: "), "{out}");
    assert_eq!(first[2], "  - We [-leverage-] it in order to help.");
    assert_eq!(first[3], "  + We {+use+} it in order to help.");
    assert!(first[4].starts_with("Take it? [y,n,e,a,d,q,?] a.md:1:16: "), "{out}");
    assert!(out.contains("Take it? [n,e,a,d,q,?] "), "{out}");
    assert!(out.ends_with("nothing changed in 1 file; 4 strikes left\n"), "{out}");
}

#[test]
fn answers_do_what_they_say() {
    for (answers, wanted) in [
        ("y\nn\nn\nn\n", MIXED.replacen("leverage", "use", 1)),
        ("a\nn\nn\n", MIXED.replace("leverage", "use")),
        ("y\nd\n", MIXED.replacen("leverage", "use", 1)),
        ("y\nq\n", MIXED.replacen("leverage", "use", 1)),
        (
            "y\ny\n",
            MIXED.replace("leverage it in order to", "use it to").replacen("use more", "leverage more", 1),
        ),
        ("n\nn\ne\n$5\ny\nn\n", MIXED.replace("a significant", "$5")),
        ("n\nn\ne\n$5\nn\nn\nn\n", MIXED.to_owned()),
        ("e\n\nq\n", MIXED.to_owned()),
        ("", MIXED.to_owned()),
        ("n\nn\ny\nq\n", MIXED.to_owned()),
        ("?\nx\n\nq\n", MIXED.to_owned()),
    ] {
        assert_eq!(asked(answers).0, wanted, "{answers:?}");
    }
    assert!(asked("?\nq\n").1.contains("\nq  stop; what was taken is kept\n"));
    assert!(
        asked("n\nn\ny\nq\n").1.contains("There are no words to take here; it is left. `e` writes your own.")
    );
}

#[test]
fn own_words_are_fitted_in() {
    let desk = Desk::with("a.md", "It is a robust box. Significantly, riders pay.\n");
    let said = desk.pipe("e\nopen\ny\nq\n", "fix --ask a.md");
    assert!(said.out.contains("Your words for \"robust\" (empty: leave it): "), "{}", said.out);
    assert!(said.out.contains("  + It is {+an open+} box.\n"), "{}", said.out);
    assert_eq!(desk.read("a.md"), "It is an open box. Significantly, riders pay.\n");
}

#[test]
fn stopping_keeps_files_that_come_later_as_they_are() {
    let desk = Desk::with("a.md", MIXED);
    desk.write("b.md", MIXED);
    desk.pipe("y\nd\nq\n", "fix --ask a.md b.md");
    assert_eq!(
        (desk.read("a.md"), desk.read("b.md").as_str()),
        (MIXED.replacen("leverage", "use", 1), MIXED)
    );
}

#[test]
fn ended_by_force_it_writes_nothing_of_the_document_at_hand() {
    let desk = Desk::with("a.md", MIXED);
    let mut child = Command::new(PROGRAM)
        .args(["fix", "--ask", "a.md"])
        .current_dir(desk.path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut answers = child.stdin.take().unwrap();
    answers.write_all(b"y\n").unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    // It waits for the second answer once the second strike is shown.
    let mut said = String::new();
    while !said.contains("a.md:1:11:") {
        assert!(out.read_line(&mut said).unwrap() > 0, "{said}");
    }
    // An interrupt would do the same, but is ignored by what runs in the background of a script.
    let killed = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(child.wait().unwrap().signal(), Some(15));
    assert_eq!(desk.read("a.md"), MIXED);
}

#[test]
fn what_is_asked_is_broken_at_words_where_the_terminal_ends() {
    let desk = Desk::with("a.md", MIXED);
    let mut child = Command::new(PROGRAM)
        .args(["fix", "--ask", "a.md"])
        .current_dir(desk.path(""))
        .env("COLUMNS", "44")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    child.stdout.retain(u8::is_ascii);
    let said = String::from_utf8(child.stdout).unwrap();
    assert!(said.lines().count() > 5 && said.lines().all(|line| line.len() <= 44), "{said}");
}
