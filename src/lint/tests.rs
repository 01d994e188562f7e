//! The documentation of every rule, executed; suppressions; the cache.

use proptest::prelude::*;

use super::phrases::Matcher;
use super::*;
use crate::document::{Date, Document};
use crate::template;
use crate::text::slice;

fn linter() -> Linter {
    Linter::new(Settings::default(), Matcher::builtin())
}

fn lint_with(linter: &mut Linter, source: &str) -> Vec<Diagnostic> {
    let front = Document::parse(source, &[]).front_matter;
    let specs = front.template.and_then(|name| template::find(&name).ok()).map(|found| found.part_specs());
    let specs = specs.unwrap_or_default();
    let document = Document::parse(source, &specs);
    linter.lint(Input { source, document: &document, specs: &specs, judged: true })
}

/// The findings in `source` by the template it names, on 21 November 2026.
pub(crate) fn lint(source: &str) -> Vec<Diagnostic> {
    let named = Document::front_matter(source).template;
    let template = named.and_then(|name| template::find(&name).ok());
    let words = template.and_then(|template| template.words);
    let today = Date::new(2026, 11, 21);
    lint_with(&mut linter().with_words(words).on_day(Some(today)), source)
}

/// The source texts that `rule` strikes in `source`.
pub(crate) fn rule_finds(rule: &str, source: &str) -> Vec<String> {
    let of = lint(source).into_iter().filter(|diagnostic| diagnostic.rule == rule);
    of.map(|diagnostic| slice(source, diagnostic.span).to_owned()).collect()
}

#[test]
fn every_rule_strikes_its_bad_example_and_neither_its_good_one_nor_what_it_spares() {
    for rule in RULES {
        assert!(!rule_finds(rule.name, rule.bad).is_empty(), "{} does not strike its bad example", rule.name);
        assert_eq!(rule_finds(rule.name, rule.good), [""; 0], "{} strikes its good example", rule.name);
        for (what, spared) in rule.spares {
            assert_eq!(rule_finds(rule.name, spared), [""; 0], "{} strikes {what}", rule.name);
        }
        assert!(!rule.source.is_empty() && !rule.spares.is_empty(), "{} is not explained", rule.name);
    }
}

#[test]
fn names_are_kebab_case_and_unique() {
    for (at, rule) in RULES.iter().enumerate() {
        assert!(rule.name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.name);
        assert!(!RULES.iter().skip(at + 1).any(|other| other.name == rule.name), "{}", rule.name);
    }
}

#[test]
fn suppressions_reach_as_far_as_they_say() {
    let jargon = |source: &str| rule_finds("jargon", source).len();
    assert_eq!(
        jargon("<!-- prfaq-disable-next-line jargon -- why -->\nWe leverage it.\n\nWe leverage it."),
        1
    );
    assert_eq!(
        jargon(
            "<!-- prfaq-disable jargon -->\n\nWe leverage it.\n\n<!-- prfaq-enable jargon -->\n\nWe leverage it."
        ),
        1
    );
    assert_eq!(jargon("We leverage it.\n\n<!-- prfaq-disable-file jargon -->"), 0);
    assert_eq!(jargon("<!-- prfaq-disable-file weasel -->\n\nWe leverage it."), 1);
    assert_eq!(jargon("<!-- prfaq-disable-file -->\n\nWe leverage it."), 0);
}

#[test]
fn unused_and_unknown_suppressions_are_reported() {
    let source = "<!-- prfaq-disable-file jargn -->\n\nWe leverage it.";
    let found = lint(source);
    let said = found.iter().find(|diagnostic| diagnostic.category == Category::Suppression).unwrap();
    assert!(said.message.contains("no rule \"jargn\""), "{}", said.message);
}

#[test]
fn other_prose_gets_no_structure_rules_and_no_errors() {
    let source = "# Box\n\nWe are thrilled to announce a revolutionary box. TBD.\n\n# FAQ\n\n## Why?\n";
    let document = Document::parse(source, &[]);
    let found = linter().lint(Input { source, document: &document, specs: &[], judged: false });
    assert!(found.iter().any(|diagnostic| diagnostic.rule == "hype"));
    assert!(found.iter().all(|diagnostic| diagnostic.severity < Severity::Error), "{found:#?}");
    assert!(found.iter().all(|diagnostic| diagnostic.category != Category::Structure), "{found:#?}");
}

#[test]
fn subtitles_that_are_sentences_are_read_and_footnotes_are_not() {
    let hype = |text: &str| {
        let source = format!("# Notes\n\n{text}\n\nThe box is red.\n");
        let document = Document::parse(&source, &[]);
        let found = linter().lint(Input { source: &source, document: &document, specs: &[], judged: false });
        found.iter().filter(|found| found.rule == "hype").count()
    };
    assert_eq!(hype("## A revolutionary box opens in Leeds."), 1);
    assert_eq!(hype("## A revolutionary box"), 0);
    assert_eq!(hype("It is dry.[^1]\n\n[^1]: The revolutionary report of the city."), 0);
}

#[test]
fn what_is_all_of_a_sentence_is_not_taken_out() {
    let found = lint("# FAQ\n\n## How safe is it?\n\nVery.\n");
    let weasel = found.iter().find(|found| found.rule == "weasel").expect("very");
    let fix = weasel.fix.as_ref().expect("advice");
    assert_eq!((fix.action, fix.edit.is_none(), fix.safe), (Action::Rewrite, true, false), "{fix:?}");
    assert!(!fix.replacement.is_empty() && !weasel.message.contains("cut"), "{weasel:?}");
}

#[test]
fn the_customers_terms_silence_every_rule_on_words() {
    let lines = [
        ("technology-focus", "deep learning", "The box uses deep learning."),
        ("technology-focus", "neural network", "The box has neural networks."),
        ("undefined-acronym", "CRM", "The box talks to a CRM."),
        ("jargon", "onboarding", "The onboarding takes a day."),
        ("business-focus", "churn", "The box shows churn."),
        ("hype", "smart box", "It is a smart box."),
    ];
    for (rule, term, text) in lines {
        assert_eq!(rule_finds(rule, text).len(), 1, "{rule}: {text}");
        let silenced = format!("---\nterms: [{term}]\n---\n{text}");
        assert_eq!(rule_finds(rule, &silenced), [""; 0], "{rule}: {text}");
    }
    let built = "---\nterms: [deep learning]\n---\nThe box is powered by deep learning.";
    assert_eq!(rule_finds("technology-focus", built).len(), 1);
}

/// The severities of `rule` in `source`, in order.
fn severities(rule: &str, source: &str) -> Vec<Severity> {
    lint(source)
        .iter()
        .filter(|diagnostic| diagnostic.rule == rule)
        .map(|diagnostic| diagnostic.severity)
        .collect()
}

#[test]
fn rules_of_the_whole_document_are_as_strict_as_the_zone() {
    use Severity::{Error, Note, Warning};

    let acronyms = "# Press release\n\n# The ABQ box\n\nLEEDS — May 2027 — It is here.\n\n## Problem\n\nThe ABR is lost.\n\n\
                    ## Customer quote\n\n\"An ABS,\" said Al Fox, a customer.\n\n## Internal FAQ\n\n### Why?\n\nThe ABT.\n";
    assert_eq!(severities("undefined-acronym", acronyms), [Error, Warning, Note, Warning]);
    let questions =
        "# FAQ\n\n## Why?\n\n# Internal FAQ\n\n**Q: When?**\n\n## Is there a risk?\n\nIt is minimal.\n";
    assert_eq!(severities("faq-answer", questions), [Error, Error, Note]);
    assert_eq!(severities("softball", questions), [Warning]);
}

#[test]
fn houses_and_templates_change_what_a_rule_weighs_where_it_speaks_at_all() {
    let source = "# FAQ\n\n## Why?\n\nWe leverage it.\n";
    let mut settings = Settings::default();
    let level = |severity| RuleSettings { severity: Some(severity), ..RuleSettings::default() };
    settings.rules.insert("jargon".to_owned(), level(Some(Severity::Note)));
    let house = lint_with(&mut Linter::new(settings, Matcher::builtin()), source);
    assert!(
        house.iter().any(|found| found.rule == "jargon" && found.severity == Severity::Note),
        "{house:?}"
    );
    let silent = std::sync::Arc::new(|rule: &str, zone| {
        (rule == "jargon" && zone == crate::document::Zone::ExternalFaq).then_some(None)
    });
    let template = lint_with(&mut linter().with_overrides(silent), source);
    assert!(template.iter().all(|found| found.rule != "jargon"), "{template:?}");
}

#[test]
fn fixes_stand_where_they_say() {
    let source = "# Press release\n\nUse it in order to win. We utilize it.";
    let mut fixed = source.to_owned();
    for diagnostic in lint(source).iter().rev() {
        if let Some(Fix { edit: Some(edit), safe: true, .. }) = &diagnostic.fix {
            fixed.replace_range(edit.0.range(), &edit.1);
        }
    }
    assert_eq!(fixed, "# Press release\n\nUse it to win. We use it.");
}

/// Pieces of documents that meet each other in every order.
const PIECES: &[&str] = &[
    "# ",
    "## Problem\n\n",
    "# FAQ\n\n",
    "**Q: Why?**\n",
    "A: ",
    "We leverage it. ",
    "\n\n",
    "\n",
    "- ",
    "> ",
    "`code` ",
    "very unique ",
    "{{x}} ",
    "LEEDS, 5 May 2027 — ",
    "\"It works,\" said Bo. ",
    "<!-- prfaq-disable jargon -->\n",
    "é 👨‍👩‍👧 ",
    "---\n",
    "product: x\n",
    "| a | b |\n|---|---|\n",
    "[City] ",
    "https://a.b/leverage ",
    "\r\n",
    "95% of it. ",
];

fn documents() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![prop::sample::select(PIECES).prop_map(str::to_owned), "\\PC{0,3}"],
        0..24,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_incremental_lint_equals_a_full_one(first in documents(), second in documents()) {
        let mut incremental = linter().incremental();
        lint_with(&mut incremental, &first);
        let text = format!("{first}{second}");
        prop_assert_eq!(lint_with(&mut incremental, &text), lint(&text));
        prop_assert_eq!(lint_with(&mut incremental, &second), lint(&second));
    }

    #[test]
    fn findings_and_fixes_lie_on_character_boundaries(source in documents()) {
        for diagnostic in lint(&source) {
            prop_assert!(source.get(diagnostic.span.range()).is_some());
            if let Some(Fix { edit: Some(edit), .. }) = diagnostic.fix {
                prop_assert!(source.get(edit.0.range()).is_some());
            }
        }
    }

    #[test]
    fn any_text_can_be_linted(source in "\\PC{0,200}") {
        lint(&source);
    }
}
