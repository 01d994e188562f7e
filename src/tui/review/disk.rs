//! What the review asks of the disk, done at once: what is said is on it before the next key is read.

use std::path::PathBuf;

use super::update::{Effect, Msg};
use crate::sidecars::{Sidecars, now};
use crate::storage::{self, Identity};
use crate::tui::message::Over;

/// The files of a review.
pub struct Desk {
    path: PathBuf,
    reviewer: String,
    sidecars: Sidecars,
    /// What the document was when it was read or written last.
    identity: Identity,
}

impl Desk {
    /// The files of `reviewer`'s review of the document at `path`.
    pub fn new(path: PathBuf, reviewer: String, sidecars: Sidecars, identity: Identity) -> Self {
        Self { path, reviewer, sidecars, identity }
    }

    /// Does `effect`; what came of it.
    pub fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::Keep(acts) => {
                let kept = self
                    .sidecars
                    .change(&self.reviewer, |sidecar| acts.iter().for_each(|act| act.make(sidecar)));
                vec![Msg::Kept(kept.map(|()| self.sidecars.reviews().clone()))]
            }
            Effect::Save { text, over } => {
                let expected = if let Over::Known(identity) = &over { Some(identity) } else { None };
                let saved = storage::save(&self.path, &text, expected);
                if let Ok(saved) = &saved {
                    self.identity = saved.identity.clone();
                }
                vec![Msg::Saved(saved)]
            }
            Effect::Look => {
                let others = Sidecars::open(&self.path);
                let changed = !self.identity.is_current(&self.path);
                // A file that cannot be read now must not look as if nobody had said anything.
                let heard = others.problems().is_empty().then(|| {
                    self.sidecars = others;
                    Msg::Heard(self.sidecars.reviews().clone())
                });
                heard.into_iter().chain(changed.then_some(Msg::Changed)).collect()
            }
            Effect::Open => {
                let file = storage::open(&self.path);
                if let Ok(file) = &file {
                    self.identity = file.identity.clone();
                }
                vec![Msg::Opened(file)]
            }
            Effect::Close(text) => {
                vec![Msg::Closed(self.sidecars.close(&self.reviewer, &self.path, &text, now()))]
            }
            Effect::Quit => Vec::new(),
        }
    }
}
