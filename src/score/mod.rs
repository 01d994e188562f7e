//! The score of a document: readability and the other figures, and customer focus.
//!
//! [`Score::of`] adds up what a parsed document and its findings say. Nothing here reads Markdown: blocks come parsed from `document`, and figures are sums over them.

mod figures;
pub mod focus;
mod part;
pub mod readability;
mod rounding;
pub mod syllables;
mod totals;

pub use figures::Figures;
pub use part::PartScore;
pub use rounding::{exceeds, rounded_down, rounded_up};
pub use totals::Score;
