//! The calls to the system that a save is made of, one by one, so that a test can make each of them fail.

use std::ffi::OsStr;
use std::fs::{self, Metadata, OpenOptions, Permissions};
use std::io::{self, Seek, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;
use tempfile::NamedTempFile;

use super::journal::try_lock;

/// The disk; the methods' own bodies are the real one.
pub(super) trait Disk {
    /// Opens a file for writing as it is.
    fn open(&self, path: &Path) -> io::Result<fs::File> {
        OpenOptions::new().write(true).open(path)
    }

    /// Makes a file of its own in `folder`; it goes when it is dropped. The umask takes from `mode`.
    fn create(&self, folder: &Path, prefix: &OsStr, suffix: &str, mode: u32) -> io::Result<NamedTempFile> {
        let permissions = Permissions::from_mode(mode);
        let made = tempfile::Builder::new()
            .prefix(prefix)
            .suffix(suffix)
            .permissions(permissions)
            .tempfile_in(folder)?;
        // While we have it nobody takes it for a stray.
        let _ = try_lock(made.as_file());
        Ok(made)
    }

    /// Gives `file` the owner, group and mode of another.
    fn dress(&self, file: &fs::File, like: &Metadata) -> io::Result<()> {
        let own = file.metadata()?;
        if (own.uid(), own.gid()) != (like.uid(), like.gid()) {
            std::os::unix::fs::fchown(file, Some(like.uid()), Some(like.gid()))?;
        }
        // After the owner, whose change clears set-user-id bits.
        file.set_permissions(like.permissions())
    }

    /// Writes `bytes` from the start of `file` and cuts off what comes after.
    fn write(&self, file: &mut fs::File, bytes: &[u8]) -> io::Result<()> {
        file.rewind()?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)
    }

    /// Writes `bytes` behind what is in `file`, which was opened for that.
    fn append(&self, mut file: &fs::File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Cuts off what is behind the first `length` bytes of `file`.
    fn cut(&self, file: &fs::File, length: u64) -> io::Result<()> {
        file.set_len(length)
    }

    /// Waits until `file` has reached the disk.
    fn sync(&self, file: &fs::File) -> io::Result<()> {
        file.sync_all()
    }

    /// Gives `temporary` the name `target`, taking the place of what has that name.
    fn replace(&self, temporary: NamedTempFile, target: &Path) -> io::Result<()> {
        temporary.persist(target).map(drop).map_err(|failure| failure.error)
    }

    /// Gives each of two files the name of the other, in one step. `false` where the file system cannot.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<bool> {
        match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
            Ok(()) => Ok(true),
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Gives `temporary` the name `target`, which must be free.
    fn name(&self, temporary: NamedTempFile, target: &Path) -> io::Result<()> {
        temporary.persist_noclobber(target).map(drop).map_err(|failure| failure.error)
    }
}

/// The real disk.
pub(super) struct Real;

impl Disk for Real {}
