//! `focus: sentence`.

use serde::de::{Deserialize, Deserializer};

use super::choice::one_of;

/// What stays bright while one writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lit {
    /// Everything.
    #[default]
    Off,
    /// The sentence at the cursor.
    Sentence,
    /// The paragraph at the cursor.
    Paragraph,
}

impl Lit {
    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Off, Self::Sentence, Self::Paragraph].into_iter().find(|focus| focus.name() == name)
    }
}

impl<'de> Deserialize<'de> for Lit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        one_of(deserializer, &["off", "sentence", "paragraph"], Self::named)
    }
}
