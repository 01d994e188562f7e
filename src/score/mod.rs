//! The score of a document: readability and the other figures, customer focus, and the gate.
//!
//! [`Score::of`] adds up what a parsed document and its findings say; [`gate::Gate`] says whether the document may be
//! exported. Nothing here reads Markdown: blocks come parsed from `document`, and figures are sums over them.

pub mod dearest;
mod figures;
pub mod focus;
pub mod formulas;
pub mod gate;
mod metric;
mod part;
pub mod readability;
mod rounding;
pub mod syllables;
#[cfg(test)]
mod tests;
mod totals;

pub use figures::Figures;
pub use metric::Metric;
pub use part::PartScore;
pub use rounding::{exceeds, hundredths, rounded, rounded_down, rounded_up, tenths, tenths_down, tenths_up};
pub use totals::Score;
