//! What a Word document needs beside the text: what reviewers said, who its author is, what travels in it unseen.

use anyhow::anyhow;

use super::Paper;
use crate::analysis::Analysis;
use crate::document::Document;
use crate::export::docx::{Author, Reference, Word, docx};
use crate::export::{self, Manuscript, Selection};
use crate::review::{Ground, Thread};
use crate::sidecars::{Sidecars, reviewer};
use crate::word::Embedded;

/// What a Word document is to hold.
#[derive(Clone, Copy)]
pub struct Docx<'a> {
    /// What was before: what changed since is tracked.
    pub since: Option<(&'a str, &'a Author)>,
    /// Whether the pen's strikes are tracked.
    pub pen: bool,
    /// Whether it holds what reviewers said.
    pub has_reviews: bool,
    /// Whether the Markdown of it travels with it.
    pub is_embedded: bool,
    /// The styles and page of the house.
    pub reference: Option<&'a Reference>,
    /// Who its author is; git's user where nobody says so.
    pub by: Option<&'a str>,
}

impl Default for Docx<'_> {
    /// With reviews, and with what finds changes that were not tracked.
    fn default() -> Self {
        Self { since: None, pen: false, has_reviews: true, is_embedded: true, reference: None, by: None }
    }
}

impl Docx<'_> {
    /// The bytes of what is selected of `manuscript`, which is `paper` analysed as `analysis`.
    ///
    /// # Errors
    ///
    /// A review cannot be read, or it is larger than the format allows.
    pub fn written(
        &self,
        paper: &Paper<'_>,
        analysis: &Analysis,
        manuscript: &Manuscript<'_>,
        selection: &Selection,
    ) -> anyhow::Result<Vec<u8>> {
        let parse = |text: &str| Document::parse(text, &analysis.specs);
        let embedded = self.is_embedded.then(|| {
            // What is left when every change is rejected.
            let base = self.since.map(|(text, _)| (text, parse(text)));
            let markdown = match &base {
                Some((source, document)) => {
                    export::markdown(&Manuscript { source, document, ..*manuscript }, selection)
                }
                None => export::markdown(manuscript, selection),
            };
            Embedded { markdown }.to_xml()
        });
        let is_reviewed = self.has_reviews && !selection.is_public();
        let threads = if is_reviewed { threads(paper, &analysis.document)? } else { Vec::new() };
        let author = reviewer(self.by).ok();
        let word = Word {
            selection,
            author: author.as_deref(),
            since: self.since,
            pen: self.pen,
            threads: &threads,
            embedded: embedded.as_deref(),
            reference: self.reference,
            parse: &parse,
        };
        Ok(docx(manuscript, &word)?)
    }
}

/// What reviewers said of the document.
fn threads(paper: &Paper<'_>, document: &Document) -> anyhow::Result<Vec<Thread>> {
    let Some(path) = paper.path else { return Ok(Vec::new()) };
    let sidecars = Sidecars::open(path);
    if let Some(problem) = sidecars.problems().first() {
        return Err(anyhow!("{problem}"));
    }
    let ground = Ground::new(paper.source, document);
    Ok(sidecars.reviews().threads_on(&ground, jiff::Zoned::now().date()))
}
