//! What the whole program costs, as the README reports it: `cargo bench --bench process`.
//!
//! Runs the release binary on generated prose and prints CPU time (user and system) and peak memory of the process.
//! Wall time is not shown: it says more about what else the machine does.

// A bench is a program for developers: it prints, and stops where something is wrong.
#![allow(clippy::expect_used, clippy::print_stdout, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};

mod timing;

use timing::{shown, spent};

/// Cases in order of size: peak memory is that of the largest process so far.
const SIZES: [(&str, usize, usize); 4] =
    [("5 KB draft", 5_000, 40), ("100 KB", 100_000, 10), ("1 MB", 1_000_000, 7), ("10 MB", 10_000_000, 3)];

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    println!("{:12} {:>10} {:>12} {:>12} {:>10}", "input", "bytes", "CPU median", "CPU least", "peak");
    for (name, size, runs) in SIZES {
        let path = folder.path().join(format!("prfaq-{size}.md"));
        std::fs::write(&path, prose(size)).expect("room for the input");
        let mut times: Vec<Duration> = (0..runs).map(|_| cpu_of_lint(&path)).collect();
        times.sort_unstable();
        let median = times[times.len() / 2];
        let peak = getrusage(UsageWho::RUSAGE_CHILDREN).map_or(0, |usage| usage.max_rss()) / 1024;
        println!("{name:12} {size:>10} {:>12} {:>12} {:>6} MiB", shown(median), shown(times[0]), peak);
    }
}

/// User and system time of one `prfaq lint` with all rules on.
fn cpu_of_lint(path: &Path) -> Duration {
    let before = spent();
    let status = Command::new(env!("CARGO_BIN_EXE_prfaq"))
        .args(["lint", "--fail-on", "never", "--format", "json"])
        .arg(path)
        .stdout(Stdio::null())
        .status()
        .expect("the program runs");
    assert!(status.success(), "prfaq lint failed on {}", path.display());
    spent().saturating_sub(before)
}

/// About `size` bytes of prose with the faults of real drafts: the flawed example, then its body again and again with
/// numbered headings, so that no two stretches are the same.
fn prose(size: usize) -> String {
    let examples = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples");
    let read = |name: &str| std::fs::read_to_string(examples.join(name)).expect("the example");
    let draft = read("waitback-draft.md");
    let body = draft.splitn(3, "---\n").last().unwrap_or("").to_owned() + &read("fivescrew.md");
    let mut text = draft;
    let mut round = 0;
    while text.len() < size {
        round += 1;
        let _ = write!(text, "\n\n# Part {round}\n\n{body}");
    }
    let end = (0..=size.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    text.truncate(end);
    text
}
