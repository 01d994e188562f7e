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
    settings: &[],
    check: Check::Mixed(super::rivals::check),
};
