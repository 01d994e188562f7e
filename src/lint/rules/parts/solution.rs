//! `solution`: what the customer does now, in answer to the problem.

use crate::document::PartKind;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in super::super) const RULE: Rule = Rule {
    name: "solution",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Solutions in which the customer does nothing, that name a rival, or that answer another problem",
    why: "A list of what the product can do leaves the reader to find out what is in it for them.",
    bad: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\n## Solution\n\nThe lid opens by code. The floor is warm. \
          Two sizes fit most doors.",
    good: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\n## Solution\n\nThe lid opens by code. At night you take out \
           what came, warm and dry.",
    spares: &[(
        "a customer who is not called \"you\"",
        "---\ntemplate: prfaq\ncustomer: beekeepers in cities\n---\n# Melinda\n\n## Solution\n\nA beekeeper opens the lid.",
    )],
    source: "Bryar and Carr, Working Backwards, chapter 5",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    super::carry_out(context, &[PartKind::Solution], out);
}
