//! Markdown as rows: what a piece of a document looks like when it is set, and which bytes each row comes from.
//!
//! A piece becomes [`Leaf`]s (paragraph, item, table, code, ...), each of which is laid out when its rows are first asked
//! for. Nothing here knows the terminal, the editor or where on the screen a row ends up; all spans are bytes of the
//! piece that was given.

mod face;
mod flow;
mod leaf;
mod row;
mod table;
#[cfg(test)]
mod tests;
mod title;
mod writer;

pub use face::{Face, Signs};
pub use leaf::Leaf;
pub use row::{Piece, Row};
pub use title::title;
pub use writer::leaves;
