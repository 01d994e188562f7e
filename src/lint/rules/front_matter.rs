//! `front-matter`: YAML at the head of the document that cannot be read.

use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "front-matter",
    category: Category::Consistency,
    severity: Severities::everywhere(Severity::Error),
    what: "Front matter that cannot be read",
    why: "Who the customer is and what the product is called stand there; without them the red pen strikes blindly.",
    bad: "---\nproduct: [Melinda\n---\n# Melinda",
    good: "---\nproduct: Melinda\n---\n# Melinda",
    spares: &[("keys of other tools", "---\nlayout: page\n---\n# Melinda")],
    source: "the document format of this program",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let front = &context.document.front_matter;
    if let Some(problem) = &front.problem {
        let at = problem.at.map_or(front.span, |at| Span::at(at.byte));
        out.push(Finding::new(at, problem.message.clone()).rewrite("mend the YAML between the --- lines"));
    }
}
