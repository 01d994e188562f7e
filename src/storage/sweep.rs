//! The names of temporary files, and clearing away those that killed saves left behind.

use std::ffi::{OsStr, OsString};
use std::fs::{self, DirEntry};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::Duration;

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;

/// The ending of temporary files.
pub(super) const SUFFIX: &str = ".tmp";

/// How old a temporary file has to be before it is surely nobody's, where there are no locks.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// How much of a file's name goes into a temporary name, in bytes: names end at 255.
const NAME_BYTES: usize = 200;

/// What the temporary files for `target` begin with: `.draft.md.prfaq-`.
pub(super) fn prefix(target: &Path) -> OsString {
    let name = target.file_name().unwrap_or_default().as_bytes();
    let mut prefix = OsString::from(".");
    prefix.push(OsStr::from_bytes(name.get(..NAME_BYTES).unwrap_or(name)));
    prefix.push(".prfaq-");
    prefix
}

/// The folder `target` stands in.
pub(super) fn folder(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Removes temporary files for `target` that no program writes any more. What cannot be removed stays.
pub(super) fn strays(target: &Path) {
    let prefix = prefix(target);
    for entry in fs::read_dir(folder(target)).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let ours =
            name.as_bytes().starts_with(prefix.as_bytes()) && name.as_bytes().ends_with(SUFFIX.as_bytes());
        if ours && is_left(&entry) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether nobody has the file: whoever writes one holds a lock on it. Where there are no locks its age tells.
fn is_left(entry: &DirEntry) -> bool {
    let Some(found) = entry.metadata().ok().filter(fs::Metadata::is_file) else { return false };
    let locked =
        fs::File::open(entry.path()).map(|file| flock(&file, FlockOperation::NonBlockingLockExclusive));
    match locked {
        Ok(Ok(())) => true,
        Ok(Err(Errno::WOULDBLOCK)) => false,
        _ => found.modified().ok().and_then(|then| then.elapsed().ok()).is_some_and(|age| age > STALE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_temporary_files_of_this_document_go_that_nobody_writes() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let names = [
            ".draft.md.prfaq-a1.tmp",
            ".draft.md.prfaq-new.tmp",
            ".other.md.prfaq-a1.tmp",
            ".draft.md.prfaq-a.backup",
        ];
        let files = names.map(|name| fs::File::create(at(name)).unwrap());
        flock(&files[1], FlockOperation::LockExclusive).unwrap();
        strays(&at("draft.md"));
        assert_eq!(names.map(|name| at(name).exists()), [false, true, true, true]);
    }

    #[test]
    fn a_long_name_still_leaves_room() {
        assert!(prefix(Path::new(&"é".repeat(127))).len() < 230);
    }
}
