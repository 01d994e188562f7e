//! Where a template is stricter or milder than the rules are by themselves, as its head writes it.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use crate::document::Zone;

/// Levels by rule name.
pub type Overrides = BTreeMap<String, Levels>;

/// Numbers by rule name and the setting's key: `long-sentence`, `max-words`.
pub type Limits = BTreeMap<String, BTreeMap<String, f64>>;

/// The level of a rule by zone; zones that are not in it are left to the rule. `hype: error` is that of every zone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels(BTreeMap<Zone, Level>);

/// How strict a rule is in a zone, `off` included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Not looked for.
    Off,
    /// Worth a look.
    Note,
    /// To be mended.
    Warning,
    /// Not fit to be read.
    Error,
}

impl Levels {
    /// The level in `zone`, where there is one.
    pub fn get(&self, zone: Zone) -> Option<Level> {
        self.0.get(&zone).copied()
    }
}

impl Level {
    const NAMES: &'static [&'static str] = &["off", "note", "warning", "error"];

    fn named(name: &str) -> Option<Self> {
        [Self::Off, Self::Note, Self::Warning, Self::Error]
            .into_iter()
            .zip(Self::NAMES)
            .find_map(|(level, of)| (*of == name).then_some(level))
    }
}

impl<'de> Deserialize<'de> for Levels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Form)
    }
}

struct Form;

impl<'de> Visitor<'de> for Form {
    type Value = Levels;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`off`, `note`, `warning`, `error`, or levels by zone such as {release: note}")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Levels, E> {
        let level = Level::named(name).ok_or_else(|| E::unknown_variant(name, Level::NAMES))?;
        Ok(Levels(Zone::ALL.into_iter().map(|zone| (zone, level)).collect()))
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<Levels, A::Error> {
        BTreeMap::deserialize(MapAccessDeserializer::new(access)).map(Levels)
    }
}
