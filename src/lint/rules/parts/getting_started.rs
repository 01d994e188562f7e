//! `getting-started`: where it begins and what it costs.

use crate::document::PartKind;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in super::super) const RULE: Rule = Rule {
    name: "getting-started",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Getting started without a place to go, without steps, or without the price",
    why: "Whoever has read so far wants it: now they need the first step and the price.",
    bad: "---\ntemplate: prfaq\n---\n# Melinda\n\n## Getting started\n\nIt has never been easier to begin.",
    good: "---\ntemplate: prfaq\n---\n# Melinda\n\n## Getting started\n\nOrder it at melinda.example for £49.",
    spares: &[
        (
            "steps in place of a link",
            "---\ntemplate: prfaq\n---\n# Melinda\n\n## Getting started\n\n1. Unpack it.\n2. Hang it up. It is free.",
        ),
        (
            "a price that the summary gives",
            "---\ntemplate: prfaq\n---\n# Melinda\n\nLEEDS, 5 May 2027 — It is here. It costs £49.\n\n## Getting started\n\nAsk in any post office.",
        ),
    ],
    source: "Bryar and Carr, Working Backwards, chapter 5; 48 of 172 public PR/FAQs name a price",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    super::carry_out(context, &[PartKind::GettingStarted], out);
}
