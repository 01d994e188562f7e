//! `prfaq lint`: what is found, where it is said, and the way out.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::desk::{Desk, PROGRAM};

/// One warning in a file that is no PR/FAQ.
const WARNED: &str = "# Notes\n\nWe keep a copy in order to help.\n";
/// One error: a file of this name is judged.
const WRONG: &str = "We open on TBD.\n";
const CLEAN: &str = "# Notes\n\nThe box opens when the driver scans the parcel.\n";

#[test]
fn a_finding_says_place_reason_and_replacement() {
    let said = Desk::with("notes.md", WARNED).run("lint notes.md");
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines[0], "notes.md:3:16: warning[filler] \"in order to\": write \"to\" (safe fix)");
    assert_eq!(lines[1], "    We keep a copy [-in order to-]{+to+} help.");
    assert!(lines[2].starts_with("  why: "));
    assert_eq!(lines[4], "1 warning in 1 file, 8 words; 12.5 strikes per 100 words; 1 safe fix");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn the_exit_code_follows_fail_on() {
    let desk = Desk::with("notes.md", WARNED);
    desk.write("clean.md", CLEAN);
    desk.write("prfaq.md", WRONG);
    for (line, code) in [
        ("lint clean.md --fail-on note", 0),
        ("lint notes.md", 0),
        ("lint notes.md --fail-on error", 0),
        ("lint notes.md --fail-on warning", 1),
        ("lint notes.md --fail-on note", 1),
        ("lint prfaq.md", 1),
        ("lint prfaq.md --fail-on never", 0),
        ("lint clean.md notes.md prfaq.md", 1),
        ("lint none.md prfaq.md", 2),
        ("lint none.md --fail-on never", 2),
        ("lint notes.md --fail-on sometimes", 2),
    ] {
        assert_eq!(desk.run(line).code, code, "{line}");
    }
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let desk = Desk::with("a.md", WARNED);
    desk.write("b.md", b"# One\n\nna\xefve\n");
    desk.write("c.md", WARNED);
    let said = desk.run("lint a.md none.md b.md c.md");
    assert_eq!(said.code, 2);
    assert!(said.out.contains("a.md:3:16:") && said.out.contains("c.md:3:16:"));
    assert_eq!(
        said.err,
        "prfaq: error: none.md: no such file\n\
         prfaq: error: b.md:3:3: this byte is not UTF-8; save the document as UTF-8\n"
    );
    assert!(said.out.contains("2 safe fixes; 2 files not read\n"), "{}", said.out);
}

#[test]
fn a_folder_is_every_document_in_it() {
    let desk = Desk::with("docs/b.md", WARNED);
    desk.write("docs/a.txt", WARNED);
    desk.write("docs/deep/c.MARKDOWN", WARNED);
    desk.write("docs/code.rs", WARNED);
    desk.write("docs/.hidden.md", WARNED);
    desk.write("docs/draft.md", WARNED);
    desk.write("docs/.gitignore", "draft.md\n");
    let places = |out: &str| -> Vec<String> {
        let heads = out.lines().filter(|line| line.contains("warning["));
        heads.map(|line| line.split(':').next().unwrap().to_owned()).collect()
    };
    let wanted = ["docs/a.txt", "docs/b.md", "docs/deep/c.MARKDOWN"];
    assert_eq!(places(&desk.run("lint docs").out), wanted);
    assert_eq!(places(&desk.run("lint").out), wanted);
    assert_eq!(places(&desk.run("lint docs/code.rs").out), ["docs/code.rs"]);
}

#[test]
fn a_folder_without_documents_is_said_to_be_empty() {
    let desk = Desk::with("code.rs", "");
    let said = desk.run("lint .");
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert_eq!(said.err, "prfaq: note: no documents here: nothing ends in .md, .markdown or .txt\n");
    assert_eq!(desk.run("score").err, said.err);
}

#[test]
fn standard_input_goes_by_the_name_it_is_given() {
    let desk = Desk::with("docs/prfaq.yml", "rules: {filler: error}\n");
    assert!(desk.pipe(WARNED, "lint -").out.starts_with("-:3:16: warning[filler]"));
    let named = desk.pipe(WARNED, "lint - --stdin-filename docs/x.md");
    assert!(named.out.starts_with("docs/x.md:3:16: "), "{}", named.out);
    // A name can say that this is a PR/FAQ.
    assert_eq!(desk.pipe(WRONG, "lint -").code, 0);
    assert_eq!(desk.pipe(WRONG, "lint - --stdin-filename the-prfaq.md").code, 1);
    assert_eq!(desk.pipe(WRONG, "lint - --template prfaq").code, 1);
}

#[test]
fn other_files_are_never_failed_nor_asked_for_parts() {
    let readme = "# Tool\n\nWe leverage world-class synergy. It is TBD. Nobody beats Boxly.\n";
    let desk = Desk::with("README.md", readme);
    let said = desk.run("lint README.md");
    assert_eq!(said.code, 0);
    assert!(said.out.contains("warning[jargon]"));
    assert!(!said.out.contains("error[") && !said.out.contains("missing-part"), "{}", said.out);
}

#[test]
fn quiet_leaves_only_findings_and_errors() {
    let desk = Desk::with("notes.md", WARNED);
    desk.write("clean.md", CLEAN);
    let said = desk.run("lint --quiet clean.md");
    assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
    let said = desk.run("--quiet lint notes.md none.md");
    assert!(said.out.contains("warning[filler]") && !said.out.contains("1 file"));
    assert_eq!(said.err, "prfaq: error: none.md: no such file\n");
    assert_eq!(desk.run("-q clean.md").err, "");
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let desk = Desk::with("notes.md", WARNED);
    let out = |line: &str, variables: &[(&str, &str)]| {
        let mut command = desk.command();
        command.args(line.split_whitespace()).envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let plain = out("lint notes.md", &[]);
    assert!(!plain.contains('\x1b'));
    let coloured = out("lint notes.md --color always", &[]);
    assert!(coloured.contains("\x1b[9;31min order to\x1b[0m \x1b[32mto\x1b[0m"), "{coloured:?}");
    assert_eq!(out("lint notes.md --color always", &[("NO_COLOR", "1")]), coloured);
    assert_eq!(out("lint notes.md", &[("CLICOLOR_FORCE", "1")]), coloured);
    assert_eq!(out("lint notes.md", &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), plain);
    assert_eq!(out("lint notes.md --color never", &[("CLICOLOR_FORCE", "1")]), plain);
}

#[test]
fn the_editor_without_a_terminal_is_the_report() {
    let desk = Desk::with("prfaq.md", WRONG);
    for line in ["prfaq.md", "edit prfaq.md"] {
        let said = desk.run(line);
        assert_eq!(said.code, 0, "{line}");
        assert!(said.err.starts_with("prfaq: note: no terminal here, "), "{}", said.err);
        assert_eq!(said.out, desk.run("lint prfaq.md").out);
    }
    desk.run("").refused("the start screen needs a terminal; try `prfaq --help`");
    assert_eq!(desk.run("none.md").code, 2);
    for (line, message) in [
        ("prfaq.md prfaq.md", "one document at a time; `prfaq lint` takes several"),
        ("prfaq.md lint", "`prfaq.md` stands before the command; documents come after it"),
    ] {
        let said = desk.run(line);
        assert_eq!((said.code, said.err.lines().next()), (2, Some(format!("error: {message}").as_str())));
    }
}

#[test]
fn a_closed_pipe_is_no_error_and_changes_no_verdict() {
    // Sentences of different lengths: what is found again and again is told once.
    let long = |words: usize| format!("It{} is.\n\n", " and it".repeat(words));
    let desk = Desk::with("notes.md", WARNED.to_owned() + &(20..600).map(long).collect::<String>());
    let mut child = Command::new(PROGRAM)
        .args(["lint", "--fail-on", "note", "notes.md"])
        .current_dir(desk.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert!(line.starts_with("notes.md:3:16:"));
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), b"".as_slice()));
}

#[test]
fn a_name_for_standard_input_that_is_not_read_is_refused() {
    let said = Desk::with("a.md", "Hi.\n").run("lint a.md --stdin-filename draft.md");
    said.refused("--stdin-filename names standard input, which is not read; add `-` to the paths");
}

#[test]
fn bad_front_matter_has_one_place() {
    let said = Desk::with("a.md", "---\nproduct: [\n---\n# Hi\n").run("lint a.md");
    let message = said.err.lines().next().unwrap();
    assert!(message.contains("a.md:3:1: front matter: a value is missing"), "{message}");
    assert!(!message.contains("at line"), "{message}");
}

#[test]
fn a_text_in_another_language_is_not_judged_and_says_so() {
    let german = "Wir freuen uns sehr, heute die revolutionäre Kiste vorzustellen. ".repeat(9);
    let desk = Desk::with("prfaq.md", format!("# Kiste\n\n{german}\n"));
    for command in ["lint", "score", "gate"] {
        let said = desk.run(&format!("{command} prfaq.md"));
        assert_eq!(said.code, 0, "{}", said.out);
        assert_eq!(said.err, "prfaq: note: prfaq.md: not English; not judged\n");
    }
    let score = desk.run("score prfaq.md").out;
    assert_eq!(score.lines().filter(|line| line.contains("n/a")).count(), 4, "{score}");
}

#[test]
fn an_empty_document_is_closed_without_saying_anything_twice() {
    let desk = Desk::with("prfaq.md", "");
    let said = desk.run("gate prfaq.md");
    assert_eq!(said.code, 1);
    let mut lines: Vec<&str> = said.out.lines().collect();
    let all = lines.len();
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), all, "{}", said.out);
}

#[test]
fn a_slip_of_the_pen_is_never_passed_over() {
    let desk = Desk::with("notes.bin.md", b"\0\0");
    assert_eq!(desk.run("lint --only-prfaqs notes.bin.md").code, 0);
    for path in ["docz/", "none.md"] {
        let said = desk.run(&format!("lint --only-prfaqs --quiet {path}"));
        assert_eq!(said.code, 2, "{path}");
        assert!(said.err.contains("no such file"), "{}", said.err);
    }
}

#[test]
fn programs_learn_which_files_were_not_read() {
    let desk = Desk::with("a.md", "Hi there.\n");
    let said = desk.run("lint a.md none.md --format json");
    assert_eq!(said.code, 2);
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(json["unread"][0], "none.md: no such file");
    assert_eq!(json["files"].as_array().unwrap().len(), 1);
}
