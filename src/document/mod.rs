//! A document as the red pen reads it: front matter, blocks, parts, FAQ entries, sentences and words.
//!
//! [`Document::parse`] never fails: whatever the bytes, there is a document, and what is wrong with its front matter
//! is kept in the model with its place. Nothing here judges; rules and scores live in `lint` and `score`.

pub(crate) mod abbreviations;
mod block;
mod front_matter;
mod model;
mod part;
pub mod sentences;
pub mod words;

pub use block::{Block, BlockKind, Prose, Role, Segment, Sentence, Word, WordKind};
pub use front_matter::{FrontMatter, Waiver};
pub use model::{Comment, Dateline, Document, Entry};
pub use part::{Part, PartKind, PartSpec, Zone};
