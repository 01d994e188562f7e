//! What one level of a configuration says: the file itself, or one of its overrides.

use std::collections::BTreeMap;

use super::schema::FailOn;
use super::{Config, Gate, PackFile};
use crate::lint::RuleSettings;
use crate::score::Metric;

/// What is said on one level; what is not said is left as it is below.
#[derive(Debug, Clone, Default)]
pub(super) struct Layer {
    pub template: Option<String>,
    pub fail_on: Option<FailOn>,
    pub rules: BTreeMap<String, RuleSettings>,
    pub packs: Vec<PackFile>,
    pub terms: Vec<String>,
    pub gate: Option<Gate>,
    /// Each as it is written, and its threshold; `None` takes one away.
    pub min_score: BTreeMap<Metric, (String, Option<f64>)>,
}

impl Layer {
    /// Puts this level on `config`: single values and thresholds replace what was there, a severity replaces the whole
    /// severity of its rule, terms and word lists are added.
    pub fn put_on(&self, config: &mut Config) {
        if let Some(template) = &self.template {
            config.template = Some(template.clone());
        }
        if let Some(FailOn(fail_on)) = self.fail_on {
            config.fail_on = fail_on;
        }
        if let Some(gate) = self.gate {
            config.gate = gate;
        }
        for (name, own) in &self.rules {
            let settings = config.settings.rules.entry(name.clone()).or_default();
            if says_severity(own) {
                settings.severity = own.severity;
                settings.by_part.clone_from(&own.by_part);
            }
            settings.numbers.extend(own.numbers.iter().map(|(key, number)| (key.clone(), *number)));
        }
        for term in &self.terms {
            if !config.settings.terms.contains(term) {
                config.settings.terms.push(term.clone());
            }
        }
        for pack in &self.packs {
            if !config.packs.contains(pack) {
                config.packs.push(pack.clone());
            }
        }
        for (metric, (_, threshold)) in &self.min_score {
            match threshold {
                Some(threshold) => config.min_score.insert(*metric, *threshold),
                None => config.min_score.remove(metric),
            };
        }
    }
}

/// Whether `settings` say how hard the rule strikes.
pub(super) fn says_severity(settings: &RuleSettings) -> bool {
    settings.severity.is_some() || !settings.by_part.is_empty()
}
