//! Values of the front matter that people write in more than one form.

use std::fmt;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Text, or a number that stands where text is wanted (`company: 42`).
#[derive(Debug)]
pub(super) struct Text(String);

/// Several texts, or one.
#[derive(Debug, Default)]
pub(super) struct List(Vec<Text>);

/// Reads a [`Text`]. By hand: what serde derives for "either" puts its errors at the head, not at the value.
struct AsText;

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AsText)
    }
}

impl Visitor<'_> for AsText {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text(text.to_owned()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Text, E> {
        Ok(Text(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Text, E> {
        Ok(Text(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Text, E> {
        Ok(Text(number.to_string()))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Text, E> {
        Ok(Text(flag.to_string()))
    }
}

/// Reads a [`List`].
struct AsList;

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AsList)
    }
}

impl<'de> Visitor<'de> for AsList {
    type Value = List;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of texts")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<List, E> {
        AsText.visit_str(text).map(|text| List(vec![text]))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<List, E> {
        AsText.visit_i64(number).map(|text| List(vec![text]))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<List, E> {
        AsText.visit_u64(number).map(|text| List(vec![text]))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<List, E> {
        AsText.visit_f64(number).map(|text| List(vec![text]))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<List, E> {
        AsText.visit_bool(flag).map(|text| List(vec![text]))
    }

    fn visit_unit<E: Error>(self) -> Result<List, E> {
        Ok(List::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<List, A::Error> {
        Vec::<Option<Text>>::deserialize(SeqAccessDeserializer::new(list))
            .map(|texts| List(texts.into_iter().flatten().collect()))
    }
}

impl Text {
    /// The text, trimmed; none where nothing is left.
    pub fn words(self) -> Option<String> {
        let words = self.0.trim();
        (!words.is_empty()).then(|| words.to_owned())
    }
}

impl List {
    /// The texts that say something.
    pub fn words(self) -> Vec<String> {
        self.0.into_iter().filter_map(Text::words).collect()
    }
}
