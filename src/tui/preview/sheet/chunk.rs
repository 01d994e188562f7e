//! A piece of a text, from one top-level block to the next, and what it looks like.

use std::cell::OnceCell;

use super::definitions::Known;
use crate::tui::preview::render::Leaf;

/// A piece of a text.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    /// Where it begins: at the start of a line.
    pub(super) start: usize,
    /// The names that it defines and uses, if any.
    pub(super) known: Option<Box<Known>>,
    /// What it looks like, once that was asked for; spans count from `start`.
    pub(super) leaves: OnceCell<Box<[Leaf]>>,
}

impl Chunk {
    pub(super) fn new(start: usize) -> Self {
        Self { start, known: None, leaves: OnceCell::new() }
    }
}
