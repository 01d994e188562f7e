//! The built-in templates hold what they promise; a template that does not is refused with its place.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::document::{PartKind, Zone};

const SMALL: &str = "---\ntemplate: small\ntitle: Small\nsummary: Short\nparts:\n  - id: problem\n    kind: problem\n    \
    heading: Problem\n    required: true\n    ask: What goes wrong?\nfront-matter: [product, terms, owner]\n---\n\n\
    # {{product}} for {{who}}\n\n<!-- How often? {{never}} -->\n{{ often }}\n\n## Problem\n\n\"{{problem}}.\" {{who}} {{x{y}}\n";

fn small() -> Template {
    Template::parse("small.md", SMALL).unwrap()
}

fn answers(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, answer)| ((*name).to_owned(), (*answer).to_owned())).collect()
}

fn all_builtin() -> Vec<Template> {
    builtin().iter().map(|builtin| builtin.parse().unwrap_or_else(|error| panic!("{error}"))).collect()
}

/// The refusal of `SMALL` with `old` replaced by `new`.
fn refusal(old: &str, new: &str) -> String {
    assert!(SMALL.contains(old), "{old}");
    Template::parse("bad.md", &SMALL.replacen(old, new, 1)).unwrap_err().to_string()
}

#[test]
fn every_builtin_is_named_after_its_file_and_is_found() {
    for builtin in builtin() {
        assert_eq!(find(builtin.name).unwrap().name.as_str(), builtin.name);
    }
}

#[test]
fn only_a_known_name_is_found() {
    for name in ["../prfaq", "templates/prfaq.md", "", "PRFAQ", "nothing"] {
        assert!(find(name).is_err(), "{name}");
    }
    assert!(find("pr-faq").unwrap_err().to_string().ends_with("did you mean `prfaq`?"));
}

#[test]
fn every_skeleton_has_its_required_parts_in_order() {
    for template in all_builtin() {
        let headings: Vec<String> =
            template.body.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect();
        let mut last = 0;
        for part in template.parts.iter().filter(|part| part.required) {
            let wanted = match (part.headings.first(), part.kind.zone()) {
                (Some(heading), _) => heading.clone(),
                (None, Zone::Lead) => format!("{{{{{}}}}}", part.id),
                (None, _) => panic!("{}: {} has no heading", template.name, part.id),
            };
            let at = if part.kind == PartKind::Summary {
                let dated = part.tests.contains(&PartTest::HasDateline);
                let line = if dated { "**{{city}}, {{launch}}** — {{summary}}" } else { "\n{{summary}}\n" };
                assert!(template.body.contains(line), "{}", template.name);
                continue;
            } else {
                headings.iter().position(|heading| heading.trim_matches(['#', ' ']) == wanted)
            };
            let at = at.unwrap_or_else(|| panic!("{}: no heading {wanted}", template.name));
            assert!(at >= last, "{}: {wanted} is out of order", template.name);
            last = at;
        }
    }
}

#[test]
fn a_prfaq_requires_what_a_reviewer_looks_for() {
    let required = |name: &str| -> BTreeSet<String> {
        let template = find(name).unwrap();
        template.part_specs().into_iter().filter(|part| part.required).map(|part| part.id).collect()
    };
    let release = [
        "headline",
        "subheading",
        "summary",
        "problem",
        "solution",
        "leader-quote",
        "customer-quote",
        "getting-started",
    ];
    let release: BTreeSet<String> = release.map(str::to_owned).into();
    assert_eq!(required("press-release"), release);
    let faqs = ["external-faq", "internal-faq"].map(str::to_owned);
    assert_eq!(required("prfaq"), release.into_iter().chain(faqs).collect());
    let five = ["customer", "problem", "benefit", "evidence", "experience"].map(str::to_owned);
    assert_eq!(required("five-questions"), five.into());
}

#[test]
fn every_placeholder_has_a_question_of_its_own_and_can_be_filled() {
    for template in all_builtin() {
        let placeholders = template.placeholders();
        for placeholder in &placeholders {
            assert!(placeholder.ask.ends_with(['?', '.', '"']), "{}: {placeholder:?}", template.name);
            assert_ne!(placeholder.ask, format!("{}?", Name::label(&placeholder.name)), "{}", template.name);
            assert!(!placeholder.ask.contains("{{"), "{placeholder:?}");
        }
        let filled =
            template.render(&placeholders.into_iter().map(|it| (it.name, "A fact.".to_owned())).collect());
        assert!(!filled.contains("{{") && !filled.contains("}}"), "{filled}");
        assert!(!filled.contains(".."), "{filled}");
    }
}

#[test]
fn a_fresh_document_says_what_is_to_be_filled_in() {
    let fresh = find("prfaq").unwrap().render(&BTreeMap::new());
    assert!(fresh.starts_with("---\ntemplate: prfaq\nproduct:  # What is the product called?\n"), "{fresh}");
    assert!(fresh.contains("\n---\n\n# {{headline}}\n"));
    let head = fresh.split("---\n").nth(1).unwrap();
    let read: BTreeMap<String, Option<String>> = crate::yaml::from_str(head).unwrap();
    assert_eq!(read.get("product"), Some(&None));
    assert_eq!(read.len(), 7);
}

#[test]
fn questions_come_from_the_part_the_key_the_comment_or_the_heading() {
    let asked: Vec<(String, String)> =
        small().placeholders().into_iter().map(|it| (it.name, it.ask)).collect();
    let expected = [
        ("product", "What is the product called?"),
        ("terms", "Which special words does this customer use every day (with commas)?"),
        ("owner", "Owner?"),
        ("who", "Who?"),
        ("often", "How often? {{never}}"),
        ("problem", "What goes wrong?"),
    ];
    assert_eq!(asked, expected.map(|(name, ask)| (name.to_owned(), ask.to_owned())));
}

#[test]
fn answers_take_the_place_of_placeholders_once() {
    let filled = small().render(&answers(&[
        ("product", "Ketl: the kettle"),
        ("terms", "limescale, 3 kW"),
        ("who", "people\nwith {{often}} tea"),
        ("often", "Daily.\n\nTwice."),
        ("problem", "It breaks."),
        ("unasked", "x"),
        ("owner", "  "),
    ]));
    let expected = "---\ntemplate: small\nproduct: \"Ketl: the kettle\"\nterms: [limescale, \"3 kW\"]\nowner:  # Owner?\n---\n\n\
        # Ketl: the kettle for people with {{often}} tea\n\n<!-- How often? {{never}} -->\nDaily.\n\nTwice.\n\n## Problem\n\n\
        \"It breaks.\" people with {{often}} tea {{x{y}}\n";
    assert_eq!(filled, expected);
}

#[test]
fn carriage_returns_and_a_byte_order_mark_change_nothing() {
    let windows = format!("\u{feff}{}", SMALL.replace('\n', "\r\n"));
    assert_eq!(Template::parse("small.md", &windows), Ok(small()));
}

#[test]
fn a_bad_template_is_refused_with_its_place() {
    for (old, new, place, says) in [
        ("title: Small", "titel: Small", "bad.md:3:1: ", "titel"),
        ("    ask: What", "    asks: What", "bad.md:10:5: ", "asks"),
        ("required: true", "required: often", "bad.md:9:15: ", "often"),
        ("id: problem", "id: ../problem", "bad.md:6:", "`../problem` is no name"),
        ("template: small", "template: Small", "bad.md:2:", "`Small` is no name"),
        ("[product, ", "[template, ", "bad.md:11:1: ", "always written"),
        ("title: Small", "title: [", "bad.md:", ""),
        ("title: Small", "title: Small\nwords: {warn: 9, error: 8}", "bad.md:4:1: ", "more words"),
        (
            "    ask: What",
            "    headings: [Trouble]\n    ask: What",
            "bad.md:6:9: ",
            "both `heading` and `headings`",
        ),
        ("    ask: What", "    tests: [has-nubmer]\n    ask: What", "bad.md:10:", "has-nubmer"),
        ("    ask: What", "    zone: somewhere\n    ask: What", "bad.md:10:", "somewhere"),
        ("---\ntemplate", "template", "bad.md:1:1: ", "YAML head"),
    ] {
        let refused = refusal(old, new);
        assert!(refused.starts_with(place) && refused.contains(says), "{old} -> {new}: {refused}");
        assert!(refused.contains('^'), "{refused}");
    }
}

#[test]
fn parts_are_told_apart() {
    let twice = "front-matter:";
    let part = |id: &str, heading: &str| {
        format!("  - {{id: {id}, kind: {id}, heading: {heading}, ask: Why?}}\nfront-matter:")
    };
    let refused = refusal(twice, &part("problem", "Other"));
    assert!(refused.starts_with("bad.md:11:10: two parts have the id `problem`"), "{refused}");
    let refused = refusal(twice, &part("other", "PROBLEM"));
    assert!(refused.starts_with("bad.md:11:10: two parts have the heading `PROBLEM`"), "{refused}");
}

#[test]
fn a_template_may_be_stricter_by_rule_and_zone() {
    let text =
        SMALL.replacen("front-matter", "severities: {hype: {body: error, internal: off}}\nfront-matter", 1);
    let template = Template::parse("small.md", &text).unwrap();
    assert_eq!(template.level("hype", Zone::Body), Some(Level::Error));
    assert_eq!(template.level("hype", Zone::Internal), Some(Level::Off));
    assert_eq!(template.level("hype", Zone::Lead), None);
    assert_eq!(template.level("jargon", Zone::Body), None);
}

#[test]
fn a_level_may_hold_everywhere_and_numbers_words_and_grade_may_be_others() {
    let own = "severities: {hype: off}\nlimits: {long-sentence: {max-words: 20}}\nterms: [API]\nmax-grade: 8\nfront-matter";
    let template = Template::parse("small.md", &SMALL.replacen("front-matter", own, 1)).unwrap();
    assert!(Zone::ALL.into_iter().all(|zone| template.level("hype", zone) == Some(Level::Off)));
    let limit = template.limits["long-sentence"]["max-words"];
    assert!((limit - 20.0).abs() < f64::EPSILON);
    assert_eq!((template.terms, template.max_grade), (vec!["API".to_owned()], Some(8.0)));
    assert!(
        refusal("front-matter", "severities: {hype: sometimes}\nfront-matter").starts_with("bad.md:11:20: ")
    );
}

#[test]
fn summaries_fit_beside_the_titles_on_a_screen_of_80_columns() {
    for template in all_builtin() {
        assert!(template.summary.chars().count() <= 52, "{}: {}", template.name, template.summary);
    }
}

#[test]
fn kinds_are_those_of_one_part_each() {
    for template in all_builtin() {
        let kinds: BTreeSet<&str> = template.parts.iter().map(|part| part.kind.name()).collect();
        assert_eq!(kinds.len(), template.parts.len(), "{}", template.name);
    }
}

proptest! {
    #[test]
    fn front_matter_reads_back_what_was_answered(owner in any::<String>(), product in "[-:#\"' \\n{}\\[\\],&*!😀a]{0,9}") {
        let written = small().render(&answers(&[("owner", &owner), ("product", &product)]));
        let end = written.find("\n---\n").unwrap();
        let read: BTreeMap<String, Option<String>> = crate::yaml::from_str(crate::text::slice(&written, 4..end + 1)).unwrap();
        let expected = |answer: &str| Some(answer.trim().to_owned()).filter(|it| !it.is_empty());
        prop_assert_eq!(&read["owner"], &expected(&owner));
        prop_assert_eq!(&read["product"], &expected(&product));
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), body in "[{}a \\n<>!#-]{0,40}") {
        _ = Template::parse("x", &text);
        let template = Template { body, ..small() };
        _ = template.placeholders();
        _ = template.render(&answers(&[("a", "1."), ("owner", "x")]));
    }
}
