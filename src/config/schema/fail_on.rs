//! `fail-on: warning`.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};

use crate::lint::Severity;

/// The mildest severity that fails; `None` is never.
#[derive(Debug, Clone, Copy)]
pub(in crate::config) struct FailOn(pub(in crate::config) Option<Severity>);

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
