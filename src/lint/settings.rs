//! What a house may change: severities, numbers, terms. Made by `config`, read by the engine.

use std::collections::BTreeMap;

use super::Severity;

/// Settings of every rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// By rule name.
    pub rules: BTreeMap<String, RuleSettings>,
    /// Words the customers of this house use; never jargon.
    pub terms: Vec<String>,
}

/// Settings of one rule.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RuleSettings {
    /// `Some(None)` is off; `None` leaves the table as it is.
    pub severity: Option<Option<Severity>>,
    /// The same for single parts, by their id or kind, and for zones; stands above `severity`, and may switch a rule on
    /// where its table has it off.
    pub by_part: BTreeMap<String, Option<Severity>>,
    /// Numbers by key, only those that differ from the default.
    pub numbers: BTreeMap<String, f64>,
}

impl Settings {
    /// The settings of the rule `name`.
    pub fn of(&self, name: &str) -> &RuleSettings {
        static NOTHING: RuleSettings =
            RuleSettings { severity: None, by_part: BTreeMap::new(), numbers: BTreeMap::new() };
        self.rules.get(name).unwrap_or(&NOTHING)
    }
}
