//! Every way out of `prfaq lint`: 0, 1 and 2, whatever happens on the way.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::desk::{Desk, PROGRAM};

const WARNED: &str = "We keep a copy in order to help.\n";
const CLEAN: &str = "The box opens when the driver scans the parcel.\n";
/// One error where it is taken for a PR/FAQ.
const WRONG: &str = "We open on TBD.\n";

/// The formats that `lint --help` lists.
fn formats(desk: &Desk) -> Vec<String> {
    let said = desk.run("lint --format nonsense a.md").err;
    let (_, list) = said.split_once("[possible values: ").unwrap();
    list.split_once(']').unwrap().0.split(", ").map(str::to_owned).collect()
}

#[test]
fn a_pipe_that_is_closed_early_is_no_error_in_any_format() {
    // Sentences of different lengths: what is found again and again is told once.
    let long = |words: usize| format!("It{} is.\n\n", " and it".repeat(words));
    let desk = Desk::with("notes.md", WARNED.to_owned() + &(20..600).map(long).collect::<String>());
    let formats = formats(&desk);
    assert!(formats.len() > 1, "{formats:?}");
    for format in formats {
        let mut child = Command::new(PROGRAM)
            .args(["lint", "--fail-on", "note", "--max-warnings", "0", "--format", &format, "notes.md"])
            .current_dir(desk.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // One line or, where all is on one line, one buffer.
        let mut out = BufReader::new(child.stdout.take().unwrap());
        assert!(!out.fill_buf().unwrap().is_empty(), "{format}");
        drop(out);
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        // A format that is written at the end, or fits the pipe, is through before anybody can close it.
        let whole = output.status.code() == Some(1) && said.contains("--max-warnings allows 0");
        assert!(whole || (output.status.code(), said.as_ref()) == (Some(0), ""), "{format}: {said}");
    }
}

#[test]
fn what_is_found_decides_between_0_and_1_in_every_format() {
    let desk = Desk::with("prfaq.yml", "rules: {missing-part: off}\n");
    desk.write("clean.md", CLEAN);
    desk.write("prfaq.md", WRONG);
    for format in formats(&desk) {
        for (line, code) in [
            ("clean.md", 0),
            ("prfaq.md", 1),
            ("prfaq.md --fail-on never", 0),
            ("clean.md prfaq.md", 1),
            ("clean.md none.md", 2),
            ("prfaq.md none.md --fail-on never", 2),
            ("prfaq.md --config none.yml", 2),
        ] {
            assert_eq!(desk.run(&format!("lint --format {format} {line}")).code, code, "{format}: {line}");
        }
    }
}

#[test]
fn one_unreadable_file_is_trouble_and_the_others_are_done() {
    let desk = Desk::with("a.md", WARNED);
    desk.write("b.md", b"na\xefve\n");
    desk.write("c.md", "---\nproduct: [\n---\n");
    desk.write("d.md", WARNED);
    let said = desk.run("lint a.md b.md c.md none.md d.md");
    assert_eq!(said.code, 2);
    assert!(said.out.contains("a.md:1:16:") && said.out.contains("d.md:1:16:"), "{}", said.out);
    assert_eq!(said.err.matches("prfaq: error:").count(), 3, "{}", said.err);
    // Trouble stands above findings and limits.
    assert_eq!(desk.run("lint a.md none.md --fail-on note --max-warnings 0").code, 2);
}

#[test]
fn a_bad_configuration_is_trouble_for_its_own_documents() {
    let desk = Desk::with("bad/prfaq.yml", "overrides: [{files: [x], colour: red}]\n");
    desk.write("bad/a.md", WARNED);
    desk.write("good/a.md", WARNED);
    let said = desk.run("lint bad good");
    assert_eq!((said.code, said.out.contains("good/a.md:1:16:")), (2, true));
    assert!(said.err.contains("bad/prfaq.yml:1:26: overrides[0]: unknown key `colour`"), "{}", said.err);
    assert_eq!(desk.run("lint good").code, 0);
    assert_eq!(desk.run("lint good --config bad/prfaq.yml").code, 2);
}

#[test]
fn wrong_usage_is_trouble() {
    let desk = Desk::with("a.md", CLEAN);
    for line in [
        "lint --nonsense",
        "lint a.md --fail-on sometimes",
        "lint a.md --format nonsense",
        "lint a.md --max-warnings many",
        "lint a.md --min-score nonsense=1",
        "lint a.md --template nonsense",
        "lint a.md --stdin-filename b.md",
        "lint a.md --baseline none.json",
        "lint --staged -",
        "fix",
        "config a b",
        "init docs",
        "lynt a.md",
    ] {
        let said = desk.run(line);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{line}");
        assert!(!said.err.is_empty(), "{line}");
    }
}

#[test]
fn help_and_version_are_clean() {
    let desk = Desk::new();
    for line in ["--help", "--version", "help lint", "lint --help", "config --help", "init --help"] {
        let said = desk.run(line);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{line}");
    }
}
