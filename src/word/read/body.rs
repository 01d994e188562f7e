//! The walk over the blocks of a document: paragraphs, tables, what is wrapped around them, and notes.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use roxmltree::Node;

use super::comments::{Comments, time};
use super::fields::Fields;
use super::numbering::Numbering;
use super::relations::Relations;
use super::script::Shift;
use super::styles::Styles;
use super::xml::{MOST_DEPTH, at, attribute, child, children, name, value};
use crate::word::model::{Align, Block, Cell, Inline, Kind, Piece, Revision, Tracked};
use crate::word::{Docx, Problem};

/// What the other parts of the document say.
#[derive(Clone, Copy)]
pub(super) struct Known<'k> {
    pub relations: &'k Relations,
    pub styles: &'k Styles,
    pub numbering: &'k Numbering,
    pub comments: &'k Comments,
}

/// What holds for everything in an element.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    pub tracked: Tracked,
    pub link: Option<Arc<str>>,
    pub cell: Option<Cell>,
    pub note: Option<usize>,
    /// Whether what is in it is raised or lowered.
    pub shift: Option<Shift>,
    pub depth: usize,
}

/// The document as far as it is read.
pub(super) struct Body<'k> {
    pub known: Known<'k>,
    pub blocks: Vec<Block>,
    pub fields: Fields,
    /// The notes that were referred to, by kind and id.
    pub notes: HashMap<(&'static str, String), usize>,
    /// The comments that something was said to be about.
    pub placed: Vec<bool>,
    /// Marks of comments between two blocks: they go into the next.
    pub waiting: Vec<Inline>,
    pub pictures: usize,
    pub described: usize,
    /// Words that are raised or lowered, and stand on the line.
    pub lowered: usize,
    /// Tracked changes of how something is set that are not read: by whom, when, in which block.
    pub unread: HashSet<(String, String, usize)>,
    tables: usize,
}

impl<'k> Body<'k> {
    pub fn new(known: Known<'k>) -> Self {
        Self {
            known,
            blocks: Vec::new(),
            fields: Fields::default(),
            notes: HashMap::new(),
            placed: vec![false; known.comments.all.len()],
            waiting: Vec::new(),
            pictures: 0,
            described: 0,
            lowered: 0,
            unread: HashSet::new(),
            tables: 0,
        }
    }

    /// Reads what stands in `node`, the body of the document.
    pub fn blocks(&mut self, node: Node<'_, '_>) -> Result<(), Problem> {
        self.inside(node, &Around::default())
    }

    /// The document as far as its text tells it.
    pub fn finish(mut self) -> Docx {
        let waiting = std::mem::take(&mut self.waiting);
        if let Some(last) = self.blocks.last_mut() {
            last.pieces.extend(waiting.into_iter().map(untracked));
        }
        let Self { blocks, pictures, described, lowered, .. } = self;
        Docx { blocks, pictures, described, lowered, unread: self.unread.len(), ..Docx::default() }
    }

    /// Counts `node`, a change of how something is set that Markdown has no word for.
    pub fn skip(&mut self, node: Node<'_, '_>) {
        let said = |name| attribute(node, name).unwrap_or("").to_owned();
        self.unread.insert((said("author"), said("date"), self.blocks.len()));
    }

    /// Reads the notes of this `kind` in `root` that `text` refers to, and puts them behind it.
    pub fn notes(
        &mut self,
        root: Node<'_, '_>,
        kind: &'static str,
        text: &mut Body<'_>,
    ) -> Result<(), Problem> {
        self.tables = text.tables;
        self.placed.clone_from(&text.placed);
        let mut found: Vec<(usize, Node<'_, '_>)> = Vec::new();
        for note in children(root, kind) {
            let Some(id) = attribute(note, "id") else { continue };
            // The lines between text and notes are notes as well, to which nothing refers.
            let at = text.notes.iter().find(|((own, name), _)| *own == kind && name == id);
            if let Some((_, at)) = at {
                found.push((*at, note));
            }
        }
        found.sort_by_key(|(at, _)| *at);
        for (at, note) in found {
            self.inside(note, &Around { note: Some(at), ..Around::default() })?;
        }
        let before = text.blocks.len();
        text.blocks.append(&mut self.blocks);
        text.placed.clone_from(&self.placed);
        text.tables = self.tables;
        text.pictures += self.pictures;
        text.described += self.described;
        text.lowered += self.lowered;
        text.unread.extend(self.unread.drain().map(|(by, at, block)| (by, at, block + before)));
        Ok(())
    }

    /// Reads the blocks in `node`.
    pub fn inside(&mut self, node: Node<'_, '_>, around: &Around) -> Result<(), Problem> {
        let around = around.deeper()?;
        for child in node.children().filter(Node::is_element) {
            self.block(child, &around)?;
        }
        Ok(())
    }

    fn block(&mut self, node: Node<'_, '_>, around: &Around) -> Result<(), Problem> {
        match name(node) {
            "p" => self.paragraph(node, around),
            "tbl" => self.table(node, around),
            "sdt" if is_contents(node) => Ok(()),
            "sdt" => match child(node, "sdtContent") {
                Some(content) => self.inside(content, around),
                None => Ok(()),
            },
            "customXml" | "smartTag" | "txbxContent" => self.inside(node, around),
            "AlternateContent" => match chosen(node) {
                Some(choice) => self.inside(choice, around),
                None => Ok(()),
            },
            "sectPr" => {
                children(node, "sectPrChange").for_each(|change| self.skip(change));
                Ok(())
            }
            "ins" | "del" | "moveFrom" | "moveTo" => self.inside(node, &around.tracking(node)),
            "commentRangeStart" => {
                if let Some(at) = self.comment(node) {
                    self.waiting.push(Inline::Start(at));
                }
                Ok(())
            }
            "commentRangeEnd" => {
                if let (Some(at), Some(last)) = (self.comment(node), self.blocks.last_mut()) {
                    last.pieces.push(untracked(Inline::End(at)));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The comment that `node` names.
    pub fn comment(&mut self, node: Node<'_, '_>) -> Option<usize> {
        let at = self.known.comments.find(attribute(node, "id")?)?;
        if let Some(placed) = self.placed.get_mut(at) {
            *placed = true;
        }
        Some(at)
    }

    /// A table; one in a cell is text of that cell.
    fn table(&mut self, node: Node<'_, '_>, around: &Around) -> Result<(), Problem> {
        let mut around = around.deeper()?;
        let table = self.tables;
        if around.cell.is_none() {
            self.tables += 1;
        }
        if let Some(change) = at(node, &["tblPr", "tblPrChange"]) {
            self.skip(change);
        }
        let mut rows = Vec::new();
        found(node, "tr", &around, &mut rows)?;
        for (row, (node, own)) in rows.into_iter().enumerate() {
            around.tracked = own.tracked;
            if let Some(properties) = child(node, "trPr") {
                let changes = properties.children().filter(|node| matches!(name(*node), "ins" | "del"));
                around = changes.fold(around, |around, change| around.tracking(change));
            }
            let mut cells = Vec::new();
            found(node, "tc", &around, &mut cells)?;
            let mut column = 0;
            for (node, mut own) in cells {
                own.cell = around.cell.or(Some(Cell { table, row, column }));
                let before = self.blocks.len();
                self.inside(node, &own)?;
                if self.blocks.len() == before {
                    self.blocks.push(empty(&own));
                }
                let width = value(node, &["tcPr", "gridSpan"]).and_then(|width| width.parse().ok());
                column += width.unwrap_or(1).clamp(1, 64);
            }
        }
        Ok(())
    }
}

impl Around {
    /// The same one level deeper.
    pub fn deeper(&self) -> Result<Self, Problem> {
        if self.depth >= MOST_DEPTH {
            return Err(Problem::TooDeep);
        }
        Ok(Self { depth: self.depth + 1, ..self.clone() })
    }

    /// The same with the change that `node` is.
    pub fn tracking(&self, node: Node<'_, '_>) -> Self {
        Self { tracked: tracking(&self.tracked, node), ..self.clone() }
    }
}

/// `tracked` with the change that `node` is. A move is a deletion here and an insertion there.
pub(super) fn tracking(tracked: &Tracked, node: Node<'_, '_>) -> Tracked {
    let mut tracked = tracked.clone();
    match name(node) {
        "ins" | "moveTo" => tracked.inserted = Some(revision(node)),
        _ => tracked.deleted = Some(revision(node)),
    }
    tracked
}

/// Who made the change that `node` is, and when.
pub(super) fn revision(node: Node<'_, '_>) -> Arc<Revision> {
    let by = attribute(node, "author").unwrap_or("").trim().to_owned();
    Arc::new(Revision { by, at: time(node), moved: name(node).starts_with("move") })
}

/// The rows or cells called `wanted` in `node`, through what may be wrapped around them.
fn found<'a, 'i>(
    node: Node<'a, 'i>,
    wanted: &str,
    around: &Around,
    out: &mut Vec<(Node<'a, 'i>, Around)>,
) -> Result<(), Problem> {
    let around = around.deeper()?;
    for child in node.children().filter(Node::is_element) {
        match name(child) {
            name if name == wanted => out.push((child, around.clone())),
            "sdt" | "sdtContent" | "customXml" => found(child, wanted, &around, out)?,
            "ins" | "del" => found(child, wanted, &around.tracking(child), out)?,
            _ => {}
        }
    }
    Ok(())
}

/// The form of several that is to be read: the first, for the newest programs.
pub(super) fn chosen<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}

/// Whether `node` is a table of contents.
fn is_contents(node: Node<'_, '_>) -> bool {
    let gallery = value(node, &["sdtPr", "docPartObj", "docPartGallery"]);
    gallery.is_some_and(|gallery| gallery.eq_ignore_ascii_case("table of contents"))
}

fn empty(around: &Around) -> Block {
    let (cell, note) = (around.cell, around.note);
    let (kind, pieces, mark) = (Kind::Paragraph, Vec::new(), Tracked::default());
    Block { kind, cell, note, pieces, align: Align::Left, mark }
}

/// A mark of a comment, which no change touches.
pub(super) fn untracked(inline: Inline) -> Piece {
    Piece { inline, tracked: Tracked::default() }
}
