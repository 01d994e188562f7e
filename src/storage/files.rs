//! Where files are read from when it need not be the disk.

use std::path::Path;

use super::{ReadError, read};

/// Files by path: those on the disk, or those that the next commit will hold.
pub trait Files: Send + Sync {
    /// The text of the file at `path`.
    ///
    /// # Errors
    ///
    /// There is none, or it is no text.
    fn read(&self, path: &Path) -> Result<String, ReadError>;

    /// Whether anything has that name, be it readable or not.
    fn is_there(&self, path: &Path) -> bool;
}

/// The files on the disk.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        read(path).map(|file| file.text)
    }

    fn is_there(&self, path: &Path) -> bool {
        path.symlink_metadata().is_ok()
    }
}
