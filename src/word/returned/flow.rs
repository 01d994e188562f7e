//! All that a document holds as one sequence of atoms: characters, marks of notes, ends of blocks; what was taken out stands
//! among them, and who changed each of them is known.

use std::collections::HashMap;

use jiff::Timestamp;

use super::notes::Notes;
use super::same::{Place, Same};
use crate::text::slice;
use crate::word::model::{Docx, Inline, Kind, Piece, Revision, Tracked};
use crate::word::visible::{NOTE, Visible};

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
    /// The author who set it otherwise.
    pub formatted: Option<usize>,
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
    /// Of each note, the first atom of its text and the last.
    notes: HashMap<usize, (usize, usize)>,
    /// Of notes, how their marks are written.
    marks: HashMap<usize, String>,
    /// The first number that no mark has.
    free: usize,
}

impl<'d> Flow<'d> {
    pub fn of(docx: &'d Docx) -> Self {
        let ranges = vec![None; docx.comments.len()];
        let (notes, marks) = Default::default();
        let mut flow = Self { docx, atoms: Vec::new(), authors: Vec::new(), ranges, notes, marks, free: 1 };
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
        let first = self.atoms.len();
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
        // The end of a cell stays where it is, and that of a note which is not new.
        let whole = Tracked::default();
        let is_new = block.note.is_some() && block.mark.inserted.is_some();
        let mark = if is_new || next.is_some_and(|next| block.joins(next)) { &block.mark } else { &whole };
        let atom = self.atom(what, mark, at, known);
        self.atoms.push(atom);
        if let Some(note) = block.note {
            let last = self.atoms.len() - 1;
            self.notes.entry(note).or_insert((first, last)).1 = last;
        }
    }

    /// Whether comment number `at` is around the atoms from `first` to `last`; one about the mark of a note is around the
    /// text of it.
    pub fn is_around(&self, at: usize, (first, last): (usize, usize)) -> bool {
        let Some((start, end)) = self.ranges.get(at).copied().flatten() else { return false };
        // No comment is about the end of a block.
        let is_end = |at: &usize| self.atoms.get(*at).is_some_and(|atom| atom.what == What::End);
        let last = (first..=last).rev().find(|at| !is_end(at)).unwrap_or(last);
        let first = (first..=last).find(|at| !is_end(at)).unwrap_or(first);
        let mark = self.atoms.get(start).filter(|_| end == start + 1);
        let note = mark.and_then(|atom| if let What::Note(note) = atom.what { Some(note) } else { None });
        let text = note.and_then(|note| self.notes.get(&note));
        (start <= first && last < end) || text.is_some_and(|(from, to)| *from <= first && last <= *to)
    }

    /// The number of whoever made `revision`.
    pub fn author(&self, revision: &Revision) -> Option<usize> {
        self.authors.iter().position(|author| author.by == revision.by && author.at == revision.at)
    }

    /// Learns how the base writes the marks of its notes: by their words, and where these are others, by where `same` says
    /// that the marks stand.
    pub fn learn_marks(&mut self, source: &str, visible: &Visible, same: &Same, notes: &Notes) {
        let of = |block: &crate::word::model::Block| {
            let note = block.note?;
            Some((note, format!("[^{}]", notes.name(note)?)))
        };
        self.marks = self.docx.blocks.iter().filter_map(of).collect();
        for (atom, place) in self.atoms.iter().zip(&same.places) {
            if let (What::Note(note), Place::At(shown)) = (atom.what, place) {
                let written = slice(source, visible.prose.source_span(shown.start, shown.end));
                // A name that another note has is none.
                if !self.marks.values().any(|mark| mark == written) {
                    self.marks.entry(note).or_insert_with(|| written.to_owned());
                }
            }
        }
        while source.contains(&format!("[^{}]", self.free)) {
            self.free += 1;
        }
    }

    /// How the mark of `note` is written: as in the base, or as none is there.
    pub fn mark(&self, note: usize) -> String {
        self.marks.get(&note).cloned().unwrap_or_else(|| {
            let before = (0..note).filter(|note| !self.marks.contains_key(note)).count();
            format!("[^{}]", self.free + before)
        })
    }

    fn atom(
        &mut self,
        what: What,
        tracked: &Tracked,
        block: usize,
        known: &mut HashMap<Author, usize>,
    ) -> Atom<'d> {
        let mut author = |revision: &Revision| {
            let author = Author { by: revision.by.clone(), at: revision.at };
            *known.entry(author).or_insert_with_key(|author| {
                self.authors.push(author.clone());
                self.authors.len() - 1
            })
        };
        let inserted = tracked.inserted.as_deref().map(&mut author);
        let deleted = tracked.deleted.as_deref().map(&mut author);
        let formatted = tracked.formatted.as_deref().map(&mut author);
        let moved =
            [&tracked.inserted, &tracked.deleted].into_iter().flatten().any(|revision| revision.moved);
        Atom { what, inserted, deleted, formatted, moved, piece: None, block }
    }
}

impl Atom<'_> {
    /// Whether it is in the text that the changes of the `taken` authors are in, and no other.
    pub fn is_in(&self, taken: &[bool]) -> bool {
        let is_taken = |author: usize| taken.get(author).copied().unwrap_or(false);
        self.inserted.is_none_or(is_taken) && !self.deleted.is_some_and(is_taken)
    }
}
