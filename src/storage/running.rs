//! A copy of the unsaved text of a program that is running, for the case that it is killed or the machine stops.
//!
//! One file for each program that runs, beside the rescued texts and like them once the program is gone; its name tells
//! whose it is.

use std::cell::Cell;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};

use super::state::{State, write_quickly};

/// The copy of this program's text. It stays when this is dropped.
#[derive(Debug)]
pub struct Running {
    state: Option<State>,
    name: String,
    is_kept: Cell<bool>,
}

impl Running {
    /// A copy in `state`, not written yet; without a state folder it never is.
    pub fn new(state: Option<State>) -> Self {
        // A process id comes back some day; with the time beside it the name does not.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
        Self { state, name: format!("unsaved-s{}-{now:x}.md", std::process::id()), is_kept: Cell::new(false) }
    }

    /// Writes `text`, the unsaved text of `document`, in place of what was kept before, as a whole or not at all.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn keep(&self, document: Option<&Path>, text: &str) -> io::Result<()> {
        let Some(file) = self.file()? else { return Ok(()) };
        let from = document.map(std::path::absolute).transpose()?.unwrap_or_default();
        write_quickly(&file.with_extension("from"), from.as_os_str().as_bytes())?;
        write_quickly(&file, text.as_bytes())?;
        self.is_kept.set(true);
        Ok(())
    }

    /// Removes it: the text is saved, or not wanted.
    pub fn remove(&self) {
        if !self.is_kept.replace(false) {
            return;
        }
        // What stays behind is offered some day; that is all.
        if let Ok(Some(file)) = self.file() {
            let _ = fs::remove_file(file.with_extension("from"));
            let _ = fs::remove_file(file);
        }
    }

    fn file(&self) -> io::Result<Option<PathBuf>> {
        self.state.as_ref().map(|state| Ok(state.folder("rescue")?.join(&self.name))).transpose()
    }
}

/// Whether `file` is the copy of a program that runs now.
pub(super) fn is_alive(file: &Path) -> bool {
    let owner = || {
        let (rest, _) = file.file_stem().and_then(OsStr::to_str)?.rsplit_once('-')?;
        let id: i32 = rest.strip_prefix("unsaved-s")?.parse().ok()?;
        Pid::from_raw(id)
    };
    owner().is_some_and(|pid| !matches!(test_kill_process(pid), Err(Errno::SRCH)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_offered_once_its_program_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(folder.path());
        let running = Running::new(Some(state.clone()));
        running.keep(Some(Path::new("/x/draft.md")), "one").unwrap();
        running.keep(Some(Path::new("/x/draft.md")), "one two").unwrap();
        assert!(state.rescued().is_empty());
        // No process has this id: they end far below.
        let gone =
            Running { name: format!("unsaved-s{}-1.md", i32::MAX), ..Running::new(Some(state.clone())) };
        gone.keep(Some(Path::new("/x/draft.md")), "one two").unwrap();
        let found = state.rescued();
        let [copy] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((copy.document.as_deref(), copy.bytes), (Some(Path::new("/x/draft.md")), 7));
        gone.remove();
        running.remove();
        assert_eq!(fs::read_dir(folder.path().join("rescue")).unwrap().count(), 0);
    }

    #[test]
    fn without_a_state_folder_nothing_is_kept() {
        let running = Running::new(None);
        running.keep(None, "one").unwrap();
        running.remove();
    }
}
