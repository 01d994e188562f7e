//! Whether what a configuration names is there: templates, rules, their settings, parts, metrics.

use super::schema::{Text, Written};
use crate::document::{PartKind, Zone};
use crate::lint::{Rule, RuleSettings};
use crate::score::Metric;
use crate::text::unknown;
use crate::yaml::{self, Step};

/// The names a configuration may use.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The rules there are.
    pub rules: &'a [&'a Rule],
    /// The templates there are.
    pub templates: &'a [&'a str],
    /// The ids of the parts of those templates; asked for only where a configuration names a part.
    pub parts: &'a dyn Fn() -> Vec<String>,
}

/// A level of a configuration, and where it stands in the text.
#[derive(Clone, Copy)]
pub(super) struct Level<'a> {
    pub text: &'a str,
    /// The way from the top of the file to the level.
    pub place: &'a [Step<'a>],
}

impl<'a> Level<'a> {
    /// The way to `steps` of this level.
    fn way(self, steps: &[Step<'a>]) -> Vec<Step<'a>> {
        self.place.iter().chain(steps).copied().collect()
    }

    /// An error about the value at `steps`.
    pub fn at_value(self, steps: &[Step<'a>], message: impl Into<String>) -> yaml::Error {
        yaml::Error::at_value(self.text, &self.way(steps), message)
    }

    /// An error about the key at `steps`.
    fn at_key(self, steps: &[Step<'a>], message: impl Into<String>) -> yaml::Error {
        yaml::Error::at_key(self.text, &self.way(steps), message)
    }
}

/// Checks what is `written` on a level.
pub(super) fn check(level: Level<'_>, written: &Written, known: Known<'_>) -> Result<(), yaml::Error> {
    if let Some(Text(name)) = &written.template
        && !known.templates.contains(&name.as_str())
    {
        let message = unknown("template", name, known.templates.iter().copied(), "prfaq templates");
        return Err(level.at_value(&[Step::Key("template")], message));
    }
    if let Some(index) = written.terms.iter().position(|term| term.0.trim().is_empty()) {
        let place = [Step::Key("terms"), Step::Entry(index)];
        return Err(level.at_value(&place, "expected a word, found nothing"));
    }
    for (name, rule) in &written.rules {
        check_rule(level, name, &rule.0, known)?;
    }
    for (name, threshold) in &written.min_score {
        let place = [Step::Key("min-score"), Step::Key(name)];
        let metric = Metric::find(name).map_err(|message| level.at_key(&place, message))?;
        if let Some(threshold) = threshold.0 {
            metric.check(threshold).map_err(|message| level.at_value(&place, message))?;
        }
    }
    Ok(())
}

fn check_rule(
    level: Level<'_>,
    name: &str,
    settings: &RuleSettings,
    known: Known<'_>,
) -> Result<(), yaml::Error> {
    let Some(rule) = known.rules.iter().find(|rule| rule.name == name) else {
        let names = known.rules.iter().map(|rule| rule.name);
        let place = [Step::Key("rules"), Step::Key(name)];
        return Err(level.at_key(&place, unknown("rule", name, names, "prfaq rules")));
    };
    check_parts(level, name, settings, known)?;
    let keys: Vec<&str> = rule.settings.iter().map(|setting| setting.name).chain(["severity"]).collect();
    match settings.numbers.keys().find(|key| !keys.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => {
            let place = [Step::Key("rules"), Step::Key(name), Step::Key(key)];
            Err(level.at_key(&place, unknown("key", key, keys, &format!("prfaq rules {name}"))))
        }
    }
}

/// A severity is given for a part, for a kind of part or for a zone.
fn check_parts(
    level: Level<'_>,
    rule: &str,
    settings: &RuleSettings,
    known: Known<'_>,
) -> Result<(), yaml::Error> {
    if settings.by_part.is_empty() {
        return Ok(());
    }
    let kinds = PartKind::KNOWN.map(|kind| kind.name().to_owned());
    let zones = Zone::ALL.map(|zone| zone.name().to_owned());
    let names: Vec<String> = kinds.into_iter().chain(zones).chain((known.parts)()).collect();
    let Some(name) = settings.by_part.keys().find(|name| !names.contains(name)) else { return Ok(()) };
    let place = [Step::Key("rules"), Step::Key(rule), Step::Key("severity"), Step::Key(name)];
    let names = names.iter().map(String::as_str).chain(["all"]);
    Err(level.at_key(&place, unknown("part", name, names, "prfaq templates NAME")))
}
