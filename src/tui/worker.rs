//! The one thread beside the terminal's: reads texts with the red pen, takes strikes in them, and exports them, while keys
//! come in; and reads drafts when there is nothing else to do.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::export::{Order, work};
use super::message::Msg;
use super::pen::{Reader, Reading, Wanted};
use super::widget::trend::Trend;
use crate::drafts::{Drafts, Kind};
use crate::report::trend::Point;
use crate::storage::State;

/// Reading drafts that takes longer than this tells how far it is.
const PATIENCE: Duration = Duration::from_millis(200);

/// Something to read.
#[derive(Debug)]
pub enum Job {
    /// A text.
    Text {
        /// Comes back with the answer.
        generation: u64,
        /// The text.
        text: String,
        /// The file it is.
        path: Option<PathBuf>,
        /// The strikes to take in it; it is only read where there are none.
        wanted: Option<Wanted>,
    },
    /// A text that is to be exported: may it?
    Judge {
        /// Comes back with the answer.
        generation: u64,
        /// The text.
        text: String,
        /// The file it is.
        path: PathBuf,
    },
    /// Files for others.
    Export(Box<Order>),
    /// The drafts of a document.
    Drafts(PathBuf),
    /// Nothing but to free what a reading found.
    Free(Box<Reading>),
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
    pub fn start(reader: Box<dyn Reader>) -> std::io::Result<Self> {
        let (jobs, to_do) = channel();
        let (done, answers) = channel();
        thread::Builder::new().name("red pen".into()).spawn(move || run(reader, &to_do, &done))?;
        Ok(Self { jobs, answers, waiting: 0 })
    }

    /// Has `job` done. Whether there is still somebody to do it.
    pub fn give(&mut self, job: Job) -> bool {
        let is_given = self.jobs.send(job).is_ok();
        self.waiting = if is_given { self.waiting + 1 } else { 0 };
        is_given
    }

    /// Has `reading` freed; nobody waits for that, nor for an answer.
    pub fn free(&self, reading: Box<Reading>) {
        // Where the thread is gone it comes back, and is freed here.
        drop(self.jobs.send(Job::Free(reading)));
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
                // More is to come of that one.
                if !matches!(answer, Msg::Trend(Trend::Loading { .. })) {
                    self.waiting -= 1;
                }
                Some(answer)
            }
        }
    }
}

fn run(mut reader: Box<dyn Reader>, to_do: &Receiver<Job>, done: &Sender<Msg>) {
    let mut reel: Option<Reel> = None;
    loop {
        let job = match &reel {
            None => to_do.recv().map_err(|_| TryRecvError::Disconnected),
            // What is being written comes before what was.
            Some(_) => to_do.try_recv(),
        };
        let answer = match job {
            Err(TryRecvError::Disconnected) => return,
            Ok(Job::Free(reading)) => {
                drop(reading);
                None
            }
            Ok(Job::Text { generation, text, path, wanted: None }) => {
                Some(Msg::Read { generation, reading: Box::new(reader.read(&text, path.as_deref())) })
            }
            Ok(Job::Text { generation, text, path, wanted: Some(wanted) }) => {
                let fixed = reader.fix(&text, path.as_deref(), &wanted);
                Some(Msg::Fixed { generation, text: fixed.text, count: fixed.taken.len() })
            }
            Ok(Job::Judge { generation, text, path }) => {
                Some(work::judge(reader.as_mut(), generation, &text, &path))
            }
            Ok(Job::Export(order)) => Some(work::carry_out(reader.as_mut(), &order)),
            Ok(Job::Drafts(path)) => match Reel::of(path) {
                Err(why) => Some(Msg::Trend(Trend::Failed(why))),
                Ok(new) => {
                    // Whoever waited for the ones before is answered too.
                    let before = reel.replace(new);
                    before.map(|_| Msg::Trend(Trend::Failed("begun anew".to_owned())))
                }
            },
            Err(TryRecvError::Empty) => {
                let told = reel.as_mut().and_then(|reel| reel.step(reader.as_mut()));
                if told.as_ref().is_some_and(|told| !matches!(told, Trend::Loading { .. })) {
                    reel = None;
                }
                told.map(Msg::Trend)
            }
        };
        if answer.is_some_and(|answer| done.send(answer).is_err()) {
            return;
        }
    }
}

/// Drafts that are read one after the other.
struct Reel {
    path: PathBuf,
    drafts: Drafts,
    points: Vec<Point>,
    started: Instant,
}

impl Reel {
    fn of(path: PathBuf) -> Result<Self, String> {
        let drafts = Drafts::of(&path, State::locate().as_ref())?;
        Ok(Self { path, drafts, points: Vec::new(), started: Instant::now() })
    }

    /// Reads the next one. What is to be told of it, if anything.
    fn step(&mut self, reader: &mut dyn Reader) -> Option<Trend> {
        let Some(draft) = self.drafts.list.get(self.points.len()).cloned() else {
            let source = if self.drafts.kind == Kind::Git { "git" } else { "snapshots" };
            return Some(Trend::Known(source, std::mem::take(&mut self.points)));
        };
        match self.drafts.text(&draft) {
            Err(why) => Some(Trend::Failed(why)),
            Ok(text) => {
                let scores = reader.read(&text, Some(&self.path)).scores;
                self.points.push(Point {
                    date: draft.date(),
                    id: draft.id,
                    at: draft.when,
                    words: scores.words,
                    strikes_per_100_words: scores.strikes_per_100_words,
                    reading_ease: scores.reading_ease,
                });
                let (done, of) = (self.points.len(), self.drafts.list.len());
                (self.started.elapsed() > PATIENCE).then_some(Trend::Loading { done, of })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::publish::Format;
    use crate::tui::export::{Choice, Lift, Outcome};
    use crate::tui::pen::RedPen;

    fn answer(worker: &mut Worker) -> Msg {
        loop {
            if let Some(answer) = worker.answer() {
                return answer;
            }
            thread::yield_now();
        }
    }

    #[test]
    fn the_gate_is_asked_and_files_are_written_while_keys_come_in() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.md");
        let text = "# Ferry\n\nFerry is {{name}}.\n";
        let mut worker = Worker::start(Box::new(RedPen::default())).unwrap();
        assert!(worker.give(Job::Judge { generation: 7, text: text.to_owned(), path: path.clone() }));
        assert!(matches!(answer(&mut worker), Msg::Judged { generation: 7, result: Ok(_) }));
        let lift = Lift { what: "all".into(), by: "Ann".into(), reason: "board".into() };
        let order = Order {
            text: text.to_owned(),
            path: path.clone(),
            choice: Choice { formats: BTreeSet::from([Format::Txt]), ..Choice::default() },
            lift: Some(lift),
            replaced: Vec::new(),
        };
        assert!(worker.give(Job::Export(Box::new(order))));
        let Msg::Exported(outcome) = answer(&mut worker) else { panic!("another answer") };
        assert!(matches!(*outcome, Outcome::Written { .. }), "{outcome:?}");
        assert!(folder.path().join("plan.export.txt").is_file() && !path.exists());
        assert!(!worker.is_busy());
    }
}
