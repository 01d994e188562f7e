//! Files as the next commit will hold them.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::{Blobs, Entry, Error, Repository};
use crate::storage::{self, Disk, Files, ReadError, ReadProblem};

/// Reads what is staged where the index knows a file, and the disk where it does not.
pub struct Index {
    repository: Repository,
    /// The name that is looked for in every folder.
    everywhere: &'static str,
    /// The files of that name, by path below the top.
    known: OnceLock<HashMap<PathBuf, Entry>>,
    blobs: Mutex<Option<Blobs>>,
}

impl Index {
    /// The index of `repository`; files called `everywhere` are listed at once, because they are looked for in many
    /// folders.
    pub fn new(repository: Repository, everywhere: &'static str) -> Self {
        Self { repository, everywhere, known: OnceLock::new(), blobs: Mutex::default() }
    }

    fn entry(&self, path: &Path) -> Option<Entry> {
        let inside = self.repository.inside(path)?;
        if inside.file_name().is_some_and(|name| name == self.everywhere) {
            return self.known().get(&inside).cloned();
        }
        let pathspec = format!(":(top,literal){}", inside.to_str()?);
        self.repository.indexed(&[&pathspec]).ok()?.pop()
    }

    fn known(&self) -> &HashMap<PathBuf, Entry> {
        self.known.get_or_init(|| {
            let pathspec = format!(":(top,glob)**/{}", self.everywhere);
            let entries = self.repository.indexed(&[&pathspec]).unwrap_or_default();
            entries.into_iter().map(|entry| (entry.path.clone(), entry)).collect()
        })
    }

    /// The text of `entry`, called `name` in messages.
    ///
    /// # Errors
    ///
    /// It is no text, or git cannot read it.
    pub fn text(&self, entry: &Entry, name: &Path) -> Result<String, ReadError> {
        let bytes = self.bytes(entry).map_err(|error| {
            let problem = ReadProblem::Io(std::io::Error::other(error.to_string()));
            ReadError { path: name.to_owned(), problem }
        })?;
        storage::read_from(bytes.as_slice(), name)
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

impl Files for Index {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        match self.entry(path) {
            Some(entry) => self.text(&entry, path),
            None => Disk.read(path),
        }
    }

    fn is_there(&self, path: &Path) -> bool {
        self.entry(path).is_some() || Disk.is_there(path)
    }
}
