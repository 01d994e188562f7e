//! All that a document holds as one sequence of atoms: characters, marks of notes, ends of blocks; what was taken out stands
//! among them, and who changed each of them is known.

use std::collections::HashMap;

use jiff::Timestamp;

use crate::word::model::{Docx, Inline, Kind, Piece, Tracked};
use crate::word::visible::NOTE;

/// What changes are made by: one person at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Author {
    pub by: String,
    pub at: Option<Timestamp>,
}

/// What stands once in the sequence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom<'d> {
    pub what: What,
    /// The author who put it in.
    pub inserted: Option<usize>,
    /// The author who took it out.
    pub deleted: Option<usize>,
    /// Whether it is of a move.
    pub moved: bool,
    /// The piece of text that it is of.
    pub piece: Option<&'d Piece>,
    /// The block that it is of.
    pub block: usize,
}

/// What an [`Atom`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A character; a line break within a paragraph is a space.
    Char(char),
    /// The mark of a note.
    Note(usize),
    /// The end of a block.
    End,
}

impl What {
    /// How it is compared.
    pub fn character(self) -> char {
        match self {
            What::Char(character) => character,
            What::Note(_) => NOTE,
            What::End => '\n',
        }
    }
}

/// A document as one sequence.
#[derive(Debug)]
pub(super) struct Flow<'d> {
    pub docx: &'d Docx,
    pub atoms: Vec<Atom<'d>>,
    pub authors: Vec<Author>,
    /// Of each comment, the first atom that it is about and the one behind the last.
    pub ranges: Vec<Option<(usize, usize)>>,
}

impl<'d> Flow<'d> {
    pub fn of(docx: &'d Docx) -> Self {
        let ranges = vec![None; docx.comments.len()];
        let mut flow = Self { docx, atoms: Vec::new(), authors: Vec::new(), ranges };
        let mut known = HashMap::new();
        let mut open: HashMap<usize, usize> = HashMap::new();
        for at in 0..docx.blocks.len() {
            flow.block(at, &mut known, &mut open);
        }
        // What has a beginning only is about the place where it begins.
        for (comment, start) in open {
            if let Some(range) = flow.ranges.get_mut(comment) {
                range.get_or_insert((start, start));
            }
        }
        flow
    }

    fn block(&mut self, at: usize, known: &mut HashMap<Author, usize>, open: &mut HashMap<usize, usize>) {
        let docx = self.docx;
        let Some(block) = docx.blocks.get(at) else { return };
        for piece in &block.pieces {
            let here = self.atoms.len();
            match &piece.inline {
                Inline::Start(comment) => {
                    open.insert(*comment, here);
                }
                Inline::End(comment) => {
                    let start = open.remove(comment).unwrap_or(here);
                    if let Some(range) = self.ranges.get_mut(*comment) {
                        *range = Some((start, here));
                    }
                }
                Inline::Text { text, .. } => {
                    let atom = self.atom(What::Char(' '), &piece.tracked, at, known);
                    let atoms =
                        text.chars().map(|c| Atom { what: What::Char(c), piece: Some(piece), ..atom });
                    self.atoms.extend(atoms);
                }
                Inline::Break => {
                    let atom = self.atom(What::Char(' '), &piece.tracked, at, known);
                    self.atoms.push(Atom { piece: Some(piece), ..atom });
                }
                Inline::Note(note) => {
                    let atom = self.atom(What::Note(*note), &piece.tracked, at, known);
                    self.atoms.push(Atom { piece: Some(piece), ..atom });
                }
            }
        }
        let next = docx.blocks.get(at + 1);
        let is_code =
            next.is_some_and(|next| block.kind == Kind::Code && next.kind == Kind::Code && block.joins(next));
        let what = if is_code { What::Char('\n') } else { What::End };
        // The end of a cell stays where it is.
        let whole = Tracked::default();
        let mark = if next.is_some_and(|next| block.joins(next)) { &block.mark } else { &whole };
        let atom = self.atom(what, mark, at, known);
        self.atoms.push(atom);
    }

    fn atom(
        &mut self,
        what: What,
        tracked: &Tracked,
        block: usize,
        known: &mut HashMap<Author, usize>,
    ) -> Atom<'d> {
        let mut author = |revision: &crate::word::model::Revision| {
            let author = Author { by: revision.by.clone(), at: revision.at };
            *known.entry(author).or_insert_with_key(|author| {
                self.authors.push(author.clone());
                self.authors.len() - 1
            })
        };
        let inserted = tracked.inserted.as_deref().map(&mut author);
        let deleted = tracked.deleted.as_deref().map(&mut author);
        let moved =
            [&tracked.inserted, &tracked.deleted].into_iter().flatten().any(|revision| revision.moved);
        Atom { what, inserted, deleted, moved, piece: None, block }
    }
}

impl Atom<'_> {
    /// Whether it is in the text that the changes of the `taken` authors are in, and no other.
    pub fn is_in(&self, taken: &[bool]) -> bool {
        let is_taken = |author: usize| taken.get(author).copied().unwrap_or(false);
        self.inserted.is_none_or(is_taken) && !self.deleted.is_some_and(is_taken)
    }
}
