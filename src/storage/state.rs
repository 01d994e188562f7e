//! What the program remembers between sessions: `$XDG_STATE_HOME/prfaq`, readable by its owner only.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder};
use std::io::{self, Write as _};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

/// How many recent files are remembered.
const MAX_RECENT: usize = 20;

/// The folder of things remembered.
#[derive(Debug, Clone)]
pub struct State {
    root: PathBuf,
}

impl State {
    /// The user's own, `$XDG_STATE_HOME/prfaq` (`~/.local/state/prfaq`); `None` where there is no home.
    pub fn locate() -> Option<Self> {
        let state = etcetera::choose_base_strategy().ok()?.state_dir()?;
        Some(Self { root: state.join("prfaq") })
    }

    /// One in another folder, for tests.
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Files opened before, the last one first, without those that are gone. Trouble is no news: the list is empty.
    pub fn recent(&self) -> Vec<PathBuf> {
        self.listed().into_iter().filter(|path| path.is_file()).collect()
    }

    /// Puts `path` at the head of the recent files. Failing to is not worth a message.
    pub fn remember(&self, path: &Path) {
        let Ok(path) = std::path::absolute(path) else { return };
        if path.as_os_str().as_bytes().contains(&b'\n') {
            return;
        }
        let others = self.listed().into_iter().filter(|other| *other != path);
        let lines = std::iter::once(path.clone()).chain(others).take(MAX_RECENT);
        let bytes = lines.flat_map(|path| [path.as_os_str().as_bytes(), b"\n"].concat()).collect::<Vec<u8>>();
        let _ = self.folder("").and_then(|root| write_private(&root.join("recent"), &bytes));
    }

    fn listed(&self) -> Vec<PathBuf> {
        let bytes = fs::read(self.root.join("recent")).unwrap_or_default();
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        lines.take(MAX_RECENT).map(|line| PathBuf::from(OsStr::from_bytes(line))).collect()
    }

    /// Where `name` is in it, whether there is such a thing or not.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The folder `name` in it, made where it does not exist.
    pub(super) fn folder(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.root.join(name);
        DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
        Ok(folder)
    }
}

/// Writes a file that only its owner can read, as a whole or not at all.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = written(path, bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(path)?;
    Ok(())
}

fn written(path: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut temporary = tempfile::Builder::new().prefix(".prfaq-").tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    Ok(temporary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;

    #[test]
    fn the_last_file_comes_first_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(&folder.path().join("a/prfaq"));
        let paths: Vec<PathBuf> = (0..30).map(|n| folder.path().join(format!("{n}.md"))).collect();
        for path in paths.iter().chain(paths.get(15)) {
            fs::write(path, "").unwrap();
            state.remember(path);
        }
        let recent = state.recent();
        assert_eq!(recent.len(), MAX_RECENT);
        assert_eq!(recent[..2], [paths[15].clone(), paths[29].clone()]);
        fs::remove_file(&paths[15]).unwrap();
        assert_eq!(state.recent()[0], paths[29]);
        let mode = fs::metadata(folder.path().join("a/prfaq/recent")).unwrap().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_state_that_cannot_be_written_is_no_trouble() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let state = State::at(&file.join("prfaq"));
        state.remember(&file);
        assert!(state.recent().is_empty());
    }
}
