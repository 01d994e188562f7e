//! Reading a configuration and checking what it names.

use std::path::{Path, PathBuf};

use super::schema::{Schema, Text};
use super::{Config, Documents, Error, PackFile, find};
use crate::document::{PartKind, Zone};
use crate::lint::{Rule, RuleSettings, Settings, Severity};
use crate::storage::Files;
use crate::text::unknown;
use crate::yaml::{self, Step};

/// The names a configuration may use.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The rules there are.
    pub rules: &'a [&'a Rule],
    /// The templates there are.
    pub templates: &'a [&'a str],
    /// The ids of the parts of those templates; asked for only where a configuration names a part.
    pub parts: fn() -> Vec<String>,
}

/// The configuration for the document at `document` (for standard input, a name in the current folder): the file
/// `named` on the command line, else the one found from the document upwards, else the default.
///
/// # Errors
///
/// As [`load`].
pub fn for_document(
    document: &Path,
    named: Option<&Path>,
    known: Known<'_>,
    files: &dyn Files,
) -> Result<Config, Error> {
    match named {
        Some(path) => load(path, known, files),
        None => find(document.parent().unwrap_or(document), files)
            .map_or_else(|| Ok(Config::default()), |path| load(&path, known, files)),
    }
}

/// Reads the configuration at `path` and the word lists it names, all of them among `files`.
///
/// # Errors
///
/// Whatever is wrong in it, first thing first: nothing runs on half a configuration.
pub fn load(path: &Path, known: Known<'_>, files: &dyn Files) -> Result<Config, Error> {
    let text = files.read(path).map_err(Error::Read)?;
    let read = || -> Result<Config, yaml::Error> {
        let schema: Schema = yaml::from_str(&text)?;
        check_names(&text, &schema, known)?;
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = absolute.parent().unwrap_or(Path::new("/"));
        let documents = Documents::new(folder, &texts(schema.documents)).map_err(|(index, message)| {
            yaml::Error::at_value(&text, &[Step::Key("documents"), Step::Entry(index)], message)
        })?;
        let packs = read_packs(&text, path.parent().unwrap_or(Path::new("")), &texts(schema.packs), files)?;
        let rules = schema.rules.into_iter().map(|(name, rule)| (name, rule.0)).collect();
        Ok(Config {
            path: Some(path.to_owned()),
            template: schema.template.map(|name| name.0),
            fail_on: schema.fail_on.map_or(Some(Severity::Error), |severity| severity.0),
            settings: Settings { rules, terms: texts(schema.terms) },
            packs,
            baseline: schema.baseline.map(|name| beside(path, &name.0)),
            gate: schema.gate,
            documents,
        })
    };
    read().map_err(|error| Error::in_text(path, &text, error))
}

/// The file called `name` in the configuration at `path`.
fn beside(path: &Path, name: &str) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).join(name.strip_prefix("./").unwrap_or(name))
}

fn texts(written: Vec<Text>) -> Vec<String> {
    written.into_iter().map(|text| text.0).collect()
}

fn read_packs(
    text: &str,
    folder: &Path,
    names: &[String],
    files: &dyn Files,
) -> Result<Vec<PackFile>, yaml::Error> {
    let read = |(index, name): (usize, &String)| {
        let path = folder.join(name.strip_prefix("./").unwrap_or(name));
        let place = [Step::Key("packs"), Step::Entry(index)];
        let read =
            files.read(&path).map_err(|error| yaml::Error::at_value(text, &place, error.to_string()))?;
        Ok(PackFile { path, text: read })
    };
    names.iter().enumerate().map(read).collect()
}

fn check_names(text: &str, schema: &Schema, known: Known<'_>) -> Result<(), yaml::Error> {
    if let Some(Text(name)) = &schema.template
        && !known.templates.contains(&name.as_str())
    {
        let message = unknown("template", name, known.templates.iter().copied(), "prfaq templates");
        return Err(yaml::Error::at_value(text, &[Step::Key("template")], message));
    }
    if let Some(index) = schema.terms.iter().position(|term| term.0.trim().is_empty()) {
        let place = [Step::Key("terms"), Step::Entry(index)];
        return Err(yaml::Error::at_value(text, &place, "expected a word, found nothing"));
    }
    for (name, rule) in &schema.rules {
        check_rule(text, name, &rule.0, known)?;
    }
    Ok(())
}

fn check_rule(text: &str, name: &str, settings: &RuleSettings, known: Known<'_>) -> Result<(), yaml::Error> {
    let place = [Step::Key("rules"), Step::Key(name)];
    let Some(rule) = known.rules.iter().find(|rule| rule.name == name) else {
        let names = known.rules.iter().map(|rule| rule.name);
        return Err(yaml::Error::at_key(text, &place, unknown("rule", name, names, "prfaq rules")));
    };
    check_parts(text, name, settings, known)?;
    let keys: Vec<&str> = rule.settings.iter().map(|setting| setting.name).chain(["severity"]).collect();
    match settings.numbers.keys().find(|key| !keys.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => {
            let place = [Step::Key("rules"), Step::Key(name), Step::Key(key)];
            let message = unknown("key", key, keys, &format!("prfaq rules {name}"));
            Err(yaml::Error::at_key(text, &place, message))
        }
    }
}

/// A severity is given for a part, for a kind of part or for a zone.
fn check_parts(text: &str, rule: &str, settings: &RuleSettings, known: Known<'_>) -> Result<(), yaml::Error> {
    if settings.by_part.is_empty() {
        return Ok(());
    }
    let kinds = PartKind::KNOWN.map(|kind| kind.name().to_owned());
    let zones = Zone::ALL.map(|zone| zone.name().to_owned());
    let names: Vec<String> = kinds.into_iter().chain(zones).chain((known.parts)()).collect();
    let Some(name) = settings.by_part.keys().find(|name| !names.contains(name)) else { return Ok(()) };
    let place = [Step::Key("rules"), Step::Key(rule), Step::Key("severity"), Step::Key(name)];
    let names = names.iter().map(String::as_str).chain(["all"]);
    Err(yaml::Error::at_key(text, &place, unknown("part", name, names, "prfaq templates NAME")))
}
