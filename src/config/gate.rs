//! Which thresholds a house sets before a document may be exported.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::schema::{count, given, within};
use crate::score::gate;

/// A gate by name, or thresholds of the house's own.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Gate {
    /// What real press releases can meet.
    #[default]
    Default,
    /// As hard as Amazon is said to be.
    Amazon,
    /// For text that everybody has to understand.
    Public,
    /// Thresholds of the house's own.
    Own(Thresholds),
}

/// Thresholds; what is not set is not asked for.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Thresholds {
    /// Least Flesch reading ease, 0 (hard) to 100 (easy).
    #[serde(deserialize_with = "ease")]
    pub min_flesch_reading_ease: Option<f64>,
    /// Highest Flesch-Kincaid grade, in years of school, 0 to 30.
    #[serde(deserialize_with = "grade")]
    pub max_flesch_kincaid_grade: Option<f64>,
    /// Longest sentence, in words, 1 or more.
    #[serde(deserialize_with = "words")]
    pub max_sentence_words: Option<usize>,
    /// Most findings of severity `error`.
    #[serde(deserialize_with = "given")]
    pub max_errors: Option<usize>,
}

impl Gate {
    /// What the gate asks for.
    pub fn thresholds(&self) -> gate::Thresholds {
        match self {
            Gate::Default => gate::Thresholds::DEFAULT,
            Gate::Amazon => gate::Thresholds::AMAZON,
            Gate::Public => gate::Thresholds::PUBLIC,
            Gate::Own(own) => gate::Thresholds::own(
                own.min_flesch_reading_ease,
                own.max_flesch_kincaid_grade,
                own.max_sentence_words,
                own.max_errors,
            ),
        }
    }
}

fn ease<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    within(deserializer, 0.0, 100.0).map(Some)
}

fn grade<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    within(deserializer, 0.0, 30.0).map(Some)
}

fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<usize>, D::Error> {
    Ok(usize::try_from(count(deserializer)?).ok())
}

impl<'de> Deserialize<'de> for Gate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Form)
    }
}

struct Form;

impl<'de> Visitor<'de> for Form {
    type Value = Gate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`default`, `amazon`, `public`, or thresholds such as {max-errors: 0}")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Gate, E> {
        match name {
            "default" => Ok(Gate::Default),
            "amazon" => Ok(Gate::Amazon),
            "public" => Ok(Gate::Public),
            other => Err(E::unknown_variant(other, &["default", "amazon", "public"])),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<Gate, A::Error> {
        Thresholds::deserialize(MapAccessDeserializer::new(access)).map(Gate::Own)
    }
}
