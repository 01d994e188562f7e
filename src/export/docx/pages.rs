//! Where a house would begin a new page: before what customers ask, and before what colleagues ask.

use std::collections::BTreeSet;

use super::model::{Block, Flow, Kind};
use crate::document::{Document, PartKind};

/// Where the paragraphs of `flow` begin that begin a page; `document` was parsed from its text.
pub(super) fn breaks(flow: &Flow, document: &Document) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    let mut seen: Vec<&PartKind> = Vec::new();
    // The headings right before, the first of which goes with the page.
    let mut headings: Option<usize> = None;
    for (at, block) in flow.blocks.iter().enumerate() {
        let Block::Para(para) = block else {
            headings = None;
            continue;
        };
        let is_heading = matches!(para.shape.kind, Kind::Heading(_));
        let part =
            document.block_at(para.start.max(document.blocks.first().map_or(0, |first| first.span.start)));
        let part = part.and_then(|at| document.blocks.get(at)).and_then(|block| document.part_of(block));
        let kind = part
            .map(|part| &part.kind)
            .filter(|kind| matches!(kind, PartKind::ExternalFaq | PartKind::InternalFaq));
        let start = headings.unwrap_or(para.start);
        if let Some(kind) = kind.filter(|kind| !seen.contains(kind)) {
            seen.push(kind);
            let first = flow
                .blocks
                .first()
                .is_some_and(|first| matches!(first, Block::Para(para) if para.start == start));
            if at > 0 && !first {
                out.insert(start);
            }
        }
        headings = is_heading.then_some(start);
    }
    out
}
