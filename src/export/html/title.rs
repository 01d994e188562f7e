//! What a page is called.

use crate::document::{Document, PartKind, Prose, Role};

/// The headline, else the first heading, else the product; inline code and pictures left out.
pub(in crate::export) fn of(document: &Document) -> String {
    let headline = document.filled_part(&PartKind::Headline);
    let headline = headline.and_then(|part| document.blocks_of(part).find(|block| block.is_judged()));
    let heading =
        || document.blocks.iter().find(|block| matches!(block.role, Role::Headline | Role::Heading));
    let block = headline.or_else(heading);
    let text = block.map(|block| block.prose.text.replace(Prose::OBJECT, "")).unwrap_or_default();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        document.front_matter.product.clone().unwrap_or_else(|| "Untitled".to_owned())
    } else {
        words
    }
}
