//! `save: Ctrl-S`, `redo: [Ctrl-Y, Alt-Z]`, `mouse: []`.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};

use crate::config::schema::Text;

/// The keys of a command as they are written; none takes away those that it has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keys(pub Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Form)
    }
}

/// The commands and their keys; a `keys:` with only comments below it is none.
pub(super) fn or_none<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<String, Keys>, D::Error> {
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

struct Form;

impl<'de> Visitor<'de> for Form {
    type Value = Keys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key such as `Ctrl-S` or a list of keys, `[]` for none")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<Keys, E> {
        Ok(Keys(vec![key.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Keys, A::Error> {
        let mut keys = Vec::new();
        while let Some(Text(key)) = access.next_element()? {
            keys.push(key);
        }
        Ok(Keys(keys))
    }
}
