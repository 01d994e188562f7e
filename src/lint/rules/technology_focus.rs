//! `technology-focus`: how it is built instead of what it does.

use crate::lint::{Category, Check, Rule, Severities};

pub(super) const RULE: Rule = Rule {
    name: "technology-focus",
    category: Category::TechnologyFocus,
    severity: Severities::TECHNOLOGY,
    what: "How the product is built instead of what the customer gets",
    why: "The customer buys what it does for her, not what it is made of.",
    bad: "The box is powered by machine learning.",
    good: "The box knows your parcels and opens for them.",
    spares: &[
        (
            "what the customer handles",
            "---\nterms: [machine learning]\n---\nThe box teaches machine learning.",
        ),
        ("what the customer uses", "---\nterms: [deep learning]\n---\nThe box uses deep learning."),
        ("code", "Run `docker build`."),
        ("what tells the customer what follows", "An algorithm reads the label, so you need no key."),
    ],
    source: "Bezos's letter to shareholders of 2017 on wrong centres",
    settings: &[],
    check: Check::Phrases,
};
