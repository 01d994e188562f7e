//! What the editor asks of the disk, done by `storage` at once; and the journal of the document that is edited.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::message::{Effect, Entry, Hold, Holder, Msg, Over, Unsaved};
use super::start::Starts;
use crate::storage::{self, Claim, Identity, Journal, ReadError, Rescued, SaveError, SaveProblem, State};
use crate::template::Catalogue;

/// The disk as the editor sees it.
#[derive(Debug, Default)]
pub(super) struct Disk {
    state: Option<State>,
    journal: Option<Journal>,
    /// The document the journal is of, as the editor calls it.
    current: Option<PathBuf>,
}

impl Disk {
    /// With what is remembered in `state`; without one there are no journals, no locks and no recent files.
    pub(super) fn new(state: Option<State>) -> Self {
        Self { state, ..Self::default() }
    }

    /// Does what `effect` asks for, if that is a thing of the disk.
    pub(super) fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Save { path, text, over } => Some(self.save(path, &text, &over)),
            Effect::Open(path) => Some(self.open(path)),
            Effect::Claim(path) => Some(self.claim(path)),
            Effect::Check { path, known } => check(&path, &known),
            Effect::Log { path, entry } => {
                let logged = self.log(path.as_deref(), &entry);
                logged.err().map(|error| Msg::Unkept(error.to_string()))
            }
            Effect::Settled(path) => {
                self.settled(path.as_deref());
                None
            }
            Effect::Remember(path) => {
                self.state.as_ref().inspect(|state| state.remember(&path));
                None
            }
            Effect::Recover(rescued) => Some(self.recover(rescued)),
            Effect::Forget(rescued) => {
                // What stays behind is offered again; that is all.
                let _ = self.state.as_ref().map(|state| state.forget(&rescued));
                None
            }
            _ => None,
        }
    }

    /// Reads the file at `path` to edit it, and sees who else does and what was not saved of it.
    pub(super) fn open(&mut self, path: PathBuf) -> Msg {
        let result = storage::open(&path);
        let is_there = result.is_ok() || matches!(&result, Err(error) if is_missing(error));
        let hold = if is_there { self.hold(&path) } else { Hold::Ours };
        let text = result.as_ref().map_or("", |file| file.text.as_str());
        let unsaved = if is_there { self.unsaved(&path, text) } else { None };
        Msg::Opened { path, result, hold, unsaved }
    }

    /// What there is to begin with: `templates`, and what is remembered.
    pub(super) fn starts(&self, templates: Arc<Catalogue>) -> Starts {
        let recent = self.state.as_ref().map(State::recent).unwrap_or_default();
        let rescued = self.state.as_ref().map(State::rescued).unwrap_or_default();
        Starts { templates, recent, rescued, doomed: None }
    }

    /// The editor ends, and nothing is unsaved that is wanted and nowhere else.
    pub(super) fn leave(&mut self) {
        if let Some(journal) = self.journal.take() {
            journal.remove();
        }
    }

    /// Whether unsaved text is in a journal.
    pub(super) fn has_journal(&self) -> bool {
        self.journal.is_some()
    }

    fn hold(&mut self, path: &Path) -> Hold {
        if self.is_of(Some(path)) {
            return Hold::Ours;
        }
        match self.claimed(Some(path)) {
            Ok(Some(Claim::Held(pid))) => {
                self.leave();
                Hold::Held(Holder { pid })
            }
            Ok(Some(Claim::Ours(journal))) => {
                self.take_up(journal, Some(path));
                Hold::Ours
            }
            Ok(None) => Hold::Ours,
            Err(error) => {
                self.leave();
                Hold::Unkept(error.to_string())
            }
        }
    }

    fn is_of(&self, path: Option<&Path>) -> bool {
        let same = self.current.as_deref() == path;
        self.journal.as_ref().is_some_and(|journal| same || journal.is_of(path))
    }

    fn claimed(&self, path: Option<&Path>) -> io::Result<Option<Claim>> {
        self.state.as_ref().map(|state| Journal::claim(state, path)).transpose()
    }

    fn take_up(&mut self, journal: Journal, path: Option<&Path>) {
        self.leave();
        self.journal = Some(journal);
        self.current = path.map(Path::to_owned);
    }

    fn log(&mut self, path: Option<&Path>, entry: &Entry) -> io::Result<()> {
        if !self.is_of(path) {
            match self.claimed(path)? {
                Some(Claim::Ours(journal)) => self.take_up(journal, path),
                Some(Claim::Held(_)) => return Err(io::Error::other("another program edits it")),
                None => return Ok(()),
            }
        }
        let Some(journal) = &mut self.journal else { return Ok(()) };
        match entry {
            Entry::Whole(text) => journal.whole(text),
            Entry::Edits(changes) => journal.edits(changes),
        }
    }

    fn settled(&mut self, path: Option<&Path>) {
        if !self.is_of(path) {
            self.leave();
        } else if let Some(journal) = &mut self.journal {
            // What stays is what is in the file anyway.
            let _ = journal.clear();
        }
    }

    fn save(&mut self, path: PathBuf, text: &str, over: &Over) -> Msg {
        let claimed = if self.is_of(Some(&path)) { None } else { self.claimed(Some(&path)).ok().flatten() };
        let (journal, held) = match claimed {
            Some(Claim::Held(pid)) => (None, Some(pid)),
            Some(Claim::Ours(journal)) => (Some(journal), None),
            None => (None, None),
        };
        let before = self.first_draft(&path);
        let result = match held {
            Some(pid) => Err(SaveError { path: path.clone(), problem: SaveProblem::InUse(pid) }),
            None => written(&path, text, over),
        };
        match journal {
            Some(journal) if result.is_ok() => self.take_up(journal, Some(&path)),
            Some(journal) => journal.remove(),
            None => {}
        }
        if result.is_ok() {
            self.keep_draft(&path, before.as_ref(), text);
        }
        let is_changed = matches!(&result, Err(error) if matches!(error.problem, SaveProblem::Changed));
        let theirs = is_changed.then(|| storage::read(&path).ok()).flatten();
        Msg::Saved { path, result, theirs }
    }

    /// What the file at `path` is before it is saved for the first time, and since when.
    fn first_draft(&self, path: &Path) -> Option<(String, SystemTime)> {
        self.state.as_ref().filter(|state| state.snapshots(path).is_empty())?;
        let text = storage::read(path).ok()?.text;
        let when = path.metadata().and_then(|found| found.modified()).ok()?;
        (!text.is_empty()).then_some((text, when))
    }

    /// Leaves a snapshot of what was saved. That this fails is not worth a message: the document is safe.
    fn keep_draft(&self, path: &Path, before: Option<&(String, SystemTime)>, text: &str) {
        let Some(state) = &self.state else { return };
        for (text, when) in
            before.map(|(text, when)| (text.as_str(), *when)).into_iter().chain([(text, SystemTime::now())])
        {
            let _ = state.take_snapshot(path, text, when);
        }
    }

    fn claim(&mut self, path: PathBuf) -> Msg {
        match self.hold(&path) {
            Hold::Held(holder) => Msg::Held(holder),
            Hold::Ours | Hold::Unkept(_) => self.open(path),
        }
    }

    fn unsaved(&self, path: &Path, text: &str) -> Option<Unsaved> {
        let state = self.state.as_ref()?;
        let of_this = |rescued: &Rescued| rescued.document.as_deref().is_some_and(|of| is_same(of, path));
        let mut found = state.rescued().into_iter().filter(of_this);
        found.find_map(|rescued| {
            let unsaved = storage::read(&rescued.file).ok()?.text;
            if unsaved == text {
                let _ = state.forget(&rescued);
                return None;
            }
            Some(Unsaved { rescued, text: unsaved })
        })
    }

    fn recover(&mut self, rescued: Rescued) -> Msg {
        let result = storage::read(&rescued.file);
        let there = rescued.document.clone().filter(|path| path.is_file());
        let (Some(path), Ok(file)) = (there, &result) else { return Msg::Recovered { rescued, result } };
        match self.open(path) {
            Msg::Opened { path, result: Ok(there), hold, .. } => {
                let unsaved = Some(Unsaved { rescued, text: file.text.clone() });
                Msg::Opened { path, result: Ok(there), hold, unsaved }
            }
            _ => Msg::Recovered { rescued, result },
        }
    }
}

fn written(path: &Path, text: &str, over: &Over) -> Result<storage::Saved, SaveError> {
    match over {
        Over::Known(identity) => storage::save(path, text, Some(identity)),
        Over::Anything => storage::save(path, text, None),
        // Once more over what was just written, which tells what it is now.
        Over::Nothing => {
            let written = storage::write_new(path, text.as_bytes(), false);
            written.and_then(|()| storage::save(path, text, None))
        }
    }
}

/// What the file at `path` is, if it is none of those that are known.
fn check(path: &Path, known: &[Identity]) -> Option<Msg> {
    if known.iter().any(|identity| identity.is_current(path)) {
        return None;
    }
    Some(Msg::Changed(Box::new(storage::read(path))))
}

fn is_missing(error: &ReadError) -> bool {
    matches!(error.problem, storage::ReadProblem::Missing)
}

fn is_same(one: &Path, other: &Path) -> bool {
    let canonical = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).ok();
    one == other || canonical(one).is_some_and(|one| Some(one) == canonical(other))
}
