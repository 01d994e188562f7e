//! What the model asks for that needs no terminal: the disk, and the thread that reads.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use super::disk::Disk;
use super::message::{Effect, Msg};
use super::pen::Reader;
use super::worker::{Job, Worker};
use crate::storage::State;
use crate::template::Catalogue;

/// The disk and the red pen's thread, as the runner uses them; benches do without its terminal.
pub struct Services {
    disk: Disk,
    worker: Worker,
    templates: fn() -> Catalogue,
}

impl Services {
    /// Starts the thread in which `reader` works. `templates` are told anew each time the start screen is shown; without
    /// a `state` folder there are no journals, no locks and no recent files.
    ///
    /// # Errors
    ///
    /// Where there is no room for a thread.
    pub fn start(
        reader: Box<dyn Reader>,
        templates: fn() -> Catalogue,
        state: Option<State>,
    ) -> io::Result<Self> {
        Ok(Self { disk: Disk::new(state), worker: Worker::start(reader)?, templates })
    }

    /// Reads the file at `path` to edit it, and sees who else does and what was not saved of it.
    pub fn open(&mut self, path: PathBuf) -> Msg {
        self.disk.open(path)
    }

    /// What there is to begin with; `is_first` where there is no document yet.
    pub fn starts(&self, is_first: bool) -> Msg {
        Msg::Start { starts: self.disk.starts(Arc::new((self.templates)())), is_first }
    }

    /// Does what `effect` asks for, if that needs no terminal; what came of it, where it is known at once.
    pub fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Read { generation, text, path } => {
                self.give(Job::Text { generation, text, path, wanted: None })
            }
            Effect::Fix { generation, text, path, wanted } => {
                self.give(Job::Text { generation, text, path, wanted: Some(wanted) })
            }
            Effect::Free(reading) => {
                self.worker.free(reading);
                None
            }
            Effect::Trend(path) => self.give(Job::Drafts(path)),
            Effect::Judge { generation, text, path } => self.give(Job::Judge { generation, text, path }),
            Effect::Export(order) => self.give(Job::Export(order)),
            Effect::Start => Some(self.starts(false)),
            effect => self.disk.perform(effect),
        }
    }

    fn give(&mut self, job: Job) -> Option<Msg> {
        let is_given = self.worker.give(job);
        (!is_given).then(|| Msg::Trouble("the red pen broke down; save, and start again".to_owned()))
    }

    /// What the thread found, once it has.
    pub fn answer(&mut self) -> Option<Msg> {
        self.worker.answer()
    }

    /// Whether the thread is at work.
    pub fn is_busy(&self) -> bool {
        self.worker.is_busy()
    }

    /// The editor ends, and nothing is unsaved that is wanted and nowhere else.
    pub fn leave(&mut self) {
        self.disk.leave();
    }

    /// Whether unsaved text is in a journal.
    pub fn has_journal(&self) -> bool {
        self.disk.has_journal()
    }
}
