//! The program itself in a pseudo-terminal: from its start to the first frame, keys, and a long paste.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

use super::{SIZES, draft, table};

/// Longer than anything takes.
const FOR_EVER: Duration = Duration::from_secs(60);

/// How often the program is started.
const STARTS: usize = 15;
const KEYS: usize = 300;
const PASTES: usize = 5;

/// Characters that nothing writes but the key that typed them.
const MARKS: [char; 10] = ['ä', 'ë', 'ï', 'ö', 'ü', 'ø', 'å', 'ñ', 'ç', 'ł'];
/// The last character of what is pasted.
const LAST: char = 'Ω';

const CTRL_END: &str = "\x1b[1;5F";

struct Session {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    // Closing it would hang up.
    _terminal: Box<dyn MasterPty + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    started: Instant,
    /// What was written since something was waited for last.
    written: Vec<u8>,
    _folder: TempDir,
}

impl Session {
    fn start(text: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("draft.md"), text).expect("room for the draft");
        let size = PtySize { rows: 50, cols: 200, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_prfaq"));
        command.arg("draft.md");
        command.cwd(folder.path());
        command.env_clear();
        for (name, value) in [("TERM", "xterm-256color"), ("LANG", "C.UTF-8")] {
            command.env(name, value);
        }
        command.env("XDG_STATE_HOME", folder.path().join("state"));
        command.env("HOME", folder.path());
        let output = listen(pair.master.try_clone_reader().expect("its output"));
        let started = Instant::now();
        Self {
            child: pair.slave.spawn_command(command).expect("the program"),
            output,
            writer: pair.master.take_writer().expect("its input"),
            _terminal: pair.master,
            started,
            written: Vec::new(),
            _folder: folder,
        }
    }

    /// When `wanted` was written; what comes behind it is waited for from the next call on.
    fn wait_for(&mut self, wanted: &str) -> Instant {
        let mut when = Instant::now();
        loop {
            let found = self.written.windows(wanted.len()).position(|bytes| bytes == wanted.as_bytes());
            if let Some(at) = found {
                self.written.drain(..at + wanted.len());
                return when;
            }
            let keep = self.written.len().min(wanted.len());
            self.written.drain(..self.written.len() - keep);
            let (then, bytes) = self.output.recv_timeout(FOR_EVER).expect("it is written at some time");
            when = then;
            self.written.extend(bytes);
        }
    }

    /// Sends `text`; what was written before counts no more.
    fn send(&mut self, text: &str) {
        while self.output.try_recv().is_ok() {}
        self.written.clear();
        self.writer.write_all(text.as_bytes()).expect("the terminal is there");
        self.writer.flush().expect("the terminal is there");
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn listen(mut reader: Box<dyn Read + Send>) -> Receiver<(Instant, Vec<u8>)> {
    let (sender, output) = channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 65536];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if sender.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                return;
            }
        }
    });
    output
}

pub fn run() {
    println!("| in a pseudo-terminal of 200x50 | {} |", SIZES.map(|(name, _)| name).join(" | "));
    println!("| --- |{}", " --- |".repeat(SIZES.len()));
    let texts = SIZES.map(|(_, size)| draft::of(size));
    let started = texts.each_ref().map(|text| starts(text));
    row(
        "process start to text on the screen, median (most)",
        &started.each_ref().map(|(first, _)| first.clone()),
    );
    row("process start to strikes on the screen", &started.map(|(_, struck)| struck));
    row("key sent to bytes read, median, p99, most", &texts.each_ref().map(|text| keys(text)));
    row("1 MB pasted, first byte sent to its end on the screen", &texts.each_ref().map(|text| pastes(text)));
    println!();
}

fn row(what: &str, cells: &[String; 2]) {
    println!("| {what} | {} |", cells.join(" | "));
}

/// Times of the first frame, which has the status line at its end, and of the first strike.
fn starts(text: &str) -> (String, String) {
    let (mut firsts, mut struck) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let mut session = Session::start(text);
        firsts.push(session.wait_for("draft.md") - session.started);
        struck.push(session.wait_for("\x1b[9m") - session.started);
    }
    (table::of_few(firsts), table::of_few(struck))
}

fn keys(text: &str) -> String {
    let mut session = Session::start(text);
    session.wait_for("\x1b[9m");
    session.send(CTRL_END);
    let mut times = Vec::new();
    for (at, mark) in MARKS.iter().cycle().take(KEYS).enumerate() {
        let key = mark.to_string();
        let sent = Instant::now();
        session.send(&key);
        times.push(session.wait_for(&key).saturating_duration_since(sent));
        thread::sleep(Duration::from_millis(8));
        if at % 7 == 6 {
            session.send(". ");
        }
    }
    table::of_many(times).replace(" |", ",")
}

fn pastes(text: &str) -> String {
    let mut times = Vec::new();
    let pasted = format!("\x1b[200~{}{LAST}\x1b[201~", draft::of(1_000_000));
    for _ in 0..PASTES {
        let mut session = Session::start(text);
        session.wait_for("\x1b[9m");
        let sent = Instant::now();
        session.send(&pasted);
        times.push(session.wait_for(&LAST.to_string()) - sent);
    }
    table::of_few(times)
}
