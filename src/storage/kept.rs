//! Texts kept between sessions, by name: what a reviewer read last, to be compared with what it becomes.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use super::state::{State, write_private};

/// How many texts are kept; the oldest go.
const MOST: usize = 200;

impl State {
    /// Keeps `text` under `name`, which is letters and digits.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn keep(&self, name: &str, text: &str) -> io::Result<()> {
        let folder = self.folder("read")?;
        write_private(&folder.join(name), text.as_bytes())?;
        forget_oldest(&folder);
        Ok(())
    }

    /// The text that is kept under `name`.
    pub fn kept(&self, name: &str) -> Option<String> {
        let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let folder = plain.then(|| self.folder("read").ok()).flatten()?;
        super::read(&folder.join(name)).ok().map(|file| file.text)
    }
}

/// Takes away what is too much. Failing to is not worth a message.
fn forget_oldest(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let age = |entry: &fs::DirEntry| {
        entry.metadata().and_then(|it| it.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
    };
    let mut all: Vec<_> = entries.flatten().map(|entry| (age(&entry), entry.path())).collect();
    all.sort();
    let too_many = all.len().saturating_sub(MOST);
    for (_, path) in all.into_iter().take(too_many) {
        let _ = fs::remove_file(path);
    }
}

/// Makes the folder at `path`, whose own folder must exist; it may be there already.
///
/// # Errors
///
/// What the system says.
pub fn make_folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        other => other,
    }
}

/// Takes away the file at `path`.
///
/// # Errors
///
/// What the system says.
pub fn remove(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_and_the_oldest_are_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let state = State::at(folder.path());
        for n in 0..MOST + 5 {
            state.keep(&format!("{n:04}"), &n.to_string()).unwrap();
        }
        assert_eq!(state.kept("0204").as_deref(), Some("204"));
        assert_eq!(fs::read_dir(folder.path().join("read")).unwrap().count(), MOST);
        assert_eq!(state.kept("../recent"), None);
        assert_eq!(state.kept("ffff"), None);
    }
}
