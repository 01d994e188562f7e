//! The score of a document.
//!
//! Nothing here reads Markdown: blocks come parsed from `document`, and figures are sums over them.

pub mod readability;
pub mod syllables;
