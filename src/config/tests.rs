use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::lint::{Category, Check, Rule, Setting, Severities, Severity};
use crate::storage::{Disk, Files, ReadError, ReadProblem};

const fn rule(name: &'static str, settings: &'static [Setting]) -> Rule {
    Rule {
        name,
        category: Category::Jargon,
        severity: Severities::everywhere(Severity::Warning),
        what: "",
        why: "",
        bad: "",
        good: "",
        spares: &[],
        source: "",
        settings,
        check: Check::Phrases,
    }
}

static JARGON: Rule = rule("jargon", &[]);
static LONG: Rule = rule("long-sentence", &[Setting { name: "max-words", what: "", default: 25.0 }]);
const KNOWN: Known<'static> = Known {
    rules: &[&JARGON, &LONG],
    templates: &["prfaq", "press-release"],
    parts: &|| vec!["tenets".to_owned()],
};

/// Where the configurations of these tests are.
pub(super) fn at(path: &str) -> PathBuf {
    Path::new("/house").join(path)
}

/// Files that are only said to be there.
struct Said<'a>(&'a str);

impl Files for Said<'_> {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        match path.file_name().and_then(|name| name.to_str()) {
            Some(FILE_NAME) => Ok(self.0.to_owned()),
            Some("words.yml") => Ok("pack: words\n".to_owned()),
            _ => Err(ReadError { path: path.to_owned(), problem: ReadProblem::Missing }),
        }
    }

    fn is_there(&self, path: &Path) -> bool {
        self.read(path).is_ok()
    }
}

pub(super) fn loaded_file(text: &str) -> Result<ConfigFile, String> {
    let shown = at("").display().to_string();
    load(&at("").join(FILE_NAME), KNOWN, &Said(text)).map_err(|error| error.to_string().replace(&shown, ""))
}

fn loaded(text: &str) -> Result<Config, String> {
    loaded_file(text).map(|file| file.config(&[]))
}

#[test]
fn every_key_of_the_manual_is_read() {
    let config = loaded(
        "template: prfaq
fail-on: warning
rules:
  jargon: off
  long-sentence: {severity: error, max-words: 30}
packs: [./words.yml]
terms: [gRPC, checkout]
gate: {min-flesch-reading-ease: 50, max-flesch-kincaid-grade: 8.5, max-sentence-words: 30, max-errors: 0}
documents: [./drafts]
",
    )
    .unwrap();
    assert_eq!(config.template.as_deref(), Some("prfaq"));
    assert_eq!(config.fail_on, Some(Severity::Warning));
    assert_eq!(config.settings.rules["jargon"].severity, Some(None));
    assert_eq!(config.settings.rules["long-sentence"].severity, Some(Some(Severity::Error)));
    assert!(config.settings.rules["long-sentence"].numbers["max-words"] > 29.9);
    assert_eq!(config.settings.terms, ["gRPC", "checkout"]);
    assert_eq!(config.packs[0].text, "pack: words\n");
    let own = Thresholds {
        min_flesch_reading_ease: Some(50.0),
        max_flesch_kincaid_grade: Some(8.5),
        max_sentence_words: Some(30),
        max_errors: Some(0),
    };
    assert_eq!(config.gate, Gate::Own(own));
}

#[test]
fn an_empty_file_settles_nothing() {
    for text in ["", "# to come\n", "gate: default\nrules: {}\n"] {
        let config = loaded(text).unwrap();
        assert_eq!((config.fail_on, config.gate), (Some(Severity::Error), Gate::Default));
        assert!(config.settings.rules.is_empty());
    }
}

#[test]
fn what_is_wrong_is_shown_where_it_stands() {
    let cases = [
        ("rule:\n  jargon: off\n", "prfaq.yml:1:1: unknown key `rule`; the keys here are "),
        (
            "rules:\n  jargn: off\n",
            "prfaq.yml:2:3: unknown rule `jargn`; did you mean `jargon`?\n  2 |   jargn: off\n    |   ^",
        ),
        ("rules: {jargon: loud}", "prfaq.yml:1:17: rules.jargon: unknown value `loud`; it can be `error`"),
        ("rules: {jargon: 3}", "prfaq.yml:1:17: rules.jargon: expected `error`, `warning`"),
        (
            "rules: {long-sentence: {max-word: 3}}",
            "prfaq.yml:1:25: unknown key `max-word`; did you mean `max-words`?",
        ),
        (
            "rules: {long-sentence: {max-words: -3}}",
            "prfaq.yml:1:36: rules.long-sentence.max-words: expected a whole number, 1 or more, found `-3",
        ),
        (
            "rules: {long-sentence: {max-words: .nan}}",
            "prfaq.yml:1:36: rules.long-sentence.max-words: expected a whole number, 1 or more, found `NaN`",
        ),
        (
            "rules: {jargon: {max-words: 3}}",
            "prfaq.yml:1:18: unknown key `max-words`; `prfaq rules jargon` lists",
        ),
        (
            "fail-on: eror",
            "prfaq.yml:1:10: fail-on: unknown value `eror`; it can be `error`, `warning`, `note`, `never`",
        ),
        ("gate: hard", "prfaq.yml:1:7: gate: unknown value `hard`; it can be `default`, `amazon`, `public`"),
        ("gate: {max-error: 1}", "prfaq.yml:1:8: gate: unknown key `max-error`; the keys here are"),
        (
            "gate: {max-errors: -1}",
            "prfaq.yml:1:20: gate.max-errors: expected a whole number, 0 or more, found `-1`",
        ),
        ("template: prfac", "prfaq.yml:1:11: unknown template `prfac`; did you mean `prfaq`?"),
        ("terms: [a, '']", "prfaq.yml:1:12: expected a word, found nothing"),
        ("packs:\n- none.yml", "prfaq.yml:2:3: none.yml: no such file\n  2 | - none.yml\n    |   ^"),
        ("documents: ['a[z-a]']", "prfaq.yml:1:13: "),
        (
            "terms: \x1b[31m",
            "prfaq.yml:1:8: the character \\u{1b} is not allowed in YAML\n  1 | terms: \\u{1b}[31m",
        ),
        ("terms: [", "prfaq.yml:1:9: "),
    ];
    are_refused(&cases);
}

#[test]
fn values_of_the_wrong_kind_or_size_are_shown_as_written() {
    are_refused(&[
        (
            "template: ~",
            "prfaq.yml:1:11: template: expected text (in quotes, where YAML reads something else), found nothing",
        ),
        (
            "terms: [a, 1]",
            "prfaq.yml:1:12: terms[1]: expected text (in quotes, where YAML reads something else), found `1`",
        ),
        ("terms: [true]", "prfaq.yml:1:9: "),
        ("terms: [null]", "prfaq.yml:1:9: "),
        (
            "rules: {headline: {max-words: 25.5}}",
            "prfaq.yml:1:31: rules.headline.max-words: expected a whole number, 1 or more, found `25.5`",
        ),
        (
            "rules: {headline: {max-words: 0}}",
            "prfaq.yml:1:31: rules.headline.max-words: expected a whole number, 1 or more, found `0`",
        ),
        (
            "rules: {headline: {max-words: -3}}",
            "prfaq.yml:1:31: rules.headline.max-words: expected a whole number, 1 or more, found `-3`",
        ),
        (
            "gate: {min-flesch-reading-ease: 130}",
            "prfaq.yml:1:33: gate.min-flesch-reading-ease: expected a number from 0 to 100, found `130`",
        ),
        (
            "gate: {max-flesch-kincaid-grade: -2}",
            "prfaq.yml:1:34: gate.max-flesch-kincaid-grade: expected a number from 0 to 30, found `-2`",
        ),
        ("documents: ['[a-']", "prfaq.yml:1:13: "),
    ]);
}

#[track_caller]
fn are_refused(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let error = loaded(text).unwrap_err();
        assert!(error.starts_with(expected), "{text}\n{error}");
    }
}

#[test]
fn a_configuration_that_is_no_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(FILE_NAME)).unwrap();
    let said = |name: &str| load(&folder.path().join(name), KNOWN, &Disk).unwrap_err().to_string();
    assert!(said(FILE_NAME).contains("this is a folder"));
    assert!(said("other.yml").contains("no such file"));
}

#[test]
fn documents_are_named_by_folder_and_pattern() {
    let folder = Path::new("/house");
    let patterns = ["./drafts/".to_owned(), "docs/*-launch.md".to_owned()];
    let documents = Patterns::new(folder, &patterns).unwrap();
    for (path, expected) in [
        ("/house/drafts/2027/melinda.md", true),
        ("/house/docs/melinda-launch.md", true),
        ("/house/docs/readme.md", false),
        ("/elsewhere/drafts/melinda.md", false),
        ("/house", false),
    ] {
        assert_eq!(documents.contains(Path::new(path)), expected, "{path}");
    }
    assert!(!Patterns::default().contains(Path::new("/house/drafts/melinda.md")));
}
