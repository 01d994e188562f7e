//! Programs that others start by name, such as git's hooks: put in front of one that is there, and taken away again.
//!
//! Nothing is ever written through a link: what has the name is renamed or replaced, be it a file or a link.

use std::fs;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::disk::{Disk, Real};
use super::{Kind, SaveError, SaveProblem, sweep};

/// What has the name of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Program {
    /// Nothing.
    None,
    /// A regular file with these bytes in it.
    File(Vec<u8>),
    /// A symbolic link, wherever it leads.
    Link,
}

impl Program {
    /// What is at `path`.
    ///
    /// # Errors
    ///
    /// It is neither file nor link, or the system does not let us.
    pub fn at(path: &Path) -> Result<Self, SaveError> {
        let problem = |problem| SaveError::new(path, problem);
        let found = match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::None),
            found => found.map_err(|error| problem(error.into()))?,
        };
        if found.is_symlink() {
            return Ok(Self::Link);
        }
        match Kind::of(found.file_type()) {
            Some(kind) => Err(problem(SaveProblem::NotAFile(kind))),
            None => fs::read(path).map(Self::File).map_err(|error| problem(error.into())),
        }
    }
}

/// Writes the program `bytes` at `path`, in the place of whatever has that name, and its folder where there is none.
///
/// # Errors
///
/// As [`super::save`]; what was there before is still there.
pub fn write_program(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let write = || Real.replace(written(path, bytes)?, path).map_err(SaveProblem::from);
    write().map_err(|problem| SaveError::new(path, problem))
}

/// As [`write_program`], where what has the name is kept as `aside`: the same file or link, not a copy.
///
/// # Errors
///
/// As [`super::save`], and `Exists` where something is called `aside`; what was there before is still there.
pub fn write_program_before(path: &Path, bytes: &[u8], aside: &Path) -> Result<(), SaveError> {
    if fs::symlink_metadata(aside).is_ok() {
        return Err(SaveError::new(aside, SaveProblem::Exists));
    }
    let write = || {
        let new = written(path, bytes)?;
        fs::rename(path, aside)?;
        Real.name(new, path).or_else(|error| fs::rename(aside, path).and(Err(error)))?;
        Ok(())
    };
    write().map_err(|problem: SaveProblem| SaveError::new(path, problem))
}

/// Takes the program at `path` away; what is called `aside`, if anything, gets its name back.
///
/// # Errors
///
/// What the system says.
pub fn take_program_away(path: &Path, aside: &Path) -> Result<(), SaveError> {
    let done = match fs::rename(aside, path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::remove_file(path),
        done => done,
    };
    done.map_err(|error| SaveError::new(path, error))
}

/// A temporary file beside `path` that holds the whole program.
fn written(path: &Path, bytes: &[u8]) -> Result<NamedTempFile, SaveProblem> {
    const MODE: u32 = 0o777;
    fs::create_dir_all(sweep::folder(path))?;
    let mut file = Real.create(sweep::folder(path), &sweep::prefix(path), sweep::SUFFIX, MODE)?;
    Real.write(file.as_file_mut(), bytes)?;
    Real.sync(file.as_file())?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    #[test]
    fn what_was_there_comes_back_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (path, aside) = (folder.path().join("run"), folder.path().join("run.before"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let inode = fs::metadata(&path).unwrap().ino();
        write_program_before(&path, b"new", &aside).unwrap();
        assert_eq!(Program::at(&path).unwrap(), Program::File(b"new".to_vec()));
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o100, 0o100);
        assert!(write_program_before(&path, b"newer", &aside).is_err());
        take_program_away(&path, &aside).unwrap();
        let back = fs::metadata(&path).unwrap();
        assert_eq!((back.ino(), back.mode() & 0o777), (inode, 0o640));
        take_program_away(&path, &aside).unwrap();
        assert_eq!(Program::at(&path).unwrap(), Program::None);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn nothing_is_written_through_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (path, target) = (folder.path().join("run"), folder.path().join("shared"));
        fs::write(&target, "shared").unwrap();
        symlink("shared", &path).unwrap();
        assert_eq!(Program::at(&path).unwrap(), Program::Link);
        write_program(&path, b"new").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"shared");
        assert_eq!(Program::at(&path).unwrap(), Program::File(b"new".to_vec()));
        assert!(Program::at(folder.path()).is_err());
    }
}
