//! The terminal is given back as it was, whatever ends the program: in a real pseudo-terminal, with this test program
//! as the child.

// Helpers of tests may fail loudly; clippy knows that of the tests themselves only.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::exit)]

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::time::Duration;

use crossterm::event::{Event, KeyCode};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use prfaq::tui::terminal::Terminal;
use ratatui::widgets::Paragraph;
use rustix::process::{Pid, Signal as Kill, WaitOptions, kill_process, waitpid};

/// Long enough to mean for ever.
const LONG: Duration = Duration::from_secs(3600);

/// What the child shows while it waits for a key.
const WAITING: &str = "waiting";

/// Not a test: what the child does.
#[test]
#[ignore = "run by the others, in a pseudo-terminal"]
fn child() {
    let mut terminal = Terminal::enter(std::env::var_os("NO_MOUSE").is_none()).unwrap();
    loop {
        terminal.draw(|frame| frame.render_widget(Paragraph::new(WAITING), frame.area()));
        let event = terminal.poll(LONG);
        if let Some(signal) = terminal.obey().unwrap() {
            if let Some(file) = std::env::var_os("RESCUE") {
                std::fs::write(file, "rescued").unwrap();
            }
            drop(terminal);
            std::process::exit(i32::from(signal.exit_code()));
        }
        match event {
            Some(Event::Key(key)) if key.code == KeyCode::Char('q') => return,
            Some(Event::Key(key)) if key.code == KeyCode::Char('p') => panic!("the message of the panic"),
            Some(Event::Key(key)) if key.code == KeyCode::Char('v') => {
                terminal.draw(|_| panic!("the message of the panic"));
            }
            _ => {}
        }
    }
}

/// The child in its terminal, and what it has written so far.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    terminal: Box<dyn MasterPty + Send>,
    output: Box<dyn Read + Send>,
    written: String,
}

impl Session {
    fn start(variables: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
        command.args(["child", "--exact", "--ignored", "--nocapture"]);
        command.env("TERM", "xterm-256color");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let output = pair.master.try_clone_reader().unwrap();
        let mut session = Self { child, terminal: pair.master, output, written: String::new() };
        session.read_until(WAITING, 1);
        session
    }

    /// Reads until `text` has come `times` times.
    fn read_until(&mut self, text: &str, times: usize) {
        let mut buffer = [0; 4096];
        while self.written.matches(text).count() < times {
            let count = self.output.read(&mut buffer).unwrap();
            assert_ne!(count, 0, "ended without {text}: {}", self.written);
            self.written.push_str(&String::from_utf8_lossy(&buffer[..count]));
        }
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().unwrap().cast_signed()).unwrap()
    }

    fn send(&self, signal: Kill) {
        kill_process(self.pid(), signal).unwrap();
    }

    fn press(&self, key: &str) {
        self.terminal.take_writer().unwrap().write_all(key.as_bytes()).unwrap();
    }

    /// Everything up to the end, and the exit code.
    fn finish(&mut self) -> u32 {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = self.output.read(&mut buffer) {
            self.written.push_str(&String::from_utf8_lossy(&buffer[..count]));
        }
        self.child.wait().unwrap().exit_code()
    }

    /// The private modes that are still on.
    fn modes(&self) -> BTreeSet<u32> {
        let mut on = BTreeSet::new();
        for sequence in self.written.split("\x1b[?").skip(1) {
            let end = sequence.find(|c: char| !c.is_ascii_digit()).unwrap_or(sequence.len());
            let mode = sequence[..end].parse().unwrap();
            match sequence[end..].chars().next() {
                Some('h') => on.insert(mode),
                _ => on.remove(&mode),
            };
        }
        // The cursor is on when it is left alone.
        on.remove(&25);
        on
    }

    fn local_flags(&self) -> u64 {
        self.terminal.get_termios().unwrap().local_flags.bits().into()
    }
}

#[test]
fn a_mouse_that_is_not_wanted_is_left_to_the_terminal() {
    let mut session = Session::start(&[("NO_MOUSE", "1")]);
    session.send(Kill::TSTP);
    waitpid(Some(session.pid()), WaitOptions::UNTRACED).unwrap();
    session.send(Kill::CONT);
    session.read_until(WAITING, 2);
    session.press("q");
    assert_eq!(session.finish(), 0);
    for mode in ["1000", "1002", "1003", "1006", "1015"] {
        assert!(!session.written.contains(&format!("\x1b[?{mode}h")), "{mode}: {:?}", session.written);
    }
}

#[test]
fn quitting_and_signals_leave_no_mode_on() {
    for (end, code) in [("q", 0), ("TERM", 143), ("INT", 130), ("HUP", 129)] {
        let mut session = Session::start(&[]);
        assert!(
            session.modes().is_superset(&BTreeSet::from([1049, 1000, 1006, 1004, 2004])),
            "{}",
            session.written
        );
        match end {
            "TERM" => session.send(Kill::TERM),
            "INT" => session.send(Kill::INT),
            "HUP" => session.send(Kill::HUP),
            key => session.press(key),
        }
        assert_eq!(session.finish(), code, "{end}: {}", session.written);
        assert_eq!(session.modes(), BTreeSet::new(), "{end}");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    // Between two frames, and while one is drawn.
    for key in ["p", "v"] {
        let mut session = Session::start(&[]);
        session.press(key);
        assert_ne!(session.finish(), 0);
        assert_eq!(session.modes(), BTreeSet::new());
        let left = session.written.rfind("\x1b[?1049l").unwrap();
        assert!(session.written.rfind("the message of the panic").unwrap() > left);
    }
}

#[test]
fn a_stopped_program_leaves_the_terminal_and_takes_it_again() {
    let mut session = Session::start(&[]);
    let raw = session.local_flags();
    session.send(Kill::TSTP);
    let (_, status) = waitpid(Some(session.pid()), WaitOptions::UNTRACED).unwrap().unwrap();
    assert!(status.stopped());
    session.read_until("\x1b[?1049l", 1);
    assert_eq!(session.modes(), BTreeSet::new());
    assert_ne!(session.local_flags(), raw);

    session.send(Kill::CONT);
    session.read_until(WAITING, 2);
    assert_eq!(session.local_flags(), raw);
    session.press("q");
    assert_eq!(session.finish(), 0);
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn stopped_from_outside_it_takes_the_terminal_again() {
    let mut session = Session::start(&[]);
    session.send(Kill::STOP);
    waitpid(Some(session.pid()), WaitOptions::UNTRACED).unwrap();
    session.send(Kill::CONT);
    session.read_until(WAITING, 2);
    session.press("q");
    assert_eq!(session.finish(), 0);
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn a_closed_window_is_heard() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rescue");
    let Session { mut child, terminal, output, .. } = Session::start(&[("RESCUE", &file.to_string_lossy())]);
    drop((terminal, output));
    assert_eq!(child.wait().unwrap().exit_code(), 129);
    assert_eq!(std::fs::read_to_string(file).unwrap(), "rescued");
}

#[test]
fn a_new_size_is_drawn() {
    let mut session = Session::start(&[]);
    session.terminal.resize(PtySize { rows: 30, cols: 100, pixel_width: 0, pixel_height: 0 }).unwrap();
    session.read_until(WAITING, 2);
    session.press("q");
    assert_eq!(session.finish(), 0);
}
