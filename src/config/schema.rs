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
    #[serde(deserialize_with = "given")]
    pub(super) template: Option<Text>,
    #[serde(deserialize_with = "given")]
    pub(super) fail_on: Option<FailOn>,
    pub(super) rules: BTreeMap<String, Rule>,
    pub(super) packs: Vec<Text>,
    pub(super) terms: Vec<Text>,
    pub(super) gate: Gate,
    #[serde(deserialize_with = "given")]
    pub(super) baseline: Option<Text>,
    pub(super) documents: Vec<Text>,
}

/// A value that may be left out, but not be given as nothing.
pub(super) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// The mildest severity that fails; `None` is never.
#[derive(Debug, Clone, Copy)]
pub(super) struct FailOn(pub(super) Option<Severity>);

impl<'de> Deserialize<'de> for FailOn {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FailOnForm).map(Self)
    }
}

struct FailOnForm;

impl Visitor<'_> for FailOnForm {
    type Value = Option<Severity>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`error`, `warning`, `note` or `never`")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Option<Severity>, E> {
        match name {
            "error" => Ok(Some(Severity::Error)),
            "warning" => Ok(Some(Severity::Warning)),
            "note" => Ok(Some(Severity::Note)),
            "never" => Ok(None),
            other => Err(E::unknown_variant(other, &["error", "warning", "note", "never"])),
        }
    }
}

/// Text that is written as text: YAML would take a number, `true` or nothing for it as well.
#[derive(Debug)]
pub(super) struct Text(pub(super) String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextForm).map(Self)
    }
}

struct TextForm;

impl Visitor<'_> for TextForm {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text (in quotes, where YAML reads something else)")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }
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

/// A whole number, 1 or more.
pub(super) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    deserializer.deserialize_any(Count)
}

/// Numbers are checked while they are read, so that an error has the value's own place.
struct Count;

impl Visitor<'_> for Count {
    type Value = u32;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, 1 or more")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<u32, E> {
        let count = u32::try_from(number).ok().filter(|count| *count > 0);
        count.ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(number), &self))
    }
}

/// A number from `least` to `most`.
pub(super) fn within<'de, D: Deserializer<'de>>(
    deserializer: D,
    least: f64,
    most: f64,
) -> Result<f64, D::Error> {
    deserializer.deserialize_any(Within { least, most })
}

struct Within {
    least: f64,
    most: f64,
}

impl Within {
    fn checked<E: de::Error>(&self, number: f64, written: de::Unexpected<'_>) -> Result<f64, E> {
        let is_within = (self.least..=self.most).contains(&number);
        if is_within { Ok(number) } else { Err(E::invalid_value(written, self)) }
    }
}

impl Visitor<'_> for Within {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a number from {} to {}", self.least, self.most)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<f64, E> {
        self.checked(number, de::Unexpected::Float(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<f64, E> {
        self.checked(number as f64, de::Unexpected::Unsigned(number))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<f64, E> {
        self.checked(number as f64, de::Unexpected::Signed(number))
    }
}
