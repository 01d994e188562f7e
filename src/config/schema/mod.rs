//! The keys of `prfaq.yml`, as they are written; what they name is not yet checked.

mod fail_on;
mod least;
mod number;
mod rule;
mod text;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Gate;
pub(super) use fail_on::FailOn;
pub(super) use least::Least;
pub(super) use number::{count, whole, within};
pub(super) use rule::Rule;
pub(super) use text::{Text, given, texts};

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Schema {
    #[serde(deserialize_with = "given")]
    template: Option<Text>,
    #[serde(deserialize_with = "given")]
    fail_on: Option<FailOn>,
    rules: BTreeMap<String, Rule>,
    packs: Vec<Text>,
    terms: Vec<Text>,
    #[serde(deserialize_with = "given")]
    gate: Option<Gate>,
    min_score: BTreeMap<String, Least>,
    #[serde(deserialize_with = "given")]
    pub(super) max_warnings: Option<usize>,
    #[serde(deserialize_with = "given")]
    pub(super) baseline: Option<Text>,
    pub(super) documents: Vec<Text>,
    pub(super) include: Vec<Text>,
    pub(super) exclude: Vec<Text>,
    overrides: Vec<Override>,
}

/// What holds for some files only.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Override {
    files: Vec<Text>,
    #[serde(deserialize_with = "given")]
    template: Option<Text>,
    #[serde(deserialize_with = "given")]
    fail_on: Option<FailOn>,
    rules: BTreeMap<String, Rule>,
    packs: Vec<Text>,
    terms: Vec<Text>,
    #[serde(deserialize_with = "given")]
    gate: Option<Gate>,
    min_score: BTreeMap<String, Least>,
}

/// The keys that the file and an override share.
#[derive(Debug)]
pub(super) struct Written {
    pub(super) template: Option<Text>,
    pub(super) fail_on: Option<FailOn>,
    pub(super) rules: BTreeMap<String, Rule>,
    pub(super) packs: Vec<Text>,
    pub(super) terms: Vec<Text>,
    pub(super) gate: Option<Gate>,
    pub(super) min_score: BTreeMap<String, Least>,
}

impl Schema {
    /// What holds for every file.
    pub(super) fn take_base(&mut self) -> Written {
        Written {
            template: self.template.take(),
            fail_on: self.fail_on.take(),
            rules: std::mem::take(&mut self.rules),
            packs: std::mem::take(&mut self.packs),
            terms: std::mem::take(&mut self.terms),
            gate: self.gate.take(),
            min_score: std::mem::take(&mut self.min_score),
        }
    }

    /// What holds for some: the patterns of their names, and what it is.
    pub(super) fn take_overrides(&mut self) -> Vec<(Vec<String>, Written)> {
        let written = |own: Override| {
            let Override { files, template, fail_on, rules, packs, terms, gate, min_score } = own;
            (texts(files), Written { template, fail_on, rules, packs, terms, gate, min_score })
        };
        std::mem::take(&mut self.overrides).into_iter().map(written).collect()
    }
}
