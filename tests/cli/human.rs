//! What people read of `prfaq lint`: order, noise and colour.

use crate::desk::Desk;

/// One warning in a file that is no PR/FAQ.
const WARNED: &str = "# Notes\n\nWe keep a copy in order to help.\n";
const CLEAN: &str = "# Notes\n\nThe box opens when the driver scans the parcel.\n";
/// A release that lacks nearly everything.
const BARE: &str = "---\ntemplate: press-release\n---\n# Ferry runs Nightboat until 2 a.m.\n";

#[test]
fn quiet_prints_findings_and_nothing_else() {
    let desk = Desk::with("a.md", WARNED);
    desk.write("b.md", CLEAN);
    let said = desk.run("lint --quiet b.md");
    assert_eq!((said.out.as_str(), said.err.as_str()), ("", ""));
    let said = desk.run("lint --quiet a.md b.md");
    let lines: Vec<&str> = said.out.trim_end().lines().collect();
    assert_eq!(lines.len(), 3, "{}", said.out);
    assert!(lines[0].starts_with("a.md:3:16: ") && lines[2].starts_with("  why: "), "{}", said.out);
}

#[test]
fn several_files_have_their_name_over_their_findings_and_a_line_in_the_table() {
    let desk = Desk::with("a.md", WARNED);
    desk.write("b.md", CLEAN);
    desk.write("c.md", BARE);
    let out = desk.run("lint a.md b.md c.md").out;
    assert!(out.starts_with("── a.md: 1 warning\n\na.md:3:16: "), "{out}");
    assert!(!out.contains("── b.md") && out.contains("\n── c.md: "), "{out}");
    let rows: Vec<&str> = out.split_once("words  ease").unwrap().1.lines().skip(1).take(2).collect();
    assert!(rows[0].contains("–       a.md") && rows[1].contains("closed  c.md: "), "{out}");
}

#[test]
fn missing_parts_are_one_list_for_people_and_single_findings_for_programs() {
    let desk = Desk::with("a.md", BARE);
    let out = desk.run("lint a.md").out;
    assert_eq!(out.matches("error[missing-part]").count(), 1, "{out}");
    assert!(
        out.contains(" parts are missing\n    4:36 no ") && out.contains("no part \"Problem\": add"),
        "{out}"
    );
    assert!(desk.run("lint --format json a.md").out.matches("\"missing-part\"").count() > 5);
}

#[test]
fn a_reason_is_given_once() {
    let desk = Desk::with("a.md", "# Notes\n\nYou leverage it.\n\nIt is a scalable box.\n");
    let out = desk.run("lint a.md").out;
    assert_eq!((out.matches("[jargon] ").count(), out.matches("why: ").count()), (2, 1), "{out}");
}

#[test]
fn lines_end_where_the_page_does_and_words_stay_whole() {
    let desk = Desk::with_example("waitback-draft.md");
    let run = |color: &str| {
        let args = ["lint", "--color", color, "waitback-draft.md"];
        let output = desk.command().env("COLUMNS", "60").args(args).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let plain = run("never");
    assert!(plain.lines().all(|line| line.chars().count() <= 60), "{plain}");
    assert!(!plain.contains('\u{1b}'));
    // What is written in colour is what is written without, but for the marks that colour makes needless.
    let coloured = run("always");
    let head = plain.lines().next().unwrap();
    let (place, rest) = head.split_once(": warning[headline] ").unwrap();
    let first = coloured.lines().next().unwrap();
    assert!(first.contains(place) && first.contains("\u{1b}[33mwarning[headline]\u{1b}[0m"), "{first:?}");
    assert!(first.contains(rest.split(' ').next().unwrap()), "{first:?}");
    for line in coloured.lines() {
        assert_eq!(line.matches("\u{1b}[0m").count() * 2, line.matches("\u{1b}[").count(), "{line:?}");
    }
}

#[test]
fn of_many_notes_the_first_are_told_and_all_where_they_are_asked_for() {
    let desk = Desk::with_example("waitback-draft.md");
    let notes = |line: &str| desk.run(line).out.lines().filter(|line| line.contains(": note[")).count();
    let out = desk.run("lint waitback-draft.md").out;
    assert!(out.contains(" more notes: ") && out.contains("`prfaq lint --verbose` tells them\n"), "{out}");
    let all = notes("lint --verbose waitback-draft.md");
    assert!(notes("lint waitback-draft.md") < all);
    assert_eq!(notes("lint --fail-on note waitback-draft.md"), all);
}
