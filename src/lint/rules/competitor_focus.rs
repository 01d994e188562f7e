//! `competitor-focus`: claims about rivals.

use crate::lint::{Category, Check, Rule, Severities};

pub(super) const RULE: Rule = Rule {
    name: "competitor-focus",
    category: Category::CompetitorFocus,
    severity: Severities::COMPETITOR,
    what: "Claims about rivals instead of what the customer gets",
    why: "Know your rivals, but write about the customer: a blow at a rival tells her nothing she can use.",
    bad: "The box beats the competition.",
    good: "The box holds four parcels.",
    spares: &[(
        "an answer to a customer who asks",
        "---\ncompetitors: [Boxly]\n---\n# FAQ\n\n## How is it different from Boxly?\n\nBoxly has no lock.",
    )],
    source: "Bezos's letter to shareholders of 2017: competitor alert, not competitor obsessed",
    settings: &[],
    check: Check::Mixed(super::rivals::check),
};
