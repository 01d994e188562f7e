//! `hype`: praise that nobody can check.

use crate::lint::{Category, Check, Rule, Severities};

pub(super) const RULE: Rule = Rule {
    name: "hype",
    category: Category::Hype,
    severity: Severities::HYPE,
    what: "Praise without proof: revolutionary, world-class, unique",
    why: "Praise of oneself costs trust; what changed for the customer earns it.",
    bad: "Melinda is a revolutionary mailbox.",
    good: "Melinda is a mailbox that keeps milk cold for 12 hours.",
    settings: &[],
    check: Check::Phrases,
};
