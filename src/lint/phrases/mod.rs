//! Phrase packs: what they look like, how their patterns become literals, and how one index finds them all.
//!
//! Built-in packs (`src/lint/packs/*.yml`) are compiled by the build script into static tables with the code of
//! [`source`], [`inflect`], [`expand`], [`condition`] and [`pack`]; packs of users go through the same code when they
//! are loaded. Zones' severities and suppressions are the engine's.

#[cfg(test)]
mod assemble;
mod condition;
mod context;
mod cutting;
mod expand;
mod fold;
mod index;
mod inflect;
mod matcher;
mod overlap;
mod pack;
mod place;
mod program;
mod severity;
mod source;
mod terms;
mod trial;
mod wording;

pub use condition::{Condition, Context};
pub use matcher::Matcher;
pub use pack::{Entry, Fault, Gap, Literal, Pack};
pub use severity::combine;
pub use trial::Outcome;

use crate::lint::{Category, Severity};
use crate::text::Span;
use crate::yaml::{self, Step};

/// An entry of a pack, found.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'m> {
    /// What it is about.
    pub category: Category,
    /// What was found.
    pub entry: &'m Entry,
    /// Which form of the phrase it is.
    pub form: usize,
    /// Where, in bytes of the block's visible text.
    pub span: Span,
    /// How bad it is here.
    pub severity: Severity,
}

impl Pack {
    /// Reads a pack of a user.
    pub fn parse(text: &str) -> Result<Self, yaml::Error> {
        let source = crate::yaml::from_str(text)?;
        let pack = Pack::compile(source).map_err(|fault| placed(text, fault))?;
        let fault = pack.gaps.iter().find_map(matcher::too_big);
        fault.map_or(Ok(pack), |fault| Err(placed(text, fault)))
    }
}

/// `fault` at the entry and key of `text` that it is about.
fn placed(text: &str, fault: Fault) -> yaml::Error {
    let entry = fault.entry.map(Step::Entry);
    let rules = entry.is_some().then_some(Step::Key("rules"));
    let path: Vec<Step<'_>> = rules.into_iter().chain(entry).chain(fault.key.map(Step::Key)).collect();
    yaml::Error::at_value(text, &path, fault.message)
}

/// The built-in packs.
pub fn builtin() -> &'static [Pack] {
    tables::PACKS
}

/// Written by the build script.
// Nobody reads the numbers of an index.
#[allow(clippy::unreadable_literal)]
mod tables {
    use std::borrow::Cow::Borrowed;

    use super::condition::{Condition, Context};
    use super::index::{Index, Slot, Target};
    use super::pack::{Entry, Gap, Literal, Pack};
    use super::program::Program;
    use super::program::Step::{Branch, Class, End, Fork, Jump, Text};

    use crate::lint::{Action, Category, Severity};

    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}

#[cfg(test)]
mod tests;
