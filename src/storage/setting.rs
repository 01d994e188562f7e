//! Files in which other programs keep a few lines of settings.

use std::fs;
use std::io;
use std::path::Path;

use super::{SaveError, save::write_new, sweep};

/// Writes `bytes` to `path`, and its folder where there is none; a file with nothing in it is taken away.
///
/// # Errors
///
/// As [`super::save`]; what was there before is still there.
pub fn write_setting(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let problem = |error: io::Error| SaveError::new(path, error);
    if bytes.is_empty() {
        return match fs::remove_file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            done => done.map_err(problem),
        };
    }
    fs::create_dir_all(sweep::folder(path)).map_err(problem)?;
    write_new(path, bytes, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_made_and_nothing_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("info/attributes");
        write_setting(&path, b"").unwrap();
        write_setting(&path, b"*.md diff=prfaq\n").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"*.md diff=prfaq\n");
        write_setting(&path, b"").unwrap();
        assert!(!path.exists());
    }
}
