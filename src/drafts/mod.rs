//! The drafts of a document, one after the other: its revisions in git, or where there are none the snapshots that saves
//! left in the state folder. What is in them is not known here.

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::git::{Blobs, Repository, Revision};
use crate::storage::{self, Snapshot, State};

/// How many drafts are looked at, the latest ones.
pub const MOST: usize = 100;

/// What the file on the disk is called among its drafts.
pub const NOW: &str = "now";

/// One draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is called where a revision can be named: a short commit, `s12`, or [`NOW`].
    pub id: String,
    /// When it was made, in seconds since 1970.
    pub when: i64,
    source: Source,
}

impl Draft {
    /// When it was made, by the clock on the writer's wall: `2026-11-20 14:02`.
    pub fn date(&self) -> String {
        let Ok(when) = jiff::Timestamp::from_second(self.when) else { return "-".to_owned() };
        when.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    Git(Revision),
    Snapshot(PathBuf),
    Disk(String),
}

/// Where drafts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The commits of a repository.
    Git,
    /// The snapshots in the state folder.
    Snapshots,
}

/// The drafts of one document.
#[derive(Debug)]
pub struct Drafts {
    /// Where they come from.
    pub kind: Kind,
    /// They, the oldest first; the file as it is on the disk comes last, if it is none of them yet.
    pub list: Vec<Draft>,
    blobs: Option<Blobs>,
}

impl Drafts {
    /// The drafts of the document at `path`; snapshots are looked for in `state`.
    ///
    /// # Errors
    ///
    /// Why the document cannot be read, or what git says.
    pub fn of(path: &Path, state: Option<&State>) -> Result<Self, String> {
        let now = storage::read(path).map_err(|error| error.to_string())?.text;
        let mut drafts = Self::committed(path).or_else(|| Self::kept(path, state)).unwrap_or(Self {
            kind: Kind::Snapshots,
            list: Vec::new(),
            blobs: None,
        });
        let is_new = match drafts.list.last().cloned() {
            Some(last) => drafts.text(&last)? != now,
            None => true,
        };
        if is_new {
            let when = path.metadata().and_then(|found| found.modified()).map_or(0, seconds);
            drafts.list.push(Draft { id: NOW.to_owned(), when, source: Source::Disk(now) });
        }
        Ok(drafts)
    }

    /// Those in git, if it has any. A repository that cannot be read is none.
    fn committed(path: &Path) -> Option<Self> {
        let repository = Repository::around(path).ok()?;
        let revisions = repository.revisions(&repository.inside(path)?, MOST).ok()?;
        let draft = |revision: Revision| Draft {
            id: revision.commit.get(..7).unwrap_or(&revision.commit).to_owned(),
            when: revision.when,
            source: Source::Git(revision),
        };
        let list: Vec<Draft> = revisions.into_iter().map(draft).collect();
        let blobs = repository.blobs().ok()?;
        (!list.is_empty()).then_some(Self { kind: Kind::Git, list, blobs: Some(blobs) })
    }

    fn kept(path: &Path, state: Option<&State>) -> Option<Self> {
        let draft = |snapshot: Snapshot| Draft {
            id: snapshot.name(),
            when: seconds(snapshot.when),
            source: Source::Snapshot(snapshot.file),
        };
        let list = state?.snapshots(path).into_iter().map(draft).collect();
        Some(Self { kind: Kind::Snapshots, list, blobs: None })
    }

    /// The text of `draft`, which is one of these.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub fn text(&mut self, draft: &Draft) -> Result<String, String> {
        match &draft.source {
            Source::Disk(text) => Ok(text.clone()),
            Source::Snapshot(file) => {
                storage::read(file).map(|file| file.text).map_err(|error| format!("{}: {error}", draft.id))
            }
            Source::Git(revision) => {
                let blobs = self.blobs.as_mut().ok_or("git is gone")?;
                let bytes = blobs.read(&revision.blob, &revision.path);
                let bytes = bytes.map_err(|error| format!("{}: {error}", draft.id))?;
                storage::read_from(bytes.as_slice(), Path::new(&draft.id)).map_err(|error| error.to_string())
            }
        }
    }
}

/// The snapshot of the document at `path` that is called `name`, if there is one.
pub fn snapshot(path: &Path, name: &str, state: Option<&State>) -> Option<Snapshot> {
    state?.snapshots(path).into_iter().find(|snapshot| snapshot.name() == name)
}

fn seconds(when: SystemTime) -> i64 {
    when.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs().cast_signed())
}
