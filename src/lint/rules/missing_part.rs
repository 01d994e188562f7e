//! `missing-part`: parts that the template asks for and the document lacks.

use crate::document::{Block, PartSpec, Role};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "missing-part",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Error),
    what: "Parts that the template asks for and the document lacks",
    why: "Each part answers a question that decision makers always ask; one that is missing is a question not answered.",
    bad: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry",
    good: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\nA box for people who are out.\n\nLEEDS, 5 May 2027 — The box \
           is here.\n\n## Problem\n\nParcels get wet.\n\n## Solution\n\nMelinda keeps them dry.\n\n## Leader quote\n\n\"It \
           works,\" said Bo Ek, head of boxes.\n\n## Customer quote\n\n\"Dry,\" said Al Fox, a customer.\n\n## Getting \
           started\n\nOrder it.\n\n# FAQ\n\n## Why?\n\nRain.\n\n# Internal FAQ\n\n## Why now?\n\nRain.",
    spares: &[("a document that is no PR/FAQ", "# Notes\n\nThe box is red.")],
    source: "Bryar and Carr, Working Backwards, chapter 5",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let mut last = context.document.front_matter.span.end;
    for spec in context.specs {
        match filled(context, spec) {
            Some(end) => last = end,
            None if spec.required => {
                let part = context.document.parts.iter().position(|part| part.id == spec.id);
                out.push(Finding { part, ..missing(spec, last) });
            }
            None => {}
        }
    }
}

fn missing(spec: &PartSpec, at: usize) -> Finding {
    let name = spec.id.replace('-', " ").replace("faq", "FAQ");
    let advice = if spec.ask.is_empty() { format!("write the {name}") } else { spec.ask.clone() };
    Finding::new(Span::at(at), format!("the {name} is missing")).rewrite(advice)
}

/// Where the part that `spec` asks for ends, if it has anything to read in it. A placeholder counts: the part stands,
/// and what it lacks is said by `placeholder`.
fn filled(context: &DocumentContext<'_>, spec: &PartSpec) -> Option<usize> {
    let document = context.document;
    let is_it = |block: &&Block| {
        document.part_of(block).is_some_and(|part| part.kind == spec.kind && part.id == spec.id)
    };
    let reads = |block: &&Block| block.is_judged() || block.role == Role::Question;
    document.blocks.iter().filter(is_it).rfind(reads).map(|block| block.span.end)
}
