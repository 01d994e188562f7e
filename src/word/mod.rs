//! Word documents (.docx) as they are read: bytes in, a model out. Writing them is the business of `export`.
//!
//! - [`Docx`]: blocks of runs with tracked changes and comments, whatever program wrote them; [`Docx::markdown`] is a draft
//!   of it.
//! - [`Docx::returned`]: what readers made of a document that was sent out, as records of a review.
//! - [`Embedded`]: the Markdown that an exported document carries; [`replies`]: which of its comments answers which. The
//!   contract between the writer and the reader.

mod akin;
mod draft;
mod embed;
pub mod model;
mod parts;
mod problem;
mod read;
pub mod replies;
mod returned;
mod side;
#[cfg(test)]
mod tests;
mod visible;

pub use akin::is_akin;
pub use embed::Embedded;
pub use model::{Docx, Side};
pub use problem::Problem;
pub use returned::{Fresh, Returned, UNTRACKED, fresh};
