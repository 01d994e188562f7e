//! `subheading`: one sentence about somebody.

use crate::document::PartKind;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in super::super) const RULE: Rule = Rule {
    name: "subheading",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Subheadings of several sentences, and those that name no person",
    why: "It says who the customer is and what they get; nobody has ever met an organization.",
    bad: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\n## A box for organizations of every size\n\nLEEDS, 5 May 2027 — It is.",
    good: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\n## Shoppers who are out all day find their parcels dry at night\n\nLEEDS, 5 May 2027 — It is.",
    spares: &[
        (
            "a customer that only the front matter knows",
            "---\ntemplate: prfaq\ncustomer: beekeepers in cities\n---\n# Melinda\n\n## A dry box for beekeepers\n\nLEEDS, 5 May 2027 — It is.",
        ),
        (
            "the reader as customer",
            "---\ntemplate: prfaq\n---\n# Melinda\n\n## Your parcels stay dry until you come home\n\nLEEDS, 5 May 2027 — It is.",
        ),
    ],
    source: "Bryar and Carr, Working Backwards, chapter 5: \"one sentence only\"",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    super::carry_out(context, &[PartKind::Subheading], out);
}
