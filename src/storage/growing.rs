//! Files that are written bit by bit: reports, which are never held as a whole.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::disk::{Disk, Real};
use super::save::{existing, resolve};
use super::{SaveError, SaveProblem, sweep};

/// A file that has its name only when it is whole; until then what had the name before stays. It goes when it is dropped
/// without [`Growing::finish`]. Nothing is synchronised with the disk: what it holds can be made again.
#[derive(Debug)]
pub struct Growing {
    path: PathBuf,
    target: PathBuf,
    replaces: bool,
    writer: BufWriter<NamedTempFile>,
}

impl Growing {
    /// Begins a file that will take the place of whatever regular file `path` leads to, with its mode. It makes no
    /// folders.
    ///
    /// # Errors
    ///
    /// No such folder, no permission for the folder or the file there, and whatever is no file.
    pub fn create(path: &Path) -> Result<Self, SaveError> {
        begin(path).map_err(|problem| SaveError::new(path, problem))
    }

    /// Gives the file its name.
    ///
    /// # Errors
    ///
    /// Where the last bytes find no room, or the name was taken meanwhile.
    pub fn finish(self) -> Result<(), SaveError> {
        let named = self.writer.into_inner().map_err(io::IntoInnerError::into_error).and_then(|temporary| {
            if self.replaces {
                Real.replace(temporary, &self.target)
            } else {
                Real.name(temporary, &self.target)
            }
        });
        named.map_err(|error| SaveError::new(&self.path, error))
    }
}

fn begin(path: &Path) -> Result<Growing, SaveProblem> {
    let target = resolve(path)?;
    let old = existing(&target)?;
    if old.is_some() {
        // A rename asks the folder only; a file that is write-protected is meant to stay as it is.
        Real.open(&target)?;
        sweep::strays(&target);
    }
    let mode = if old.is_some() { 0o600 } else { 0o666 };
    let temporary = Real.create(sweep::folder(&target), &sweep::prefix(&target), sweep::SUFFIX, mode)?;
    if let Some(old) = &old
        && Real.dress(temporary.as_file(), old).is_err()
    {
        // Somebody else's file becomes ours, but as readable as it was.
        temporary.as_file().set_permissions(fs::Metadata::permissions(old))?;
    }
    Ok(Growing { path: path.to_owned(), target, replaces: old.is_some(), writer: BufWriter::new(temporary) })
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer.write(bytes).map_err(|error| io::Error::other(SaveError::new(&self.path, error)))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush().map_err(|error| io::Error::other(SaveError::new(&self.path, error)))
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn the_name_is_given_when_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.json");
        let begin = |text: &str| {
            let mut file = Growing::create(&path).unwrap();
            file.write_all(text.as_bytes()).unwrap();
            file
        };
        let files = || fs::read_dir(folder.path()).unwrap().count();
        drop(begin("lost"));
        assert_eq!(files(), 0);
        begin("one").finish().unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        drop(begin("lost"));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        begin("two").finish().unwrap();
        assert_eq!((fs::read(&path).unwrap().as_slice(), files()), (b"two".as_slice(), 1));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn links_are_followed_and_what_is_no_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::os::unix::fs::symlink("real", at("link")).unwrap();
        Growing::create(&at("link")).unwrap().finish().unwrap();
        assert!(at("real").is_file() && at("link").is_symlink());
        let refused = Growing::create(folder.path()).unwrap_err().problem;
        assert!(matches!(refused, SaveProblem::NotAFile(_)), "{refused:?}");
        let refused = Growing::create(&at("none/out")).unwrap_err().problem;
        assert!(matches!(refused, SaveProblem::NoFolder), "{refused:?}");
    }
}
