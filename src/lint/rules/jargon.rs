//! `jargon`: words of the trade that a customer does not use.

use crate::lint::{Category, Check, Rule, Severities};

pub(super) const RULE: Rule = Rule {
    name: "jargon",
    category: Category::Jargon,
    severity: Severities::JARGON,
    what: "Words of the trade that this customer does not use",
    why: "A customer who has to translate stops reading; a colleague who has to guess reads something else.",
    bad: "We leverage our stores to deliver parcels.",
    good: "We use our stores to deliver parcels.",
    settings: &[],
    check: Check::Phrases,
};
