//! What readers made of a document that was sent out: their tracked changes, comments and silent edits as records of a review.
//!
//! [`flow`] lays the document out, [`same`] finds the Markdown that it was made from in it, [`changes`] tells what differs and
//! who did it, [`edit`] makes edits of the Markdown from that ([`words`] within a block, [`blocks`] of whole ones), [`looks`] finds words that
//! stay and are set otherwise, [`records`]
//! makes records of those ([`silent`] tells where what nobody tracked is one change), [`notes`] knows which note is which, and [`known`] leaves out what the reviews hold already.

mod blocks;
mod changes;
mod edit;
mod flow;
mod known;
mod looks;
mod notes;
mod records;
mod same;
mod silent;
#[cfg(test)]
mod tests;
mod words;

pub use known::{Fresh, fresh};

use changes::{Change, Who, changes};
use edit::{Base, Edit, applied, edits};
use flow::Flow;
use looks::restyled;
use notes::Notes;
use records::Records;
pub use records::UNTRACKED;
use same::Same;

use super::Docx;
use super::model::PEN;
use super::visible::Visible;
use crate::document::Document;
use crate::review::{Record, Signature};
use crate::text::Span;

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
    /// How many changes of how words are set were not taken over: Markdown has no word for them.
    pub unread: usize,
    /// How many comments are replies for their place alone.
    pub rejoined: usize,
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
        let (docx, notes) = Notes::of(self, &visible);
        let mut flow = Flow::of(&docx);
        let same = Same::of(&visible, &flow, &notes);
        flow.learn_marks(base, &visible, &same, &notes);
        let base = Base { source: base, visible: &visible };
        let found = Found::of(base, &flow, &same);
        let mut out = Records::new(base, document, &flow, &same, sign).all(&found);
        out.unread = self.unread + found.unread;
        out.rejoined = self.rejoined;
        out
    }

    /// `base`, the Markdown that it was made from, with every change taken, tracked or not.
    pub fn applied_to(&self, base: &str) -> String {
        let visible = Visible::of(base, Document::front_matter(base).span.end);
        let (docx, notes) = Notes::of(self, &visible);
        let mut flow = Flow::of(&docx);
        let same = Same::of(&visible, &flow, &notes);
        flow.learn_marks(base, &visible, &same, &notes);
        let base = Base { source: base, visible: &visible };
        applied(base.source, &Found::of(base, &flow, &same).edits)
    }

    /// It as Markdown, with every change taken: the Markdown that it was made from, changed, where it carries that.
    pub fn text(&self) -> String {
        match &self.embedded {
            Some(embedded) => self.applied_to(&embedded.markdown),
            None => self.markdown(super::Side::After),
        }
    }
}

/// What a document does to its base.
struct Found {
    changes: Vec<Change>,
    edits: Vec<Edit>,
    /// The same edits as their authors made them, where others changed words that were new in them.
    before: Vec<Edit>,
    /// Changes of how words are set that Markdown cannot say where they stand.
    unread: usize,
}

impl Found {
    fn of(base: Base<'_>, flow: &Flow<'_>, same: &Same) -> Self {
        let is_pen = |author: usize| {
            flow.authors.get(author).is_some_and(|author| author.by == PEN && author.at.is_none())
        };
        let changes = changes(base.visible, flow, same, is_pen);
        let made = edits(base, flow, &changes);
        let before = if changes.iter().any(|change| change.over.is_some()) {
            edits(base, flow, &changes.iter().map(|change| change.before(flow)).collect::<Vec<_>>())
        } else {
            Vec::new()
        };
        let mut found = Self { changes, edits: made, before, unread: 0 };
        for (change, edit) in restyled(base, flow, same, is_pen) {
            found.set(change, edit);
        }
        found.edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        found
    }

    /// Adds a change of how words are set, unless words change there as well.
    fn set(&mut self, change: Change, edit: Option<(Span, String)>) {
        let is_free = |span: Span| {
            let touches = |edit: &Edit| edit.span.start <= span.end && span.start <= edit.span.end;
            !self.edits.iter().any(touches)
        };
        match edit.filter(|(span, _)| is_free(*span)) {
            Some((span, to)) => {
                self.edits.push(Edit { span, to, of: self.changes.len() });
                self.changes.push(change);
            }
            None => self.unread += 1,
        }
    }
}
