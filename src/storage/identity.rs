//! Telling whether a file is still the one that was read.

use std::fs::{self, Metadata};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

/// Which file was read or written, and what it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    device: u64,
    inode: u64,
    size: u64,
    /// Seconds and nanoseconds since 1970.
    modified: (i64, i64),
    content: u64,
    /// Whether it was looked at so soon after it was written that it may be written again without a later time.
    is_fresh: bool,
}

/// Clocks of file systems go in steps of up to so much.
const STEP: Duration = Duration::from_millis(100);

impl Identity {
    pub(super) fn new(metadata: &Metadata, bytes: &[u8]) -> Self {
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            content: hash(bytes),
            is_fresh: metadata.modified().is_ok_and(|then| then.elapsed().is_ok_and(|age| age < STEP)),
        }
    }

    /// Whether the file at `path` still holds what it held. Content decides: a touched file, or one checked out anew
    /// with the same text, is unchanged. A file that is gone is changed.
    pub fn is_current(&self, path: &Path) -> bool {
        self.compare(path).unwrap_or(false)
    }

    fn compare(&self, path: &Path) -> io::Result<bool> {
        let metadata = fs::metadata(path)?;
        if metadata.size() != self.size || !metadata.is_file() {
            return Ok(false);
        }
        let place = (metadata.dev(), metadata.ino(), metadata.mtime(), metadata.mtime_nsec());
        if !self.is_fresh && place == (self.device, self.inode, self.modified.0, self.modified.1) {
            return Ok(true);
        }
        Ok(hash(&fs::read(path)?) == self.content)
    }
}

/// A hash that stays the same from run to run.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_not_the_time_of_writing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.md");
        fs::write(&path, "one").unwrap();
        let identity = Identity::new(&fs::metadata(&path).unwrap(), b"one");
        assert!(identity.is_current(&path));

        fs::remove_file(&path).unwrap();
        assert!(!identity.is_current(&path));
        fs::write(&path, "one").unwrap();
        assert!(identity.is_current(&path));
        fs::write(&path, "two").unwrap();
        fs::File::open(&path).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
        assert!(!identity.is_current(&path));
    }
}
