//! What makes `prfaq lint` fail beside errors: warnings in all, and figures that miss a threshold.

use crate::desk::Desk;

/// One warning in a file that is no PR/FAQ.
const WARNED: &str = "# Notes\n\nWe keep a copy in order to help.\n";

/// Over 200 words in long sentences; a file of the right name is judged.
fn hard() -> String {
    "The organization's unification of international documentation standardization activities necessitates \
     comprehensive interdepartmental communication, continuous administrative participation and considerable \
     organizational determination throughout the implementation.\n\n"
        .repeat(10)
}

fn judged(text: &str) -> Desk {
    let desk = Desk::with("prfaq.md", text);
    desk.write("prfaq.yml", "rules: {missing-part: off}\nfail-on: never\n");
    desk
}

#[test]
fn more_warnings_than_allowed_fail() {
    let desk = Desk::with("a.md", WARNED);
    desk.write("b.md", WARNED);
    assert_eq!(desk.run("lint . --max-warnings 2").code, 0);
    let said = desk.run("lint . --max-warnings 1");
    assert_eq!((said.code, said.err.as_str()), (1, "prfaq: error: 2 warnings; --max-warnings allows 1\n"));
    assert_eq!(desk.run("lint a.md --max-warnings 1").code, 0);
    assert_eq!(desk.run("lint a.md --max-warnings -1").code, 2);
}

#[test]
fn every_configuration_has_its_own_number_of_warnings() {
    let desk = Desk::with("strict/a.md", WARNED);
    desk.write("loose/a.md", WARNED);
    desk.write("strict/prfaq.yml", "max-warnings: 0\n");
    desk.write("loose/prfaq.yml", "max-warnings: 1\n");
    let said = desk.run("lint");
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("1 warning; max-warnings in ") && said.err.contains("strict/prfaq.yml allows 0")
    );
    assert_eq!(desk.run("lint loose").code, 0);
    assert_eq!(desk.run("lint --max-warnings 2").code, 0, "the command line stands above them");
    let said = desk.run("lint --fail-on never");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(desk.run("lint --fail-on never --max-warnings 1").code, 1);
}

#[test]
fn a_figure_that_misses_its_threshold_fails_and_is_said() {
    let desk = judged(&hard());
    for (threshold, message) in [
        ("flesch-reading-ease=50", "at least 50 is asked for"),
        ("flesch_kincaid_grade=8.5", "at most 8.5 is allowed"),
        ("words-per-sentence=20", "words-per-sentence is 22.0; at most 20 is allowed"),
        ("longest-sentence=21", "longest-sentence is 22; at most 21 is allowed"),
    ] {
        let said = desk.run(&format!("lint prfaq.md --min-score {threshold}"));
        assert_eq!(said.code, 1, "{threshold}: {}", said.err);
        assert!(said.err.starts_with("prfaq: error: prfaq.md: min-score: "), "{}", said.err);
        assert!(said.err.trim_end().ends_with(message), "{}", said.err);
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    }
    let said = desk.run("lint prfaq.md --min-score words-per-sentence=22 --min-score longest-sentence=22");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let said = desk.run("lint -q prfaq.md --min-score words-per-sentence=9 --min-score longest-sentence=9");
    assert_eq!((said.code, said.err.lines().count()), (1, 2));
}

#[test]
fn a_threshold_may_stand_in_the_configuration() {
    let desk = judged(&hard());
    desk.write(
        "prfaq.yml",
        "rules: {missing-part: off}\nfail-on: never\nmin-score: {words-per-sentence: 20}\n\
         overrides: [{files: [old/], min-score: {words-per-sentence: off}}]\n",
    );
    desk.write("old/prfaq.md", hard());
    let said = desk.run("lint");
    assert_eq!(said.code, 1);
    assert_eq!(
        said.err,
        "prfaq: error: prfaq.md: min-score: words-per-sentence is 22.0; at most 20 is allowed\n"
    );
    assert_eq!(desk.run("lint old").code, 0);
    assert_eq!(desk.run("lint --min-score words-per-sentence=30").code, 0);
    assert_eq!(desk.run("lint --min-score words-per-sentence=off").code, 0);
    assert_eq!(desk.run("lint --fail-on never").code, 0);
    assert_eq!(desk.run("lint old --min-score words-per-sentence=9").code, 1);
}

#[test]
fn thresholds_are_for_what_is_judged_and_long_enough() {
    let line = "lint --fail-on never --min-score flesch-reading-ease=100";
    let desk = Desk::with("notes.md", hard());
    assert_eq!(desk.run(line).code, 0, "no PR/FAQ");
    assert_eq!(judged("The utilization of documentation necessitates determination.\n").run(line).code, 0);
    let german = "Wir freuen uns sehr, heute die revolutionäre Kiste vorzustellen. ".repeat(40);
    let said =
        judged(&format!("# Kiste\n\n{german}\n")).run(&format!("{line} --min-score longest-sentence=1"));
    assert_eq!((said.code, said.err.as_str()), (0, "prfaq: note: prfaq.md: not English; not judged\n"));
    let line = "lint --fail-on never --min-score longest-sentence=5";
    assert_eq!(judged("The box opens when the driver scans the parcel.\n").run(line).code, 1);
}

#[test]
fn a_wrong_threshold_is_refused() {
    let desk = judged(&hard());
    for (threshold, message) in [
        ("flesch-reading-eas=50", "unknown metric `flesch-reading-eas`; did you mean `flesch-reading-ease`?"),
        ("words=50", "unknown metric `words`; there are flesch-reading-ease, "),
        ("customer-focus=70", "expected a number from 0 to 1, found `70`"),
        ("customer-focus=much", "expected a number or `off`, found `much`"),
        ("customer-focus=nan", "expected a number from 0 to 1, found `NaN`"),
        ("customer-focus", "write METRIC=VALUE"),
    ] {
        let said = desk.run(&format!("lint prfaq.md --min-score {threshold}"));
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{threshold}");
        assert!(said.err.contains(message), "{}", said.err);
    }
}

#[test]
fn the_gate_plays_no_part() {
    let desk = judged("The box opens when the driver scans the parcel.\n");
    desk.write("prfaq.yml", "rules: {missing-part: off}\n");
    assert_eq!(desk.run("gate prfaq.md").code, 1);
    assert_eq!(desk.run("lint prfaq.md").code, 0, "{}", desk.run("lint prfaq.md").out);
}

#[test]
fn what_is_milder_than_shown_is_counted_and_weighs_all_the_same() {
    let desk = Desk::with("prfaq.md", "We keep a copy in order to help.\n");
    desk.write("prfaq.yml", "rules: {missing-part: off, summary: off}\n");
    let shown = |arguments: &str| {
        let said = desk.run(&format!("lint prfaq.md --format short {arguments}"));
        (said.code, said.out.matches(": error[").count(), said.out.matches(": warning[").count(), said.err)
    };
    let hidden = |count: &str| format!("prfaq: note: {count} milder than --show asks for\n");
    assert_eq!(shown(""), (1, 1, 1, String::new()));
    assert_eq!(shown("--show error"), (1, 1, 0, hidden("1 finding")));
    assert_eq!(shown("--show failing"), (1, 1, 0, hidden("1 finding")));
    assert_eq!(shown("--show failing --fail-on never"), (0, 0, 0, hidden("2 findings")));
    assert_eq!(shown("--show error --fail-on warning --quiet"), (1, 1, 0, String::new()));
    // A number of warnings that fails is told by its warnings; the last word counts.
    assert_eq!(shown("--show error --show failing --max-warnings 9"), (1, 1, 1, String::new()));
}
