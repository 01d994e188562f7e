//! `headline`: one line that names the product.

use crate::document::{PartKind, Role};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Setting, Severities, Severity};

pub(super) const RULE: Rule = Rule {
    name: "headline",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Headlines that do not fit a line or do not name the product",
    why: "The headline is all that most people read: it has to name the product so that its customer understands it.",
    bad: "---\nproduct: Melinda\ntemplate: prfaq\n---\n# Press release\n\n# The smart box is here\n\nLEEDS, 5 May 2027 — It is.",
    good: "---\nproduct: Melinda\ntemplate: prfaq\n---\n# Press release\n\n# Melinda keeps your parcels dry\n\nLEEDS, 5 May 2027 — It is.",
    spares: &[(
        "a headline not written yet",
        "---\nproduct: Melinda\ntemplate: prfaq\n---\n# {{headline}}\n\nLEEDS, 5 May 2027 — It is.",
    )],
    source: "Bryar and Carr, Working Backwards, chapter 5",
    settings: &[Setting { name: "max-words", what: "most words a headline may have", default: 14.0 }],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let document = context.document;
    let Some(part) = document.filled_part(&PartKind::Headline) else { return };
    let Some(block) = document.blocks_of(part).find(|block| block.role == Role::Headline) else { return };
    let text = block.prose.text.as_str();
    if text.contains("{{") {
        return;
    }
    let words = block.words.len();
    let most = context.number("max-words") as usize;
    if words > most {
        let message = format!("the headline has {words} words; {most} fit a line");
        out.push(Finding::new(block.span, message).rewrite("name the product and one benefit").in_part(part));
    }
    let named = document.front_matter.product.is_some();
    if named && !context.facts.names_product(text) {
        let product = context.facts.product.as_deref().unwrap_or_default();
        let message = format!("the headline does not name {product}");
        out.push(Finding::new(block.span, message).rewrite("name the product").in_part(part));
    }
}
