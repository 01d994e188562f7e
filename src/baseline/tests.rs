//! Baselines are written and read back, hold back what they know, and shrink.

use proptest::prelude::*;

use super::*;
use crate::lint::phrases::Matcher;
use crate::lint::{Input, Linter, Settings};

fn lint(source: &str) -> (Document, Vec<Diagnostic>) {
    let document = Document::parse(source, &[]);
    let mut linter = Linter::new(Settings::default(), Matcher::builtin());
    let found = linter.lint(Input { source, document: &document, specs: &[], judged: false });
    (document, found)
}

fn of(name: &str, source: &str) -> Baseline {
    let (document, found) = lint(source);
    let mut baseline = Baseline::default();
    baseline.put(name, &found, source, &document);
    baseline
}

const OLD: &str = "We leverage the cloud.\n\nThey utilize a lamp.\n";

/// Fingerprints of what is found in `source`.
fn prints(source: &str) -> Vec<Fingerprint> {
    let (document, found) = lint(source);
    Fingerprint::all(&found, source, &document)
}

#[test]
fn what_is_known_is_known_wherever_it_moves() {
    let baseline = of("draft.md", OLD);
    let new =
        format!("# New title\n\n{}\nWe utilize a spoon.\n", OLD.replace("They", "Some text before.\nThey"));
    let found = prints(&new);
    assert!(baseline.of("draft.md").iter().all(|entry| found.contains(&entry.fingerprint())));
    assert!(found.len() > baseline.len());
    assert_eq!(baseline.of("other.md"), []);
}

#[test]
fn what_no_longer_occurs_is_gone() {
    let found = prints("They utilize a lamp.\n");
    let baseline = of("draft.md", OLD);
    let gone = baseline.of("draft.md").iter().filter(|entry| !found.contains(&entry.fingerprint()));
    assert_eq!(gone.map(|entry| entry.text.as_str()).collect::<Vec<_>>(), ["leverage"]);
}

#[test]
fn what_is_no_baseline_is_refused_with_its_place() {
    let said = |text: &str| Baseline::parse(text).unwrap_err().to_string();
    assert_eq!(
        said("{\"version\": 9, \"files\": {}}"),
        "1:1: a baseline of version 9; this prfaq reads version 1"
    );
    assert!(
        said("{\"version\": 1,\n \"files\": 3}").starts_with("2:11: no baseline: "),
        "{}",
        said("{\"version\": 1,\n \"files\": 3}")
    );
    assert!(said("").starts_with("1:"), "{}", said(""));
}

proptest! {
    #[test]
    fn a_baseline_is_read_back_as_it_was(name in "\\PC{1,20}", lines in "[ a-z\"\\\\\u{7f}\n]{0,200}") {
        let baseline = of(&name, &format!("We leverage it.\n\n{lines} utilize it.\n"));
        prop_assert_eq!(Baseline::parse(&baseline.to_text()).unwrap(), baseline);
    }
}
