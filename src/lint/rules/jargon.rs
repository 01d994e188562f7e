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
    spares: &[
        ("a thing that is called so", "A leverage of 3x is risky."),
        ("a word the customer uses", "---\nterms: [synergy]\n---\nSynergy is her first album."),
        ("code", "Run `leverage --now`."),
    ],
    source: "18F content guide, plainlanguage.gov, GOV.UK words to avoid",
    settings: &[],
    check: Check::Phrases,
};
