//! What the gate says.

use serde::Serialize;

use crate::document::{Level, Waiver};

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Met.
    Ok,
    /// Worth a look; closes nothing.
    Note,
    /// Not met, and lifted by a named person.
    Waived,
    /// Not met: the gate is closed.
    Closed,
}

/// One check of the gate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckLine {
    /// The check, or the rule whose errors are waived.
    pub name: String,
    /// What was measured, rounded so that it never contradicts the threshold.
    pub measured: String,
    /// What is asked for.
    pub threshold: String,
    /// How it came out.
    pub state: State,
    /// All of it in one line, for people.
    pub message: String,
    /// Why it closes the gate, each as `PART: REASON` or `CHECK: REASON`; empty where it does not.
    pub reasons: Vec<String>,
    /// Who lifted it.
    pub waiver: Option<Waiver>,
    /// Who lifted it, or rules of it, while it stood better than now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outgrown: Vec<Waiver>,
    /// Where it stands, as waivers keep it; `None` where nothing is measured.
    #[serde(skip)]
    pub level: Option<Level>,
}

impl CheckLine {
    /// The same, standing at `level`.
    pub(super) fn at(self, level: f64) -> Self {
        Self { level: Some(Level::of(level)), ..self }
    }
}

/// What the gate says of a document.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Verdict {
    /// Whether the document may be exported.
    pub pass: bool,
    /// Every check, in the order people read them.
    pub checks: Vec<CheckLine>,
    /// The waivers that lifted something, each once: to be recorded in what is written.
    pub waivers: Vec<Waiver>,
    /// What is to be kept of those that were given now: one for each check that they lifted, with where it stands.
    #[serde(skip)]
    pub fresh: Vec<Waiver>,
}

impl Verdict {
    /// What `checks` come to, where waivers were `given` now.
    pub(super) fn of(checks: Vec<CheckLine>, given: &[Waiver]) -> Self {
        let mut waivers: Vec<Waiver> = Vec::new();
        for waiver in checks.iter().filter_map(|line| line.waiver.as_ref()) {
            if !waivers.contains(waiver) {
                waivers.push(waiver.clone());
            }
        }
        let fresh = |line: &CheckLine| {
            let waiver = line.waiver.clone().filter(|waiver| given.contains(waiver))?;
            Some(Waiver { waive: line.name.clone(), at: line.level, ..waiver })
        };
        let fresh = checks.iter().filter_map(fresh).collect();
        Self { pass: checks.iter().all(|line| line.state != State::Closed), checks, waivers, fresh }
    }

    /// Why the gate is closed, as the JSON contract has it: "problem: no number"; empty where it is open.
    pub fn reasons(&self) -> Vec<&str> {
        let closed = self.checks.iter().filter(|line| line.state == State::Closed);
        closed.flat_map(|line| line.reasons.iter().map(String::as_str)).collect()
    }

    /// The checks that came out as `state`.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &CheckLine> {
        self.checks.iter().filter(move |line| line.state == state)
    }
}
