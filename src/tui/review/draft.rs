//! The document under review: its text with undo, and what is read off it anew after every change.

use std::time::Duration;

use super::page::{Page, is_for_customer};
use crate::document::{Block, Document, PartSpec};
use crate::review::{Ground, Reviews, Thread};
use crate::storage::Identity;
use crate::text::{Buffer, Edit, History, Selection, Step, StepKind};

/// A document as it stands now.
#[derive(Debug)]
pub struct Draft {
    text: Buffer,
    history: History,
    specs: Vec<PartSpec>,
    /// It, parsed.
    pub document: Document,
    /// It, to be read.
    pub page: Page,
    /// What the file was when it was read or written last.
    pub identity: Identity,
    /// Whether only what the customer reads is on the page.
    from_chair: bool,
}

impl Draft {
    /// The draft of `text`, whose template asks for `specs`.
    pub fn new(text: String, identity: Identity, specs: Vec<PartSpec>) -> Self {
        let text = Buffer::new(text);
        let document = Document::parse(text.text(), &specs);
        let page = Page::of(text.text(), &document, |_| true);
        Self { text, history: History::new(), specs, document, page, identity, from_chair: false }
    }

    /// Takes up `text`, as another program left it.
    pub fn replace(&mut self, text: String, identity: Identity) {
        self.text = Buffer::new(text);
        self.history = History::new();
        self.identity = identity;
        self.read();
    }

    /// Its source.
    pub fn source(&self) -> &str {
        self.text.text()
    }

    /// Makes `edit`; it is undone by itself.
    pub fn edit(&mut self, edit: Edit, at: Duration) {
        let cursor = Selection::cursor(edit.span.start);
        let after = Selection::cursor(edit.inserted().end);
        let step = Step { change: edit.into(), before: cursor, after, kind: StepKind::Alone, at };
        self.history.commit(&mut self.text, &step);
        self.read();
    }

    /// Takes the last edit back.
    pub fn undo(&mut self) {
        self.history.undo(&mut self.text);
        self.read();
    }

    /// Makes the last edit taken back again.
    pub fn redo(&mut self) {
        self.history.redo(&mut self.text);
        self.read();
    }

    /// Shows what the customer reads only, or all of it.
    pub fn sit_in_chair(&mut self, sits: bool) {
        self.from_chair = sits;
        self.read();
    }

    /// Whether only what the customer reads is on the page.
    pub fn is_from_chair(&self) -> bool {
        self.from_chair
    }

    fn read(&mut self) {
        self.document = Document::parse(self.text.text(), &self.specs);
        let (document, from_chair) = (&self.document, self.from_chair);
        let is_shown = |block: &Block| !from_chair || is_for_customer(document, block);
        self.page = Page::of(self.text.text(), document, is_shown);
    }

    /// Who sits in the empty chair, as the document says.
    pub fn customer(&self) -> Option<&str> {
        self.document.front_matter.customer.as_deref()
    }

    /// What was said of it, each in its place.
    pub fn threads(&self, reviews: &Reviews) -> Vec<Thread> {
        reviews.threads(&Ground::new(self.source(), &self.document))
    }

    /// What part `part` is called, for people.
    pub fn part_name(&self, part: usize) -> String {
        let id = self.document.parts.get(part).map_or("", |part| part.id.as_str());
        id.replace('-', " ")
    }
}
