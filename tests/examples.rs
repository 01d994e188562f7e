//! The documents a newcomer opens first: the draft shows what the red pen strikes, the finished one that it can be
//! satisfied, a fresh one that nothing but gaps is held against it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use prfaq::analysis::{Analysis, Analyst, Claim, House};
use prfaq::lint::{RULES, Severity};
use prfaq::template;

const DRAFT: &str = include_str!("../examples/waitback-draft.md");
const FINISHED: &str = include_str!("../examples/waitback.md");
const PLAIN: &str = include_str!("../examples/fivescrew.md");

fn analyse(source: &str) -> Analysis {
    Analyst::new(Arc::new(House::default()), Claim::Nothing).analyse(source)
}

fn rules_of(analysis: &Analysis) -> BTreeSet<&'static str> {
    let told = analysis
        .diagnostics
        .iter()
        .flat_map(|found| std::iter::once(found.rule).chain(found.also.iter().copied()));
    told.collect()
}

#[test]
fn the_draft_shows_what_every_rule_strikes() {
    let found = rules_of(&analyse(DRAFT));
    // A draft that anybody could have written has sound YAML, no comments to the red pen, and some parts in order.
    let elsewhere = [
        "front-matter",
        "unused-suppression",
        "dateline",
        "summary",
        "solution",
        "quote",
        "getting-started",
        "part-order",
        "part-test",
        "noun-stack",
    ];
    let expected: BTreeSet<&str> =
        RULES.iter().map(|rule| rule.name).filter(|name| !elsewhere.contains(name)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_finished_document_satisfies_the_pen_and_the_gate() {
    let analysis = analyse(FINISHED);
    let struck: Vec<_> =
        analysis.diagnostics.iter().filter(|diagnostic| diagnostic.severity > Severity::Note).collect();
    assert!(struck.is_empty(), "{struck:#?}");
    assert!(analysis.verdict.pass, "{:?}", analysis.verdict);
    assert!(analysis.score.customer_focus() > analyse(DRAFT).score.customer_focus());
}

#[test]
fn a_document_without_front_matter_is_judged_by_its_shape() {
    let analysis = analyse(PLAIN);
    assert_eq!(analysis.template.as_deref(), Some("prfaq"));
    let found = rules_of(&analysis);
    for rule in ["jargon", "weasel", "unsupported-claim", "placeholder", "faq-answer", "missing-part"] {
        assert!(found.contains(rule), "no {rule} in {found:?}");
    }
}

/// The finished document of the template called `name`.
fn finished(name: &str) -> std::io::Result<String> {
    let finished = format!("tests/data/templates/{name}.md");
    let path = if name == "prfaq" { "examples/waitback.md" } else { finished.as_str() };
    let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(root.join(path))
}

#[test]
fn a_finished_document_of_every_template_has_its_parts_and_passes() {
    for builtin in template::builtin() {
        let analysis = analyse(&finished(builtin.name).expect(builtin.name));
        assert_eq!(analysis.template.as_deref(), Some(builtin.name));
        let struck: Vec<_> =
            analysis.diagnostics.iter().filter(|found| found.severity > Severity::Note).collect();
        assert!(struck.is_empty(), "{}: {struck:#?}", builtin.name);
        assert!(analysis.verdict.pass, "{}: {:?}", builtin.name, analysis.verdict);
        for spec in analysis.specs.iter().filter(|spec| spec.required) {
            assert!(analysis.document.filled_part(&spec.kind).is_some(), "{}: {}", builtin.name, spec.id);
        }
    }
}

#[test]
fn templates_speak_of_rules_and_settings_that_there_are() {
    let is_known = |rule: &str, key: Option<&str>| {
        let rule = prfaq::lint::rule(rule);
        rule.is_some_and(|rule| key.is_none_or(|key| rule.settings.iter().any(|one| one.name == key)))
    };
    for builtin in template::builtin() {
        let checked = template::Template::checked(builtin.name, builtin.source, &is_known);
        assert!(checked.is_ok(), "{checked:?}");
    }
}

#[test]
fn a_fresh_document_lacks_nothing_but_its_words() {
    for builtin in template::builtin() {
        let fresh = builtin.parse().expect("a built-in template").render(&BTreeMap::new());
        let analysis = analyse(&fresh);
        assert_eq!(rules_of(&analysis), BTreeSet::from(["placeholder"]), "{}", builtin.name);
    }
}
