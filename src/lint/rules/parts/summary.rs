//! `summary`: two to four sentences that name the product.

use crate::document::PartKind;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in super::super) const RULE: Rule = Rule {
    name: "summary",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Summaries of one sentence or of more than four, and those that do not name the product",
    why: "Most people read nothing after it: they have to learn what it is, for whom, and what it changes.",
    bad: "---\ntemplate: prfaq\nproduct: Melinda\n---\n# Melinda keeps your parcels dry\n\nLEEDS, 5 May 2027 — The box is here.",
    good: "---\ntemplate: prfaq\nproduct: Melinda\n---\n# Melinda keeps your parcels dry\n\nLEEDS, 5 May 2027 — Melinda is a box at \
           your door. Parcels wait in it until you come home.",
    spares: &[(
        "the dateline, which is no sentence",
        "---\ntemplate: prfaq\n---\n# Melinda\n\nLEEDS, Wash. — Nov. 5, 2027 — A. One. Two. Three.",
    )],
    source: "McAllister: \"assume the reader will not read anything else\"; three or four sentences a paragraph",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    super::carry_out(context, &[PartKind::Summary], out);
}
