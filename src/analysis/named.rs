//! The template that the front matter of a document names.

use crate::template::Catalogue;
use crate::text::nearest;

/// What a document says of its template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    /// Nothing.
    Nothing,
    /// One that there is.
    Known(String),
    /// One that there is not, and the one that was probably meant.
    Unknown(String, Option<String>),
    /// One that cannot be used, and why.
    Broken(String),
}

impl Named {
    /// Sorts the `name` in the front matter.
    pub fn of(name: Option<String>, templates: &Catalogue) -> Self {
        let Some(name) = name else { return Self::Nothing };
        if templates.names().any(|known| known == name) {
            return match templates.find(&name) {
                Ok(_) => Self::Known(name),
                Err(error) => Self::Broken(error.told()),
            };
        }
        let near = nearest(&name.to_lowercase(), templates.names()).map(str::to_owned);
        Self::Unknown(name, near)
    }

    /// The template to judge by: the one named, or the one probably meant.
    pub fn followed(&self) -> Option<String> {
        match self {
            Self::Nothing | Self::Broken(_) => None,
            Self::Known(name) => Some(name.clone()),
            Self::Unknown(_, near) => near.clone(),
        }
    }

    /// What is wrong with the name, for a document that is taken for a PR/FAQ.
    pub fn problem(&self) -> Option<String> {
        match self {
            Self::Nothing | Self::Known(_) => None,
            Self::Unknown(name, Some(near)) => {
                Some(format!("there is no template \"{name}\"; did you mean \"{near}\"?"))
            }
            Self::Unknown(name, None) => {
                Some(format!("there is no template \"{name}\"; `prfaq templates` lists what there is"))
            }
            Self::Broken(why) => Some(format!("its template cannot be used: {why}")),
        }
    }
}
