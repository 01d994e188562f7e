//! What stands where a file is to be written, known before anything is.

use std::fmt;
use std::path::Path;

use crate::storage::{self, SaveError, SaveProblem, Shown};

/// Why no file can be written somewhere, or not without asking; as text, what to do about it.
#[derive(Debug)]
pub enum Obstacle {
    /// It is the document that is exported, by its name as it is shown.
    Document(String),
    /// There can be no file of that name, or there is one already.
    Refused(SaveError),
}

/// What stands in the way of a file at `path` that is exported from `document`.
pub fn obstacle(path: &Path, document: &Path) -> Option<Obstacle> {
    let document = document.canonicalize();
    if path.canonicalize().is_ok_and(|path| document.is_ok_and(|document| document == path)) {
        return Some(Obstacle::Document(Shown(path).to_string()));
    }
    storage::check_new(path).err().map(Obstacle::Refused)
}

impl Obstacle {
    /// Whether it is a file that can be replaced, if somebody says so.
    pub fn can_be_replaced(&self) -> bool {
        matches!(self, Self::Refused(SaveError { problem: SaveProblem::Exists, .. }))
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(path) => write!(f, "{path}: this is the document itself; choose another name"),
            Self::Refused(error) => error.fmt(f),
        }
    }
}
