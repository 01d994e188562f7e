//! `part-order`: the parts in the order in which a reader asks for them.

use super::written::{Written, name_of};
use crate::document::{PartKind, PartSpec, Role};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};
use crate::text::Span;

pub(in super::super) const RULE: Rule = Rule {
    name: "part-order",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Parts that stand before or behind their place in the template",
    why: "Each part answers what the one before it makes the reader ask.",
    bad: "---\ntemplate: prfaq\n---\n# Melinda\n\nLEEDS, 5 May 2027 — It is here.\n\n## Solution\n\nYou open it.\n\n## Problem\n\n2 of 3 get wet.\n\n\
          ## Getting started\n\nOrder it.",
    good: "---\ntemplate: prfaq\n---\n# Melinda\n\nLEEDS, 5 May 2027 — It is here.\n\n## Problem\n\n2 of 3 get wet.\n\n## Solution\n\nYou open it.\n\n\
           ## Getting started\n\nOrder it.",
    spares: &[(
        "quotations, which may stand anywhere",
        "---\ntemplate: prfaq\n---\n# Melinda\n\n## Customer quote\n\n\"Dry.\"\n\n## Problem\n\n2 of 3 get wet.\n\n## Leader quote\n\n\"Wet.\"",
    )],
    source: "Bryar and Carr, Working Backwards, chapter 5",
    settings: &[],
    check: Check::Document(check),
};

/// A part that a heading announces, by its place in the template.
#[derive(Clone, Copy)]
struct Stand<'a> {
    order: usize,
    spec: &'a PartSpec,
    part: usize,
    span: Span,
    /// The heading that announces it, as it is written; empty where none does.
    heading: &'a str,
}

impl Stand<'_> {
    /// What to call it, so that it is found: its own heading, or "the headline".
    fn shown(&self) -> String {
        if self.heading.is_empty() {
            format!("the {}", name_of(self.spec))
        } else {
            format!("\"{}\"", self.heading)
        }
    }
}

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let mut stands: Vec<Stand<'_>> =
        context.specs.iter().enumerate().filter_map(|(order, spec)| stand(context, order, spec)).collect();
    stands.sort_by_key(|stand| stand.span.start);
    let kept = longest_run(&stands);
    for stray in stands.iter().filter(|stand| !kept.iter().any(|kept| kept.order == stand.order)) {
        out.extend(misplaced(stray, &kept));
    }
}

/// Where the part that `spec` asks for begins, if a heading says so or it can be told without one. Parts found by their
/// shape are found by their order too.
fn stand<'a>(context: &'a DocumentContext<'a>, order: usize, spec: &'a PartSpec) -> Option<Stand<'a>> {
    let free = matches!(spec.kind, PartKind::LeaderQuote | PartKind::CustomerQuote);
    let part = Some(spec).filter(|_| !free).and_then(|spec| Written::of(context, spec))?;
    let sure = matches!(spec.kind, PartKind::Headline) || part.is_named();
    let first = part.blocks.iter().find(|block| block.role == Role::Heading || block.is_judged())?;
    let heading = if first.role == Role::Heading { first.prose.text.as_str() } else { "" };
    sure.then_some(Stand { order, spec, part: part.part, span: first.span, heading })
}

/// The longest run of `stands`, in the order of the text, that is in the template's order as well. Of two as long, the one
/// that ends first.
fn longest_run<'a>(stands: &[Stand<'a>]) -> Vec<Stand<'a>> {
    let mut runs: Vec<Vec<Stand<'a>>> = Vec::new();
    for stand in stands {
        let fits = |run: &&Vec<Stand<'a>>| run.last().is_some_and(|last| last.order < stand.order);
        // Of equals, `max_by_key` takes the last.
        let best = runs.iter().rev().filter(fits).max_by_key(|run| run.len()).cloned().unwrap_or_default();
        runs.push(best.into_iter().chain([*stand]).collect());
    }
    runs.into_iter().rev().max_by_key(Vec::len).unwrap_or_default()
}

/// Where `stray` belongs among the parts that are there, which stand in order: right before the first that comes after it,
/// or behind all. Right behind the one before it there may be paragraphs that no heading announces.
fn misplaced(stray: &Stand<'_>, kept: &[Stand<'_>]) -> Option<Finding> {
    let before = kept.iter().rfind(|stand| stand.order < stray.order);
    let behind = kept.iter().find(|stand| stand.order > stray.order);
    // It is said of the neighbour on whose wrong side it stands.
    let wrong = before.filter(|stand| stand.span.start > stray.span.start);
    let message = match (wrong, behind) {
        (Some(other), _) => format!("stands before {}", other.shown()),
        (None, Some(other)) => format!("stands behind {}", other.shown()),
        (None, None) => return None,
    };
    let (advice, place, there) = match (behind, before) {
        (Some(next), _) => (format!("move it before {}", next.shown()), next, "it comes before this"),
        (None, Some(last)) => (format!("move it after {}", last.shown()), last, "it follows this"),
        (None, None) => return None,
    };
    Some(Finding::new(stray.span, message).rewrite(advice).in_part(stray.part).see(place.span, there))
}

#[cfg(test)]
#[path = "part_order_tests.rs"]
mod tests;
