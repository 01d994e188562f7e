//! Changing what is staged: the only things in a repository that are ever written.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::run::{fed, output};
use super::{Entry, Error, Repository};

impl Repository {
    /// The name of the blob that `git add` would make of `bytes` at `path`, which is below the top: line endings and
    /// the like are cleaned as attributes say. Nothing is written.
    ///
    /// # Errors
    ///
    /// What git says, for example of a filter that fails.
    pub fn id_when_added(&self, bytes: &[u8], path: &Path) -> Result<String, Error> {
        let mut option = std::ffi::OsString::from("--path=");
        option.push(path);
        id(&mut self.at_top(), |command| command.args(["hash-object", "--stdin"]).arg(option), bytes)
    }

    /// Writes `bytes` as a blob, exactly as they are, and tells its name.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn write_blob(&self, bytes: &[u8]) -> Result<String, Error> {
        let arguments = ["hash-object", "-w", "--stdin", "--no-filters"];
        id(&mut self.at_top(), |command| command.args(arguments), bytes)
    }

    /// Makes the index hold `entries`, all of them or none.
    ///
    /// # Errors
    ///
    /// What git says, for example that somebody else is changing the index.
    pub fn stage(&self, entries: &[Entry]) -> Result<(), Error> {
        let line = |entry: &Entry| {
            let path = entry.path.as_os_str().as_encoded_bytes();
            [entry.mode.as_bytes(), b" ", entry.id.as_bytes(), b"\t", path, b"\0"].concat()
        };
        let lines: Vec<u8> = entries.iter().flat_map(line).collect();
        fed(self.at_top().args(["update-index", "-z", "--index-info"]), &lines).map(drop)
    }

    /// Has git look again at which files are as the index holds them, once what was staged is on the disk too. It
    /// would do so itself some day: failing to is no news.
    pub fn look_again(&self) {
        let _ = output(self.at_top().args(["update-index", "-q", "--refresh"]));
    }

    /// Whether the index is one that goes after this commit: `git commit PATH` makes one with the named paths, and
    /// what a hook stages there the next commit takes back.
    pub fn is_passing(&self) -> bool {
        let index = std::env::var_os("GIT_INDEX_FILE").map(PathBuf::from);
        let name = index.as_deref().and_then(Path::file_name);
        name.is_some_and(|name| name.as_encoded_bytes().starts_with(b"next-index-"))
    }
}

fn id<'c>(
    command: &'c mut Command,
    ask: impl FnOnce(&'c mut Command) -> &'c mut Command,
    bytes: &[u8],
) -> Result<String, Error> {
    let answer = fed(ask(command), bytes)?;
    String::from_utf8(answer).map(|id| id.trim_end().to_owned()).map_err(|_| Error::Odd("the name of a blob"))
}
