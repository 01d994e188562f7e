//! What a document was each time it was saved: a bounded number of texts in the state folder, never beside the document.
//!
//! `$XDG_STATE_HOME/prfaq/history/<hash of canonical path>/12.md` is the snapshot called `s12`; numbers go up for ever. It
//! holds the text as it was saved, and its time of writing is the time of the save.

use std::fs::{self, File};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::identity::hash;
use super::journal::canonical;
use super::state::{State, write_private};

/// How many snapshots of one document are kept, where nobody asks for fewer; the oldest go.
pub const MOST_SNAPSHOTS: usize = 100;

/// How many bytes of one document, and of all of them together.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
const MOST_BYTES_OF_ALL: u64 = 128 * 1024 * 1024;

/// A text as it was saved once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Its number, from 1; it is called `s1`.
    pub number: u32,
    /// Where it is.
    pub file: PathBuf,
    /// When it was saved.
    pub when: SystemTime,
    /// How long it is, in bytes.
    pub bytes: u64,
}

impl Snapshot {
    /// What people call it: `s12`.
    pub fn name(&self) -> String {
        format!("s{}", self.number)
    }
}

impl State {
    /// Keeps `text`, which the document at `path` held at `when`, unless the last snapshot is the same. The oldest go where
    /// there are too many.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn take_snapshot(&self, path: &Path, text: &str, when: SystemTime) -> io::Result<()> {
        let folder = self.history_of(path)?;
        let last = listed(&folder).pop();
        if last.as_ref().is_some_and(|last| fs::read(&last.file).is_ok_and(|kept| kept == text.as_bytes())) {
            return Ok(());
        }
        let folder = self.folder(&format!("history/{}", name(path)?))?;
        let file = folder.join(format!("{}.md", last.map_or(0, |last| last.number) + 1));
        write_private(&file, text.as_bytes())?;
        File::options().append(true).open(&file)?.set_modified(when)?;
        prune(&folder, MOST_SNAPSHOTS, MOST_BYTES);
        self.prune_all();
        Ok(())
    }

    /// The snapshots of the document at `path`, the oldest first.
    pub fn snapshots(&self, path: &Path) -> Vec<Snapshot> {
        self.history_of(path).map(|folder| listed(&folder)).unwrap_or_default()
    }

    /// Removes all snapshots of the document at `path` but the last `keep`. How many went.
    ///
    /// # Errors
    ///
    /// Where there is no such path.
    pub fn prune_snapshots(&self, path: &Path, keep: usize) -> io::Result<usize> {
        Ok(prune(&self.history_of(path)?, keep, u64::MAX))
    }

    /// Removes all snapshots of every document but the last `keep` of each. How many went.
    pub fn prune_every_snapshot(&self, keep: usize) -> usize {
        self.histories().iter().map(|folder| prune(folder, keep, u64::MAX)).sum()
    }

    fn history_of(&self, path: &Path) -> io::Result<PathBuf> {
        Ok(self.path("history").join(name(path)?))
    }

    fn histories(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path("history")).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    }

    /// The oldest go, whatever document they are of, where all of them together are too long.
    fn prune_all(&self) {
        let mut all: Vec<Snapshot> = self.histories().iter().flat_map(|folder| listed(folder)).collect();
        let mut total: u64 = all.iter().map(|one| one.bytes).sum();
        all.sort_by_key(|one| one.when);
        for one in all {
            if total <= MOST_BYTES_OF_ALL {
                return;
            }
            total -= one.bytes;
            let _ = fs::remove_file(one.file);
        }
    }
}

fn name(path: &Path) -> io::Result<String> {
    Ok(format!("{:016x}", hash(canonical(path)?.as_os_str().as_bytes())))
}

fn listed(folder: &Path) -> Vec<Snapshot> {
    let snapshot = |file: PathBuf| {
        let number = file.file_name()?.to_str()?.strip_suffix(".md")?.parse().ok()?;
        let found = fs::metadata(&file).ok()?;
        Some(Snapshot { number, when: found.modified().ok()?, bytes: found.len(), file })
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<Snapshot> = entries.filter_map(|entry| snapshot(entry.path())).collect();
    all.sort_by_key(|one| one.number);
    all
}

/// The oldest go until there are no more than `keep` with no more than `bytes`. How many went; failing to is not worth a
/// message.
fn prune(folder: &Path, keep: usize, bytes: u64) -> usize {
    let mut left = bytes;
    let mut gone = 0;
    for (at, one) in listed(folder).into_iter().rev().enumerate() {
        // The last one stays, however long it is.
        let fits = one.bytes <= left || at == 0;
        left = left.saturating_sub(one.bytes);
        if (at >= keep || !fits) && fs::remove_file(one.file).is_ok() {
            gone += 1;
        }
    }
    // Only where nothing is left in it.
    let _ = fs::remove_dir(folder);
    gone
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;
    use std::time::Duration;

    #[test]
    fn every_text_is_kept_once_and_the_oldest_go() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(&folder.path().join("prfaq"));
        let draft = folder.path().join("draft.md");
        let at = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        for n in 0..MOST_SNAPSHOTS as u64 + 5 {
            state.take_snapshot(&draft, &n.to_string(), at(n)).unwrap();
            state.take_snapshot(&draft, &n.to_string(), at(n + 1)).unwrap();
        }
        let all = state.snapshots(&draft);
        assert_eq!(all.len(), MOST_SNAPSHOTS);
        assert_eq!((all[0].name().as_str(), all[0].when, all[0].bytes), ("s6", at(5), 1));
        assert_eq!(fs::metadata(&all[0].file).unwrap().mode() & 0o777, 0o600);
        assert_eq!(state.prune_snapshots(&draft, 3).unwrap(), MOST_SNAPSHOTS - 3);
        state.take_snapshot(&draft, "next", at(999)).unwrap();
        assert_eq!(state.snapshots(&draft).last().unwrap().name(), "s106");
        assert_eq!(state.prune_every_snapshot(0), 4);
        assert!(state.snapshots(&draft).is_empty());
        assert_eq!(fs::read_dir(folder.path().join("prfaq/history")).unwrap().count(), 0);
    }

    #[test]
    fn long_texts_have_less_of_a_history() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(folder.path());
        let draft = folder.path().join("draft.md");
        for n in 0..4 {
            let text = n.to_string().repeat(MOST_BYTES as usize / 3 + 1);
            state.take_snapshot(&draft, &text, SystemTime::now()).unwrap();
        }
        assert_eq!(state.snapshots(&draft).iter().map(|one| one.number).collect::<Vec<_>>(), [3, 4]);
    }
}
