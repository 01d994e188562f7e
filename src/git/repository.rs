//! The repository of the current folder.

use std::path::{Component, Path, PathBuf};

use super::run::{git, output};
use super::{Blobs, Entry, Error};

/// A repository with a work tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The folder that we are in, absolute.
    here: PathBuf,
    /// The way from there to the top: empty, `../..`, or absolute where `GIT_WORK_TREE` says so.
    up: PathBuf,
}

impl Repository {
    /// The repository of the current folder, or the one that the environment names.
    ///
    /// # Errors
    ///
    /// No git, no repository, no work tree.
    pub fn here() -> Result<Self, Error> {
        let up = output(git().args(["rev-parse", "--show-cdup"]))?;
        let up = path_of(up.strip_suffix(b"\n").unwrap_or(&up));
        Ok(Self { here: std::env::current_dir()?, up })
    }

    /// The top of the work tree, absolute.
    pub fn top(&self) -> PathBuf {
        let mut top = self.here.clone();
        for step in self.up.components() {
            match step {
                Component::ParentDir => {
                    top.pop();
                }
                step => top.push(step),
            }
        }
        top
    }

    /// How a person in the current folder calls the file at `path` below the top.
    pub fn shown(&self, path: &Path) -> PathBuf {
        let whole = self.top().join(path);
        whole.strip_prefix(&self.here).map_or_else(|_| self.up.join(path), Path::to_owned)
    }

    /// Where `path`, as a person in the current folder calls it, is below the top; nothing where it is elsewhere.
    pub fn inside(&self, path: &Path) -> Option<PathBuf> {
        let whole = self.here.join(path);
        let plain = plain(&whole);
        let top = self.top();
        if let Ok(inside) = plain.strip_prefix(&top) {
            return Some(inside.to_owned());
        }
        // The work tree and the way to us may go through different links.
        let (folder, name) = (whole.parent()?.canonicalize().ok()?, whole.file_name()?);
        folder.join(name).strip_prefix(top.canonicalize().ok()?).ok().map(Path::to_owned)
    }

    /// What the next commit adds or changes below `paths` (everything where there are none): regular files as the
    /// index holds them, by path. Deleted and conflicting files, links, submodules and mere intents to add are none.
    ///
    /// # Errors
    ///
    /// What git says, for example of a path outside the repository.
    pub fn staged(&self, paths: &[PathBuf]) -> Result<Vec<Entry>, Error> {
        let mut command = git();
        command.args(["--literal-pathspecs", "diff", "--cached", "--raw", "-z", "--no-abbrev"]);
        command.args([
            "--no-renames",
            "--no-ext-diff",
            "--no-color",
            "--no-relative",
            "--diff-filter=ACMR",
            "--",
        ]);
        let mut entries = Entry::of_raw(&output(command.args(paths))?)?;
        entries.sort();
        Ok(entries)
    }

    /// The files that the index holds under the names that `pathspecs` match, whether changed or not.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn indexed(&self, pathspecs: &[&str]) -> Result<Vec<Entry>, Error> {
        let mut command = git();
        command.args(["ls-files", "--stage", "-z", "--full-name", "--"]).args(pathspecs);
        Entry::of_stage(&output(&mut command)?)
    }

    /// A reader of blobs.
    ///
    /// # Errors
    ///
    /// No git.
    pub fn blobs(&self) -> Result<Blobs, Error> {
        Blobs::open()
    }
}

/// `path` without `.` and `..`, by its words alone.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for step in path.components() {
        match step {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            step => plain.push(step),
        }
    }
    plain
}

fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}
