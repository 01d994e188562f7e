//! Numbers within bounds, checked while they are read, so that an error has the value's own place.

use std::fmt;

use serde::de::{self, Deserializer, Visitor};

/// A whole number, 1 or more.
pub(in crate::config) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    deserializer.deserialize_any(Count)
}

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

/// A whole number from `least` to `most`.
pub(in crate::config) fn whole<'de, D: Deserializer<'de>>(
    deserializer: D,
    least: u16,
    most: u16,
) -> Result<u16, D::Error> {
    deserializer.deserialize_any(Whole { least, most })
}

struct Whole {
    least: u16,
    most: u16,
}

impl Visitor<'_> for Whole {
    type Value = u16;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a whole number from {} to {}", self.least, self.most)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<u16, E> {
        let whole = u16::try_from(number).ok().filter(|whole| (self.least..=self.most).contains(whole));
        whole.ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(number), &self))
    }
}

/// A number from `least` to `most`.
pub(in crate::config) fn within<'de, D: Deserializer<'de>>(
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
