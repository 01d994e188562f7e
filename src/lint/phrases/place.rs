//! The surroundings of a match, as the contexts look at them: folded text, its sentence, the words before and after.

use crate::document::{Block, BlockKind, Role, Zone};
use crate::text::{Span, slice};

/// A match in its sentence.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The block it stands in.
    pub block: &'a Block,
    /// The folded text of the block.
    pub text: &'a str,
    /// Its sentence, in folded bytes.
    pub sentence: Span,
    /// The match, in folded bytes.
    pub at: Span,
    /// The sentence in bytes of the visible text.
    pub visible: Span,
    /// The match in bytes of the visible text.
    pub found: Span,
}

impl<'a> Place<'a> {
    /// The sentence.
    pub fn sentence(&self) -> &'a str {
        slice(self.text, self.sentence)
    }

    /// The matched words.
    pub fn matched(&self) -> &'a str {
        slice(self.text, self.at)
    }

    /// The matched words as they are written.
    pub fn original(&self) -> &'a str {
        slice(&self.block.prose.text, self.found)
    }

    /// What stands before the match in its sentence.
    pub fn before(&self) -> &'a str {
        slice(self.text, self.sentence.start..self.at.start)
    }

    /// What stands after the match in its sentence.
    pub fn after(&self) -> &'a str {
        slice(self.text, self.at.end..self.sentence.end)
    }

    /// The word right before, without punctuation; empty at the start of the sentence or after other punctuation.
    pub fn word_before(&self) -> &'a str {
        let before = self.before();
        // A match may begin with the space itself (" killer").
        let spaced = if self.matched().starts_with(' ') { Some(before) } else { before.strip_suffix(' ') };
        let Some(trimmed) = spaced else { return "" };
        trimmed.rsplit(|c: char| !in_word(c)).next().unwrap_or("")
    }

    /// The word right after; empty at the end of the sentence or before punctuation.
    pub fn word_after(&self) -> &'a str {
        let after = self.after();
        let Some(trimmed) = after.strip_prefix(' ') else { return "" };
        trimmed.split(|c: char| !in_word(c)).next().unwrap_or("")
    }

    /// Who reads it.
    pub fn zone(&self) -> Zone {
        self.block.zone
    }

    /// Whether it stands in a heading.
    pub fn in_heading(&self) -> bool {
        self.block.role == Role::Heading || matches!(self.block.kind, BlockKind::Heading(_))
    }
}

/// Whether `c` belongs to a word for the contexts: apostrophes do, hyphens are folded away.
pub(super) fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '_')
}

/// Whether the word begins with a capital.
pub(super) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether `list` has `word`, capitals aside.
pub(super) fn one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| other.eq_ignore_ascii_case(word))
}
