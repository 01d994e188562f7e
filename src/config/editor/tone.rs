//! `theme: high-contrast`.

use serde::de::Deserializer;

use super::choice::one_of;

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
    let named = |name: &str| if name == "auto" { Some(None) } else { Tone::named(name).map(Some) };
    one_of(deserializer, NAMES, named)
}
