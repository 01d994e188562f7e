//! `weasel`: words that claim without saying how much.

use crate::lint::{Category, Check, Rule, Severities};

pub(super) const RULE: Rule = Rule {
    name: "weasel",
    category: Category::Weasel,
    severity: Severities::WEASEL,
    what: "Words that stand where a number should: many, often, significantly, easy",
    why: "A reader cannot check \"much faster\"; she can check \"from 10 days to 2\".",
    bad: "Many customers wait a long time at home.",
    good: "4 of 10 customers wait a day at home.",
    settings: &[],
    check: Check::Phrases,
};
