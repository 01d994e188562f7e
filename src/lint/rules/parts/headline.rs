//! `headline`: one line that names the product.

use super::Written;
use crate::document::PartKind;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Setting, Severities, Severity};

pub(in super::super) const RULE: Rule = Rule {
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
    settings: &[Setting {
        name: "max-words",
        what: "most words a headline may have, where the template does not say",
        default: 12.0,
    }],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    super::carry_out(context, &[PartKind::Headline], out);
    let Some(part) = Written::find(context, &PartKind::Headline) else { return };
    let Some(line) = part.prose().next() else { return };
    let words = line.words.len();
    // A house's own number stands above the template's, and that above the rule's.
    let house = context.settings.numbers.contains_key("max-words");
    let most = part.spec.max_words.filter(|_| !house).unwrap_or(context.number("max-words") as usize);
    if words > most {
        let advice = "name the product and one benefit";
        out.push(part.fault(line.span, format!("{words} words; {most} fit a line"), advice));
    }
}
