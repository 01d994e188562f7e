//! `part-length`: how many words a part, the release and the whole document may have.

use super::Written;
use crate::document::{PartKind, Role, Zone};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Setting, Severities, Severity};
use crate::text::Span;

pub(in super::super) const RULE: Rule = Rule {
    name: "part-length",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Error),
    what: "Parts, releases and documents that are longer than their template allows",
    why: "The release fits a page, and nobody gets an award for extra pages.",
    bad: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\n## For people who are out of the house the whole long day, and for \
          those who are in and do not hear the bell because they sleep or listen to music or have a bath\n\nLEEDS, 5 May 2027 — It is here.",
    good: "---\ntemplate: prfaq\n---\n# Melinda keeps your parcels dry\n\n## For people who are out all day\n\nLEEDS, 5 May 2027 — It is here.",
    spares: &[(
        "comments and front matter, which nobody reads aloud",
        "---\ntemplate: prfaq\n---\n# Melinda\n\n## For people who are out\n\n<!-- one two three four five six seven eight nine ten eleven twelve \
         thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty one two three four five six seven eight nine ten eleven -->\n\n\
         LEEDS, 5 May 2027 — It is here.",
    )],
    source: "Bryar and Carr, Working Backwards, chapter 5: the release always less than one page, the FAQ five pages or less",
    settings: &[
        Setting { name: "release-warn", what: "most words of a release that fits a page", default: 450.0 },
        Setting { name: "release-error", what: "most words of any release", default: 600.0 },
    ],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    // The headline's own rule counts its words.
    for part in Written::all(context).filter(|part| part.spec.kind != PartKind::Headline) {
        let (words, Some(most)) = (part.length(), part.spec.max_words) else { continue };
        if words > most {
            let advice = format!("cut {} words: {}", words - most, part.spec.ask);
            let found = part.fault(part.place(), format!("{words} words; {most} are enough"), advice);
            out.push(found.at_most(Severity::Warning));
        }
    }
    if let Some(budget) = context.words {
        let all = words(context, |_| true);
        out.extend(whole(context, "the document", all, budget.warn, budget.error));
    }
    release(context, out);
}

/// The release of a document that has questions as well; without them it is the whole document.
fn release(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let asks = |kind: &PartKind| context.specs.iter().any(|spec| spec.kind == *kind);
    if !asks(&PartKind::ExternalFaq) || !asks(&PartKind::Summary) {
        return;
    }
    let (warn, error) = (context.number("release-warn") as usize, context.number("release-error") as usize);
    let words = words(context, |zone| !matches!(zone, Zone::ExternalFaq | Zone::Internal));
    out.extend(whole(context, "the release", words, warn, error));
}

/// The words of the zones that `counts`.
fn words(context: &DocumentContext<'_>, counts: fn(Zone) -> bool) -> usize {
    let read = |role: Role| matches!(role, Role::Prose | Role::Headline | Role::Question);
    let blocks = context.document.blocks.iter().filter(|block| read(block.role) && counts(block.zone));
    blocks.map(|block| block.words.len()).sum()
}

/// Said at the head of the document.
fn whole(
    context: &DocumentContext<'_>,
    what: &str,
    words: usize,
    warn: usize,
    error: usize,
) -> Option<Finding> {
    let most = if words > error { error } else { warn };
    if words <= most {
        return None;
    }
    let head = context.document.blocks.iter().find(|block| block.is_judged());
    let place = head.map_or(Span::at(context.document.front_matter.span.end), |block| block.span);
    let found = Finding::new(place, format!("{what} has {words} words; {most} are the most"));
    let found = found.rewrite(format!("cut {} words that the customer would not miss", words - warn));
    Some(if words > error { found } else { found.at_most(Severity::Warning) })
}
