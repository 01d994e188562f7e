//! Values that are one of a few words.

use std::fmt;

use serde::de::{self, Deserializer, Visitor};

/// One of `names`, every one of which `named` knows.
pub(super) fn one_of<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    names: &'static [&'static str],
    named: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(OneOf { names, named })
}

struct OneOf<T> {
    names: &'static [&'static str],
    named: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for OneOf<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.names.join("`, `"))
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<T, E> {
        (self.named)(name).ok_or_else(|| E::unknown_variant(name, self.names))
    }
}
