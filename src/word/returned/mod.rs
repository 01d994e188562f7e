//! What readers made of a document that was sent out: their tracked changes, comments and silent edits as records of a review.
//!
//! [`flow`] lays the document out, [`same`] finds the Markdown that it was made from in it, [`changes`] tells what differs and
//! who did it, [`edit`] makes edits of the Markdown from that ([`words`] within a block, [`blocks`] of whole ones), [`records`]
//! makes records of those, and [`known`] leaves out what the reviews hold already.

mod blocks;
mod changes;
mod edit;
mod flow;
mod known;
mod records;
mod same;
#[cfg(test)]
mod tests;
mod words;

pub use known::{Fresh, fresh};

use changes::{Change, Who, changes};
use edit::{Base, applied, edits};
use flow::Flow;
use records::Records;
pub use records::UNTRACKED;
use same::Same;

use super::Docx;
use super::visible::Visible;
use crate::document::Document;
use crate::review::{Record, Signature};

/// What the red pen is called in documents that are exported with its strikes; they are no reader's changes.
const PEN: &str = "prfaq";

/// What came back with a document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Returned {
    /// All of it, by place; replies and decisions behind what they are about.
    pub records: Vec<Record>,
    /// How many of them are suggestions that were tracked.
    pub tracked: usize,
    /// How many are comments and questions, replies too.
    pub comments: usize,
    /// How many are suggestions because somebody changed words without tracking.
    pub silent: usize,
    /// Who may have done that: whoever saved the document last.
    pub silent_by: String,
}

impl Docx {
    /// What this document changes and says of `base`, the Markdown that it was made from, which was parsed as `document`.
    /// What names nobody and no moment is by `sign`.
    ///
    /// What Word cannot show of `base` is never touched: front matter, HTML comments, how tables and links are written.
    pub fn returned(&self, base: &str, document: &Document, sign: &Signature) -> Returned {
        let visible = Visible::of(base, document.front_matter.span.end);
        let flow = Flow::of(self);
        let same = Same::of(&visible, &flow);
        let base = Base { source: base, visible: &visible };
        let changes = found(base, &flow, &same);
        let edits = edits(base, &flow, &changes);
        Records::new(base, document, &flow, &same, sign).all(&changes, &edits)
    }

    /// `base`, the Markdown that it was made from, with every change taken, tracked or not.
    pub fn applied_to(&self, base: &str) -> String {
        let visible = Visible::of(base, Document::front_matter(base).span.end);
        let flow = Flow::of(self);
        let same = Same::of(&visible, &flow);
        let base = Base { source: base, visible: &visible };
        let changes = found(base, &flow, &same);
        applied(base.source, &edits(base, &flow, &changes))
    }

    /// It as Markdown, with every change taken: the Markdown that it was made from, changed, where it carries that.
    pub fn text(&self) -> String {
        match &self.embedded {
            Some(embedded) => self.applied_to(&embedded.markdown),
            None => self.markdown(super::Side::After),
        }
    }
}

fn found(base: Base<'_>, flow: &Flow<'_>, same: &Same) -> Vec<Change> {
    let is_pen = |author: usize| {
        flow.authors.get(author).is_some_and(|author| author.by == PEN && author.at.is_none())
    };
    changes(base.visible, flow, same, is_pen)
}
