//! `strike: brackets`.

use serde::de::{Deserialize, Deserializer};

use super::choice::one_of;

/// How struck words are told from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Strike {
    /// Crossed out; where the terminal cannot, or there are no colours, in brackets too.
    #[default]
    Auto,
    /// Crossed out and nothing else.
    CrossedOut,
    /// Crossed out, and in brackets too.
    Brackets,
}

impl Strike {
    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::CrossedOut => "crossed-out",
            Self::Brackets => "brackets",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Auto, Self::CrossedOut, Self::Brackets].into_iter().find(|strike| strike.name() == name)
    }
}

impl<'de> Deserialize<'de> for Strike {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        one_of(deserializer, &["auto", "crossed-out", "brackets"], Self::named)
    }
}
