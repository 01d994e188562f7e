//! `strike: brackets`.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

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
}

impl<'de> Deserialize<'de> for Strike {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Form)
    }
}

struct Form;

impl Visitor<'_> for Form {
    type Value = Strike;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`auto`, `crossed-out` or `brackets`")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Strike, E> {
        match name {
            "auto" => Ok(Strike::Auto),
            "crossed-out" => Ok(Strike::CrossedOut),
            "brackets" => Ok(Strike::Brackets),
            other => Err(E::unknown_variant(other, &["auto", "crossed-out", "brackets"])),
        }
    }
}
