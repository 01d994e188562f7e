//! What holds for some paths only.

use std::path::Path;

use super::tests::{at, loaded_file};
use super::*;

#[test]
fn later_overrides_stand_above_earlier_ones() {
    let file = loaded_file(
        "template: prfaq
terms: [box]
rules: {jargon: error, long-sentence: {severity: {summary: error, all: note}, max-words: 30}}
min-score: {flesch-reading-ease: 50, customer_focus: 0.5}
overrides:
- files: [docs/]
  fail-on: never
  terms: [gRPC, box]
  rules: {jargon: note, long-sentence: {max-words: 40}}
- files: ['*.txt', docs/launch/*.md]
  template: press-release
  rules: {jargon: off, long-sentence: off}
  min-score: {flesch-reading-ease: off, customer-focus: 0.9}
  gate: amazon
",
    )
    .unwrap();
    let config = |path: &str| file.for_path(&at(path));
    let plain = config("a.md");
    assert_eq!(plain.settings.rules["jargon"].severity, Some(Some(Severity::Error)));
    assert_eq!((plain.settings.terms.len(), plain.gate), (1, Gate::Default));
    assert_eq!(plain.min_score, [(Metric::FleschReadingEase, 50.0), (Metric::CustomerFocus, 0.5)].into());

    let docs = config("docs/a.md");
    assert_eq!(docs.settings.rules["jargon"].severity, Some(Some(Severity::Note)));
    let long = &docs.settings.rules["long-sentence"];
    assert_eq!(long.severity, Some(Some(Severity::Note)), "only the number is another");
    assert_eq!((long.by_part.len(), long.numbers["max-words"]), (1, 40.0));
    assert_eq!((docs.settings.terms, docs.fail_on), (vec!["box".to_owned(), "gRPC".to_owned()], None));

    let launch = config("docs/launch/a.md");
    assert_eq!(launch.template.as_deref(), Some("press-release"));
    assert_eq!(launch.settings.rules["jargon"].severity, Some(None));
    assert!(launch.settings.rules["long-sentence"].by_part.is_empty(), "a severity replaces all of it");
    assert_eq!(launch.min_score, [(Metric::CustomerFocus, 0.9)].into());
    assert_eq!((launch.gate, launch.fail_on), (Gate::Amazon, None));

    let paths = ["a.md", "docs/a.md", "docs/launch/a.md", "b.txt"];
    assert_eq!(paths.map(|path| file.overrides_of(&at(path))), [vec![], vec![0], vec![0, 1], vec![1]]);
    assert!(file.overrides_of(Path::new("/elsewhere/docs/a.md")).is_empty());
}

#[test]
fn what_is_wrong_in_one_is_shown_where_it_stands() {
    for (text, message) in [
        ("overrides: [{fail-on: error}]", "prfaq.yml:1:13: an override says for which `files:` it is"),
        ("overrides:\n- files: [a]\n  rules: {jargn: off}", "prfaq.yml:3:11: unknown rule `jargn`"),
        ("overrides:\n- files: [a]\n- files: ['[z-a]']", "prfaq.yml:3:11: "),
        ("overrides:\n- files: [a]\n  packs: [none.yml]", "prfaq.yml:3:11: none.yml: no such file"),
        ("overrides:\n- files: [a]\n  template: prfac", "prfaq.yml:3:13: unknown template `prfac`"),
        (
            "overrides:\n- files: [a]\n  documents: [b]",
            "prfaq.yml:3:3: overrides[0]: unknown key `documents`",
        ),
        (
            "overrides:\n- files: [a]\n  max-warnings: 1",
            "prfaq.yml:3:3: overrides[0]: unknown key `max-warnings`",
        ),
        ("min-score: {customer-focs: 1}", "prfaq.yml:1:13: unknown metric `customer-focs`; did you mean"),
        ("min-score: {customer-focus: 70}", "prfaq.yml:1:29: expected a number from 0 to 1, found `70`"),
        ("min-score: {strikes: none}", "prfaq.yml:1:22: min-score.strikes: expected a number, or `off`"),
        ("max-warnings: -1", "prfaq.yml:1:15: max-warnings: expected a whole number, 0 or more"),
        ("exclude: ['']", "prfaq.yml:1:11: expected a folder or a pattern"),
        ("include: ['a[']", "prfaq.yml:1:11: "),
    ] {
        let error = loaded_file(text).map(|_| ()).unwrap_err();
        assert!(error.starts_with(message), "{text}\n{error}");
    }
}
