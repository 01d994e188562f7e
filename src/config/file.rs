//! A configuration file as it was read: what holds everywhere below it, and what holds for some paths only.

use std::path::{Path, PathBuf};

use super::layer::Layer;
use super::{Config, PackFile, Patterns};

/// A `prfaq.yml`, checked; the default is what holds where there is none.
#[derive(Debug, Default)]
pub struct ConfigFile {
    /// Where it is.
    pub path: Option<PathBuf>,
    /// What it says, as it is written.
    pub(super) text: String,
    pub(super) base: Layer,
    pub(super) overrides: Vec<Override>,
    /// The most warnings of all documents under this file.
    pub max_warnings: Option<usize>,
    /// The findings that the house lives with: a file that `lint --write-baseline` wrote.
    pub(super) baseline: Option<PathBuf>,
    /// Which files are taken for a PR/FAQ whatever they look like.
    pub documents: Patterns,
    /// Which files are read in folders and by hooks; empty where it is their ending that says so.
    pub include: Patterns,
    /// Which files are not read in folders nor by hooks.
    pub exclude: Patterns,
}

/// What holds for some paths.
#[derive(Debug)]
pub(super) struct Override {
    pub files: Patterns,
    pub layer: Layer,
}

impl ConfigFile {
    /// The overrides that hold for the file or folder at `path`, by their index, in the order they are written.
    pub fn overrides_of(&self, path: &Path) -> Vec<usize> {
        let overrides = self.overrides.iter().enumerate();
        overrides.filter(|(_, one)| one.files.contains(path)).map(|(index, _)| index).collect()
    }

    /// What holds where `overrides` do, later ones above earlier ones.
    pub fn config(&self, overrides: &[usize]) -> Config {
        let mut config =
            Config { path: self.path.clone(), baseline: self.baseline.clone(), ..Config::default() };
        for (_, layer) in self.layers(overrides) {
            layer.put_on(&mut config);
        }
        config
    }

    /// What holds for the file at `path`.
    pub fn for_path(&self, path: &Path) -> Config {
        self.config(&self.overrides_of(path))
    }

    /// The levels, each with the index of its override; the last one stands above the others.
    pub(super) fn layers<'a>(
        &'a self,
        overrides: &'a [usize],
    ) -> impl Iterator<Item = (Option<usize>, &'a Layer)> {
        let above =
            overrides.iter().filter_map(|index| Some((Some(*index), &self.overrides.get(*index)?.layer)));
        std::iter::once((None, &self.base)).chain(above)
    }

    /// Every word list that the file names, those of its overrides too.
    pub fn packs(&self) -> impl Iterator<Item = &PackFile> {
        let above = self.overrides.iter().flat_map(|one| &one.layer.packs);
        self.base.packs.iter().chain(above)
    }
}
