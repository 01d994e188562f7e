//! Values that have to be written, and written as text.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

/// A value that may be left out, but not be given as nothing.
pub(in crate::config) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Text that is written as text: YAML would take a number, `true` or nothing for it as well.
#[derive(Debug)]
pub(in crate::config) struct Text(pub(in crate::config) String);

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

/// What is written, without saying how.
pub(in crate::config) fn texts(written: Vec<Text>) -> Vec<String> {
    written.into_iter().map(|text| text.0).collect()
}
