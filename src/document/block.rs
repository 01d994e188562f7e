//! Blocks, their visible text, and the sentences and words in it.
//!
//! Rules read the *visible* text of a block: markup is gone, a soft line break is one space, inline code, images and
//! URLs are one [`Prose::OBJECT`] each. Every offset into it maps back to exact bytes of the source.

use std::borrow::Cow;

use super::prose::Prose;
use crate::text::Span;

/// What Markdown makes of a block. Only blocks that hold text are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// `#` to `######`, or underlined; the level is 1 to 6.
    Heading(u8),
    /// A paragraph, or a piece of one that was split at a label (`A:`).
    Paragraph,
    /// The text of a list item.
    Item,
    /// A table cell.
    Cell,
    /// Fenced or indented code: no prose, no sentences.
    Code,
}

/// What a block is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Sentences that somebody reads.
    Prose,
    /// The headline or the subheading: judged like prose, but no running text (Flesch leaves titles out).
    Headline,
    /// A heading, or a line that stands for one (bold alone, "Press Release", "FAQ").
    Heading,
    /// A question of an FAQ, whatever its shape.
    Question,
    /// A name and a title under a quotation.
    Attribution,
    /// A line such as "FOR IMMEDIATE RELEASE"; code; anything that is not read as prose.
    Label,
}

/// One block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What Markdown makes of it.
    pub kind: BlockKind,
    /// What it is for.
    pub role: Role,
    /// Its bytes in the source, markers such as `# ` or `- ` excluded.
    pub span: Span,
    /// Index into the parts of its document.
    pub part: usize,
    /// Who reads it: its part's zone, or `None` for headings, attributions, labels and code.
    pub zone: super::Zone,
    /// Whether it stands in a block quote.
    pub quoted: bool,
    /// Its visible text.
    pub prose: Prose,
    /// Visible bytes before the first sentence: a label (`A:`), a dateline.
    pub lead: usize,
    /// Its sentences, in order; none for headings, labels and code.
    pub sentences: Vec<Sentence>,
    /// The words of all sentences, in order.
    pub words: Vec<Word>,
}

impl Block {
    /// Whether the red pen reads its words: prose, headline or subheading.
    pub fn is_judged(&self) -> bool {
        matches!(self.role, Role::Prose | Role::Headline)
    }

    /// The source bytes of the visible bytes `start..end`.
    pub fn source_span(&self, start: usize, end: usize) -> Span {
        self.prose.source_span(start, end)
    }

    /// The words of `sentence`, which must be one of this block's.
    pub fn words_of(&self, sentence: &Sentence) -> &[Word] {
        self.words.get(sentence.words.0 as usize..sentence.words.1 as usize).unwrap_or(&[])
    }

    /// The words of `sentence` without the attribution of a quotation, before, behind or within it: "..., said Ann Lee,
    /// head of kettles". They are what counts for its length.
    pub fn spoken_words(&self, sentence: &Sentence) -> Cow<'_, [Word]> {
        let words = self.words_of(sentence);
        let told = super::quote::attributions(self.text_of(sentence));
        if told.is_empty() {
            return Cow::Borrowed(words);
        }
        let outside = |word: &&Word| {
            let at = (word.start - sentence.start) as usize;
            !told.iter().any(|range| range.contains(&at))
        };
        let spoken: Vec<Word> = words.iter().filter(outside).copied().collect();
        if spoken.is_empty() { Cow::Borrowed(words) } else { Cow::Owned(spoken) }
    }

    /// The visible text of `sentence`.
    pub fn text_of(&self, sentence: &Sentence) -> &str {
        crate::text::slice(&self.prose.text, sentence.start as usize..sentence.end as usize)
    }

    /// The visible text of `word`.
    pub fn word(&self, word: &Word) -> &str {
        crate::text::slice(&self.prose.text, word.start as usize..word.end as usize)
    }
}

/// A sentence of a block, as visible bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// First visible byte.
    pub start: u32,
    /// One past the last visible byte.
    pub end: u32,
    /// Range of indices into the block's words.
    pub words: (u32, u32),
    /// Whether it ends in `.`, `!`, `?` or an ellipsis (closing quotes aside).
    pub terminated: bool,
}

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordKind {
    /// Letters, with apostrophes and hyphens inside.
    Plain,
    /// Figures: `7`, `$15`, `7%`, `2.1`, `10,000`.
    Number,
    /// Capitals, two to five, perhaps with a plural s: `FAQ`, `APIs`.
    Acronym,
    /// Inline code, an image, a URL, an e-mail address, a path, a version.
    Object,
}

/// A word of a block, as visible bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// First visible byte.
    pub start: u32,
    /// One past the last visible byte.
    pub end: u32,
    /// What it is.
    pub kind: WordKind,
}
