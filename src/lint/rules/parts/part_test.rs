//! `part-test`: the tests of every part that has no rule of its own.

use super::{Written, check};
use crate::document::PartKind;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in super::super) const RULE: Rule = Rule {
    name: "part-test",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Parts that fail a test of their template: a customer without a person, evidence without a source",
    why: "The template says what the part has to have; what it lacks, a reader will ask for.",
    bad: "---\ntemplate: five-questions\n---\n# Box\n\n## How do you know?\n\nIt feels right.",
    good: "---\ntemplate: five-questions\n---\n# Box\n\n## How do you know?\n\nWe asked 40 people at the post office in May 2026.",
    spares: &[(
        "a part not written yet",
        "---\ntemplate: five-questions\n---\n# Box\n\n## How do you know?\n\n{{data}}.",
    )],
    source: "the template's own list of tests",
    settings: &[],
    check: Check::Document(check),
};

/// Parts that have a rule of their own.
const OWN: &[PartKind] = &[
    PartKind::Headline,
    PartKind::Subheading,
    PartKind::Summary,
    PartKind::Problem,
    PartKind::Solution,
    PartKind::LeaderQuote,
    PartKind::CustomerQuote,
    PartKind::GettingStarted,
];

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    for part in Written::all(context, |kind| !OWN.contains(kind)) {
        let first = out.len();
        check::carry_out(&part, out);
        // Questions have rules of their own; a figure that no answer has is worth a look.
        if matches!(part.spec.kind, PartKind::ExternalFaq | PartKind::InternalFaq) {
            out.iter_mut().skip(first).for_each(|found| found.at_most = Some(Severity::Note));
        }
    }
}
