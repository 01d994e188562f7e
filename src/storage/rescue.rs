//! Unsaved text put in a safe place: when the program has to go at once (a signal, a panic), and when a journal is found
//! that a program left behind that was killed.
//!
//! Each rescue has a file of its own in the state folder, named after the document and a hash of its path and text, so
//! that none overwrites another; a second file, `.from`, holds the document's path.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::identity::hash;
use super::state::{State, write_private};

/// Text that was rescued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    /// Where it is now.
    pub file: PathBuf,
    /// The document it was to become, absolute; `None` where it had no name yet.
    pub document: Option<PathBuf>,
    /// When it was rescued.
    pub when: SystemTime,
    /// How long it is, in bytes.
    pub bytes: u64,
}

/// Writes `text`, the unsaved text of `document`, to a safe place, and says where that is: in the state folder, or
/// in the folder for temporary files where there is none.
///
/// # Errors
///
/// Where neither can be written.
pub fn rescue(document: Option<&Path>, text: &str) -> io::Result<PathBuf> {
    let usual = State::locate().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound));
    usual.and_then(|state| state.rescue(document, text)).or_else(|_| {
        let mut file = tempfile::Builder::new().prefix("prfaq-rescue-").suffix(".md").tempfile()?;
        io::Write::write_all(&mut file, text.as_bytes())?;
        Ok(file.keep()?.1)
    })
}

impl State {
    /// As [`rescue`], in this folder.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn rescue(&self, document: Option<&Path>, text: &str) -> io::Result<PathBuf> {
        let document = document.map(std::path::absolute).transpose()?;
        let from = document.as_deref().unwrap_or(Path::new("")).as_os_str().as_bytes();
        let name = format!(
            "{}-{:016x}.md",
            stem(document.as_deref()),
            hash(&[from, b"\n", text.as_bytes()].concat())
        );
        let file = self.folder("rescue")?.join(name);
        write_private(&file, text.as_bytes())?;
        if document.is_some() {
            // The text is safe; whose it is can be read in its name too.
            let _ = write_private(&file.with_extension("from"), from);
        }
        Ok(file)
    }

    /// What was rescued and not yet dealt with, the latest first, journals that were left behind among it; not what
    /// belongs to a program still running.
    pub fn rescued(&self) -> Vec<Rescued> {
        self.take_in_journals();
        let Ok(folder) = self.folder("rescue") else { return Vec::new() };
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut found: Vec<Rescued> = entries.filter_map(rescued).collect();
        found.sort_by_key(|one| std::cmp::Reverse(one.when));
        found
    }

    /// Removes a rescued text, once it is saved or not wanted.
    ///
    /// # Errors
    ///
    /// Where it cannot be removed.
    pub fn forget(&self, rescued: &Rescued) -> io::Result<()> {
        let _ = fs::remove_file(rescued.file.with_extension("from"));
        fs::remove_file(&rescued.file)
    }
}

fn rescued(file: PathBuf) -> Option<Rescued> {
    if file.extension() != Some(OsStr::new("md")) {
        return None;
    }
    let found = fs::metadata(&file).ok()?;
    let (when, bytes) = (found.modified().ok()?, found.len());
    let from = fs::read(file.with_extension("from")).ok();
    let document =
        from.filter(|bytes| !bytes.is_empty()).map(|bytes| PathBuf::from(OsStr::from_bytes(&bytes)));
    Some(Rescued { file, document, when, bytes })
}

/// The document's name as it can stand in any file name.
fn stem(document: Option<&Path>) -> String {
    const MAX_CHARS: usize = 40;
    let name = document.and_then(Path::file_stem).map(OsStr::to_string_lossy).unwrap_or_default();
    let safe: String =
        name.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).take(MAX_CHARS).collect();
    if safe.is_empty() { "untitled".to_owned() } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;

    #[test]
    fn rescued_text_is_found_again_and_no_other_eye_sees_it() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(folder.path());
        let first = state.rescue(Some(Path::new("/x/my draft.md")), "one").unwrap();
        let second = state.rescue(Some(Path::new("/x/my draft.md")), "two").unwrap();
        let third = state.rescue(None, "three").unwrap();
        assert!(first.to_string_lossy().contains("rescue/mydraft-"));
        assert!(third.to_string_lossy().contains("untitled"));
        assert_eq!(fs::metadata(&first).unwrap().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(folder.path().join("rescue")).unwrap().mode() & 0o777, 0o700);

        let found = state.rescued();
        assert_eq!(found.len(), 3);
        let two = found.iter().find(|found| found.file == second).unwrap();
        assert_eq!(two.document.as_deref(), Some(Path::new("/x/my draft.md")));
        assert_eq!(fs::read_to_string(&two.file).unwrap(), "two");
        state.forget(two).unwrap();
        assert_eq!(state.rescued().len(), 2);
        assert_eq!(fs::read_dir(folder.path().join("rescue")).unwrap().count(), 3);
    }
}
