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
    settings: &[],
    check: Check::Phrases,
};
