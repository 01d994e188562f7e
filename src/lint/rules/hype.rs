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
    spares: &[
        ("a name", "Kids say Captain Fantastic lives there."),
        ("the words that people look up", "Open the advanced settings."),
    ],
    source: "David Meerman Scott's count of 711,123 press releases (2008); Sherk 2010",
    settings: &[],
    check: Check::Phrases,
};
