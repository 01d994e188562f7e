//! Which documents are judged, and by which template.

use std::sync::Arc;

use super::*;

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
