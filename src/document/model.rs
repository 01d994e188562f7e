//! The document itself.

use super::{Block, Evidence, FrontMatter, Part, PartKind, PartSpec, Role};
use crate::text::Span;

/// A parsed document. Spans are bytes of the source it was parsed from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Its YAML head.
    pub front_matter: FrontMatter,
    /// Its blocks of text, in order.
    pub blocks: Vec<Block>,
    /// The parts that were found, in order of appearance; then those that the template asks for and no block is of.
    pub parts: Vec<Part>,
    /// FAQ questions with their answers, in order.
    pub entries: Vec<Entry>,
    /// HTML comments, in order.
    pub comments: Vec<Comment>,
    /// City and date before the summary.
    pub dateline: Option<Dateline>,
    /// How much its shape speaks for a press release and FAQ.
    pub evidence: Evidence,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Index of the block that asks.
    pub question: usize,
    /// Indices of the blocks that answer; empty where nobody does.
    pub answer: std::ops::Range<usize>,
    /// Index of the part it stands in.
    pub part: usize,
}

/// An HTML comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// `<!--` to `-->`.
    pub span: Span,
    /// What stands between, trimmed.
    pub text: String,
}

/// City and date at the head of the summary, as in `SEATTLE, Wash. — Nov. 5, 2027 —`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// Its bytes.
    pub span: Span,
    /// The date as written, where there is one.
    pub date: Option<String>,
}

impl Document {
    /// Parses `source`, finding the parts that `specs` name (the classic press release and FAQ where it is empty).
    /// Never fails: what is wrong with the front matter is kept in [`FrontMatter::problem`].
    pub fn parse(source: &str, specs: &[PartSpec]) -> Self {
        super::parse::parse(source, specs)
    }

    /// The front matter of `source` alone, without parsing the rest.
    pub fn front_matter(source: &str) -> FrontMatter {
        FrontMatter::read(source)
    }

    /// The part of `block`.
    pub fn part_of(&self, block: &Block) -> Option<&Part> {
        self.parts.get(block.part)
    }

    /// The blocks of the part with index `part`, in order.
    pub fn blocks_of(&self, part: usize) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(move |block| block.part == part)
    }

    /// The part of this kind that has something to read in it: prose, a headline or a question.
    pub fn filled_part(&self, kind: &PartKind) -> Option<usize> {
        let filled =
            |part: usize| self.blocks_of(part).any(|block| block.is_judged() || block.role == Role::Question);
        let mut parts = self.parts.iter().enumerate();
        parts.find(|(at, part)| part.kind == *kind && filled(*at)).map(|(at, _)| at)
    }

    /// The block whose source bytes hold `offset`, or the last one before it.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        self.blocks.partition_point(|block| block.span.start <= offset).checked_sub(1)
    }
}
