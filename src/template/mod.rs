//! Templates: which parts a document has, what each has to answer, and the skeleton a writer fills.
//!
//! A template is Markdown with a YAML head; the built-in ones lie in `templates/` and are embedded into the binary. This
//! module reads them, lists their placeholders with a question each, and makes a document of them. Where a document
//! goes, who is asked and which template the command line chose is not known here.

mod builtin;
mod catalogue;
mod checks;
mod error;
mod fit;
mod interview;
mod model;
mod name;
mod parse;
mod placeholder;
mod render;
mod strictness;
#[cfg(test)]
mod tests;

pub use builtin::{Builtin, builtin, find, known};
pub use catalogue::{Catalogue, KnownRule, Listed, Origin};
pub use checks::PartTest;
pub use error::Error;
pub use interview::{Interview, Question};
pub use model::{Template, TemplatePart};
pub use name::Name;
pub use placeholder::Placeholder;
pub use strictness::{Level, Levels, Limits, Overrides};
