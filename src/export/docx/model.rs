//! A document as Word sees it: a flow of paragraphs and rows of tables, whose text is glyphs that know where they come
//! from in the source.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use pulldown_cmark::Alignment;

use crate::text::Span;

/// What stands once in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// A character; never a line break.
    Char(char),
    /// A line break within a paragraph.
    Break,
    /// A reference to the footnote of that number in [`Names`].
    Note(usize),
}

impl Ink {
    pub fn is_space(self) -> bool {
        matches!(self, Ink::Char(character) if character.is_whitespace()) || self == Ink::Break
    }

    /// Whether two are the same, or quotation marks that are straight here and curly there.
    pub fn reads_as(self, other: Self) -> bool {
        let straight = |ink: Self| match ink {
            Ink::Char('‘' | '’') => Ink::Char('\''),
            Ink::Char('“' | '”') => Ink::Char('"'),
            other => other,
        };
        straight(self) == straight(other)
    }
}

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    pub strong: bool,
    pub emphasis: bool,
    pub struck: bool,
    pub code: bool,
    /// The number of the address in [`Names`].
    pub link: Option<usize>,
}

/// A piece of ink, how it is set, and its bytes in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Glyph {
    pub ink: Ink,
    pub span: Span,
    pub marks: Marks,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Body,
    /// 1 to 6.
    Heading(u8),
    Code,
    Rule,
}

/// A paragraph of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// How many lists are around its own.
    pub level: usize,
    pub ordered: bool,
    /// Whether the bullet or number stands before it; else it goes on an item.
    pub first: bool,
    /// Which list of the document.
    pub list: usize,
    /// The number of the list's first item.
    pub start: u64,
}

/// All of a paragraph but its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    pub kind: Kind,
    pub item: Option<Item>,
    /// How many quotes are around it.
    pub quotes: usize,
}

impl Shape {
    pub const BODY: Self = Self { kind: Kind::Body, item: None, quotes: 0 };

    /// Whether two paragraphs look the same; which list they are in is no matter.
    pub fn looks_like(&self, other: &Self) -> bool {
        let item = |shape: &Self| shape.item.map(|item| (item.level, item.ordered, item.first));
        (self.kind, self.quotes, item(self)) == (other.kind, other.quotes, item(other))
    }
}

#[derive(Debug, Clone)]
pub(super) struct Para {
    pub shape: Shape,
    pub glyphs: Vec<Glyph>,
    /// Where it begins in the source.
    pub start: usize,
    /// Where its last line ends there, before the line break.
    pub end: usize,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Which table of the document.
    pub table: usize,
    pub head: bool,
    pub cells: Vec<Para>,
    pub alignments: Rc<[Alignment]>,
    /// Where its line ends in the source.
    pub end: usize,
}

#[derive(Debug, Clone)]
pub(super) enum Block {
    Para(Para),
    Row(Row),
}

/// A document.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub blocks: Vec<Block>,
    /// Its footnotes, by their number in [`Names`].
    pub notes: BTreeMap<usize, Vec<Block>>,
}

/// Addresses and footnotes by number, so that two texts call the same things the same.
#[derive(Debug, Default)]
pub(super) struct Names {
    links: Numbered,
    notes: Numbered,
}

/// What was named so far, in order.
#[derive(Debug, Default)]
struct Numbered {
    names: Vec<String>,
    numbers: HashMap<String, usize>,
}

impl Names {
    pub fn link(&mut self, address: String) -> usize {
        self.links.number(address)
    }

    pub fn note(&mut self, name: &str) -> usize {
        self.notes.number(name.to_owned())
    }

    pub fn address(&self, link: usize) -> &str {
        self.links.names.get(link).map_or("", String::as_str)
    }
}

impl Numbered {
    fn number(&mut self, name: String) -> usize {
        let names = &mut self.names;
        *self.numbers.entry(name).or_insert_with_key(|name| {
            names.push(name.clone());
            names.len() - 1
        })
    }
}
