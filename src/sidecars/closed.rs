//! The text of a document as a reviewer last closed it.
//!
//! The reviewer's file keeps its hash, and the id of its blob where git keeps the text: with that, others can tell what
//! was read, and so can the same reviewer on another machine. A copy stays in the state folder of this machine, for what
//! git has never seen or has forgotten.

use std::path::Path;

use jiff::Timestamp;

use super::Sidecars;
use crate::git;
use crate::review::Read;
use crate::storage::State;

/// The document as a reviewer closed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// When.
    pub at: Timestamp,
    /// Its text then; nothing where it is neither here nor in git.
    pub text: Option<String>,
}

/// What `reviewer` last closed of `document`; nothing where they never read it.
///
/// # Errors
///
/// Their file cannot be read; in words for people.
pub fn last_closed(document: &Path, reviewer: &str) -> Result<Option<Closed>, String> {
    let sidecars = Sidecars::open(document);
    let Some(read) = sidecars.reviews().of(reviewer).and_then(|sidecar| sidecar.read.clone()) else {
        let problem = sidecars.problems().first();
        return problem.map_or(Ok(None), |problem| Err(problem.clone()));
    };
    let is_it = |text: &String| Read::hash(text) == read.text;
    let here = State::locate().and_then(|state| state.kept(&read.text)).filter(is_it);
    let in_git = || read.revision.as_deref().and_then(|id| git::blob_text(id, document)).filter(is_it);
    Ok(Some(Closed { at: read.at, text: here.or_else(in_git) }))
}

impl Sidecars {
    /// Notes that `reviewer` has read `text`, all of `document`, and closed it `at` this time.
    ///
    /// # Errors
    ///
    /// As [`Sidecars::change`].
    pub fn close(
        &mut self,
        reviewer: &str,
        document: &Path,
        text: &str,
        at: Timestamp,
    ) -> Result<(), String> {
        let hash = Read::hash(text);
        // Without a copy it is still in git, or the next comparison says that it is gone.
        let _ = State::locate().map(|state| state.keep(&hash, text));
        let read = Read { at, text: hash, revision: git::kept_blob(document, text) };
        self.change(reviewer, |sidecar| sidecar.read = Some(read.clone()))
    }
}
