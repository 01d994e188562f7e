//! Waivers: which closed checks a named person has lifted.
//!
//! A waiver that says where its check stood lifts it while that stands no worse: who gave it had seen so much and no more.
//! What is given now has seen all there is.

use super::line::READING_EASE;
use super::verdict::{CheckLine, State};
use crate::document::{Level, Waiver};

/// The name that lifts every check.
pub const ALL: &str = "all";

/// Whether `waiver` says what it lifts, who lifts it and why; one that does not counts for nothing.
pub fn is_signed(waiver: &Waiver) -> bool {
    [&waiver.waive, &waiver.by, &waiver.reason].iter().all(|text| !text.trim().is_empty())
}

/// The waivers that count, those of now first, then the last of the front matter.
pub(super) struct Waivers<'a>(Vec<&'a Waiver>);

impl<'a> Waivers<'a> {
    /// `given` now, and `kept` in the front matter.
    pub fn of(given: &'a [Waiver], kept: &'a [Waiver]) -> Self {
        Self(given.iter().chain(kept.iter().rev()).filter(|waiver| is_signed(waiver)).collect())
    }

    fn of_name(&self, name: &str) -> impl Iterator<Item = &'a Waiver> {
        self.0.iter().copied().filter(move |waiver| plain(&waiver.waive) == name)
    }

    /// Who lifted the check or rule `name`, by its own name, as it stands at `level`.
    pub fn covering(&self, name: &str, level: Level) -> Option<&'a Waiver> {
        self.of_name(name).find(|waiver| covers(waiver, name, level))
    }

    /// Who lifted it when it stood better, and nobody has since.
    pub fn outgrown(&self, name: &str, level: Level) -> Option<&'a Waiver> {
        let last = self.of_name(name).next();
        last.filter(|_| self.covering(name, level).is_none())
    }

    /// Lifts `line` where it is closed and somebody has waived it.
    pub fn lift(&self, line: &mut CheckLine) {
        let Some(level) = line.level.filter(|_| line.state == State::Closed) else { return };
        let all = || self.of_name(ALL).find(|waiver| covers(waiver, &line.name, level));
        if let Some(waiver) = self.covering(&line.name, level).or_else(all) {
            line.state = State::Waived;
            line.waiver = Some(waiver.clone());
            line.outgrown.clear();
        } else {
            line.outgrown.extend(self.outgrown(&line.name, level).cloned());
        }
    }
}

/// Whether `waiver` was given with the check `name` at `level`, or worse.
fn covers(waiver: &Waiver, name: &str, level: Level) -> bool {
    waiver.at.is_none_or(|then| if name == READING_EASE { level >= then } else { level <= then })
}

/// A check may be named as its threshold in `prfaq.yml`: `max-errors`.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let stem = name.strip_prefix("min-").or_else(|| name.strip_prefix("max-"));
    stem.map_or(name.clone(), str::to_owned)
}
