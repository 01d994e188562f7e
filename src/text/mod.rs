//! Text as the editor and the parser see it: spans, positions, and the editing core.
//!
//! Every position is a byte offset into the source. Nothing here knows Markdown, rules or the screen.

mod position;
mod span;

pub use position::{LineIndex, Position};
pub use span::{Span, slice};
