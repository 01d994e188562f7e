//! The keys of `prfaq.yml`, as they are written.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::Gate;
use crate::lint::{RuleSettings, Severity};

/// The file as it is written; what it names is not yet checked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Schema {
    pub(super) template: Option<String>,
    pub(super) fail_on: Option<Severity>,
    pub(super) rules: BTreeMap<String, Rule>,
    pub(super) packs: Vec<String>,
    pub(super) terms: Vec<String>,
    pub(super) gate: Gate,
    pub(super) documents: Vec<String>,
}

/// `jargon: warning`, or `long-sentence: {severity: error, max-words: 30}`.
#[derive(Debug)]
pub(super) struct Rule(pub(super) RuleSettings);

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RuleForm).map(Self)
    }
}

struct RuleForm;

impl<'de> Visitor<'de> for RuleForm {
    type Value = RuleSettings;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`error`, `warning`, `note`, `off`, or keys such as {severity: error}")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<RuleSettings, E> {
        Ok(RuleSettings { severity: Some(level(name)?), ..RuleSettings::default() })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<RuleSettings, A::Error> {
        let mut settings = RuleSettings::default();
        while let Some(key) = access.next_key::<String>()? {
            if key == "severity" {
                settings.severity = Some(access.next_value::<Level>()?.0);
            } else {
                let Number(number) = access.next_value()?;
                settings.numbers.insert(key, number);
            }
        }
        Ok(settings)
    }
}

/// A severity, or `off`.
struct Level(Option<Severity>);

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        level(&String::deserialize(deserializer)?).map(Self)
    }
}

fn level<E: de::Error>(name: &str) -> Result<Option<Severity>, E> {
    match name {
        "error" => Ok(Some(Severity::Error)),
        "warning" => Ok(Some(Severity::Warning)),
        "note" => Ok(Some(Severity::Note)),
        "off" => Ok(None),
        other => Err(E::unknown_variant(other, &["error", "warning", "note", "off"])),
    }
}

/// A number that a rule can count against.
struct Number(f64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        finite(deserializer, 0.0).map(Self)
    }
}

/// A number, `least` or more, that is finite.
pub(super) fn finite<'de, D: Deserializer<'de>>(deserializer: D, least: f64) -> Result<f64, D::Error> {
    deserializer.deserialize_f64(Finite { least })
}

/// Checks while the value is read, so that an error has the value's own place.
struct Finite {
    least: f64,
}

impl Visitor<'_> for Finite {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.least {
            f64::MIN => f.write_str("a number"),
            least => write!(f, "a number, {least} or more"),
        }
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<f64, E> {
        if number.is_finite() && number >= self.least {
            Ok(number)
        } else {
            Err(E::invalid_value(de::Unexpected::Float(number), &self))
        }
    }
}
