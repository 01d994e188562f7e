//! The whole document as rows, of which only those are made that are looked at.
//!
//! The text is cut at its top-level blocks; after an edit only the blocks around it are cut and set anew. There are no row
//! numbers, since nobody knows how many rows there are above: a row is known by its [`Place`].

mod chunk;
mod cut;
mod definitions;
mod follow;
mod paper;
#[cfg(test)]
mod tests;

pub use definitions::Definitions;
pub use follow::Touched;
pub use paper::{Paper, Place};

use std::cell::Cell;

use super::render::Signs;
use crate::document::Document;
use crate::text::Span;
use chunk::Chunk;
use cut::cut;
use definitions::Known;

/// So many blocks are kept set; then all are forgotten, so that reading a long document does not fill the memory.
const KEPT: usize = 2000;

/// The blocks of a text and what they look like.
#[derive(Debug)]
pub struct Sheet {
    /// The first one is the front matter, empty or not.
    chunks: Vec<Chunk>,
    /// Where the front matter ends.
    body: usize,
    /// Length of the text.
    len: usize,
    known: Definitions,
    width: usize,
    signs: Signs,
    /// How many blocks are set.
    set: Cell<usize>,
}

impl Sheet {
    /// The sheet of `text`, not set yet.
    pub fn of(text: &str, signs: &Signs) -> Self {
        let mut sheet = Self {
            chunks: Vec::new(),
            body: 0,
            len: 0,
            known: Definitions::default(),
            width: 72,
            signs: *signs,
            set: Cell::new(0),
        };
        sheet.read(text);
        sheet
    }

    /// Cuts all of `text` anew.
    fn read(&mut self, text: &str) {
        self.body = body(text);
        self.len = text.len();
        self.chunks = vec![Chunk::new(0)];
        self.chunks.extend(cut(text, Span::new(self.body, text.len())));
        if let Some(first) = self.chunks.get_mut(1) {
            first.start = self.body;
        }
        self.set.set(0);
        self.define();
    }

    /// Collects the names that the blocks define; the same names mean the same rows.
    fn define(&mut self) {
        let known: Vec<&Known> = self.chunks.iter().filter_map(|chunk| chunk.known.as_deref()).collect();
        let known = Definitions::of(known.iter().copied());
        if known != self.known {
            self.known = known;
            self.forget();
        }
    }

    /// Sets everything anew when it is next looked at.
    fn forget(&mut self) {
        self.set.set(0);
        self.chunks.iter_mut().for_each(|chunk| drop(chunk.leaves.take()));
    }

    /// Sets it in rows of `width` cells with these signs. Whether that is something new.
    pub fn fit(&mut self, width: usize, signs: &Signs) -> bool {
        let is_new = self.width != width.max(1) || self.signs != *signs;
        if is_new || self.set.get() > KEPT {
            (self.width, self.signs) = (width.max(1), *signs);
            self.forget();
        }
        is_new
    }

    /// The sheet with the text that it is made of.
    pub fn on<'a>(&'a self, text: &'a str) -> Paper<'a> {
        Paper::new(self, text)
    }
}

/// Where the front matter of `text` ends.
fn body(text: &str) -> usize {
    Document::front_matter(text).span.end
}
