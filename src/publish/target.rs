//! What stands where a file is to be written, known before anything is.

use std::path::{Path, PathBuf};

use crate::storage::Shown;

/// Why no file can be written somewhere, or not without asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// It is the document that is exported.
    Document,
    /// A folder has the name.
    Folder,
    /// There is such a file already.
    Exists,
    /// The folder it should go to is not there.
    NoFolder(PathBuf),
}

/// What stands in the way of a file at `path` that is exported from `document`.
pub fn obstacle(path: &Path, document: &Path) -> Option<Obstacle> {
    let document = document.canonicalize();
    if path.canonicalize().is_ok_and(|path| document.is_ok_and(|document| document == path)) {
        return Some(Obstacle::Document);
    }
    if path.symlink_metadata().is_ok() {
        return Some(if path.is_dir() { Obstacle::Folder } else { Obstacle::Exists });
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir());
    folder.map(|folder| Obstacle::NoFolder(folder.to_owned()))
}

impl Obstacle {
    /// What is in the way at `path`, and what to do, for people.
    pub fn told(&self, path: &Path) -> String {
        let path = Shown(path);
        match self {
            Self::Document => format!("{path}: this is the document itself; choose another name"),
            Self::Folder => format!("{path}: this is a folder; name a file in it"),
            Self::Exists => format!("{path}: exists already; choose another name"),
            Self::NoFolder(folder) => format!("{}: there is no such folder", Shown(folder)),
        }
    }
}
