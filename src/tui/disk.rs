//! What the editor asks of the disk, done by `storage` at once.

use std::path::{Path, PathBuf};

use super::message::{Msg, Over};
use crate::storage::{self, Identity};

/// Saves `text` at `path`.
pub(super) fn save(path: PathBuf, text: &str, over: &Over) -> Msg {
    let result = match over {
        Over::Known(identity) => storage::save(&path, text, Some(identity)),
        Over::Anything => storage::save(&path, text, None),
        // Once more over what was just written, which tells what it is now.
        Over::Nothing => {
            let written = storage::write_new(&path, text.as_bytes(), false);
            written.and_then(|()| storage::save(&path, text, None))
        }
    };
    Msg::Saved { path, result }
}

/// Reads the file at `path`.
pub(super) fn open(path: PathBuf) -> Msg {
    let result = storage::open(&path);
    Msg::Opened { path, result }
}

/// Sees whether the file at `path` still is what it was.
pub(super) fn check(path: &Path, identity: &Identity) -> Option<Msg> {
    (!identity.is_current(path)).then_some(Msg::Changed)
}
