//! `unused-suppression`: comments that silence nothing. The engine finds them when all other rules have spoken.

use crate::lint::{Category, Check, Rule, Severities, Severity};

pub(super) const RULE: Rule = Rule {
    name: "unused-suppression",
    category: Category::Suppression,
    severity: Severities::everywhere(Severity::Warning),
    what: "Suppression comments that silence nothing",
    why: "A comment that silences nothing today silences something tomorrow that nobody looked at.",
    bad: "<!-- prfaq-disable-next-line jargon -- a quotation -->\nThe box is red.",
    good: "<!-- prfaq-disable-next-line jargon -- a quotation -->\nWe leverage the box.",
    spares: &[(
        "one that silences something",
        "<!-- prfaq-disable-next-line jargon -- a quotation -->\nWe leverage the box.",
    )],
    source: "ESLint and ruff report them too",
    settings: &[],
    check: Check::Engine,
};
