//! What a reviewer waits for, as the README reports it: `cargo bench --bench redline`.
//!
//! Runs the release binary on a pair of 10 KB and one of 1 MB, and beside it `git diff --word-diff`, `wdiff`, `dwdiff`,
//! `delta` and `difft` where they are on PATH; then the comparison alone, as the editor makes it. At the end it counts how
//! choppy the marked text is that each of them prints of one edited document: `PRFAQ_PAIR=OLD:NEW` names the pair, else it
//! is the shipped draft and its finished version.

// A bench is a program for developers: it prints, and stops where something is wrong.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use prfaq::redline::{Effort, Redline};

mod choppy;
mod timing;

use choppy::Choppy;
use timing::{head, is_there, measure, row, shown};

/// The program under test.
const PRFAQ: &str = env!("CARGO_BIN_EXE_prfaq");

/// A program, or a line of the shell; the two files are `$A` and `$B` there.
struct Contender {
    name: &'static str,
    program: &'static str,
    line: &'static str,
}

const CONTENDERS: [Contender; 6] = [
    Contender {
        name: "git --word-diff",
        program: "git",
        line: r#"exec git diff --no-index --no-color --word-diff=plain -U9999 "$A" "$B""#,
    },
    Contender { name: "wdiff", program: "wdiff", line: r#"exec wdiff "$A" "$B""# },
    Contender { name: "dwdiff", program: "dwdiff", line: r#"exec dwdiff -P "$A" "$B""# },
    Contender {
        name: "delta",
        program: "delta",
        line: r#"git diff --no-index --no-color "$A" "$B" | delta --no-gitconfig --side-by-side --width 160 --paging never --wrap-max-lines unlimited --dark"#,
    },
    Contender {
        name: "difftastic",
        program: "difft",
        line: r#"exec difft --color always --width 160 "$A" "$B""#,
    },
    Contender {
        name: "git (lines)",
        program: "git",
        line: r#"exec git diff --no-index --no-color "$A" "$B""#,
    },
];

/// A text before and after.
struct Pair {
    old: PathBuf,
    new: PathBuf,
}

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pairs = [("10 KB", 10_000, 40), ("1 MB", 1_000_000, 5)]
        .map(|(what, size, runs)| (what, pair(folder.path(), what, size), runs));
    for (what, pair, _) in &pairs {
        // The peak of the largest process so far: ours come first, in order of size.
        prfaq(pair, "words").status().expect("the program runs");
        let peak = getrusage(UsageWho::RUSAGE_CHILDREN).map_or(0, |usage| usage.max_rss()) / 1024;
        println!("{what}: peak memory {peak} MiB");
    }
    head();
    for (what, pair, runs) in &pairs {
        row(what, "words", &measure(prfaq(pair, "words"), *runs));
        row(what, "side", &measure(prfaq(pair, "side"), *runs));
        for contender in CONTENDERS {
            if is_there(contender.program) {
                row(what, contender.name, &measure(contender.on(pair), *runs));
            } else {
                println!("{what:30} {:12} not on PATH", contender.name);
            }
        }
        in_process(what, pair, *runs);
    }
    counts(&given());
}

/// The comparison and its list of changes, as the editor makes them after a key.
fn in_process(what: &str, pair: &Pair, runs: usize) {
    let read = |path: &Path| fs::read_to_string(path).expect("the text");
    let (old, new) = (read(&pair.old), read(&pair.new));
    let mut times: Vec<_> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            let changes = Redline::of(&old, &new, Effort::default()).changes();
            assert!(!changes.is_empty(), "the texts differ");
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{what:30} {:12} {:>12} {:>12}", "in process", shown(times[times.len() / 2]), shown(times[0]));
}

/// How choppy each of those is that print marked text.
fn counts(pair: &Pair) {
    println!("\nchoppiness of {} and {}", pair.old.display(), pair.new.display());
    println!("{:16} {:>8} {:>8} {:>10}", "who", "hunks", "islands", "words cut");
    let one = |name: &str, mut command: Command| {
        let printed = command.stdin(Stdio::null()).output().expect("the program runs").stdout;
        let Choppy { hunks, islands, cuts } = choppy::count(&String::from_utf8_lossy(&printed));
        println!("{name:16} {hunks:>8} {islands:>8} {cuts:>10}");
    };
    one("prfaq", prfaq(pair, "words"));
    for contender in CONTENDERS[..3].iter().filter(|contender| is_there(contender.program)) {
        one(contender.name, contender.on(pair));
    }
}

fn prfaq(pair: &Pair, format: &str) -> Command {
    let mut command = Command::new(PRFAQ);
    command.args(["redline", "--format", format, "--width", "160"]).arg(&pair.old).arg(&pair.new);
    command
}

impl Contender {
    fn on(&self, pair: &Pair) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", self.line]).env("A", &pair.old).env("B", &pair.new);
        command
    }
}

/// The pair that the environment names, or the shipped one.
fn given() -> Pair {
    let named = std::env::var("PRFAQ_PAIR").ok();
    let named = named.as_deref().and_then(|pair| pair.split_once(':'));
    let (old, new) = named.unwrap_or(("examples/waitback-draft.md", "examples/waitback.md"));
    Pair { old: old.into(), new: new.into() }
}

/// About `size` bytes of prose, and the same as an editor leaves it: about one line in four has a word replaced, put in
/// or cut, one in sixty is rewritten, and one paragraph in fifty stands elsewhere.
fn pair(folder: &Path, name: &str, size: usize) -> Pair {
    let source = include_str!("../examples/waitback.md");
    let body = source.splitn(3, "---\n").last().unwrap_or("");
    let mut old = String::new();
    let mut round = 0;
    while old.len() < size {
        round += 1;
        let _ = write!(old, "# Part {round}\n\n{}\n\n", body.replace("parcel", &format!("parcel {round}")));
    }
    let end = old.get(..size).and_then(|text| text.rfind("\n\n")).unwrap_or(old.len());
    old.truncate(end);
    let mut paragraphs: Vec<String> =
        old.split("\n\n").enumerate().map(|(at, paragraph)| edited(at, paragraph)).collect();
    for at in (10..paragraphs.len().saturating_sub(4)).step_by(50) {
        paragraphs.swap(at, at + 3);
    }
    let [old_path, new_path] = ["old", "new"].map(|side| folder.join(format!("{name}-{side}.md")));
    fs::write(&old_path, old).expect("room for the text");
    fs::write(&new_path, paragraphs.join("\n\n")).expect("room for the text");
    Pair { old: old_path, new: new_path }
}

fn edited(at: usize, paragraph: &str) -> String {
    let line = |(row, line): (usize, &str)| {
        let mut words: Vec<&str> = line.split(' ').collect();
        let middle = words.len() / 2;
        match (at * 31 + row * 7) % 60 {
            _ if words.len() < 6 => {}
            0 => words = vec!["Nobody had to tell us what to write here instead."],
            1..=5 => words[middle] = "plainly",
            6..=10 => words.insert(middle, "now"),
            11..=15 => drop(words.remove(middle)),
            _ => {}
        }
        words.join(" ")
    };
    paragraph.split('\n').enumerate().map(line).collect::<Vec<_>>().join("\n")
}
