//! `problem`: the customer's day without the product, counted.

use crate::document::PartKind;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in super::super) const RULE: Rule = Rule {
    name: "problem",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Problems without a number, and those that name the product or a rival",
    why: "What can only be told with the product in it is not the customer's problem, and what nobody counted may be nobody's.",
    bad: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\n## Problem\n\nParcels get wet and people are cross.",
    good: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\n## Problem\n\nLast year 23 of 100 parcels in Leeds stood in \
           the rain. Drying a book takes two days.",
    spares: &[
        (
            "a number in letters",
            "---\ntemplate: prfaq\n---\n# Melinda\n\n## Problem\n\nHalf of all parcels get wet.",
        ),
        (
            "what is still to be filled in",
            "---\ntemplate: prfaq\n---\n# Melinda\n\n## Problem\n\nTBD of all parcels get wet.",
        ),
    ],
    source: "Bryar and Carr, Working Backwards, chapter 5: the example opens with data",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    super::carry_out(context, &[PartKind::Problem], out);
}
