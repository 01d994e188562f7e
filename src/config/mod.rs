//! `prfaq.yml`: what it may say, where it is found, and reading it whole or not at all. Own templates: where they lie.
//! The user's own settings of the editor: [`editor`].
//!
//! Unknown keys, rules and templates, wrong types and word lists that cannot be read are errors with file, line, column
//! and the line itself. [`ConfigFile`] is a file with its overrides, [`Config`] what it comes to for one path. What the
//! settings do is known by `lint`, `score` and the command line. No command is ever run from here.

mod check;
mod discovery;
pub mod editor;
mod error;
mod file;
mod gate;
mod layer;
mod load;
mod origin;
#[cfg(test)]
mod override_tests;
mod patterns;
mod schema;
mod templates;
#[cfg(test)]
mod tests;
mod user;

use std::collections::BTreeMap;
use std::path::PathBuf;

pub use check::Known;
pub use discovery::{FILE_NAME, IGNORE_NAME, NAMES, find, misnamed};
pub use error::Error;
pub use file::ConfigFile;
pub use gate::{Gate, Thresholds};
pub use load::load;
pub use origin::{Origin, Setting};
pub use patterns::Patterns;
pub use templates::{of_project as template_folders, templates};

use crate::lint::{Settings, Severity};
use crate::score::Metric;

/// What a house has settled for one path; the default is what holds where there is no file.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file it was read from.
    pub path: Option<PathBuf>,
    /// The template of documents that name none.
    pub template: Option<String>,
    /// The mildest severity that makes `lint` fail; `None` is never.
    pub fail_on: Option<Severity>,
    /// Severities, numbers and terms for the rules.
    pub settings: Settings,
    /// Word lists beside the built-in ones, in the order they are named.
    pub packs: Vec<PackFile>,
    /// The findings that the house lives with: a file that `lint --write-baseline` wrote.
    pub baseline: Option<PathBuf>,
    /// What a document must meet before it is exported.
    pub gate: Gate,
    /// What the figures of a document must meet in `lint`.
    pub min_score: BTreeMap<Metric, f64>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            path: None,
            template: None,
            fail_on: Some(Severity::Error),
            settings: Settings::default(),
            packs: Vec::new(),
            baseline: None,
            gate: Gate::default(),
            min_score: BTreeMap::new(),
        }
    }
}

/// A word list that the configuration names, read but not yet understood: that is for `lint` to do, and
/// [`Error::in_text`] tells of what is wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}
