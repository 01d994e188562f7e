//! Names that a shell can complete: those of rules and templates.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};

use crate::template;

/// A parser that takes any text, and tells shells of `names`: what is wrong with another name is said by the command,
/// which guesses what was meant.
pub(super) fn any_of(names: impl IntoIterator<Item = &'static str>) -> AnyOf {
    AnyOf(names.into_iter().collect())
}

/// The names of the built-in templates.
pub(super) fn template_names() -> impl Iterator<Item = &'static str> {
    template::builtin().iter().map(|template| template.name)
}

/// Any text; some is known.
#[derive(Debug, Clone)]
pub(super) struct AnyOf(Vec<&'static str>);

impl TypedValueParser for AnyOf {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().copied().map(PossibleValue::new)))
    }
}
