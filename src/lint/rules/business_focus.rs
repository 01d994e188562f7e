//! `business-focus`: what the company earns.

use crate::lint::{Category, Check, Rule, Severities};

pub(super) const RULE: Rule = Rule {
    name: "business-focus",
    category: Category::BusinessFocus,
    severity: Severities::BUSINESS,
    what: "What the company earns, measures or plans instead of what the customer gets",
    why: "The win for the company belongs into the internal FAQ; in the release it tells the customer that she is prey.",
    bad: "The box will increase our revenue.",
    good: "The box saves you a trip to the post office.",
    spares: &[
        (
            "the internal FAQ",
            "# Internal FAQ\n\n## What do we earn?\n\nIt will increase our revenue by £4 a box.",
        ),
        ("what the customer pays", "It costs £49 a year."),
    ],
    source: "Bezos's letter to shareholders of 2017 on wrong centres",
    settings: &[],
    check: Check::Phrases,
};
