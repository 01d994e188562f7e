//! Text as the editor and the parser see it: spans, positions, and the editing core.
//!
//! Every position is a byte offset into the source. Nothing here knows Markdown, rules or the screen.

mod position;
mod printable;
mod span;

pub use position::{LineIndex, Position};
pub use printable::{is_unsafe, printable, printable_lines};
pub use span::{Span, slice};
