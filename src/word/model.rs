//! A Word document as it was read: blocks of runs, with what was tracked in them and what was said of them.

use std::sync::Arc;

use jiff::Timestamp;

use super::Embedded;

/// What the red pen is called in documents that are exported with its strikes; they are no reader's changes.
pub(super) const PEN: &str = "prfaq";

/// A document.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Docx {
    /// Its paragraphs, headings, items and cells in order; then those of its notes.
    pub blocks: Vec<Block>,
    /// What was said of it, in the order of its file.
    pub comments: Vec<Comment>,
    /// What it says of itself.
    pub properties: Properties,
    /// The Markdown that it was made from.
    pub embedded: Option<Embedded>,
    /// Pictures and drawings, which are not read.
    pub pictures: usize,
    /// Those among them whose description stands in the text.
    pub described: usize,
    /// Words that are raised or lowered and for which there are no such letters: they stand on the line.
    pub lowered: usize,
    /// Comments that are replies for their place alone: the program that saved the document does not say.
    pub rejoined: usize,
    /// Tracked changes of how something is set that Markdown has no word for.
    pub unread: usize,
}

/// What a document says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Properties {
    /// Its title; never empty.
    pub title: Option<String>,
    /// Who saved it last; never empty.
    pub modified_by: Option<String>,
    /// When that was.
    pub modified: Option<Timestamp>,
}

/// A paragraph, whatever it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it stands for.
    pub kind: Kind,
    /// The cell that it stands in.
    pub cell: Option<Cell>,
    /// The note that it is of, from 0 in the order in which they are first referred to.
    pub note: Option<usize>,
    /// What is in it.
    pub pieces: Vec<Piece>,
    /// Where its lines stand.
    pub align: Align,
    /// Whether its end was put in or taken out: it is one with the next block before or after.
    pub mark: Tracked,
}

/// What a paragraph stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The title of the document.
    Title,
    /// From 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list.
    Item {
        /// From 0.
        level: u8,
        /// Whether it has a number.
        counted: bool,
    },
    /// A further paragraph of an item.
    More {
        /// From 0.
        level: u8,
    },
    /// A line across the page.
    Rule,
    /// Running text of a quotation of several lines.
    Quote,
    /// A line of code.
    Code,
}

/// Where the lines of a paragraph stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Align {
    /// At the left, or at both sides.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
}

/// Where in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// Which table of the document.
    pub table: usize,
    /// Which row of it.
    pub row: usize,
    /// Which column.
    pub column: usize,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// What it is.
    pub inline: Inline,
    /// Whether it was put in or taken out.
    pub tracked: Tracked,
}

/// What stands in a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text of one look.
    Text {
        /// Without line breaks.
        text: String,
        /// What it looks like.
        look: Look,
        /// Where it leads.
        link: Option<Arc<str>>,
    },
    /// A line break that is no end of a paragraph.
    Break,
    /// The mark of a note.
    Note(usize),
    /// What the comment with this index is about begins here.
    Start(usize),
    /// What the comment with this index is about ends here.
    End(usize),
}

/// What text looks like, as far as Markdown has a word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Look {
    /// Strong.
    pub bold: bool,
    /// Emphasised.
    pub italic: bool,
    /// Struck through by hand, which is no tracked change.
    pub struck: bool,
    /// Set as code.
    pub code: bool,
}

impl Look {
    /// What either is.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            bold: self.bold || other.bold,
            italic: self.italic || other.italic,
            struck: self.struck || other.struck,
            code: self.code || other.code,
        }
    }
}

/// Whether something was put in or taken out while changes were tracked; both where somebody took out what was new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tracked {
    /// Who put it in.
    pub inserted: Option<Arc<Revision>>,
    /// Who took it out.
    pub deleted: Option<Arc<Revision>>,
    /// Who set it otherwise: bold, as a heading.
    pub formatted: Option<Arc<Revision>>,
}

/// Who changed something, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The author, as the document names them; may be empty.
    pub by: String,
    /// The time, where the document says it.
    pub at: Option<Timestamp>,
    /// Whether it is one half of a move.
    pub moved: bool,
}

/// What somebody said of the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Comment {
    /// Its author; may be empty.
    pub by: String,
    /// The time, where the document says it.
    pub at: Option<Timestamp>,
    /// The letters that stand for the author; may be empty.
    pub initials: String,
    /// What was said.
    pub text: String,
    /// The comment that it replies to.
    pub parent: Option<usize>,
    /// Whether somebody closed it.
    pub done: bool,
}

impl Comment {
    /// Whether the red pen said it, which is no reader.
    pub fn is_of_pen(&self) -> bool {
        self.by == PEN && self.at.is_none()
    }
}

/// The two texts that a document with tracked changes holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// With every change refused.
    Before,
    /// With every change taken.
    After,
}

impl Tracked {
    /// Whether it is in the text of `side`.
    pub fn is_in(&self, side: Side) -> bool {
        match side {
            Side::Before => self.inserted.is_none(),
            Side::After => self.deleted.is_none(),
        }
    }

    /// Whether it is in both texts.
    pub fn is_kept(&self) -> bool {
        self.inserted.is_none() && self.deleted.is_none()
    }
}
