//! Waivers: which closed checks a named person has lifted.

use super::verdict::{CheckLine, State};
use crate::document::Waiver;

/// The name that lifts every check.
pub const ALL: &str = "all";

/// Whether `waiver` says what it lifts, who lifts it and why; one that does not counts for nothing.
pub fn is_signed(waiver: &Waiver) -> bool {
    [&waiver.waive, &waiver.by, &waiver.reason].iter().all(|text| !text.trim().is_empty())
}

/// The waivers that count, those of the command line first.
pub(super) struct Waivers<'a>(Vec<&'a Waiver>);

impl<'a> Waivers<'a> {
    pub fn of(waivers: impl Iterator<Item = &'a Waiver>) -> Self {
        Self(waivers.filter(|waiver| is_signed(waiver)).collect())
    }

    /// Who lifted the check or rule `name` by its own name.
    pub fn of_name(&self, name: &str) -> Option<&'a Waiver> {
        self.0.iter().copied().find(|waiver| plain(&waiver.waive) == name)
    }

    /// Lifts `line` where it is closed and somebody has waived it.
    pub fn lift(&self, line: &mut CheckLine) {
        if line.state != State::Closed {
            return;
        }
        if let Some(waiver) = self.of_name(&line.name).or_else(|| self.of_name(ALL)) {
            line.state = State::Waived;
            line.waiver = Some(waiver.clone());
        }
    }
}

/// A check may be named as its threshold in `prfaq.yml`: `max-errors`.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let stem = name.strip_prefix("min-").or_else(|| name.strip_prefix("max-"));
    stem.map_or(name.clone(), str::to_owned)
}
