//! `missing-part`: parts that the template asks for and the document lacks.

use crate::document::{Block, PartKind, PartSpec, Role};
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

/// What only colleagues ask, in small letters. The gate asks for a part of their own even so.
const COLLEAGUES: &[&str] = &[
    "addressable market",
    "are we not",
    "business case",
    "business model",
    "go-to-market",
    "gross margin",
    "headcount",
    "how big is the market",
    "how do we",
    "how does this fail",
    "how will we",
    "market size",
    "north star",
    "p&l",
    "riskiest",
    "our competitors",
    "our margin",
    "return on investment",
    "roadmap",
    "size of the market",
    "success metric",
    "the risks",
    "three ways this fails",
    "total addressable",
    "unit economics",
    "what do we",
    "what must we",
    "what will we",
    "why now",
    "why us",
];
/// Questions of colleagues that make a FAQ theirs as well; one alone may be a slip.
const ENOUGH: usize = 2;

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let mut last = context.document.front_matter.span.end;
    for spec in context.specs {
        match filled(context, spec) {
            Some(end) => last = end,
            None if spec.required => {
                let part = context.document.parts.iter().position(|part| part.id == spec.id);
                let finding = mixed(context, spec).unwrap_or_else(|| missing(spec, last));
                out.push(Finding { part, ..finding });
            }
            None => {}
        }
    }
}

fn missing(spec: &PartSpec, at: usize) -> Finding {
    use PartKind::{CustomerQuote, ExternalFaq, Headline, InternalFaq, LeaderQuote, Subheading, Summary};
    let name = spec.id.replace('-', " ").replace("faq", "FAQ");
    // What is not written under a heading of its name.
    let said = match (&spec.kind, heading(spec)) {
        (Headline | Subheading | Summary | LeaderQuote | CustomerQuote | ExternalFaq | InternalFaq, _) => {
            name
        }
        (_, Some(heading)) => format!("part \"{heading}\""),
        (_, None) => format!("part \"{name}\""),
    };
    let ask = if spec.ask.is_empty() { "what is its reader to know?" } else { spec.ask.as_str() };
    let advice = match heading(spec) {
        Some(heading) => format!("add the heading \"{heading}\", and answer: {ask}"),
        None => format!("write one: {ask}"),
    };
    Finding::new(Span::at(at), format!("there is no {said}")).rewrite(advice)
}

/// The heading that announces the part, as it is written.
fn heading(spec: &PartSpec) -> Option<String> {
    let mut letters = spec.headings.first()?.chars();
    Some(letters.next()?.to_uppercase().chain(letters).collect())
}

/// What to say of a missing internal FAQ where its questions stand in the external one: they are asked, in the wrong
/// place, which is less of a fault than a part that nobody wrote.
fn mixed(context: &DocumentContext<'_>, spec: &PartSpec) -> Option<Finding> {
    let document = context.document;
    let external =
        |part: usize| document.parts.get(part).is_some_and(|part| part.kind == PartKind::ExternalFaq);
    if spec.kind != PartKind::InternalFaq {
        return None;
    }
    let entries = document.entries.iter().filter(|entry| external(entry.part));
    let questions = entries.filter_map(|entry| document.blocks.get(entry.question));
    let theirs: Vec<&Block> = questions.filter(|question| is_of_colleagues(question)).collect();
    let (first, others) = theirs.split_first().filter(|_| theirs.len() >= ENOUGH)?;
    let heading = heading(spec).unwrap_or_else(|| "Internal FAQ".to_owned());
    let finding = Finding::new(first.span, "what colleagues ask stands among what customers ask")
        .rewrite(format!("move it under a heading of its own, \"{heading}\""))
        .at_most(Severity::Warning);
    Some(others.iter().fold(finding, |finding, other| finding.see(other.span, "colleagues ask this, too")))
}

fn is_of_colleagues(question: &Block) -> bool {
    let text = question.prose.text.to_lowercase();
    let words = || text.split(|c: char| !c.is_alphanumeric());
    words().any(|word| word == "tam") || COLLEAGUES.iter().any(|phrase| text.contains(phrase))
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

#[cfg(test)]
mod tests {
    use crate::lint::tests::lint;
    use crate::lint::{Diagnostic, Severity};

    fn of_part(source: &str, id: &str) -> Vec<Diagnostic> {
        let source = format!("---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\n{source}");
        let found = lint(&source).into_iter().filter(|found| found.rule == "missing-part");
        found.filter(|found| found.message.contains(id)).collect()
    }

    #[test]
    fn the_heading_to_write_is_named() {
        let found = of_part("", "Getting started");
        assert_eq!(found[0].message, "there is no part \"Getting started\"");
        let advice = &found[0].fix.as_ref().unwrap().replacement;
        assert!(advice.starts_with("add the heading \"Getting started\", and answer: What"), "{advice}");
        let headline = &of_part("", "subheading")[0];
        assert!(headline.fix.as_ref().unwrap().replacement.starts_with("write one: Who"), "{headline:?}");
    }

    #[test]
    fn questions_of_colleagues_in_the_wrong_place_are_no_missing_part() {
        let faq =
            "# FAQ\n\n## What does it cost?\n\n£4.\n\n## What is the TAM?\n\n£4.\n\n## Why now?\n\nRain.\n";
        let found = of_part(faq, "colleagues");
        assert_eq!((found.len(), found[0].severity, found[0].related.len()), (1, Severity::Warning, 1));
        assert!(of_part(faq, "internal FAQ").is_empty());
        let customers = "# FAQ\n\n## What does it cost?\n\n£4.\n\n## Why now?\n\nRain.\n";
        assert_eq!(of_part(customers, "internal FAQ")[0].severity, Severity::Error);
    }
}
