//! Where the values come from that hold for a path.

use serde_json::Value;

use super::layer::{Layer, says_severity};
use super::schema::FailOn;
use super::{ConfigFile, Gate, PackFile};
use crate::lint::{RuleSettings, Severity};
use crate::yaml::{self, Step};

/// One value that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The way to it: `rules`, `jargon`, `severity`.
    pub keys: Vec<String>,
    /// Whether it is an entry of the list that the keys lead to.
    pub entry: bool,
    /// The value itself: text or a number; null where nothing is set and nothing holds.
    pub value: Value,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said anything.
    Default,
    /// The configuration file.
    File {
        /// Its line, from 1; 0 where that is not known.
        line: usize,
        /// The override that says it, from 1.
        number: Option<usize>,
    },
    /// The command line.
    CommandLine,
}

/// Top-level keys in the order of the manual.
const ORDER: [&str; 12] = [
    "template",
    "fail-on",
    "max-warnings",
    "min-score",
    "rules",
    "terms",
    "packs",
    "gate",
    "baseline",
    "documents",
    "include",
    "exclude",
];

impl ConfigFile {
    /// Every value that holds where `overrides` do, and where it comes from. Rules of which nothing is said are left
    /// out.
    pub fn settings(&self, overrides: &[usize]) -> Vec<Setting> {
        let mut found = Found { text: &self.text, settings: Vec::new() };
        for (key, value) in [("template", None), ("fail-on", Some("error")), ("gate", Some("default"))] {
            found.default(key, value);
        }
        found.default("max-warnings", None);
        found.default("baseline", None);
        for (number, layer) in self.layers(overrides) {
            found.layer(number, layer);
        }
        let top = At { number: None };
        if let Some(most) = self.max_warnings {
            found.put(top, &["max-warnings"], most.into());
        }
        if let Some(file) = &self.baseline {
            found.put(top, &["baseline"], file.to_string_lossy().into());
        }
        for (key, patterns) in
            [("documents", &self.documents), ("include", &self.include), ("exclude", &self.exclude)]
        {
            for (index, line) in patterns.lines().iter().enumerate() {
                found.entry(top, key, index, line);
            }
        }
        let rank = |setting: &Setting| {
            ORDER.iter().position(|key| setting.keys.first().is_some_and(|own| own == key))
        };
        let mut settings = found.settings;
        settings.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| by_rule(a).cmp(&by_rule(b))));
        settings
    }
}

/// Rules stand by name; everything else as it was found.
fn by_rule(setting: &Setting) -> Option<&String> {
    setting.keys.get(1).filter(|_| setting.keys.first().is_some_and(|key| key == "rules"))
}

/// A level of the file: the top, or an override by its index.
#[derive(Clone, Copy)]
struct At {
    number: Option<usize>,
}

impl At {
    fn way<'a>(self, steps: &[Step<'a>]) -> Vec<Step<'a>> {
        let above = self.number.map(|index| [Step::Key("overrides"), Step::Entry(index)]);
        above.into_iter().flatten().chain(steps.iter().copied()).collect()
    }

    fn origin(self, error: &yaml::Error) -> Origin {
        Origin::File { line: error.at.map_or(0, |at| at.line), number: self.number.map(|index| index + 1) }
    }
}

/// What was found so far; what is put on top replaces what it says otherwise.
struct Found<'a> {
    text: &'a str,
    settings: Vec<Setting>,
}

impl Found<'_> {
    fn default(&mut self, key: &str, value: Option<&str>) {
        let value = value.map_or(Value::Null, Value::from);
        self.settings.push(Setting {
            keys: vec![key.to_owned()],
            entry: false,
            value,
            origin: Origin::Default,
        });
    }

    /// Takes out everything below `keys`.
    fn clear(&mut self, keys: &[&str]) {
        self.settings.retain(|setting| {
            !setting.keys.iter().map(String::as_str).take(keys.len()).eq(keys.iter().copied())
        });
    }

    fn put(&mut self, at: At, keys: &[&str], value: Value) {
        let way: Vec<Step<'_>> = keys.iter().map(|key| Step::Key(key)).collect();
        let origin = at.origin(&yaml::Error::at_key(self.text, &at.way(&way), ""));
        self.put_from(origin, keys, value);
    }

    fn put_from(&mut self, origin: Origin, keys: &[&str], value: Value) {
        self.clear(keys);
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        self.settings.push(Setting { keys, entry: false, value, origin });
    }

    /// Adds entry `index` of the list `key`, unless it is in the list already.
    fn entry(&mut self, at: At, key: &str, index: usize, value: &str) {
        if self.settings.iter().any(|one| one.entry && one.keys == [key] && one.value == value) {
            return;
        }
        let place = yaml::Error::at_value(self.text, &at.way(&[Step::Key(key), Step::Entry(index)]), "");
        let (keys, value) = (vec![key.to_owned()], Value::from(value));
        self.settings.push(Setting { keys, entry: true, value, origin: at.origin(&place) });
    }

    fn layer(&mut self, number: Option<usize>, layer: &Layer) {
        let at = At { number };
        if let Some(template) = &layer.template {
            self.put(at, &["template"], template.as_str().into());
        }
        if let Some(FailOn(fail_on)) = layer.fail_on {
            self.put(at, &["fail-on"], fail_on.map_or("never", Severity::name).into());
        }
        if let Some(gate) = layer.gate {
            self.gate(at, gate);
        }
        for (name, settings) in &layer.rules {
            self.rule(at, name, settings);
        }
        for (index, term) in layer.terms.iter().enumerate() {
            self.entry(at, "terms", index, term);
        }
        for (index, PackFile { path, .. }) in layer.packs.iter().enumerate() {
            self.entry(at, "packs", index, &path.to_string_lossy());
        }
        for (metric, (written, threshold)) in &layer.min_score {
            let way = [Step::Key("min-score"), Step::Key(written)];
            let place = yaml::Error::at_key(self.text, &at.way(&way), "");
            match threshold {
                Some(threshold) => {
                    self.put_from(at.origin(&place), &["min-score", metric.name()], (*threshold).into());
                }
                None => self.clear(&["min-score", metric.name()]),
            }
        }
    }

    fn rule(&mut self, at: At, name: &str, settings: &RuleSettings) {
        if says_severity(settings) {
            self.clear(&["rules", name, "severity"]);
            let place = yaml::Error::at_key(self.text, &at.way(&[Step::Key("rules"), Step::Key(name)]), "");
            let level = |level: &Option<Severity>| Value::from(level.map_or("off", Severity::name));
            for (part, severity) in &settings.by_part {
                self.put(at, &["rules", name, "severity", part], level(severity));
            }
            match &settings.severity {
                Some(severity) if settings.by_part.is_empty() => {
                    self.put_from(at.origin(&place), &["rules", name, "severity"], level(severity));
                }
                Some(severity) => self.put(at, &["rules", name, "severity", "all"], level(severity)),
                None => {}
            }
        }
        for (key, number) in &settings.numbers {
            self.put(at, &["rules", name, key], (*number).into());
        }
    }

    fn gate(&mut self, at: At, gate: Gate) {
        self.clear(&["gate"]);
        let name = match gate {
            Gate::Default => "default",
            Gate::Amazon => "amazon",
            Gate::Public => "public",
            Gate::Own(own) => {
                let own = [
                    ("min-flesch-reading-ease", own.min_flesch_reading_ease.map(Value::from)),
                    ("max-flesch-kincaid-grade", own.max_flesch_kincaid_grade.map(Value::from)),
                    ("max-sentence-words", own.max_sentence_words.map(Value::from)),
                    ("max-errors", own.max_errors.map(Value::from)),
                ];
                for (key, value) in own {
                    if let Some(value) = value {
                        self.put(at, &["gate", key], value);
                    }
                }
                return;
            }
        };
        self.put(at, &["gate"], name.into());
    }
}
