//! The templates, fresh and filled, and the examples: all their parts are found.

use std::collections::BTreeMap;

use super::notation::{outline_by, specs};
use crate::document::{Document, PartKind};
use crate::template;

/// A document of the template called `name`; placeholders are answered where `filled`.
fn document(name: &str, filled: bool) -> String {
    let template = template::find(name).expect("a built-in template");
    let answer = |name: &str| match name {
        "product" => "Melinda".to_owned(),
        "headline" => "Melinda keeps parcels dry".to_owned(),
        "city" => "Leeds".to_owned(),
        "launch" => "5 May 2027".to_owned(),
        other => format!("the {} of it", other.replace('-', " ")),
    };
    let names = template.placeholders().into_iter().map(|placeholder| placeholder.name);
    let answers: BTreeMap<String, String> =
        names.filter(|_| filled).map(|name| (name.clone(), answer(&name))).collect();
    template.render(&answers)
}

#[test]
fn every_part_of_a_template_is_found_fresh_and_filled() {
    for builtin in template::builtin() {
        for filled in [false, true] {
            let source = document(builtin.name, filled);
            let document = Document::parse(&source, &specs(builtin.name));
            for spec in specs(builtin.name).iter().filter(|spec| spec.required) {
                let found = document.filled_part(&spec.kind);
                assert!(found.is_some(), "{}: no {}, filled: {filled}\n{source}", builtin.name, spec.id);
            }
        }
    }
}

#[test]
fn questions_of_a_template_are_parts_where_it_says_so_and_entries_elsewhere() {
    let five = outline_by("five-questions", &document("five-questions", true));
    assert!(five.contains("evidence # 4. How do you know?"), "{five}");
    let source = document("prfaq", true);
    let entries = Document::parse(&source, &specs("prfaq")).entries;
    assert_eq!(entries.len(), 19, "{entries:?}");
    assert!(entries.iter().all(|entry| !entry.answer.is_empty()), "{entries:?}");
}

#[test]
fn prompts_of_a_template_are_comments_and_no_text() {
    let source = document("prfaq", false);
    let document = Document::parse(&source, &specs("prfaq"));
    assert_eq!(document.comments.len(), source.matches("<!--").count());
    assert!(document.blocks.iter().all(|block| !block.prose.text.contains("<!--")));
}

#[test]
fn the_finished_example_has_all_its_parts() {
    let source = include_str!("../../../examples/waitback.md");
    let document = Document::parse(source, &specs("prfaq"));
    let kinds: Vec<&str> = document.parts.iter().map(|part| part.kind.name()).collect();
    assert_eq!(
        kinds,
        [
            "body",
            "headline",
            "subheading",
            "summary",
            "problem",
            "solution",
            "leader-quote",
            "customer-quote",
            "getting-started",
            "boilerplate",
            "external-faq",
            "internal-faq",
            "appendix"
        ]
    );
    assert_eq!(document.dateline.and_then(|dateline| dateline.date).as_deref(), Some("6 September 2027"));
    assert_eq!(document.entries.len(), source.matches("?\n\n").count());
}

#[test]
fn the_draft_lacks_its_customer_quote_and_the_one_without_headings_nothing() {
    let draft = Document::parse(include_str!("../../../examples/waitback-draft.md"), &specs("prfaq"));
    assert_eq!(draft.filled_part(&PartKind::CustomerQuote), None);
    let plain = Document::parse(include_str!("../../../examples/fivescrew.md"), &specs("prfaq"));
    for kind in [
        PartKind::Headline,
        PartKind::Summary,
        PartKind::Problem,
        PartKind::Solution,
        PartKind::LeaderQuote,
        PartKind::CustomerQuote,
        PartKind::GettingStarted,
        PartKind::ExternalFaq,
    ] {
        assert!(plain.filled_part(&kind).is_some(), "{kind:?}");
    }
}
