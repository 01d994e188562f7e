//! What a template asks of its documents beside parts and severities; what the house has settled stands above it.

use crate::lint::Settings;
use crate::score::gate::Thresholds;
use crate::template::Template;

/// The settings of the house, with the template's numbers and words where the house says nothing.
pub(super) fn settings(house: &Settings, template: Option<&Template>) -> Settings {
    let mut settings = house.clone();
    let Some(template) = template else { return settings };
    for (rule, numbers) in &template.limits {
        let own = settings.rules.entry(rule.clone()).or_default();
        for (key, number) in numbers {
            own.numbers.entry(key.clone()).or_insert(*number);
        }
    }
    settings.terms.extend(template.terms.iter().cloned());
    settings
}

/// The gate of the house, closed above the template's grade where the house has not chosen a gate of its own.
pub(super) fn thresholds(house: Thresholds, template: Option<&Template>) -> Thresholds {
    let Some(grade) = template.and_then(|template| template.max_grade) else { return house };
    if house == Thresholds::DEFAULT { house.with_grade(grade) } else { house }
}
