//! What a writer waits for, as the README reports it: `cargo bench --bench hooks`.
//!
//! Runs the release binary in a repository with staged drafts, on many files at once and on large ones, and beside it
//! those of `typos`, GNU `style` and `write-good` that are on PATH. Wall time is what a person at a hook waits for; CPU
//! time (user and system) is what CI pays.

// A bench is a program for developers: it prints, and stops where something is wrong.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

mod timing;

use timing::{head, is_there, measure, row};

/// The program under test.
const PRFAQ: &str = env!("CARGO_BIN_EXE_prfaq");

/// A program and the arguments before the files.
struct Contender {
    name: &'static str,
    program: &'static str,
    arguments: &'static [&'static str],
}

const LINT: &[&str] = &["lint", "--fail-on", "never", "--format", "short"];
const CONTENDERS: [Contender; 4] = [
    Contender { name: "prfaq", program: PRFAQ, arguments: LINT },
    Contender { name: "typos", program: "typos", arguments: &["--format", "brief"] },
    Contender { name: "GNU style", program: "style", arguments: &[] },
    Contender { name: "write-good", program: "write-good", arguments: &["--parse"] },
];

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    head();
    start(folder.path());
    for count in [1, 100] {
        staged(&folder.path().join(format!("repo-{count}")), count);
    }
    let draft = file(folder.path(), "prfaq-5k.md", 5_000);
    compare("5 KB draft", 40, 4, &[draft], folder.path());
    let many: Vec<PathBuf> =
        (0..117).map(|at| file(folder.path(), &format!("many/prfaq-{at}.md"), 8_547)).collect();
    compare("117 files, 1 MB together", 10, 4, &many, folder.path());
    let large = file(folder.path(), "prfaq-1m.md", 1_000_000);
    compare("1 MB, one file", 5, 4, &[large], folder.path());
    let larger = file(folder.path(), "prfaq-10m.md", 10_000_000);
    // write-good does not end within minutes there.
    compare("10 MB, one file", 3, 3, &[larger], folder.path());
}

/// Start-up alone: an empty document.
fn start(folder: &Path) {
    let empty = file(folder, "prfaq-empty.md", 0);
    compare("start-up (empty file)", 40, 1, &[empty], folder);
}

/// `lint --staged` in a repository with `count` staged drafts.
fn staged(folder: &Path, count: usize) {
    for at in 0..count {
        file(folder, &format!("prfaq-{at}.md"), 5_000);
    }
    for arguments in [&["init", "-q"][..], &["add", "."]] {
        let done = Command::new("git").args(arguments).current_dir(folder).status().expect("git");
        assert!(done.success(), "git {arguments:?} failed");
    }
    let mut command = Command::new(PRFAQ);
    command.args(["lint", "--staged", "--only-prfaqs", "--fail-on", "never", "--quiet"]).current_dir(folder);
    let what = format!("{count} staged draft{}, with git", if count == 1 { "" } else { "s" });
    row(&what, "prfaq", &measure(command, if count == 1 { 40 } else { 10 }));
}

/// The first `contenders` of the list on `files`.
fn compare(what: &str, runs: usize, contenders: usize, files: &[PathBuf], folder: &Path) {
    for contender in &CONTENDERS[..contenders] {
        if !is_there(contender.program) {
            println!("{what:30} {:12} not on PATH", contender.name);
            continue;
        }
        let mut command = Command::new(contender.program);
        command.args(contender.arguments).args(files).current_dir(folder);
        row(what, contender.name, &measure(command, runs));
    }
}

/// A file of about `size` bytes: the flawed example again and again under numbered headings.
fn file(folder: &Path, name: &str, size: usize) -> PathBuf {
    let draft = include_str!("../examples/waitback-draft.md");
    let body = draft.splitn(3, "---\n").last().unwrap_or("");
    let mut text = draft.to_owned();
    let mut round = 0;
    while text.len() < size {
        round += 1;
        let _ = write!(text, "\n\n# Part {round}\n\n{body}");
    }
    let end = (0..=size.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.truncate(end);
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("room for a folder");
    fs::write(&path, text).expect("room for the input");
    path
}
