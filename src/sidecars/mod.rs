//! Reviews on the disk: `draft.reviews/` beside `draft.md`, a file for each reviewer; who the reviewer is; and the text
//! that a reviewer read last.
//!
//! What the files mean is known in `review`. Nothing of a file that cannot be read is ever written over.

mod closed;
mod orphans;
mod problem;
mod reviewer;
mod unsaid;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

pub use closed::{Closed, last_closed};
pub use orphans::left_behind;
pub use reviewer::{now, reviewer};
pub use unsaid::{keep_unsaid, unsaid};

use crate::review::{Record, Reviews, Sidecar, file_name, is_same_name};
use crate::storage::{self, Identity, SaveProblem, Shown};

/// The reviews of one document.
#[derive(Debug, Default)]
pub struct Sidecars {
    folder: PathBuf,
    reviews: Reviews,
    /// What each file was when it was read or saved last.
    files: BTreeMap<PathBuf, Known>,
    problems: Vec<String>,
}

/// A file as it is on the disk.
#[derive(Debug)]
struct Known {
    text: String,
    identity: Identity,
}

/// The most files that are read: no review has so many readers.
const MOST: usize = 1000;

impl Sidecars {
    /// The reviews beside `document`; none where there is no folder. Files that cannot be read are in
    /// [`Sidecars::problems`].
    pub fn open(document: &Path) -> Self {
        let mut opened = Self { folder: folder(document), ..Self::default() };
        let mut found = Vec::new();
        for path in opened.listed() {
            match read(&path) {
                Ok((sidecar, known)) => {
                    opened.files.insert(path, known);
                    found.push(sidecar);
                }
                Err(problem) => opened.problems.push(problem),
            }
        }
        opened.reviews = Reviews::new(found);
        opened
    }

    /// What everybody said.
    pub fn reviews(&self) -> &Reviews {
        &self.reviews
    }

    /// The folder; it need not exist.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What is wrong with files that cannot be read, each with its place, for people.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// Adds `record` to the file of whoever said it, and saves that.
    ///
    /// # Errors
    ///
    /// As [`Sidecars::change`].
    pub fn add(&mut self, record: &Record) -> Result<(), String> {
        self.change(&record.by, |sidecar| sidecar.records.push(record.clone()))
    }

    /// `name` as the file of that reviewer spells it: names that differ by case, spaces, hyphens and dots are one.
    ///
    /// # Errors
    ///
    /// The name is none, or another reviewer's name gives the same file; in words for people.
    pub fn spelt(&self, name: &str) -> Result<String, String> {
        let file = file_name(name).map_err(|bad| bad.to_string())?;
        let is_it = |sidecar: &&Sidecar| file_name(&sidecar.reviewer).is_ok_and(|own| own == file);
        match self.reviews.sidecars().iter().find(is_it) {
            None => Ok(name.to_owned()),
            Some(owner) if is_same_name(&owner.reviewer, name) => Ok(owner.reviewer.clone()),
            Some(owner) => Err(taken(&self.folder.join(file), &owner.reviewer)),
        }
    }

    /// Changes the file of `reviewer` and saves it. Where another program changed it in the meantime, what that wrote
    /// is changed. Nothing has changed after an error.
    ///
    /// # Errors
    ///
    /// The name is none, the file cannot be read or written, or it is somebody else's; in words for people.
    pub fn change(&mut self, reviewer: &str, change: impl Fn(&mut Sidecar)) -> Result<(), String> {
        let path = self.path_of(reviewer)?;
        self.catch_up(reviewer, &path)?;
        let reviewer = &self.spelt(reviewer)?;
        let mut sidecar = self.reviews.of(reviewer).cloned().unwrap_or_else(|| Sidecar::of(reviewer));
        change(&mut sidecar);
        let known = self.files.get(&path);
        let is_empty = sidecar == Sidecar::of(sidecar.reviewer.clone());
        // All was taken back; what somebody wrote in the file by hand stays.
        if is_empty && known.is_none_or(|known| Sidecar::is_rendered(&known.text)) {
            if known.is_some() {
                storage::remove(&path).map_err(|error| format!("{}: {error}", Shown(&path)))?;
                self.files.remove(&path);
            }
            self.reviews.change(reviewer, |kept| *kept = sidecar);
            return Ok(());
        }
        if known.is_none() {
            storage::make_folder(&self.folder).map_err(|error| {
                format!("{}: the folder of reviews cannot be made: {error}", Shown(&self.folder))
            })?;
        }
        let text = known.map_or_else(|| sidecar.render(), |known| sidecar.render_over(&known.text));
        let saved = match known {
            Some(known) => storage::save(&path, &text, Some(&known.identity)).map(|saved| saved.identity),
            None => storage::write_new(&path, text.as_bytes(), false)
                .and_then(|()| storage::read(&path).map(|file| file.identity).map_err(|_| gone(&path))),
        };
        let identity = saved.map_err(|error| error.to_string())?;
        self.files.insert(path, Known { text, identity });
        self.reviews.change(reviewer, |kept| *kept = sidecar);
        Ok(())
    }

    /// The file of `reviewer`.
    fn path_of(&self, reviewer: &str) -> Result<PathBuf, String> {
        Ok(self.folder.join(file_name(reviewer).map_err(|bad| bad.to_string())?))
    }

    /// Reads the file of `reviewer` again where it is not what it was.
    fn catch_up(&mut self, reviewer: &str, path: &Path) -> Result<(), String> {
        let current = match self.files.get(path) {
            Some(known) => known.identity.is_current(path),
            None => path.symlink_metadata().is_err(),
        };
        if current {
            return Ok(());
        }
        if path.symlink_metadata().is_err() {
            // Somebody took the file away; it is written anew, with what we know.
            self.files.remove(path);
            return Ok(());
        }
        let (sidecar, known) = read(path)?;
        if !is_same_name(&sidecar.reviewer, reviewer) {
            return Err(taken(path, &sidecar.reviewer));
        }
        self.files.insert(path.to_owned(), known);
        self.reviews.change(reviewer, |kept| *kept = sidecar);
        Ok(())
    }

    /// The files in the folder, by name.
    fn listed(&mut self) -> Vec<PathBuf> {
        let entries = match fs::read_dir(&self.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Vec::new(),
            Err(error) => {
                self.problems.push(format!("{}: cannot be read: {error}", Shown(&self.folder)));
                return Vec::new();
            }
        };
        let is_review = |path: &PathBuf| {
            let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            !hidden && path.extension().is_some_and(|ending| ending == "yml" || ending == "yaml")
        };
        let mut paths: Vec<PathBuf> =
            entries.flatten().map(|entry| entry.path()).filter(is_review).take(MOST + 1).collect();
        paths.sort();
        if paths.len() > MOST {
            self.problems
                .push(format!("{}: more than {MOST} reviewers; the rest is not read", Shown(&self.folder)));
            paths.truncate(MOST);
        }
        paths
    }
}

/// The file at `path` is somebody else's.
fn taken(path: &Path, owner: &str) -> String {
    let owner = crate::text::printable(owner);
    format!("{}: this file belongs to {owner}; take another name: --as NAME", Shown(path))
}

fn gone(path: &Path) -> storage::SaveError {
    storage::SaveError { path: path.to_owned(), problem: SaveProblem::Changed }
}

/// The folder of the reviews of `document`.
pub fn folder(document: &Path) -> PathBuf {
    document.with_extension("reviews")
}

/// The file at `path`, as it is called after its reviewer.
fn read(path: &Path) -> Result<(Sidecar, Known), String> {
    let file = storage::read(path).map_err(|error| error.to_string())?;
    let sidecar = Sidecar::parse(&file.text).map_err(|error| problem::told(path, &file.text, &error))?;
    let named = file_name(&sidecar.reviewer).ok();
    if path.file_name().map(|name| name.to_string_lossy().into_owned()) != named {
        let (reviewer, named) = (crate::text::printable(&sidecar.reviewer), named.unwrap_or_default());
        return Err(format!(
            "{}: the file of {reviewer} is called {named}; rename it, or change `reviewer` in it",
            Shown(path)
        ));
    }
    Ok((sidecar, Known { text: file.text, identity: file.identity }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_changed_only_once_it_was_read_and_by_its_own_reviewer_only() {
        let folder = tempfile::tempdir().unwrap();
        let document = folder.path().join("draft.md");
        let mut early = Sidecars::open(&document);
        let mut ann = Sidecars::open(&document);
        ann.change("Ann", |sidecar| sidecar.verdict = None).unwrap();
        assert!(!folder.path().join("draft.reviews").exists(), "nothing was said");
        fs::create_dir(folder.path().join("draft.reviews")).unwrap();
        let file = folder.path().join("draft.reviews/ann.yml");
        let text =
            "version: 1\nreviewer: Ann\nrecords:\n  - {id: c_1, at: 2026-11-09T10:00:00Z, kind: comment}\n";
        fs::write(&file, text).unwrap();
        // Opened before there was a file.
        early.change("ANN", |sidecar| sidecar.records.clear()).unwrap();
        assert_eq!(early.reviews().sidecars().len(), 1);
        fs::write(&file, text).unwrap();
        ann.change("aNN", |_| ()).unwrap();
        assert!(fs::read_to_string(&file).unwrap().contains("c_1"));
        let refused = ann.change("Ann!", |sidecar| sidecar.records.clear()).unwrap_err();
        assert!(refused.contains("belongs to Ann"), "{refused}");
        assert_eq!(ann.spelt("ANN").as_deref(), Ok("Ann"));
    }
}
