//! The template that the front matter of a document names.

use crate::template;
use crate::text::nearest;

/// What a document says of its template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// Nothing.
    Nothing,
    /// One that there is.
    Known(String),
    /// One that there is not, and the one that was probably meant.
    Unknown(String, Option<&'static str>),
}

impl Named {
    /// Sorts the `name` in the front matter.
    pub fn of(name: Option<String>) -> Self {
        let Some(name) = name else { return Self::Nothing };
        let mut names = template::builtin().iter().map(|template| template.name);
        if names.any(|known| known == name) {
            return Self::Known(name);
        }
        let names = template::builtin().iter().map(|template| template.name);
        let near = nearest(&name.to_lowercase(), names);
        Self::Unknown(name, near)
    }

    /// The template to judge by: the one named, or the one probably meant.
    pub fn followed(&self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Known(name) => Some(name.clone()),
            Self::Unknown(_, near) => near.map(str::to_owned),
        }
    }
}
