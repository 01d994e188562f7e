//! The tables of README.md are made from the program: a test fails when they are stale, and rewrites them where
//! `UPDATE_README` is set.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use prfaq::document::Zone;
use prfaq::lint::{RULES, Severity};

use crate::desk::Desk;

/// The zones the table of rules tells of, and what they are called there.
const ZONES: [(Zone, &str); 5] = [
    (Zone::Lead, "headline to summary"),
    (Zone::Release, "release"),
    (Zone::ExternalFaq, "external FAQ"),
    (Zone::Internal, "internal FAQ"),
    (Zone::Body, "other text"),
];

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// Asserts that README.md has `table` between the markers of `name`, or puts it there where that is asked for.
#[track_caller]
fn is_current(name: &str, table: &str) {
    let readme = fs::read_to_string(path()).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = readme.split_once(&open).expect("README.md has the opening marker");
    let (old, after) = rest.split_once(&close).expect("README.md has the closing marker");
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(path(), format!("{before}{open}{table}{close}{after}")).unwrap();
    } else {
        assert_eq!(
            old, table,
            "README.md is stale: run UPDATE_README=1 cargo test --test cli readme -- --test-threads=1"
        );
    }
}

#[test]
fn the_table_of_rules() {
    let zones = ZONES.map(|(_, name)| name).join(" | ");
    let mut table = format!("| rule | finds | {zones} |\n|{}\n", " --- |".repeat(ZONES.len() + 2));
    for rule in RULES {
        let what = rule.what.replace('|', "\\|");
        let levels = ZONES.map(|(zone, _)| rule.severity.get(zone).map_or("–", Severity::name)).join(" | ");
        writeln!(table, "| `{}` | {what} | {levels} |", rule.name).unwrap();
    }
    is_current("rules", &table);
}

#[test]
fn the_table_of_commands() {
    let help = Desk::new().run("-h").out;
    let commands = help.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let mut table = "| command | does |\n| --- | --- |\n".to_owned();
    for line in commands.lines().filter(|line| !line.trim_start().starts_with("help ")) {
        let (name, what) = line.trim().split_once(' ').unwrap();
        writeln!(table, "| `prfaq {name}` | {} |", what.trim()).unwrap();
    }
    is_current("commands", &table);
}

#[test]
fn its_two_commands_are_those_that_the_checks_run() {
    let readme = fs::read_to_string(path()).unwrap();
    let mut commands = readme.lines().map(str::trim).filter(|line| line.starts_with("cargo "));
    assert_eq!(commands.next(), Some("cargo run --release -- examples/waitback-draft.md"));
    assert_eq!(commands.next(), Some("cargo test"));
}
