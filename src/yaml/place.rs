//! Errors that are found only after the YAML was read (an unknown rule, a bad pattern), put where their cause stands.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Error;

/// One step from a value to a value inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// To the value of a key.
    Key(&'a str),
    /// To an entry of a list, from 0.
    Entry(usize),
}

impl Error {
    /// An error about the value that `path` leads to in `text`.
    pub fn at_value(text: &str, path: &[Step<'_>], message: impl Into<String>) -> Self {
        find(text, Seek { path, key: false }, message.into())
    }

    /// An error about the key that is the last step of `path` in `text`.
    pub fn at_key(text: &str, path: &[Step<'_>], message: impl Into<String>) -> Self {
        find(text, Seek { path, key: true }, message.into())
    }
}

/// Reads `text` up to the place, where reading fails, so that the parser says where that is.
fn find(text: &str, seek: Seek<'_>, message: String) -> Error {
    let (mark, body) = super::without_mark(text);
    let stopped = seek.deserialize(serde_yaml::Deserializer::from_str(body));
    let at = stopped.err().and_then(|problem| Error::from_parser(text, mark, &problem).at);
    Error { message, at }
}

#[derive(Clone, Copy)]
struct Seek<'p> {
    path: &'p [Step<'p>],
    /// Whether to stop at the last key rather than at its value.
    key: bool,
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// All other visits fail as they are, which is where the search stops.
impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the place of an error")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Some((Step::Entry(index), rest)) = self.path.split_first() else { return Err(stop()) };
        for _ in 0..*index {
            access.next_element::<IgnoredAny>()?;
        }
        access.next_element_seed(Seek { path: rest, ..self }).map(|_| ())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<(), A::Error> {
        let Some((Step::Key(wanted), rest)) = self.path.split_first() else { return Err(stop()) };
        while let Some(found) =
            access.next_key_seed(Wanted { key: wanted, stop: self.key && rest.is_empty() })?
        {
            if found {
                return access.next_value_seed(Seek { path: rest, ..self });
            }
            access.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

fn stop<E: serde::de::Error>() -> E {
    E::custom("here")
}

/// Reads a key and says whether it is the one.
struct Wanted<'p> {
    key: &'p str,
    stop: bool,
}

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Wanted<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<bool, E> {
        if self.stop && key == self.key { Err(stop()) } else { Ok(key == self.key) }
    }
}
