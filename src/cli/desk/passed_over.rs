//! Which documents nobody has to look at: those that a configuration or a `.prfaqignore` leaves out.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::near;
use crate::cli::inputs::is_document;
use crate::config::{ConfigFile, IGNORE_NAME};
use crate::storage::Files;
use crate::text::printable;

/// Why a file is not read where nobody names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum PassedOver {
    /// Its ending is none of a document.
    Ending,
    /// The configuration includes others.
    NotIncluded(PathBuf),
    /// The configuration excludes it by a pattern.
    Excluded(PathBuf, String),
    /// A line of an ignore file names it.
    Ignored(PathBuf, String),
}

impl PassedOver {
    /// Whether somebody said so.
    pub fn is_excluded(&self) -> bool {
        matches!(self, Self::Excluded(..) | Self::Ignored(..))
    }

    /// What `file` says of the document at `path`.
    pub fn by(file: &ConfigFile, path: &Path) -> Option<Self> {
        let home = || file.path.clone().unwrap_or_default();
        if let Some(index) = file.exclude.find(path) {
            let pattern = file.exclude.lines().get(index).cloned().unwrap_or_default();
            return Some(Self::Excluded(home(), pattern));
        }
        if file.include.is_empty() {
            return (!is_document(path)).then_some(Self::Ending);
        }
        let Some(index) = file.include.find(path) else { return Some(Self::NotIncluded(home())) };
        let pattern = file.include.lines().get(index).map(Path::new);
        let names_ending =
            pattern.is_some_and(|line| line.extension().is_some_and(|end| Some(end) == path.extension()));
        (!is_document(path) && !names_ending).then_some(Self::Ending)
    }
}

/// What to say of it, behind the name of the file.
impl fmt::Display for PassedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ending => f.write_str("does not end in .md, .markdown or .txt"),
            Self::NotIncluded(by) => write!(f, "is not in `include:` of {}", near(by)),
            Self::Excluded(by, pattern) => {
                write!(f, "is excluded by {} (`exclude: {}`)", near(by), printable(pattern))
            }
            Self::Ignored(by, line) => write!(f, "is ignored by {} (`{}`)", near(by), printable(line)),
        }
    }
}

/// The ignore files of one name, each read once.
pub(in crate::cli) struct Ignores {
    files: Arc<dyn Files>,
    name: &'static str,
    read: Mutex<HashMap<PathBuf, Option<Arc<Gitignore>>>>,
}

impl Ignores {
    /// The [`IGNORE_NAME`]s among `files`.
    pub fn among(files: Arc<dyn Files>) -> Self {
        Self::called(IGNORE_NAME, files)
    }

    /// The files called `name` among `files`.
    pub fn called(name: &'static str, files: Arc<dyn Files>) -> Self {
        Self { files, name, read: Mutex::default() }
    }

    /// The file and the line that leave out the document at `path`: of the files in its folders, up to the root of the
    /// repository, the nearest that says anything.
    pub fn find(&self, path: &Path) -> Option<PassedOver> {
        let path = std::path::absolute(path).ok()?;
        for folder in path.ancestors().skip(1) {
            if let Some(matcher) = self.of(folder) {
                let inside = path.strip_prefix(folder).ok()?;
                let matched = matcher.matched_path_or_any_parents(inside, false);
                if let Some(glob) = matched.inner() {
                    let ignored = PassedOver::Ignored(folder.join(self.name), glob.original().to_owned());
                    return matched.is_ignore().then_some(ignored);
                }
            }
            if folder.join(".git").exists() {
                return None;
            }
        }
        None
    }

    fn of(&self, folder: &Path) -> Option<Arc<Gitignore>> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.get(folder) {
            return known.clone();
        }
        let file = folder.join(self.name);
        let text = if self.files.is_there(&file) { self.files.read(&file).ok() } else { None };
        let matcher = text.and_then(|text| {
            let mut builder = GitignoreBuilder::new(folder);
            for line in text.lines() {
                // A line that is no pattern is passed over, as git does.
                let _ = builder.add_line(None, line);
            }
            builder.build().ok().map(Arc::new)
        });
        read.insert(folder.to_owned(), matcher.clone());
        matcher
    }
}
