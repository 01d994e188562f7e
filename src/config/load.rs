//! Reading a configuration, whole or not at all.

use std::path::{Path, PathBuf};

use super::check::{Known, Level, check};
use super::file::Override;
use super::layer::Layer;
use super::schema::{Least, Schema, Text, Written, texts};
use super::{ConfigFile, Error, PackFile, Patterns};
use crate::score::Metric;
use crate::storage::Files;
use crate::yaml::{self, Step};

/// Reads the configuration at `path` and the word lists it names, all of them among `files`.
///
/// # Errors
///
/// Whatever is wrong in it, first thing first: nothing runs on half a configuration.
pub fn load(path: &Path, known: Known<'_>, files: &dyn Files) -> Result<ConfigFile, Error> {
    let text = files.read(path).map_err(Error::Read)?;
    let loader = Loader { path, text: &text, known, files };
    match loader.load() {
        Ok(file) => Ok(ConfigFile { text, ..file }),
        Err(error) => Err(Error::in_text(path, &text, error)),
    }
}

/// What a configuration is read with.
struct Loader<'a> {
    path: &'a Path,
    text: &'a str,
    known: Known<'a>,
    files: &'a dyn Files,
}

impl Loader<'_> {
    fn load(&self) -> Result<ConfigFile, yaml::Error> {
        let mut schema: Schema = yaml::from_str(self.text)?;
        let base = self.layer(&[], schema.take_base())?;
        let overrides = schema.take_overrides().into_iter().enumerate();
        let overrides = overrides.map(|(index, (files, written))| self.an_override(index, &files, written));
        Ok(ConfigFile {
            path: Some(self.path.to_owned()),
            text: String::new(),
            base,
            overrides: overrides.collect::<Result<_, _>>()?,
            max_warnings: schema.max_warnings,
            baseline: schema.baseline.map(|Text(name)| self.beside(&name)),
            documents: self.patterns(&[Step::Key("documents")], &texts(schema.documents))?,
            include: self.patterns(&[Step::Key("include")], &texts(schema.include))?,
            exclude: self.patterns(&[Step::Key("exclude")], &texts(schema.exclude))?,
        })
    }

    fn an_override(&self, index: usize, files: &[String], written: Written) -> Result<Override, yaml::Error> {
        let place = [Step::Key("overrides"), Step::Entry(index)];
        if files.is_empty() {
            let message = "an override says for which `files:` it is, for example `files: [docs/]`";
            return Err(yaml::Error::at_value(self.text, &place, message));
        }
        let [overrides, entry] = place;
        let files = self.patterns(&[overrides, entry, Step::Key("files")], files)?;
        Ok(Override { files, layer: self.layer(&place, written)? })
    }

    fn layer(&self, place: &[Step<'_>], written: Written) -> Result<Layer, yaml::Error> {
        let level = Level { text: self.text, place };
        check(level, &written, self.known)?;
        let threshold = |(name, least): (String, Least)| Some((Metric::find(&name).ok()?, (name, least.0)));
        Ok(Layer {
            packs: self.packs(level, &texts(written.packs))?,
            template: written.template.map(|name| name.0),
            fail_on: written.fail_on,
            rules: written.rules.into_iter().map(|(name, rule)| (name, rule.0)).collect(),
            terms: texts(written.terms),
            gate: written.gate,
            min_score: written.min_score.into_iter().filter_map(threshold).collect(),
        })
    }

    fn patterns(&self, place: &[Step<'_>], patterns: &[String]) -> Result<Patterns, yaml::Error> {
        let absolute = std::path::absolute(self.path).unwrap_or_else(|_| self.path.to_owned());
        Patterns::new(absolute.parent().unwrap_or(Path::new("/")), patterns).map_err(|(index, message)| {
            let place: Vec<Step<'_>> = place.iter().copied().chain([Step::Entry(index)]).collect();
            yaml::Error::at_value(self.text, &place, message)
        })
    }

    fn packs(&self, level: Level<'_>, names: &[String]) -> Result<Vec<PackFile>, yaml::Error> {
        let read = |(index, name): (usize, &String)| {
            let path = self.beside(name);
            let place = [Step::Key("packs"), Step::Entry(index)];
            let text = self.files.read(&path).map_err(|error| level.at_value(&place, error.to_string()))?;
            Ok(PackFile { path, text })
        };
        names.iter().enumerate().map(read).collect()
    }

    /// The file called `name` in the configuration.
    fn beside(&self, name: &str) -> PathBuf {
        self.path.parent().unwrap_or(Path::new("")).join(name.strip_prefix("./").unwrap_or(name))
    }
}
