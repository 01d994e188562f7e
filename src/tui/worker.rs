//! The one thread beside the terminal's: reads texts with the red pen, and takes strikes in them, while keys come in.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;

use super::message::Msg;
use super::pen::{Reader, Wanted};

/// A text to read.
#[derive(Debug)]
pub struct Job {
    /// Comes back with the answer.
    pub generation: u64,
    /// The text.
    pub text: String,
    /// The file it is.
    pub path: Option<PathBuf>,
    /// The strikes to take in it; it is only read where there are none.
    pub wanted: Option<Wanted>,
}

impl Job {
    fn done(self, reader: &mut dyn Reader) -> Msg {
        let Self { generation, text, path, wanted } = self;
        match wanted {
            None => Msg::Read { generation, reading: reader.read(&text, path.as_deref()) },
            Some(wanted) => {
                let fixed = reader.fix(&text, path.as_deref(), &wanted);
                Msg::Fixed { generation, text: fixed.text, count: fixed.taken.len() }
            }
        }
    }
}

/// The thread. It ends when this is dropped and the text it is at has been read.
pub struct Worker {
    jobs: Sender<Job>,
    answers: Receiver<Msg>,
    /// Jobs that are not answered.
    waiting: usize,
}

impl Worker {
    /// Starts the thread.
    pub fn start(mut reader: Box<dyn Reader>) -> std::io::Result<Self> {
        let (jobs, to_do) = channel::<Job>();
        let (done, answers) = channel();
        thread::Builder::new().name("red pen".into()).spawn(move || {
            for job in to_do {
                if done.send(job.done(reader.as_mut())).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { jobs, answers, waiting: 0 })
    }

    /// Has `job` done. Whether there is still somebody to do it.
    pub fn give(&mut self, job: Job) -> bool {
        let is_given = self.jobs.send(job).is_ok();
        self.waiting = if is_given { self.waiting + 1 } else { 0 };
        is_given
    }

    /// Whether something is being done.
    pub fn is_busy(&self) -> bool {
        self.waiting > 0
    }

    /// What was found, once it is. A reader that broke down is told of once.
    pub fn answer(&mut self) -> Option<Msg> {
        if !self.is_busy() {
            return None;
        }
        match self.answers.try_recv() {
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.waiting = 0;
                Some(Msg::Trouble("the red pen broke down; save, and start again".to_owned()))
            }
            Ok(answer) => {
                self.waiting -= 1;
                Some(answer)
            }
        }
    }
}
