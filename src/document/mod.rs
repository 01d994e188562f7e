//! A document as the red pen reads it: front matter, blocks, parts, FAQ entries, sentences and words.
//!
//! [`Document::parse`] never fails: whatever the bytes, there is a document, and what is wrong with its front matter
//! is kept in the model with its place. Nothing here judges; rules and scores live in `lint` and `score`.

pub(crate) mod abbreviations;
mod block;
mod date;
mod dateline;
mod front_matter;
mod heading;
mod label;
mod leaf;
mod link;
mod markdown;
mod marked;
mod model;
pub mod name;
mod outline;
mod parse;
mod part;
mod prose;
mod quote;
pub mod sentences;
#[cfg(test)]
mod tests;
pub mod words;

pub use block::{Block, BlockKind, Role, Sentence, Word, WordKind};
pub use date::{Date, month};
pub use front_matter::{FrontMatter, Kept, Level, Waiver};
pub use markdown::options as markdown_options;
pub use marked::{Marked, MarkedAs, marked};
pub use model::{Comment, Dateline, Document, Entry};
pub use outline::Evidence;
pub use parse::Draft;
pub use part::{Part, PartKind, PartSpec, WordBudget, Zone};
pub use prose::{Prose, Segment};
