//! The settings of a rule.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::number::count;
use crate::lint::{RuleSettings, Severity};

/// `jargon: warning`, or `long-sentence: {severity: error, max-words: 30}`.
#[derive(Debug)]
pub(in crate::config) struct Rule(pub(in crate::config) RuleSettings);

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
                access.next_value::<Levels>()?.put(&mut settings);
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

/// One severity, or one by part and zone, of which `all` is the rest.
struct Levels(BTreeMap<String, Option<Severity>>);

impl Levels {
    /// Into the settings of a rule.
    fn put(mut self, settings: &mut RuleSettings) {
        settings.severity = self.0.remove(REST);
        settings.by_part = self.0;
    }
}

/// What stands for all parts that are not named.
const REST: &str = "all";

impl<'de> Deserialize<'de> for Levels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LevelsForm).map(Self)
    }
}

struct LevelsForm;

impl<'de> Visitor<'de> for LevelsForm {
    type Value = BTreeMap<String, Option<Severity>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "`error`, `warning`, `note`, `off`, or one of them by part: {summary: error, internal: off}",
        )
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(BTreeMap::from([(REST.to_owned(), level(name)?)]))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut levels = BTreeMap::new();
        while let Some(part) = access.next_key::<String>()? {
            levels.insert(part, access.next_value::<Level>()?.0);
        }
        Ok(levels)
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

/// A number that a rule can count against: words, in every rule there is.
struct Number(f64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        count(deserializer).map(|count| Self(f64::from(count)))
    }
}
