//! Documents as the next commit will hold them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::desk::{Admitted, Desk};
use super::inputs::{self, Read};
use crate::config::{self, NAMES};
use crate::git::{Changes, Entry, Index, Repository};
use crate::storage::{Files, Shown};

/// What to say where nothing is staged that could be checked.
pub(super) const NOTHING: &str = "no documents are staged";

/// What is staged.
pub(super) struct Staged {
    /// Where it is.
    pub repository: Repository,
    /// Where they are worked on, by the staged configurations.
    pub desk: Desk,
    /// The documents by path, behind them why others that were named cannot be found.
    pub documents: Vec<Result<Document, String>>,
    /// What is passed over, and why.
    pub notes: Vec<String>,
}

/// A document in the index that is not read yet.
pub(super) struct Document {
    index: Arc<Index>,
    /// As the index holds it.
    pub entry: Entry,
    /// Where it is on the disk, absolute.
    pub path: PathBuf,
    /// As a person in the current folder calls it.
    pub name: PathBuf,
    /// Whether it was named itself, not only its folder.
    pub named: bool,
}

/// The documents that the next commit adds or changes below `paths`, or all of them where there are none. A file that
/// is named is one whatever its ending. Configurations are the staged ones, or `config`; what they exclude is left out,
/// with `force` also where it is named.
///
/// # Errors
///
/// There is no repository, or git says no.
pub(super) fn documents(paths: &[PathBuf], config: Option<&Path>, force: bool) -> anyhow::Result<Staged> {
    let repository = Repository::here()?;
    let changes = repository.staged(paths)?;
    let index = Arc::new(Index::new(repository.clone(), NAMES));
    let named: Vec<PathBuf> = paths.iter().filter_map(|path| repository.inside(path)).collect();
    let missing = paths.iter().filter(|path| is_missing(path, &repository, &changes));
    let missing: Vec<_> = missing
        .map(|path| Err(format!("{}: no such file, neither on the disk nor staged", Shown(path))))
        .collect();
    let mut notes: Vec<String> = in_conflict(&changes).into_iter().collect();
    let document = |entry: Entry| Document {
        index: Arc::clone(&index),
        path: repository.top().join(&entry.path),
        name: repository.shown(&entry.path),
        named: named.contains(&entry.path),
        entry,
    };
    let desk = Desk::among(Arc::clone(&index) as Arc<dyn Files>, config);
    let broken = broken_configurations(&changes, &repository, &desk);
    let documents = changes.files.into_iter().map(document);
    let documents = documents.filter(|one| match desk.admits(&one.path, &one.name, one.named, force) {
        Admitted::Yes => true,
        Admitted::No => false,
        Admitted::Noted(note) => {
            notes.push(note);
            true
        }
    });
    let documents = documents.map(Ok).chain(missing).chain(broken).collect();
    Ok(Staged { repository, desk, documents, notes })
}

/// What is wrong with the configurations that the next commit adds or changes, whether a document needs them or not: the
/// next one to commit would be stopped by them.
fn broken_configurations(
    changes: &Changes,
    repository: &Repository,
    desk: &Desk,
) -> Vec<Result<Document, String>> {
    let is_configuration = |name: &std::ffi::OsStr| name == config::FILE_NAME;
    let files = changes.files.iter().filter(|entry| entry.path.file_name().is_some_and(is_configuration));
    let problems = files.filter_map(|entry| desk.settled(&repository.top().join(&entry.path)).err());
    problems.map(|error| Err(error.to_string())).collect()
}

/// Whether `path` is a slip of the pen: no pattern, not on the disk, and the next commit knows nothing of it.
fn is_missing(path: &Path, repository: &Repository, changes: &Changes) -> bool {
    let is_pattern = path.as_os_str().as_encoded_bytes().iter().any(|byte| b"*?[".contains(byte));
    let is_known = || repository.inside(path).is_some_and(|inside| changes.touch(&inside));
    !is_pattern && path.symlink_metadata().is_err() && !is_known()
}

fn in_conflict(changes: &Changes) -> Option<String> {
    match changes.unmerged.iter().filter(|path| inputs::is_document(path)).count() {
        0 => None,
        1 => Some("1 file with conflicts is not checked".to_owned()),
        count => Some(format!("{count} files with conflicts are not checked")),
    }
}

impl Document {
    /// Its text and name.
    ///
    /// # Errors
    ///
    /// What a person should read: it is no text, or git cannot read it.
    pub fn read(&self) -> Result<Read, String> {
        let source = self.index.text(&self.entry, &self.name).map_err(|error| error.to_string())?;
        let shown = Shown(&self.name).to_string();
        Ok(Read { path: self.path.clone(), name: self.name.clone(), shown, source, identity: None })
    }

    /// As [`Self::read`], exactly as the index holds it: no line ending is as a checkout would have it.
    ///
    /// # Errors
    ///
    /// As [`Self::read`].
    pub fn raw(&self) -> Result<String, String> {
        self.index.raw_text(&self.entry, &self.name).map_err(|error| error.to_string())
    }
}
