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
    spares: &[
        ("a word with its number", "It is fast: 10 ms."),
        ("an upper bound", "It holds up to 10,000 lines."),
        ("what a customer says", "# Customer quote\n\n\"I often waited a day,\" said Ann Lee, a nurse."),
    ],
    source: "Amazon's Doc Bar Raisers on weasel words; proselint; write-good",
    settings: &[],
    check: Check::Phrases,
};
