//! `theme: high-contrast`.

use std::fmt;

use serde::de::{self, Deserializer, Visitor};

/// Which colours the editor has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// For light text on a dark background.
    #[default]
    Dark,
    /// For dark text on a light background.
    Light,
    /// Bold and bright on any background.
    HighContrast,
    /// None.
    Colourless,
}

/// What stands for the theme that suits the terminal, and all themes.
const NAMES: &[&str] = &["auto", "dark", "light", "high-contrast", "colourless"];

impl Tone {
    /// Every theme, in the order one goes through them.
    const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::HighContrast, Self::Colourless];

    /// Its name, in settings and for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::Colourless => "colourless",
        }
    }

    /// The theme called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tone| tone.name() == name)
    }

    /// The theme after this one; the first one after the last.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL.into_iter().cycle().skip_while(|tone| *tone != self).nth(1).unwrap_or_default()
    }
}

/// A theme, or `auto`, which is none.
pub(super) fn or_auto<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Tone>, D::Error> {
    deserializer.deserialize_any(Form)
}

struct Form;

impl Visitor<'_> for Form {
    type Value = Option<Tone>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`auto`, `dark`, `light`, `high-contrast` or `colourless`")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Option<Tone>, E> {
        match Tone::named(name) {
            None if name == "auto" => Ok(None),
            None => Err(E::unknown_variant(name, NAMES)),
            tone => Ok(tone),
        }
    }
}
