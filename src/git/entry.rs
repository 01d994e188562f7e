//! A file as the index or a tree holds it.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use super::Error;

/// A regular file in the index.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Below the top of the work tree.
    pub path: PathBuf,
    /// Name of its blob.
    pub id: String,
    /// Its mode as git writes it, `100644` or `100755`.
    pub mode: String,
}

impl Entry {
    /// The regular files in the answer of `git diff --raw -z --no-renames`: links and submodules are left out.
    pub(super) fn of_raw(answer: &[u8]) -> Result<Vec<Self>, Error> {
        const WHAT: &str = "a list of differences";
        let mut fields = answer.split(|byte| *byte == 0).filter(|field| !field.is_empty());
        let mut entries = Vec::new();
        while let Some(about) = fields.next() {
            let path = fields.next().ok_or(Error::Odd(WHAT))?;
            let about = str::from_utf8(about).map_err(|_| Error::Odd(WHAT))?;
            let mut words = about.strip_prefix(':').ok_or(Error::Odd(WHAT))?.split(' ');
            let (mode, id) = (words.nth(1), words.nth(1));
            let (Some(mode), Some(id)) = (mode, id) else { return Err(Error::Odd(WHAT)) };
            entries.extend(Self::regular(mode, id, path));
        }
        Ok(entries)
    }

    /// The regular files in the answer of `git ls-files -s -z`, conflicting stages left out.
    pub(super) fn of_stage(answer: &[u8]) -> Result<Vec<Self>, Error> {
        const WHAT: &str = "a list of files";
        let mut entries = Vec::new();
        for field in answer.split(|byte| *byte == 0).filter(|field| !field.is_empty()) {
            let tab = field.iter().position(|byte| *byte == b'\t').ok_or(Error::Odd(WHAT))?;
            let (about, path) = field.split_at(tab);
            let about = str::from_utf8(about).map_err(|_| Error::Odd(WHAT))?;
            let mut words = about.split(' ');
            let (Some(mode), Some(id), Some(stage)) = (words.next(), words.next(), words.next()) else {
                return Err(Error::Odd(WHAT));
            };
            if stage == "0" {
                entries.extend(Self::regular(mode, id, path.get(1..).unwrap_or_default()));
            }
        }
        Ok(entries)
    }

    fn regular(mode: &str, id: &str, path: &[u8]) -> Option<Self> {
        let path = PathBuf::from(OsStr::from_bytes(path));
        mode.starts_with("100").then(|| Self { path, id: id.to_owned(), mode: mode.to_owned() })
    }
}
