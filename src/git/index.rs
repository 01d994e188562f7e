//! Files as the next commit will hold them.

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::{Blobs, Entry, Error, Repository, blobs};
use crate::storage::{self, Disk, Files, ReadError, ReadProblem};

/// Reads what is staged where the index knows a file, and the disk where it does not. What the next commit deletes is
/// gone, though it may still be on the disk.
pub struct Index {
    repository: Repository,
    /// The names that are looked for in every folder.
    everywhere: &'static [&'static str],
    /// The files of these names, by path below the top.
    known: OnceLock<HashMap<PathBuf, Entry>>,
    deleted: OnceLock<HashSet<PathBuf>>,
    blobs: Mutex<Option<Blobs>>,
}

/// What the index says of a file.
enum Staged {
    /// It holds it.
    There(Entry),
    /// The next commit deletes it.
    Deleted,
    /// Nothing: it is untracked, or elsewhere, or in conflict.
    Unknown,
}

impl Index {
    /// The index of `repository`; files with a name of `everywhere` are listed at once, because they are looked for in
    /// many folders.
    pub fn new(repository: Repository, everywhere: &'static [&'static str]) -> Self {
        Self {
            repository,
            everywhere,
            known: OnceLock::new(),
            deleted: OnceLock::new(),
            blobs: Mutex::default(),
        }
    }

    fn look(&self, path: &Path) -> Staged {
        let Some(inside) = self.repository.inside(path) else { return Staged::Unknown };
        match self.entry(&inside) {
            Some(entry) if !entry.is_empty() || !self.is_only_intended(&inside) => Staged::There(entry),
            None if Disk.is_there(path) && self.deleted().contains(&inside) => Staged::Deleted,
            Some(_) | None => Staged::Unknown,
        }
    }

    fn entry(&self, inside: &Path) -> Option<Entry> {
        if inside.file_name().is_some_and(|name| self.everywhere.iter().any(|known| name == *known)) {
            return self.known().get(inside).cloned();
        }
        let mut pathspec = OsString::from(":(top,literal)");
        pathspec.push(inside);
        self.repository.indexed(&[pathspec]).ok()?.pop()
    }

    fn known(&self) -> &HashMap<PathBuf, Entry> {
        self.known.get_or_init(|| {
            let pathspecs = self.everywhere.iter().map(|name| format!(":(top,glob)**/{name}"));
            let entries = self.repository.indexed(&pathspecs.collect::<Vec<_>>()).unwrap_or_default();
            entries.into_iter().map(|entry| (entry.path.clone(), entry)).collect()
        })
    }

    fn deleted(&self) -> &HashSet<PathBuf> {
        self.deleted.get_or_init(|| {
            let changes = self.repository.staged(&[]).unwrap_or_default();
            changes.deleted.into_iter().collect()
        })
    }

    fn is_only_intended(&self, inside: &Path) -> bool {
        self.repository.intended().is_ok_and(|intended| intended.iter().any(|path| path == inside))
    }

    /// The text of `entry` as a checkout would write it, called `name` in messages.
    ///
    /// # Errors
    ///
    /// It is no text, or git cannot read it.
    pub fn text(&self, entry: &Entry, name: &Path) -> Result<String, ReadError> {
        text_of(self.bytes(entry), name)
    }

    /// As [`Self::text`], exactly as the index holds it.
    ///
    /// # Errors
    ///
    /// As [`Self::text`].
    pub fn raw_text(&self, entry: &Entry, name: &Path) -> Result<String, ReadError> {
        text_of(blobs::raw(&self.repository, &entry.id), name)
    }

    fn bytes(&self, entry: &Entry) -> Result<Vec<u8>, Error> {
        let mut blobs = self.blobs.lock().unwrap_or_else(PoisonError::into_inner);
        let open = match blobs.take() {
            Some(open) => open,
            None => self.repository.blobs()?,
        };
        blobs.insert(open).read(&entry.id, &entry.path)
    }
}

fn text_of(bytes: Result<Vec<u8>, Error>, name: &Path) -> Result<String, ReadError> {
    let bytes = bytes.map_err(|error| {
        let problem = ReadProblem::Io(std::io::Error::other(error.to_string()));
        ReadError { path: name.to_owned(), problem }
    })?;
    storage::read_from(bytes.as_slice(), name)
}

impl Files for Index {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        match self.look(path) {
            Staged::There(entry) => self.text(&entry, path),
            Staged::Deleted => Err(ReadError { path: path.to_owned(), problem: ReadProblem::Missing }),
            Staged::Unknown => Disk.read(path),
        }
    }

    fn is_there(&self, path: &Path) -> bool {
        match self.look(path) {
            Staged::There(_) => true,
            Staged::Deleted => false,
            Staged::Unknown => Disk.is_there(path),
        }
    }
}
