//! The repository of the current folder.

use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use super::entry::path_of;
use super::run::{git, output};
use super::{Blobs, Changes, Entry, Error};

/// Variables whose paths begin where we are, while git runs at the top.
const PLACES: [&str; 2] = ["GIT_DIR", "GIT_WORK_TREE"];

/// A repository with a work tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// The folder that we are in, absolute.
    here: PathBuf,
    /// Where git is run, absolute: there, or in the folder of the file that the repository was looked up for.
    from: PathBuf,
    /// The top of the work tree, absolute.
    top: PathBuf,
}

impl Repository {
    /// The repository of the current folder, or the one that the environment names.
    ///
    /// # Errors
    ///
    /// No git, no repository, no work tree.
    pub fn here() -> Result<Self, Error> {
        let here = std::env::current_dir().map_err(Error::Io)?;
        Self::at(here.clone(), here)
    }

    /// The repository that the file at `path` lies in, whether it is on the disk or not, or the one that the environment
    /// names: a submodule's files are in another than those around them.
    ///
    /// # Errors
    ///
    /// As [`Self::here`].
    pub fn around(path: &Path) -> Result<Self, Error> {
        if PLACES.iter().any(|name| std::env::var_os(name).is_some()) {
            return Self::here();
        }
        let here = std::env::current_dir().map_err(Error::Io)?;
        let whole = here.join(path);
        // The way up is one of names, so no name on the way may be a link.
        let folder = whole.ancestors().skip(1).find_map(|folder| folder.canonicalize().ok());
        Self::at(folder.unwrap_or_else(|| here.clone()), here)
    }

    fn at(from: PathBuf, here: PathBuf) -> Result<Self, Error> {
        let mut command = git();
        command.current_dir(&from);
        command.args(["rev-parse", "--is-bare-repository", "--is-inside-git-dir", "--show-cdup"]);
        let answer = output(&mut command)?;
        let mut lines = answer.splitn(3, |byte| *byte == b'\n');
        let (bare, inside, up) = (lines.next(), lines.next(), lines.next().unwrap_or_default());
        // The way up; absolute where `GIT_WORK_TREE` says so.
        let up = path_of(up.strip_suffix(b"\n").unwrap_or(up));
        // In the git folder itself, or below it, there is no way up, nor is there in a bare repository.
        let nowhere = bare == Some(b"true") || inside == Some(b"true");
        if nowhere && up.as_os_str().is_empty() {
            return Err(Error::NoRepository);
        }
        let top = plain(&from.join(up));
        Ok(Self { here, from, top })
    }

    /// Git where it is run.
    pub(super) fn git(&self) -> Command {
        let mut command = git();
        command.current_dir(&self.from);
        command
    }

    /// Git at the top, where paths are what they are in the index.
    pub(super) fn at_top(&self) -> Command {
        let mut command = git();
        command.current_dir(&self.top);
        for name in PLACES {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, self.from.join(value));
            }
        }
        command
    }

    /// The top of the work tree, absolute.
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// How a person in the current folder calls the file at `path` below the top.
    pub fn shown(&self, path: &Path) -> PathBuf {
        let whole = self.top.join(path);
        if let Ok(below) = whole.strip_prefix(&self.here) {
            return below.to_owned();
        }
        if !self.here.starts_with(&self.top) {
            return whole;
        }
        let shared = self.here.components().zip(whole.components()).take_while(|(a, b)| a == b).count();
        let up = self.here.components().skip(shared).map(|_| Component::ParentDir);
        up.chain(whole.components().skip(shared)).collect()
    }

    /// Where `path`, as a person in the current folder calls it, is below the top; nothing where it is elsewhere.
    pub fn inside(&self, path: &Path) -> Option<PathBuf> {
        let whole = self.here.join(path);
        if let Ok(inside) = plain(&whole).strip_prefix(&self.top) {
            return Some(inside.to_owned());
        }
        // The work tree and the way to us may go through different links.
        let (folder, name) = (whole.parent()?.canonicalize().ok()?, whole.file_name()?);
        folder.join(name).strip_prefix(self.top.canonicalize().ok()?).ok().map(Path::to_owned)
    }

    /// What the next commit does below `paths`, or to everything where there are none. A path that is not on the disk
    /// is a pattern as in `.gitignore`: `docs/**/*.md`. What is only meant to be added some day (`git add -N`) is not
    /// in the next commit.
    ///
    /// # Errors
    ///
    /// What git says, for example of a path outside the repository.
    pub fn staged(&self, paths: &[PathBuf]) -> Result<Changes, Error> {
        let mut command = self.git();
        command.args(["diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff"]);
        command.args(["--no-color", "--no-relative", "--ita-invisible-in-index", "--"]);
        Changes::of_raw(&output(command.args(paths.iter().map(|path| pathspec(path))))?)
    }

    /// The files that the index holds under the names that `pathspecs` match, whether changed or not.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn indexed<S: AsRef<OsStr>>(&self, pathspecs: &[S]) -> Result<Vec<Entry>, Error> {
        let mut command = self.git();
        command.args(["ls-files", "--stage", "-z", "--full-name", "--"]).args(pathspecs);
        Entry::of_stage(&output(&mut command)?)
    }

    /// The files that are only meant to be added some day, by path below the top.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn intended(&self) -> Result<Vec<PathBuf>, Error> {
        let mut command = self.git();
        command.args(["diff-files", "--ita-invisible-in-index", "--diff-filter=A", "--name-only", "-z"]);
        let answer = output(&mut command)?;
        let names = answer.split(|byte| *byte == 0).filter(|name| !name.is_empty());
        Ok(names.map(path_of).collect())
    }

    /// The folder that git runs this repository's hooks from; it need not exist. Linked work trees share it, and
    /// `core.hooksPath` may lead anywhere.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn hooks(&self) -> Result<PathBuf, Error> {
        let folder = output(self.git().args(["rev-parse", "--git-path", "hooks"]))?;
        Ok(plain(&self.from.join(path_of(folder.strip_suffix(b"\n").unwrap_or(&folder)))))
    }

    /// The folder where git keeps what all work trees of this repository share, absolute.
    ///
    /// # Errors
    ///
    /// What git says.
    pub fn git_folder(&self) -> Result<PathBuf, Error> {
        let common = output(self.git().args(["rev-parse", "--git-common-dir"]))?;
        Ok(plain(&self.from.join(path_of(common.strip_suffix(b"\n").unwrap_or(&common)))))
    }

    /// A reader of blobs.
    ///
    /// # Errors
    ///
    /// No git.
    pub fn blobs(&self) -> Result<Blobs, Error> {
        Blobs::open(self)
    }
}

/// `path` as git is asked for it.
fn pathspec(path: &Path) -> OsString {
    let kind = if path.symlink_metadata().is_ok() { ":(literal)" } else { ":(glob)" };
    let mut pathspec = OsString::from(kind);
    pathspec.push(path);
    pathspec
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

#[cfg(test)]
mod tests {
    use super::*;

    fn repository(here: &str) -> Repository {
        Repository { here: here.into(), from: here.into(), top: "/work/house".into() }
    }

    #[test]
    fn files_are_called_as_somebody_there_would_call_them() {
        for (here, shown) in [
            ("/work/house", "docs/a.md"),
            ("/work/house/docs", "a.md"),
            ("/work/house/docs/deep", "../a.md"),
            ("/work/house/code", "../docs/a.md"),
            ("/work", "house/docs/a.md"),
            ("/elsewhere", "/work/house/docs/a.md"),
        ] {
            assert_eq!(repository(here).shown(Path::new("docs/a.md")), Path::new(shown), "from {here}");
        }
    }

    #[test]
    fn what_is_inside_is_known_by_its_words() {
        let here = repository("/work/house/docs");
        for (path, inside) in [
            ("a.md", Some("docs/a.md")),
            ("../a.md", Some("a.md")),
            ("./deep/../a.md", Some("docs/a.md")),
            ("/work/house/b.md", Some("b.md")),
            ("../..", None),
        ] {
            assert_eq!(here.inside(Path::new(path)).as_deref(), inside.map(Path::new), "{path}");
        }
    }
}
