//! `--changed`: the documents that changed since a revision, and what they said then.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::analysis::{Analysis, Analyst};
use crate::cli::args::Lint;
use crate::cli::inputs::Read;
use crate::config;
use crate::git::{Base, Change, Entry, Index, Repository};
use crate::lint::{Fingerprint, Touched, are_old};

/// What is compared with.
pub(super) struct Since {
    /// How a person calls the revision.
    pub name: String,
    repository: Repository,
    /// The files that changed, by their path below the top.
    changes: BTreeMap<PathBuf, Change>,
    blobs: Index,
}

impl Since {
    /// What `args` ask to compare with, if they do.
    ///
    /// # Errors
    ///
    /// No repository, no such revision.
    pub fn of(args: &Lint) -> anyhow::Result<Option<Self>> {
        let Some(named) = &args.changed else { return Ok(None) };
        if named == "-" || args.paths.iter().any(|path| path == Path::new("-")) {
            bail!("standard input was never another; leave `-` or --changed out");
        }
        let repository = Repository::here()?;
        let (base, paths) =
            base(&repository, Some(named.as_str()).filter(|name| !name.is_empty()), &args.paths)?;
        let changes = repository.changed(&base, args.staged, &paths)?;
        let changes = changes.into_iter().map(|change| (change.path.clone(), change)).collect();
        let blobs = Index::new(repository.clone(), config::NAMES);
        Ok(Some(Self { name: base.name, repository, changes, blobs }))
    }

    /// The files that changed, in order, as a person in the current folder calls them.
    pub fn files(&self) -> Vec<PathBuf> {
        self.changes.keys().map(|path| self.repository.shown(path)).collect()
    }

    /// Which findings of `analysis`, whose fingerprints are `prints`, the document had before, in paragraphs that did
    /// not change since.
    ///
    /// # Errors
    ///
    /// What it said before cannot be read.
    pub fn are_old(
        &self,
        read: &Read,
        analyst: &mut Analyst,
        analysis: &Analysis,
        prints: &[Fingerprint],
    ) -> Result<Vec<bool>, String> {
        let Some(before) = self.before(&read.path)? else { return Ok(vec![false; prints.len()]) };
        let old = analyst.analyse(&before);
        let had: BTreeSet<Fingerprint> =
            Fingerprint::all(&old.diagnostics, &before, &old.document).into_iter().collect();
        let touched = Touched::of(&old.document, &before, &analysis.document, &read.source);
        Ok(are_old(&analysis.diagnostics, prints, &analysis.document, &touched, &had))
    }

    /// What the document at `path` said; nothing where it is new, or was no text.
    fn before(&self, path: &Path) -> Result<Option<String>, String> {
        let change = self.repository.inside(path).and_then(|inside| self.changes.get(&inside));
        let change = change.and_then(|change| change.before.as_ref());
        let Some((id, was)) = change else { return Ok(None) };
        let entry = Entry { path: was.clone(), id: id.clone(), mode: String::new() };
        match self.blobs.text(&entry, path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.is_no_text() => Ok(None),
            Err(error) => Err(error.to_string()),
        }
    }
}

/// The revision to compare with and the paths that are meant: `--changed draft.md` names a document, not a revision.
fn base(
    repository: &Repository,
    named: Option<&str>,
    paths: &[PathBuf],
) -> anyhow::Result<(Base, Vec<PathBuf>)> {
    let mut meant = paths.to_vec();
    match repository.base(named) {
        Ok(base) => Ok((base, meant)),
        Err(_) if named.is_some_and(|name| Path::new(name).exists()) => {
            meant.insert(0, PathBuf::from(named.unwrap_or_default()));
            Ok((repository.base(None)?, meant))
        }
        Err(error) => Err(error.into()),
    }
}
