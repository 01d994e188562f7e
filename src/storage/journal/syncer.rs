//! Bringing a journal to the disk, on a thread of its own: what was written a moment ago outlives the process anyway, but
//! a power cut only once it is synchronised.

use std::fs::File;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long what is written may wait: with the time that the disk takes, less than a second.
const WAIT: Duration = Duration::from_millis(500);

/// The thread. It ends when this is dropped.
#[derive(Debug)]
pub(super) struct Syncer {
    written: Sender<()>,
    trouble: Arc<Mutex<Option<io::Error>>>,
}

impl Syncer {
    pub(super) fn start(file: Arc<File>) -> io::Result<Self> {
        let (written, heard) = channel();
        let trouble = Arc::default();
        let told = Arc::clone(&trouble);
        thread::Builder::new().name("journal".into()).spawn(move || run(&file, &heard, &told))?;
        Ok(Self { written, trouble })
    }

    /// Something was written.
    pub(super) fn written(&self) {
        let _ = self.written.send(());
    }

    /// What the disk said since this was asked last, if it was anything but well.
    pub(super) fn trouble(&self) -> io::Result<()> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(()), Err)
    }
}

fn run(file: &File, heard: &Receiver<()>, told: &Mutex<Option<io::Error>>) {
    while heard.recv().is_ok() {
        let due = Instant::now() + WAIT;
        while heard.recv_timeout(due.saturating_duration_since(Instant::now())).is_ok() {}
        if let Err(error) = file.sync_data() {
            *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
        }
    }
}
