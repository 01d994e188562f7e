//! A document for Word (.docx): real headings, lists, tables and footnotes; tracked changes and comments.
//!
//! Two texts are read into [`model::Flow`]s, laid over each other by a [`script::Script`] of what is the same in both, and
//! merged glyph by glyph; without anything tracked they are one text. Rejecting all changes gives the text before, accepting
//! all of them the text after. `docx-rs` writes paragraphs and runs; what it does otherwise than Word wants it (order of
//! properties, ids, table grids, settings) is done here.
//!
//! Pure: the same document gives the same bytes on every day and machine.

mod blocks;
mod comments;
mod inline;
mod lists;
mod merge;
mod model;
mod notes;
mod order;
mod package;
mod page;
mod pages;
mod properties;
mod read;
mod reference;
mod script;
mod styles;
mod tables;
#[cfg(test)]
mod tests;
mod tracked;
mod xml;

use std::borrow::Cow;
use std::io;

pub use reference::Reference;
pub use tracked::Author;

use super::html::waiver_line;
use super::{Manuscript, Selection};
use crate::document::Document;
use crate::redline::{Effort, Redline};
use crate::review::Thread;
use crate::text::Span;
use comments::Comments;
use merge::{Side, Sides, merged};
use model::Names;
use package::{HEAD, Package};
use page::{Bookmarks, Page};
use script::Script;
use tracked::Plan;

/// What a Word document is made of beside the manuscript.
#[derive(Clone, Copy)]
pub struct Word<'a> {
    /// What is exported.
    pub selection: &'a Selection,
    /// Who is named as its author.
    pub author: Option<&'a str>,
    /// What was before: what changed since is tracked, as done by the author of the change.
    pub since: Option<(&'a str, &'a Author)>,
    /// Whether the pen's strikes are tracked.
    pub pen: bool,
    /// What reviewers said: open suggestions are tracked, the rest are comments.
    pub threads: &'a [Thread],
    /// What travels with the document unseen, as XML; without it, no more does than Word itself writes.
    pub embedded: Option<&'a str>,
    /// The styles and page of the house.
    pub reference: Option<&'a Reference>,
    /// Reads a text as the manuscript was read.
    pub parse: &'a dyn Fn(&str) -> Document,
}

/// `manuscript` as the bytes of a Word document.
///
/// # Errors
///
/// It is larger than the format allows.
pub fn docx(manuscript: &Manuscript<'_>, word: &Word<'_>) -> io::Result<Vec<u8>> {
    let house = Reference::default();
    let house = word.reference.unwrap_or(&house);
    let texts = Texts::of(manuscript, word);
    let mut names = Names::default();
    let read = |text: &str, document: &Document, names: &mut Names| {
        read::flow(text, document, word.selection, names)
    };
    let new_document = (word.parse)(&texts.new);
    let new = read(&texts.new, &new_document, &mut names);
    let old = read(&texts.old, &(word.parse)(&texts.old), &mut names);
    let who = |side, span| texts.who(side, span);
    let sides = Sides { to_mid: &texts.to_mid, from_mid: &texts.from_mid, across: &texts.across, who: &who };
    let body = merged(&old.blocks, &new.blocks, &sides);
    let all = *word.selection == Selection::All;
    let notes = notes::merged_notes(&old, &new, &sides);
    let comments = Comments::of(&texts.plan.remarks, &body, &notes, all);
    let mut page = Page {
        names: &names,
        authors: &texts.plan.authors,
        styles: &house.styles,
        ranges: &comments.ranges,
        bookmarks: Bookmarks::of(&new),
        relations: page::Relations::default(),
        notes: page::NoteIds::keeping(notes::kept(&body)),
        lists: lists::Lists::default(),
        place: 0,
        paragraphs: 0,
        width: house.sheet.width,
    };
    let text = page.blocks(&body, &pages::breaks(&new, &new_document), true);
    let notes = page.footnotes(&notes);
    let mut ids = 0;
    let text = order::tidy(&text, &mut ids);
    let notes = notes.map(|notes| order::tidy(&notes, &mut ids));
    let mut package = Package::default();
    package.plain_parts(manuscript, word.author, word.selection.is_public());
    if let Some(theme) = &house.theme {
        package.theme(theme.clone());
    }
    said(&mut package, &comments, word.embedded);
    package.word("styles.xml", "styles", house.styles.xml().to_owned());
    package.word("numbering.xml", "numbering", page.lists.xml());
    let settings =
        properties::settings(texts.plan.is_tracking(word.since.map(|(_, by)| by)), notes.is_some());
    package.word("settings.xml", "settings", settings);
    if let Some(notes) = notes {
        package.word("footnotes.xml", "footnotes", notes);
        package.note_links(&page.relations);
    }
    let footer = properties::footer(house.styles.id("Footer"), &lifted(manuscript, word.selection));
    let footer = package.word("footer1.xml", "footer", footer);
    package.pack(document(&text, &footer, &house.sheet.xml), &page.relations)
}

/// Puts comments into the package, and with them what travels unseen.
fn said(package: &mut Package, comments: &Comments, embedded: Option<&str>) {
    if let Some(xml) = embedded {
        package.custom(1, xml);
        if let Some(xml) = comments.replies_xml() {
            package.custom(2, &xml);
        }
    }
    if !comments.is_empty() {
        package.word("comments.xml", "comments", comments.xml());
        package.extended_comments(comments.extended_xml());
    }
}

/// Who lifted the gate and why, for all who read it in the house.
fn lifted(manuscript: &Manuscript<'_>, selection: &Selection) -> Vec<String> {
    let waivers = manuscript.verdict.waivers.iter().filter(|_| !selection.is_public());
    waivers.map(waiver_line).collect()
}

/// The main part around its `body`.
fn document(body: &str, footer: &str, sheet: &str) -> String {
    format!(
        "{HEAD}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
         xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"w14\"><w:body>{body}\
         <w:sectPr><w:footerReference w:type=\"default\" r:id=\"{footer}\"/>{sheet}</w:sectPr></w:body></w:document>"
    )
}

/// The text before, the one that reviewers read, and the one after, with what they share.
struct Texts<'a> {
    old: Cow<'a, str>,
    new: String,
    to_mid: Script,
    from_mid: Script,
    across: Script,
    plan: Plan,
    /// Where each edit ends in the text after.
    ends: Vec<usize>,
    has_since: bool,
}

impl<'a> Texts<'a> {
    fn of(manuscript: &Manuscript<'a>, word: &Word<'a>) -> Self {
        let mid = ended(manuscript.source);
        let manuscript = Manuscript { source: &mid, ..*manuscript };
        let since = word.since.map(|(_, author)| author);
        let (old, to_mid) = match word.since {
            Some((old, _)) => {
                let old = ended(old);
                let script = Script::of_redline(&Redline::of(&old, &mid, Effort::default()));
                (old, script)
            }
            None => (mid.clone(), Script::same(mid.len())),
        };
        let plan = Plan::new(&manuscript, since, &to_mid, word.threads, word.pen);
        let (from_mid, new) = Script::of_edits(&mid, &plan.edits);
        let across = to_mid.then(&from_mid);
        Self {
            old: Cow::Owned(old.into_owned()),
            new,
            to_mid,
            from_mid,
            across,
            ends: ends(&plan.edits),
            plan,
            has_since: since.is_some(),
        }
    }

    /// The author of a change to these bytes: of the edit that they belong to, else of what changed since the revision, else
    /// of the edit that is nearest.
    fn who(&self, side: Side, span: Span) -> usize {
        let mid = match side {
            Side::Old => self.to_mid.forward(span),
            Side::New => self.from_mid.backward(span),
        };
        let Some(at) = mid else {
            return if side == Side::Old { 0 } else { self.inserted_by(span.start) };
        };
        let distance =
            |edit: &&script::Edit| at.saturating_sub(edit.span.end).max(edit.span.start.saturating_sub(at));
        // They are in order, and no two overlap: one of the two around it is nearest.
        let next = self.plan.edits.partition_point(|edit| edit.span.start <= at);
        let around = self.plan.edits.iter().skip(next.saturating_sub(2)).take(4);
        let nearest = around.min_by_key(distance);
        nearest.filter(|edit| !self.has_since || edit.span.touches(at)).map_or(0, |edit| edit.who)
    }

    /// The edit that put in byte `at` of the text after.
    fn inserted_by(&self, at: usize) -> usize {
        let next = self.ends.partition_point(|end| *end <= at);
        let edit = self.plan.edits.get(next).or_else(|| self.plan.edits.last());
        edit.map_or(0, |edit| edit.who)
    }
}

/// Where each of `edits` ends in the text that they make.
fn ends(edits: &[script::Edit]) -> Vec<usize> {
    // How far the two texts are walked.
    let (mut old, mut new) = (0, 0);
    let end = |edit: &script::Edit| {
        new += edit.span.start.saturating_sub(old) + edit.text.len();
        old = edit.span.end;
        new
    };
    edits.iter().map(end).collect()
}

/// `source` with a line break at its end, so that its last paragraph ends as all others do.
fn ended(source: &str) -> Cow<'_, str> {
    if source.ends_with('\n') { Cow::Borrowed(source) } else { Cow::Owned(format!("{source}\n")) }
}
