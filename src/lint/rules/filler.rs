//! `filler`: words that can go without loss.

use crate::lint::{Category, Check, Rule, Severities};

pub(super) const RULE: Rule = Rule {
    name: "filler",
    category: Category::Filler,
    severity: Severities::JARGON,
    what: "Wordy phrases that say in four words what one word says",
    why: "Every word that says nothing hides one that does.",
    bad: "Press the button in order to open the box.",
    good: "Press the button to open the box.",
    spares: &[
        ("the words in their own sense", "It came in order, and on time."),
        ("code", "Run `in order to`."),
    ],
    source: "Amazon writing guidance (\"due to the fact that\": because), plainlanguage.gov",
    settings: &[],
    check: Check::Phrases,
};
