//! The one thread beside the terminal's: reads texts with the red pen while keys come in.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use super::message::Msg;
use super::pen::Reader;

/// A text to read.
struct Job {
    generation: u64,
    text: String,
    path: Option<PathBuf>,
}

/// The thread. It ends when this is dropped and the text it is at has been read.
pub struct Worker {
    jobs: Sender<Job>,
    answers: Receiver<Msg>,
    is_reading: bool,
}

impl Worker {
    /// Starts the thread.
    pub fn start(mut reader: Box<dyn Reader>) -> std::io::Result<Self> {
        let (jobs, to_do) = channel::<Job>();
        let (done, answers) = channel();
        thread::Builder::new().name("red pen".into()).spawn(move || {
            for job in to_do {
                let reading = reader.read(&job.text, job.path.as_deref());
                if done.send(Msg::Read { generation: job.generation, reading }).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { jobs, answers, is_reading: false })
    }

    /// Has `text` read. Whether there is still somebody to read it.
    pub fn read(&mut self, generation: u64, text: String, path: Option<PathBuf>) -> bool {
        self.is_reading = self.jobs.send(Job { generation, text, path }).is_ok();
        self.is_reading
    }

    /// Whether a text is being read.
    pub fn is_reading(&self) -> bool {
        self.is_reading
    }

    /// What was found, once it is. A reader that broke down is told of once.
    pub fn answer(&mut self) -> Option<Msg> {
        if !self.is_reading {
            return None;
        }
        let answer = match self.answers.try_recv() {
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => {
                Msg::Trouble("the red pen broke down; save, and start again".to_owned())
            }
            Ok(answer) => answer,
        };
        self.is_reading = false;
        Some(answer)
    }
}
