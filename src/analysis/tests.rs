//! Which documents are judged, and by which template.

use std::sync::Arc;

use super::*;
use crate::document::PartKind;

fn analyse(source: &str, claim: Claim) -> Analysis {
    Analyst::new(Arc::new(House::default()), claim).analyse(source)
}

#[test]
fn front_matter_names_the_template_first() {
    let analysis = analyse("---\ntemplate: press-release\n---\n# Box\n", Claim::PrFaq);
    assert_eq!((analysis.judged, analysis.template.as_deref()), (true, Some("press-release")));
}

#[test]
fn templates_of_other_tools_are_not_ours() {
    let analysis = analyse("---\ntemplate: page.html\n---\n# Box\n", Claim::Nothing);
    assert!(!analysis.judged);
}

#[test]
fn shape_tells_a_release_from_a_readme() {
    let release = "# Box\n\n**LEEDS, UK — 5 May 2027** — The box is here.\n\n# FAQ\n\n## What is it?\n\nA box.\n\n## Why?\n\nRain.\n";
    assert_eq!(analyse(release, Claim::Nothing).template.as_deref(), Some("prfaq"));
    let readme = "# Box\n\n## Problem\n\nRain.\n\n## Solution\n\nA box.\n\n## FAQ\n\n### What is it?\n\nA box.\n\n### Why?\n\nRain.\n";
    assert!(!analyse(readme, Claim::Nothing).judged);
}

#[test]
fn other_languages_are_not_judged() {
    let german = "Wir freuen uns sehr, heute die revolutionäre Kiste vorzustellen. ".repeat(8);
    assert!(analyse(&german, Claim::Nothing).diagnostics.is_empty());
}

fn template_problem(source: &str, claim: Claim) -> (Option<String>, bool, Vec<String>) {
    let analysis = analyse(source, claim);
    let found = analysis.diagnostics.iter().filter(|found| found.rule == "front-matter");
    let said = found.map(|found| format!("{}: {}", found.span.start, found.message)).collect();
    (analysis.template, analysis.verdict.pass, said)
}

#[test]
fn a_template_that_is_not_there_closes_the_gate() {
    let near = template_problem("---\ntemplate: prfac\n---\n# Box\n", Claim::Nothing);
    let said = vec!["14: there is no template \"prfac\"; did you mean \"prfaq\"?".to_owned()];
    assert_eq!(near, (Some("prfaq".to_owned()), false, said));
    let far = template_problem("---\ntemplate: page.html\n---\n# Box\n", Claim::PressRelease);
    assert_eq!((far.0.as_deref(), far.1), (Some("press-release"), false));
    assert!(far.2[0].starts_with("14: there is no template \"page.html\"; `prfaq templates`"), "{far:?}");
    assert_eq!(template_problem("---\ntemplate: page.html\n---\n# Box\n", Claim::Nothing).2, [""; 0]);
}

/// The body of a template with words for its placeholders.
fn filled(template: &str) -> String {
    let text = template.replace("{{question}}", "What does it cost?");
    let pieces = text
        .split("{{")
        .map(|piece| piece.split_once("}}").map_or(piece.to_owned(), |(_, rest)| format!("A box{rest}")));
    pieces.collect()
}

#[test]
fn faq_headings_of_the_templates_tell_themselves() {
    for template in template::builtin() {
        for spec in template.parse().unwrap().part_specs() {
            if !matches!(spec.kind, PartKind::ExternalFaq | PartKind::InternalFaq) {
                continue;
            }
            for heading in &spec.headings {
                let text = format!("# Box\n\n# {heading}\n\n## What does it cost?\n\n£2.\n");
                let document = Document::parse(&text, &[]);
                assert!(document.filled_part(&spec.kind).is_some(), "{heading}");
            }
        }
    }
}

#[test]
fn the_example_needs_no_front_matter() {
    let source = include_str!("../../examples/waitback.md");
    let (_, body) = source.split_once("\n---\n").unwrap();
    let named = analyse(source, Claim::Nothing);
    for text in [body.to_owned(), format!("---\nproduct: Waitback\n---\n{body}")] {
        let guessed = analyse(&text, Claim::Nothing);
        assert_eq!((guessed.template.as_deref(), guessed.guessed), (Some("prfaq"), true));
        assert_eq!(guessed.document.parts, named.document.parts);
        assert_eq!(guessed.document.entries.len(), named.document.entries.len());
        assert!(guessed.diagnostics.iter().all(|found| found.rule != "part-length"));
    }
    assert!(!named.guessed);
}

#[test]
fn a_filled_template_needs_no_front_matter() {
    let template = template::find("prfaq").unwrap();
    let guessed = analyse(&filled(&template.body), Claim::Nothing);
    assert_eq!((guessed.template.as_deref(), guessed.guessed), (Some("prfaq"), true));
    for kind in [PartKind::ExternalFaq, PartKind::InternalFaq] {
        assert!(guessed.document.filled_part(&kind).is_some(), "{kind:?}");
    }
}

#[test]
fn a_textbook_release_is_taken_for_one() {
    let text = "# Kettlebrook sells a kettle that lasts\n\nSAN FRANCISCO – October 14, 2026 – Kettlebrook today put on sale \
                a kettle.\n\n“Four kettles in six years were enough,” said Ann Lee, chief executive of Kettlebrook.\n\n## \
                About Kettlebrook\n\nKettlebrook makes kettles.\n";
    let analysis = analyse(text, Claim::Nothing);
    assert_eq!((analysis.template.as_deref(), analysis.guessed), (Some("press-release"), true));
}
