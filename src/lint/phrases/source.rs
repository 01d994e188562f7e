//! What a pack looks like in YAML, key for key. Shared with the build script, so it names nothing of this crate but
//! severities, categories and zones.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::value::SeqAccessDeserializer;
use serde::de::{IntoDeserializer, SeqAccess, Visitor};

use crate::lint::{Category, Severity};

/// A pack as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PackSource {
    /// Its name, for messages.
    pub pack: String,
    /// What its findings are about, and so which rule reports them.
    pub category: Category,
    /// Severities by zone or kind of part, where they differ from the rule's own.
    #[serde(default)]
    pub severity: BTreeMap<String, Level>,
    /// Its entries.
    pub rules: Vec<EntrySource>,
}

/// A severity, or none at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Level {
    Off,
    Note,
    Warning,
    Error,
}

impl Level {
    /// The severity; `None` is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Note => Some(Severity::Note),
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }
}

/// An entry as written: one phrase with its forms, or one pattern.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct EntrySource {
    /// Words to find, as they stand.
    pub phrase: Option<String>,
    /// Or a regular expression without look-around; word boundaries are implied.
    pub pattern: Option<String>,
    /// Other forms of the phrase, listed or inflected.
    pub forms: Option<Forms>,
    /// Words to put in: one for all forms, or one a form.
    pub replace: Option<Words>,
    /// Take the words out.
    pub delete: bool,
    /// What a person should write instead.
    pub rewrite: Option<String>,
    /// Forms that may just as well be taken out where they stand before the word they praise or hedge.
    pub cut: Vec<String>,
    /// Whether the change may be made without asking.
    pub safe: bool,
    /// Capitals count.
    pub case_sensitive: bool,
    /// Named contexts and phrases around it that excuse it.
    pub not_when: Vec<String>,
    /// The entry's own level.
    pub severity: Option<Severity>,
    /// Why the customer would not miss it.
    pub why: String,
    /// Where the advice comes from.
    pub source: String,
    /// A sentence with a fault.
    pub bad: String,
    /// A sentence without.
    pub good: String,
}

/// Other forms of a phrase.
#[derive(Debug)]
pub enum Forms {
    /// Made by rule.
    Inflected(Inflection),
    /// Written out.
    Listed(Vec<String>),
}

/// By hand: what serde derives for "either" puts its errors at the entry, not at what is wrong.
impl<'de> Deserialize<'de> for Forms {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EitherForms)
    }
}

struct EitherForms;

impl<'de> Visitor<'de> for EitherForms {
    type Value = Forms;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of forms, `verb` or `noun`")
    }

    fn visit_str<E: serde::de::Error>(self, how: &str) -> Result<Forms, E> {
        Inflection::deserialize(how.into_deserializer()).map(Forms::Inflected)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Forms, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(Forms::Listed)
    }
}

/// How forms are made; regular English only, anything else is listed.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inflection {
    /// start, starts, started, starting.
    Verb,
    /// touch point, touch points.
    Noun,
}

/// One text or several.
#[derive(Debug)]
pub enum Words {
    /// The same for all forms.
    One(String),
    /// One a form, the phrase itself first.
    Each(Vec<String>),
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EitherWords)
    }
}

struct EitherWords;

impl<'de> Visitor<'de> for EitherWords {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text or a list of texts")
    }

    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Words, E> {
        Ok(Words::One(word.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Words, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(Words::Each)
    }
}
