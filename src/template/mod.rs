//! Templates: which parts a document has, what each has to answer, and the skeleton a writer fills.
//!
//! A template is Markdown with a YAML head; the built-in ones lie in `templates/` and are embedded into the binary. This
//! module reads them, lists their placeholders with a question each, and makes a document of them. Where a document
//! goes, who is asked and which template the command line chose is not known here.

mod catalogue;
mod checks;
mod error;
mod model;
mod name;
mod parse;
mod placeholder;
mod render;
#[cfg(test)]
mod tests;

pub use catalogue::{Builtin, builtin, find, known, part_ids};
pub use checks::PartTest;
pub use error::Error;
pub use model::{Level, Overrides, Template, TemplatePart};
pub use name::Name;
pub use placeholder::Placeholder;
