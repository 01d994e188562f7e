//! Why a file could not be written, in words that say what to do next.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::{Kind, Shown};

/// Why a file could not be written. Unless it says otherwise, what was there before is still there, whole.
#[derive(Debug)]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong.
    pub problem: SaveProblem,
}

/// What stands in the way of writing.
#[derive(Debug)]
pub enum SaveProblem {
    /// Another program changed the file since it was read.
    Changed,
    /// It is being edited in another prfaq, by its process id where that is known.
    InUse(Option<u32>),
    /// There is one already, and it was not to be replaced.
    Exists,
    /// The folder it should go to does not exist.
    NoFolder,
    /// Something that is no regular file has that name.
    NotAFile(Kind),
    /// The system does not let us.
    Denied,
    /// The disk is mounted for reading only.
    ReadOnly,
    /// There is no room left, on the disk or in the quota.
    Full,
    /// The file had to be written in place, that failed half way, and so did putting the old text back; it is here.
    Torn(PathBuf),
    /// Anything else the system says.
    Io(io::Error),
}

impl SaveError {
    pub(super) fn new(path: &Path, problem: impl Into<SaveProblem>) -> Self {
        Self { path: path.to_owned(), problem: problem.into() }
    }
}

impl From<io::Error> for SaveProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NoFolder,
            io::ErrorKind::PermissionDenied => Self::Denied,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full
            }
            _ => Self::Io(error),
        }
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = Shown(&self.path);
        match &self.problem {
            SaveProblem::Changed => {
                write!(
                    f,
                    "{path}: another program changed it since it was opened; compare before you save over it"
                )
            }
            SaveProblem::InUse(Some(pid)) => {
                write!(f, "{path}: it is being edited by process {pid}; end that first")
            }
            SaveProblem::InUse(None) => {
                write!(f, "{path}: it is being edited by another program; end that first")
            }
            SaveProblem::Exists => {
                write!(f, "{path}: exists already; choose another name, or add --overwrite")
            }
            SaveProblem::NoFolder => {
                let folder = self.path.parent().unwrap_or(Path::new("."));
                write!(f, "{path}: the folder {} does not exist; make it first", Shown(folder))
            }
            SaveProblem::NotAFile(kind) => {
                write!(f, "{path}: this is {kind}, not a file; choose another name")
            }
            SaveProblem::Denied => {
                write!(f, "{path}: no permission to write it; choose another name or folder")
            }
            SaveProblem::ReadOnly => write!(f, "{path}: the disk can only be read; choose another folder"),
            SaveProblem::Full => write!(f, "{path}: the disk is full; make room or choose another folder"),
            SaveProblem::Torn(backup) => {
                write!(f, "{path}: writing failed half way; the text from before is in {}", Shown(backup))
            }
            SaveProblem::Io(error) => write!(f, "{path}: cannot be written: {error}"),
        }
    }
}

impl std::error::Error for SaveError {}
