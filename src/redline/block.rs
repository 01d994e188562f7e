//! A text cut into blocks: what a reader would call paragraphs, headings, items, rows, comments and pieces of code.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::FxHasher;

use super::inline::{self, Element};
use super::lines;
use super::token::{Interner, Token};
use super::words;
use crate::text::{Span, slice};

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `#` to `######`; the level is 1 to 6. Underlined ones are 1 or 2.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item with a bullet.
    Bullet,
    /// An item with a number; which one is no matter.
    Number,
    /// A row of a table; the line under the head is part of the head, and no word of it.
    Row,
    /// Fenced code: every line is one token, the fences too.
    Code,
    /// A line of the front matter.
    Field,
    /// What stands for itself: a rule, a comment, the address of a link.
    Line,
}

impl Kind {
    /// The same for kinds between which a change is none: an item is an item, bullet or number.
    #[must_use]
    pub fn as_read(self) -> Self {
        if self == Self::Number { Self::Bullet } else { self }
    }
}

/// One block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// What stands before its text on its first line: `## `, `- `, `> `, as it is written.
    pub mark: Span,
    /// One past its last byte, layout included (the line under a head).
    pub end: usize,
    /// Its tokens, as indices into those of its text.
    pub tokens: Range<usize>,
    /// The heading it stands under.
    pub heading: Option<usize>,
    /// Whether it stands in a quote.
    pub quoted: bool,
    /// The first block of the table or front matter that it belongs to, itself where it belongs to none.
    pub(super) group: usize,
    /// Equal for blocks with equal words.
    pub(super) key: u64,
}

/// A source with its blocks and tokens.
#[derive(Debug)]
pub struct Text<'a> {
    /// As it was given.
    pub source: &'a str,
    /// In order.
    pub blocks: Vec<Block>,
    /// Of all blocks, in order.
    pub tokens: Vec<Token>,
    /// With at least one token each, by their first; outer ones first.
    pub(super) elements: Vec<Element>,
    /// The elements by their last token.
    pub(super) closing: Vec<u32>,
}

impl<'a> Text<'a> {
    /// Reads `source`; what is the same in two texts is known by the `interner`.
    pub fn read(source: &'a str, interner: &mut Interner<'a>) -> Self {
        let (mut blocks, lines, body) = lines::read(source);
        let elements = inline::read(source, body, interner);
        let (tokens, elements) = words::read(source, &mut blocks, &lines, elements, interner);
        for block in &mut blocks {
            let mut hasher = FxHasher::default();
            (block.kind.as_read(), block.quoted).hash(&mut hasher);
            for token in tokens.get(block.tokens.clone()).unwrap_or(&[]) {
                token.id.hash(&mut hasher);
            }
            block.key = hasher.finish();
        }
        let mut closing: Vec<u32> = (0..elements.len() as u32).collect();
        closing.sort_by_key(|at| elements.get(*at as usize).map(|element| element.tokens.end));
        Self { source, blocks, tokens, elements, closing }
    }

    /// Block `at` in the source, from what stands before its text to its end.
    pub fn span_of(&self, at: usize) -> Span {
        let Some(block) = self.blocks.get(at) else { return Span::at(self.source.len()) };
        Span::new(block.mark.start, block.end)
    }

    /// The tokens of block `at`.
    pub fn tokens_of(&self, at: usize) -> Range<usize> {
        self.blocks.get(at).map_or(0..0, |block| block.tokens.clone())
    }

    /// How many of the tokens in `range` are words.
    pub fn words(&self, range: Range<usize>) -> usize {
        self.tokens.get(range).unwrap_or(&[]).iter().filter(|token| token.word).count()
    }

    /// The text of a token.
    pub fn token(&self, token: &Token) -> &'a str {
        slice(self.source, token.start as usize..token.end as usize)
    }

    /// The ids of the tokens in `range`.
    pub(super) fn ids(&self, range: Range<usize>) -> impl ExactSizeIterator<Item = u32> + Clone {
        self.tokens.get(range).unwrap_or(&[]).iter().map(|token| token.id)
    }

    /// What the tokens in `range` are beside words.
    pub(super) fn marks(&self, range: Range<usize>) -> impl Iterator<Item = u32> {
        self.tokens.get(range).unwrap_or(&[]).iter().map(|token| token.marks)
    }
}
