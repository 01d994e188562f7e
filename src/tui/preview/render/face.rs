//! What words look like, apart from the colours of a theme, and the signs drawn around them.

use crate::tui::glyphs::Glyphs;

/// What marks make of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Face {
    /// The level of the heading they stand in, 1 to 6; 0 elsewhere.
    pub heading: u8,
    /// Strong, or in the head of a table.
    pub strong: bool,
    /// Emphasised.
    pub emphasis: bool,
    /// Struck out by the writer.
    pub struck: bool,
    /// A link.
    pub link: bool,
    /// Code.
    pub code: bool,
    /// Not the writer's words: bars, numbers, addresses, frames.
    pub quiet: bool,
}

impl Face {
    /// What is not the writer's.
    pub const QUIET: Self = Self {
        heading: 0,
        strong: false,
        emphasis: false,
        struck: false,
        link: false,
        code: false,
        quiet: true,
    };
}

/// What is drawn beside the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs {
    /// Bars, frames, bullets.
    pub glyphs: Glyphs,
    /// Whether what is struck and what is code has brackets too, since attributes or colours cannot be told.
    pub brackets: bool,
}
