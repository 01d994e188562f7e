//! A text cut into blocks: what a reader would call paragraphs, headings, items, rows and lines of code.
//!
//! Told line by line, because the two texts of a redline need not be whole documents, and because everything in them has to
//! come out again: front matter, comments, tables.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::FxHasher;

use super::token::{self, Interner, Token};
use crate::text::{Span, slice};

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `#` to `######`; the level is 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item with a bullet.
    Bullet,
    /// An item with a number; which one is no matter.
    Number,
    /// One line that stands for itself: code, front matter, a row of a table, a comment.
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
    /// Its tokens, as indices into those of its text.
    pub tokens: Range<usize>,
    /// The heading it stands under.
    pub heading: Option<usize>,
    /// Whether it stands in a quote.
    pub quoted: bool,
    /// Equal for equal blocks.
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
}

impl<'a> Text<'a> {
    /// Reads `source`; what is the same in two texts is known by the `interner`.
    pub fn read(source: &'a str, interner: &mut Interner<'a>) -> Self {
        let mut reader = Reader {
            text: Self { source, blocks: Vec::new(), tokens: Vec::new() },
            open: false,
            fence: None,
            heading: None,
        };
        let mut start = 0;
        let front = front_matter(source);
        for line in source.split_inclusive('\n') {
            reader.line(start, line, start < front, interner);
            start += line.len();
        }
        reader.finish()
    }

    /// Block `at` in the source, from what stands before its text to the end of its text.
    pub fn span_of(&self, at: usize) -> Span {
        let Some(block) = self.blocks.get(at) else { return Span::at(self.source.len()) };
        let last = self.tokens.get(block.tokens.clone()).and_then(<[_]>::last);
        Span::new(block.mark.start, last.map_or(block.mark.end, |token| token.end as usize))
    }

    /// The bytes of the tokens in `range`; of none, where they would stand: behind the word before, or at the start of
    /// the block that begins there.
    pub fn span_of_tokens(&self, range: &Range<usize>) -> Span {
        let here = |at: usize| self.tokens.get(at);
        if range.is_empty() {
            let begins = self.blocks.binary_search_by_key(&range.start, |block| block.tokens.start).is_ok();
            let start = here(range.start).filter(|_| begins).map(|token| token.start as usize);
            let end = || range.start.checked_sub(1).and_then(here).map(|token| token.end as usize);
            return Span::at(start.or_else(end).unwrap_or(0));
        }
        let start = here(range.start).map_or(0, |token| token.start as usize);
        Span::new(start, here(range.end - 1).map_or(start, |token| token.end as usize))
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
    pub(super) fn ids(&self, range: Range<usize>) -> Vec<u32> {
        self.tokens.get(range).unwrap_or(&[]).iter().map(|token| token.id).collect()
    }
}

/// Where the front matter of `source` ends; 0 where there is none.
fn front_matter(source: &str) -> usize {
    let body = source.strip_prefix("---").filter(|body| body.starts_with(['\n', '\r']));
    let end = body.and_then(|body| body.find("\n---").or_else(|| body.find("\n...")));
    end.map_or(0, |end| end + "---\n---".len())
}

struct Reader<'a> {
    text: Text<'a>,
    /// Whether the last block goes on.
    open: bool,
    /// The fence that code stands in.
    fence: Option<&'static str>,
    heading: Option<usize>,
}

impl<'a> Reader<'a> {
    fn line(&mut self, start: usize, line: &str, front: bool, interner: &mut Interner<'a>) {
        let line = line.trim_end();
        let indent = line.len() - line.trim_start_matches([' ', '\t', '>', '\u{feff}']).len();
        let (lead, written) = (slice(line, 0..indent), slice(line, indent..line.len()));
        let quoted = lead.contains('>');
        let fence = ["```", "~~~"].into_iter().find(|fence| written.starts_with(fence));
        if written.is_empty() {
            self.open = false;
            return;
        }
        let (kind, mark) = match (front || self.fence.is_some() || fence.is_some(), kind_of(written)) {
            (true, _) => (Some(Kind::Line), 0),
            (false, found) => found,
        };
        if fence.is_some() && (self.fence.is_none() || self.fence == fence) {
            self.fence = if self.fence.is_some() { None } else { fence };
        }
        let goes_on = self.text.blocks.last().is_some_and(|last| self.open && last.quoted == quoted);
        if kind.is_some() || !goes_on {
            self.begin(kind.unwrap_or(Kind::Paragraph), Span::new(start, start + indent + mark), quoted);
        }
        token::read(
            self.text.source,
            start + indent + mark..start + line.len(),
            interner,
            &mut self.text.tokens,
        );
        self.open = !matches!(kind, Some(Kind::Line | Kind::Heading(_)));
        let end = self.text.tokens.len();
        if let Some(last) = self.text.blocks.last_mut() {
            last.tokens.end = end;
        }
    }

    fn begin(&mut self, kind: Kind, mark: Span, quoted: bool) {
        let first = self.text.tokens.len();
        let at = self.text.blocks.len();
        let heading = self.heading;
        if matches!(kind, Kind::Heading(_)) {
            self.heading = Some(at);
        }
        self.text.blocks.push(Block { kind, mark, tokens: first..first, heading, quoted, key: 0 });
    }

    fn finish(mut self) -> Text<'a> {
        let tokens = &self.text.tokens;
        for block in &mut self.text.blocks {
            let mut hasher = FxHasher::default();
            (block.kind.as_read(), block.quoted).hash(&mut hasher);
            for token in tokens.get(block.tokens.clone()).unwrap_or(&[]) {
                token.id.hash(&mut hasher);
            }
            block.key = hasher.finish();
        }
        self.text
    }
}

/// The kind of block that a line begins with `written`, and the length of its mark; nothing where the line may go on with
/// the block before it.
fn kind_of(written: &str) -> (Option<Kind>, usize) {
    let hashes = written.bytes().take_while(|byte| *byte == b'#').count();
    let behind = slice(written, hashes..written.len());
    if (1..=6).contains(&hashes) && (behind.is_empty() || behind.starts_with([' ', '\t'])) {
        return (Some(Kind::Heading(hashes as u8)), written.len() - behind.trim_start().len());
    }
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let number = slice(written, digits..written.len());
    if (1..=9).contains(&digits) && (number.starts_with(". ") || number.starts_with(") ")) {
        return (Some(Kind::Number), written.len() - slice(number, 2..number.len()).trim_start().len());
    }
    if let Some(item) = ["- ", "* ", "+ "].iter().find_map(|bullet| written.strip_prefix(bullet)) {
        return (Some(Kind::Bullet), written.len() - item.trim_start().len());
    }
    let rule =
        written.len() > 2 && ['-', '=', '*', '_'].iter().any(|sign| written.chars().all(|c| c == *sign));
    let alone = rule || written.starts_with('|') || written.starts_with("<!--");
    (alone.then_some(Kind::Line), 0)
}
