//! The document as clean Markdown: its own text byte for byte, less what is not for readers.
//!
//! Prompts, suppressions and all other comments stay behind, whatever Markdown makes of them; placeholders stay, since
//! a gap that is seen gets filled. Of the front matter only what is public leaves: see [`head`].

mod comments;
mod cut;
mod head;
#[cfg(test)]
mod tests;
mod wiki;

pub use wiki::wiki;

use super::{Manuscript, Selection};
use crate::document::{BlockKind, Document};
use crate::text::slice;
use cut::Cut;

/// The parts of `manuscript` that `selection` names, as Markdown. Line ends are those of the source.
pub fn markdown(manuscript: &Manuscript<'_>, selection: &Selection) -> String {
    let Manuscript { source, document, .. } = *manuscript;
    let eol = eol(source);
    let head = if selection.is_public() {
        head::public(&document.front_matter, eol)
    } else {
        head::of(&document.front_matter, &manuscript.verdict.fresh, eol)
    };
    let (left_out, mark) = selection.left_out(source, document);
    let mut cuts = comment_cuts(source, document, eol);
    cuts.extend(left_out.into_iter().map(Cut::block));
    cuts.extend(mark.map(Cut::end_mark));
    let body = cut::apply(source, document.front_matter.span.end, cuts, eol);
    format!("{head}{}{body}", gap(&head, &body, eol))
}

/// An empty line between head and body. A body without a head must not begin with what could be taken for one.
fn gap(head: &str, body: &str, eol: &'static str) -> &'static str {
    if head.is_empty() && slice(body, 0..3) != "---" { "" } else { eol }
}

/// All that readers get of `source` behind its front matter.
pub(super) fn body(source: &str, document: &Document) -> String {
    let eol = eol(source);
    cut::apply(source, document.front_matter.span.end, comment_cuts(source, document, eol), eol)
}

fn eol(source: &str) -> &'static str {
    if source.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Cuts for all comments; hollow ones where anything else would be read in another way without them.
fn comment_cuts(source: &str, document: &Document, eol: &'static str) -> Vec<Cut> {
    let cuts = comments::cuts(source, &Selection::All.events(source, document));
    if cuts.is_empty() {
        return cuts;
    }
    let body = cut::apply(source, document.front_matter.span.end, cuts.clone(), eol);
    let read = Document::parse(&format!("{}{body}", gap("", &body, eol)), &[]);
    if shown(&read).eq(shown(document)) { cuts } else { cuts.into_iter().map(Cut::hollow_too).collect() }
}

/// What a reader sees of each block, spaces left out.
fn shown(document: &Document) -> impl Iterator<Item = (BlockKind, bool, String)> + '_ {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect();
    document.blocks.iter().map(move |block| (block.kind, block.quoted, solid(&block.prose.text)))
}
