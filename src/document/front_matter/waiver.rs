//! A waiver: what it says, and how one more is kept among others.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::yaml;

/// A named person's word that the document may leave with the gate closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Waiver {
    /// `all`, or the name of a gate check or rule.
    pub waive: String,
    /// Who lifts it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The day, `2026-11-21`.
    pub date: String,
    /// Where the check stood then: it is lifted while it stands no worse. Without it, whatever happens to the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Level>,
}

/// Where a check stands: a count, or a figure of readability as it is shown, to one decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level {
    tenths: i64,
}

/// What becomes of the others when a waiver is kept among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is there already.
    Already,
    /// It takes the place of the one with this number, by which the same person lifted the same.
    Over(usize),
    /// It stands behind them.
    Behind,
}

impl Waiver {
    /// Keeps it among `waivers`. One of the same person about the same check is written over, unless it is for good.
    pub fn keep_in(&self, waivers: &mut Vec<Self>) -> Kept {
        let same = |known: &Self| (&known.waive, &known.by) == (&self.waive, &self.by);
        let covers = |known: &Self| known.at.is_none() || known.at == self.at;
        if waivers.iter().any(|known| same(known) && known.reason == self.reason && covers(known)) {
            return Kept::Already;
        }
        let old = waivers.iter().rposition(|known| same(known) && known.at.is_some() && self.at.is_some());
        if let Some((at, known)) = old.and_then(|at| Some((at, waivers.get_mut(at)?))) {
            known.clone_from(self);
            return Kept::Over(at);
        }
        waivers.push(self.clone());
        Kept::Behind
    }

    /// Its keys with their values as YAML, in the order in which they are written.
    pub fn keys(&self) -> Vec<(&'static str, String)> {
        let Self { waive, by, reason, date, at } = self;
        let texts = [("waive", waive), ("by", by), ("reason", reason), ("date", date)];
        let texts = texts.into_iter().map(|(key, text)| (key, yaml::scalar(text)));
        texts.chain(at.map(|at| ("at", at.to_string()))).collect()
    }
}

impl Level {
    /// That of `value`, rounded to a tenth.
    pub fn of(value: f64) -> Self {
        Self { tenths: (value * 10.0).round() as i64 }
    }

    fn value(self) -> f64 {
        self.tenths as f64 / 10.0
    }
}

/// `17`, `12.4`.
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.value())
    }
}

impl Serialize for Level {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.tenths % 10 == 0 {
            serializer.serialize_i64(self.tenths / 10)
        } else {
            serializer.serialize_f64(self.value())
        }
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AsLevel)
    }
}

struct AsLevel;

impl Visitor<'_> for AsLevel {
    type Value = Level;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Level, E> {
        Ok(Level::of(number as f64))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Level, E> {
        Ok(Level::of(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Level, E> {
        if number.is_finite() { Ok(Level::of(number)) } else { Err(E::custom("expected a number")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waiver(by: &str, reason: &str, at: Option<f64>) -> Waiver {
        let text = str::to_owned;
        let (waive, date) = (text("errors"), text("2026-11-22"));
        Waiver { waive, by: text(by), reason: text(reason), date, at: at.map(Level::of) }
    }

    #[test]
    fn a_level_is_a_number_with_at_most_one_decimal() {
        for (value, shown) in [(17.0, "17"), (12.4, "12.4"), (-3.25, "-3.3"), (0.0, "0")] {
            let level = Level::of(value);
            assert_eq!(
                (level.to_string().as_str(), serde_json::to_string(&level).unwrap().as_str()),
                (shown, shown)
            );
            assert_eq!(yaml::from_str::<Level>(shown).unwrap(), level);
        }
        assert!(yaml::from_str::<Level>("many").is_err() && yaml::from_str::<Level>(".nan").is_err());
    }

    #[test]
    fn the_same_person_s_earlier_one_is_written_over_and_nobody_else_s() {
        let old = waiver("Ann", "board", Some(5.0));
        for (new, kept, count) in [
            (old.clone(), Kept::Already, 1),
            (waiver("Ann", "board", Some(7.0)), Kept::Over(0), 1),
            (waiver("Ann", "pilot", Some(5.0)), Kept::Over(0), 1),
            (waiver("Bo", "board", Some(7.0)), Kept::Behind, 2),
        ] {
            let mut waivers = vec![old.clone()];
            assert_eq!((new.keep_in(&mut waivers), waivers.len()), (kept, count), "{new:?}");
            assert!(waivers.contains(&new));
        }
        let mut for_good = vec![waiver("Ann", "board", None)];
        assert_eq!(waiver("Ann", "board", Some(7.0)).keep_in(&mut for_good), Kept::Already);
        assert_eq!(waiver("Ann", "pilot", Some(7.0)).keep_in(&mut for_good), Kept::Behind);
    }
}
