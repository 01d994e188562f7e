//! One writer for a journal, and so for its document: an advisory lock, which goes with the process that has it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};

use super::replay::replay;

/// How often the file may be replaced under us before we give up.
const TRIES: usize = 8;

/// How much of a journal is read to see who has it, in bytes.
const HEAD: u64 = 8 * 1024;

/// A journal that was asked for.
pub(super) enum Lock {
    /// It is ours, open for reading and appending.
    Ours(File),
    /// Another program has it, by its process id where that can be read.
    Held(Option<u32>),
    /// The process that had it is gone, but something that it began still holds the file: what is in it is nobody's.
    Orphan(File),
}

/// Takes the journal at `path`, made where there is none.
pub(super) fn take(path: &Path) -> io::Result<Lock> {
    locked(path, true)
}

/// Takes the journal at `path` if it is nobody's.
pub(super) fn take_left(path: &Path) -> io::Result<Lock> {
    locked(path, false)
}

fn locked(path: &Path, create: bool) -> io::Result<Lock> {
    for _ in 0..TRIES {
        let file = opened(path, create)?;
        if try_lock(&file)? {
            // Whoever had it before may have removed it, or put another in its place, in the meantime.
            if is_at(&file, path) {
                return Ok(Lock::Ours(file));
            }
            continue;
        }
        let holder = holder(&file);
        return Ok(if holder.is_some_and(is_gone) { Lock::Orphan(file) } else { Lock::Held(holder) });
    }
    Err(Errno::BUSY.into())
}

fn opened(path: &Path, create: bool) -> io::Result<File> {
    let flags = rustix::fs::OFlags::NOFOLLOW;
    OpenOptions::new()
        .read(true)
        .append(true)
        .create(create)
        .mode(0o600)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

/// Whether `file` is ours now. Where the file system knows no locks it is, too.
pub(in crate::storage) fn try_lock(file: &File) -> io::Result<bool> {
    match flock(file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) | Err(Errno::NOLCK | Errno::OPNOTSUPP | Errno::NOSYS) => Ok(true),
        Err(Errno::WOULDBLOCK) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn is_at(file: &File, path: &Path) -> bool {
    let same = || {
        let (ours, there) = (file.metadata().ok()?, fs::symlink_metadata(path).ok()?);
        Some((ours.dev(), ours.ino()) == (there.dev(), there.ino()))
    };
    same().unwrap_or(false)
}

fn holder(file: &File) -> Option<u32> {
    let mut head = Vec::new();
    file.take(HEAD).read_to_end(&mut head).ok()?;
    replay(&head).pid
}

fn is_gone(pid: u32) -> bool {
    let pid = i32::try_from(pid).ok().and_then(Pid::from_raw);
    pid.is_some_and(|pid| matches!(test_kill_process(pid), Err(Errno::SRCH)))
}
