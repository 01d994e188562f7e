//! Saving without ever losing a document.
//!
//! A temporary file in the same folder is written, brought to the disk and renamed over the old one, so that at every
//! moment the whole old text or the whole new text has the name. Where a rename would break something (other hard
//! links, an owner we cannot keep, a folder we may not write to) a backup is made and the file written in place.

use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::disk::{Disk, Real};
use super::{Identity, Kind, SaveError, SaveProblem, State, sweep};

#[cfg(test)]
mod faults;
#[cfg(test)]
mod tests;

/// A save that went well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// What the file is now; the next save compares with it.
    pub identity: Identity,
    /// Why it could not be replaced in one step, where it could not: a crash in that moment would have left the old
    /// text in a backup.
    pub in_place: Option<InPlace>,
}

/// Why a file was written in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InPlace {
    /// It has other names (hard links), which would have kept the old text.
    HardLinks,
    /// It belongs to somebody else, and would have become ours.
    Owner,
    /// Its folder takes no new files.
    Folder,
}

/// Saves `text` at `path`, following symbolic links, and keeps the file's mode and owner. With `expected` it refuses
/// where the file holds something else than that by now; without, it saves over whatever is there.
///
/// # Errors
///
/// Everything in [`SaveProblem`] but `Exists`. The old file is whole then, unless it is `Torn`, which names the backup.
pub fn save(path: &Path, text: &str, expected: Option<&Identity>) -> Result<Saved, SaveError> {
    save_on(&Real, path, text, expected).map_err(|problem| SaveError::new(path, problem))
}

/// Writes `bytes` to `path` as a whole or not at all; replaces a file there only where `overwrite` says so. It makes
/// no folders.
///
/// # Errors
///
/// As [`save`], and `Exists`.
pub fn write_new(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), SaveError> {
    let written =
        if overwrite { put(&Real, path, bytes, None).map(drop) } else { create(&Real, path, bytes) };
    written.map_err(|problem| SaveError::new(path, problem))
}

/// Whether [`write_new`] could put a new file at `path`, as far as that is known before anything is written.
///
/// # Errors
///
/// `Exists`, `NotAFile`, `NoFolder`.
pub fn check_new(path: &Path) -> Result<(), SaveError> {
    let stands = |path: &Path| match existing(path)? {
        // A link that leads nowhere has the name too.
        None if fs::symlink_metadata(path).is_err() => Ok(()),
        _ => Err(SaveProblem::Exists),
    };
    let checked = stands(path).and_then(|()| match fs::metadata(sweep::folder(path)) {
        Ok(folder) if folder.is_dir() => Ok(()),
        Ok(_) => Err(SaveProblem::NoFolder),
        Err(error) => Err(error.into()),
    });
    checked.map_err(|problem| SaveError::new(path, problem))
}

fn save_on(
    disk: &dyn Disk,
    path: &Path,
    text: &str,
    expected: Option<&Identity>,
) -> Result<Saved, SaveProblem> {
    let (target, in_place) = put(disk, path, text.as_bytes(), expected)?;
    Ok(Saved { identity: Identity::new(&fs::metadata(target)?, text.as_bytes()), in_place })
}

type Put = (PathBuf, Option<InPlace>);

fn put(disk: &dyn Disk, path: &Path, bytes: &[u8], expected: Option<&Identity>) -> Result<Put, SaveProblem> {
    let target = resolve(path)?;
    let in_place = match existing(&target)? {
        None => {
            create(disk, &target, bytes)?;
            None
        }
        Some(_) if expected.is_some_and(|expected| !expected.is_current(&target)) => {
            return Err(SaveProblem::Changed);
        }
        Some(old) => overwrite(disk, &target, bytes, &old, expected)?,
    };
    Ok((target, in_place))
}

/// The file that `path` leads to; it need not exist.
pub(super) fn resolve(path: &Path) -> io::Result<PathBuf> {
    const MAX_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&target) {
            Ok(link) => target = sweep::folder(&target).join(link),
            Err(_) => return Ok(target),
        }
    }
    Err(rustix::io::Errno::LOOP.into())
}

pub(super) fn existing(target: &Path) -> Result<Option<Metadata>, SaveProblem> {
    match fs::metadata(target) {
        Ok(found) => {
            Kind::of(found.file_type()).map_or(Ok(Some(found)), |kind| Err(SaveProblem::NotAFile(kind)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn create(disk: &dyn Disk, target: &Path, bytes: &[u8]) -> Result<(), SaveProblem> {
    const MODE: u32 = 0o666;
    // Said before anything is written; the naming below refuses too.
    if fs::symlink_metadata(target).is_ok() {
        return Err(SaveProblem::Exists);
    }
    let mut temporary = disk.create(sweep::folder(target), &sweep::prefix(target), sweep::SUFFIX, MODE)?;
    disk.write(temporary.as_file_mut(), bytes)?;
    disk.sync(temporary.as_file())?;
    disk.name(temporary, target)?;
    sync_folder(target);
    Ok(())
}

fn overwrite(
    disk: &dyn Disk,
    target: &Path,
    bytes: &[u8],
    old: &Metadata,
    expected: Option<&Identity>,
) -> Result<Option<InPlace>, SaveProblem> {
    // A rename asks the folder only; a file that is write-protected is meant to stay as it is.
    let file = disk.open(target)?;
    sweep::strays(target);
    let in_place = |why| write_in_place(disk, target, file, bytes, expected).map(|()| Some(why));
    if old.nlink() > 1 {
        return in_place(InPlace::HardLinks);
    }
    let created = disk.create(sweep::folder(target), &sweep::prefix(target), sweep::SUFFIX, 0o600);
    let mut temporary = match created {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return in_place(InPlace::Folder),
        created => created?,
    };
    disk.write(temporary.as_file_mut(), bytes)?;
    if disk.dress(temporary.as_file(), old).is_err() {
        drop(temporary);
        return in_place(InPlace::Owner);
    }
    disk.sync(temporary.as_file())?;
    match expected {
        Some(expected) => replace_known(disk, temporary, target, expected)?,
        None => disk.replace(temporary, target)?,
    }
    sync_folder(target);
    Ok(None)
}

/// Gives `temporary` the name `target` if that still holds what is `expected`. The two change places, and what was there is
/// looked at when nobody can write over it by name any more: there is no moment in which another program's text is lost.
fn replace_known(
    disk: &dyn Disk,
    temporary: NamedTempFile,
    target: &Path,
    expected: &Identity,
) -> Result<(), SaveProblem> {
    if !expected.is_current(target) {
        return Err(SaveProblem::Changed);
    }
    if !disk.exchange(temporary.path(), target)? {
        return Ok(disk.replace(temporary, target)?);
    }
    if expected.is_current(temporary.path()) {
        return Ok(());
    }
    if disk.exchange(temporary.path(), target).is_err() {
        // Their text is not ours to remove.
        let (_, kept) = temporary.keep().map_err(|failure| failure.error)?;
        return Err(SaveProblem::Torn(kept));
    }
    Err(SaveProblem::Changed)
}

/// Brings a rename to the disk. Not every file system can; then a power cut leaves the old text or the new one.
fn sync_folder(target: &Path) {
    let _ = fs::File::open(sweep::folder(target)).and_then(|folder| folder.sync_all());
}

fn write_in_place(
    disk: &dyn Disk,
    target: &Path,
    mut file: fs::File,
    bytes: &[u8],
    expected: Option<&Identity>,
) -> Result<(), SaveProblem> {
    const SUFFIX: &str = ".backup";
    let old = fs::read(target)?;
    let prefix = sweep::prefix(target);
    let mut backup = match disk.create(sweep::folder(target), &prefix, SUFFIX, 0o600) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            let state = State::locate().ok_or(error)?;
            disk.create(&state.folder("backup")?, &prefix, SUFFIX, 0o600)?
        }
        created => created?,
    };
    disk.write(backup.as_file_mut(), &old)?;
    disk.sync(backup.as_file())?;
    if expected.is_some_and(|expected| !expected.is_current(target)) {
        return Err(SaveProblem::Changed);
    }

    let Err(error) = disk.write(&mut file, bytes).and_then(|()| disk.sync(&file)) else { return Ok(()) };
    if disk.write(&mut file, &old).and_then(|()| disk.sync(&file)).is_ok() {
        return Err(error.into());
    }
    let (_, kept) = backup.keep().map_err(|failure| failure.error)?;
    Err(SaveProblem::Torn(kept))
}
