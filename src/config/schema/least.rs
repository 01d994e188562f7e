//! The threshold of one figure: a number, or `off` where an override takes it away.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

/// A threshold; `None` is none at all.
#[derive(Debug, Clone, Copy)]
pub(in crate::config) struct Least(pub(in crate::config) Option<f64>);

impl<'de> Deserialize<'de> for Least {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Form).map(Self)
    }
}

struct Form;

impl Visitor<'_> for Form {
    type Value = Option<f64>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or `off`")
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Option<f64>, E> {
        Ok(Some(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Option<f64>, E> {
        Ok(Some(number as f64))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Option<f64>, E> {
        Ok(Some(number as f64))
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Option<f64>, E> {
        if word == "off" { Ok(None) } else { Err(E::invalid_value(de::Unexpected::Str(word), &self)) }
    }
}
