//! `quote`: one person each, with a name, a role and something to tell.

use crate::document::PartKind;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in super::super) const RULE: Rule = Rule {
    name: "quote",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Quotations of nobody, of too many, and those that tell a feeling or a wish and no fact",
    why: "A quotation is believed when a person with a name and a role tells what they saw.",
    bad: "---\ntemplate: prfaq\n---\n# Melinda\n\n## Customer quote\n\n\"It is so much better than before,\" said a customer.",
    good: "---\ntemplate: prfaq\n---\n# Melinda\n\n## Customer quote\n\n\"In May it rained on 19 days, and my books were dry on all \
           19,\" said Jo Pick, a nurse from Otley.",
    spares: &[
        (
            "the name under the quotation",
            "---\ntemplate: prfaq\n---\n# Melinda\n\n## Customer quote\n\n> \"On Sunday it rained. My books were dry.\"\n\n— Jo Pick, nurse, Otley",
        ),
        (
            "two kinds of customers",
            "---\ntemplate: prfaq\n---\n# Melinda\n\n## Customer quote\n\n\"In May, 19 parcels came dry,\" said Jo Pick, a nurse.\n\n\"I \
             save 2 walks a day,\" said Al Fox, a postman.",
        ),
    ],
    source: "Bryar and Carr, Working Backwards, chapter 5; Green Software Foundation's template: pain, then relief",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    super::carry_out(context, &[PartKind::LeaderQuote, PartKind::CustomerQuote], out);
}
