//! `part-length`: how many words a part, the release and the whole document may have.

use super::{Written, check};
use crate::document::{Block, PartKind, Role};
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
    check: Check::Document(measure),
};

/// Up to five quarters of what is allowed is a little too long.
const LITTLE: (usize, usize) = (5, 4);

fn measure(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    // The headline's own rule counts its words.
    out.extend(
        Written::all(context, |kind| *kind != PartKind::Headline)
            .filter(is_measured)
            .filter_map(|part| too_long(&part)),
    );
    if let Some(budget) = context.words {
        let all = words_of(&context.document.blocks);
        out.extend(whole(context, "the document", all, budget.warn, budget.error));
    }
    release(context, out);
}

/// A part that is a little too long is worth a look. Two customers have twice the words of one.
fn too_long(part: &Written<'_>) -> Option<Finding> {
    let most = part.spec.max_words?
        * check::quotations(part).len().clamp(1, check::most_quotations(&part.spec.kind));
    let words = part.length();
    if words <= most {
        return None;
    }
    let advice = format!("cut {} words; it answers one question: {}", words - most, part.spec.ask);
    let found = part.fault(part.place(), format!("{words} words; {most} are enough"), advice);
    let much = words * LITTLE.1 > most * LITTLE.0;
    Some(found.at_most(if much { Severity::Warning } else { Severity::Note }))
}

/// Where nothing but the shape tells the last parts from the rest, they may be more than themselves.
fn is_measured(part: &Written<'_>) -> bool {
    let last = matches!(part.spec.kind, PartKind::GettingStarted | PartKind::Closing | PartKind::Boilerplate);
    !last || part.is_named()
}

/// The release of a document that has questions as well; without them it is the whole document.
fn release(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let asks = |kind: &PartKind| context.specs.iter().any(|spec| spec.kind == *kind);
    if !asks(&PartKind::ExternalFaq) || !asks(&PartKind::Summary) {
        return;
    }
    let (warn, error) = (context.number("release-warn") as usize, context.number("release-error") as usize);
    let words = words_of(release_of(context));
    out.extend(whole(context, "the release", words, warn, error));
}

/// The blocks from the first part of the release to the last, before any question. What stands before or behind them, and
/// what other sections a document has, is no page of the release.
fn release_of<'a>(context: &DocumentContext<'a>) -> &'a [Block] {
    let document = context.document;
    let kind = |block: &Block| document.part_of(block).map(|part| &part.kind);
    let asks = |block: &Block| matches!(kind(block), Some(PartKind::ExternalFaq | PartKind::InternalFaq));
    let blocks = document.blocks.as_slice();
    let end = blocks.iter().position(asks).unwrap_or(blocks.len());
    let blocks = blocks.get(..end).unwrap_or(blocks);
    let ours = |block: &Block| block.is_judged() && !matches!(kind(block), None | Some(PartKind::Body));
    match (blocks.iter().position(ours), blocks.iter().rposition(ours)) {
        (Some(first), Some(last)) => blocks.get(first..=last).unwrap_or(&[]),
        _ => &[],
    }
}

fn words_of(blocks: &[Block]) -> usize {
    let read = |block: &&Block| matches!(block.role, Role::Prose | Role::Headline | Role::Question);
    blocks.iter().filter(read).map(|block| block.words.len()).sum()
}

/// Said at the headline, or at the head of the document.
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
    let mut blocks = context.document.blocks.iter();
    let head = blocks
        .clone()
        .find(|block| block.role == Role::Headline)
        .or_else(|| blocks.find(|block| block.is_judged()));
    let place = head.map_or(Span::at(context.document.front_matter.span.end), |block| block.span);
    let found = Finding::new(place, format!("{what} has {words} words; {most} are the most"));
    let found = found.rewrite(format!("cut {} words that the customer would not miss", words - warn));
    Some(if words > error { found } else { found.at_most(Severity::Warning) })
}
