//! `company-focus`: sentences about how the company feels and what it is.

use crate::lint::{Category, Check, Rule, Severities};

pub(super) const RULE: Rule = Rule {
    name: "company-focus",
    category: Category::CompanyFocus,
    severity: Severities::COMPANY,
    what: "The company's feelings, rank and history instead of the customer's gain",
    why: "Nobody but the company cares how the company feels.",
    bad: "We are thrilled to announce the box.",
    good: "You can order the box today.",
    spares: &[
        ("what the company does for the customer", "We send you a new box."),
        ("the internal FAQ", "# Internal FAQ\n\n## Why us?\n\nWe are thrilled to announce it."),
    ],
    source: "Bezos's letter to shareholders of 2017 on wrong centres; journalists' peeves",
    settings: &[],
    check: Check::Phrases,
};
