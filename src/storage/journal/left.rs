//! Journals that were left behind: their texts are put among the rescued ones, where they wait to be decided upon.

use std::fs::{self, File};
use std::io::{self, Read, Seek};

use super::lock::{self, Lock};
use super::replay::{Replay, replay};
use crate::storage::read;
use crate::storage::state::State;

/// Puts what is in `file`, which is ours, among the rescued texts of `state`, unless the document holds just that.
pub(super) fn rescue(state: &State, file: &File) -> io::Result<()> {
    let mut bytes = Vec::new();
    let mut reader = file;
    reader.rewind()?;
    reader.read_to_end(&mut bytes)?;
    let Replay { document, text: Some(text), .. } = replay(&bytes) else { return Ok(()) };
    let is_saved = document.as_deref().is_some_and(|path| read(path).is_ok_and(|it| it.text == text));
    if is_saved || text.is_empty() {
        return Ok(());
    }
    let rescued = state.rescue(document.as_deref(), &text)?;
    // When it was written, not when it was found.
    if let Ok(when) = file.metadata().and_then(|found| found.modified()) {
        let _ = File::options().append(true).open(rescued).and_then(|file| file.set_modified(when));
    }
    Ok(())
}

impl State {
    /// Takes in every journal that nobody writes any more. What cannot be taken in stays for the next time.
    pub(in crate::storage) fn take_in_journals(&self) {
        let Ok(folder) = self.folder("journal") else { return };
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if let Ok(Lock::Ours(file) | Lock::Orphan(file)) = lock::take_left(&path)
                && rescue(self, &file).is_ok()
            {
                let _ = fs::remove_file(path);
            }
        }
    }
}
