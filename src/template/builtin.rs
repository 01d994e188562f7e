//! The built-in templates, embedded into the binary. Only the one that is asked for is parsed.

use std::sync::{Arc, OnceLock};

use super::{Error, Name, Template};
use crate::text::unknown;

/// A built-in template, not yet parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Builtin {
    /// Its name; the file is `templates/NAME.md`.
    pub name: &'static str,
    /// Its text: YAML head and skeleton.
    pub source: &'static str,
}

/// The built-in template called `$name`.
macro_rules! builtin {
    ($($name:literal),* $(,)?) => {
        [$(Builtin { name: $name, source: include_str!(concat!("../../templates/", $name, ".md")) }),*]
    };
}

const BUILTIN: [Builtin; 14] = builtin![
    "prfaq",
    "press-release",
    "five-questions",
    "feature",
    "internal-tool",
    "api-platform",
    "hardware",
    "pricing-change",
    "sunset",
    "public-service",
    "one-pager",
    "six-pager",
    "product-description",
    "speech",
];

impl Builtin {
    /// Reads it; a test holds that no built-in template fails.
    pub fn parse(&self) -> Result<Template, Error> {
        Template::parse(&format!("templates/{}.md", self.name), self.source)
    }
}

/// The built-in templates, the one to begin with first.
pub fn builtin() -> &'static [Builtin] {
    &BUILTIN
}

/// The built-in template called `name`, parsed.
///
/// # Errors
///
/// A name that could be a path, or one that no template has.
pub fn find(name: &str) -> Result<Template, Error> {
    Name::try_from(name.to_owned()).map_err(|message| Error::nameless(format!("template: {message}")))?;
    let Some(found) = BUILTIN.iter().find(|builtin| builtin.name == name) else {
        let known = BUILTIN.iter().map(|builtin| builtin.name);
        return Err(Error::nameless(unknown("template", name, known, "prfaq templates")));
    };
    found.parse()
}

/// As [`find`], parsed once and kept: every document of a run follows one of a few.
pub fn known(name: &str) -> Option<&'static Arc<Template>> {
    static KNOWN: [OnceLock<Option<Arc<Template>>>; BUILTIN.len()] =
        [const { OnceLock::new() }; BUILTIN.len()];
    let (builtin, known) = BUILTIN.iter().zip(&KNOWN).find(|(builtin, _)| builtin.name == name)?;
    known.get_or_init(|| builtin.parse().ok().map(Arc::new)).as_ref()
}
