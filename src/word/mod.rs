//! Word documents (.docx) as they are read: bytes in, a model out. Writing them is the business of `export`.
//!
//! - [`Embedded`]: the Markdown that an exported document carries; the contract between the writer and the reader.

mod embed;

pub use embed::Embedded;
