//! The program in a pseudo-terminal: pressing keys, waiting for what the screen shows, what it left.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// Longer than anything takes; a test that waits so long has failed.
const FOR_EVER: Duration = Duration::from_secs(60);

pub const TEXT: &str = "---\ntemplate: press-release\n---\n\n# Ferry runs Nightboat until 2 a.m.\n\n\
                    We do this in the event that you are late.\n";

/// The program in its terminal, and the screen as a terminal would show it.
pub struct Session {
    pub child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    // Closing it would hang up.
    _terminal: Box<dyn MasterPty + Send>,
    output: Receiver<Vec<u8>>,
    pub screen: avt::Terminal,
    pub written: String,
    pub folder: tempfile::TempDir,
}

impl Session {
    /// The editor with a draft.
    pub fn start(variables: &[(&str, &str)]) -> Self {
        let mut session = Self::run(&["draft.md"], variables);
        session.wait_for("Ctrl-Q Quit");
        session
    }

    pub fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("draft.md"), TEXT).unwrap();
        fs::write(folder.path().join("draft-2.md"), TEXT.replace("in the event that", "if")).unwrap();
        Self::run_in(folder, arguments, variables)
    }

    /// Kills the program, and starts the editor again on what it left.
    pub fn killed_and_begun_again(mut self) -> Self {
        self.send(Signal::KILL);
        self.child.wait().unwrap();
        Self::run_in(self.folder, &["draft.md"], &[])
    }

    pub fn run_in(folder: tempfile::TempDir, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::sized((80, 24), folder, arguments, variables)
    }

    /// A terminal of so many columns and rows.
    pub fn sized(
        (columns, rows): (u16, u16),
        folder: tempfile::TempDir,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_prfaq"));
        command.args(arguments);
        command.cwd(folder.path());
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("XDG_STATE_HOME", folder.path().join("state"));
        command.env("HOME", folder.path());
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let output = listen(pair.master.try_clone_reader().unwrap());
        Self {
            child,
            writer: pair.master.take_writer().unwrap(),
            _terminal: pair.master,
            output,
            screen: avt::Terminal::new(usize::from(columns), usize::from(rows)).unwrap(),
            written: String::new(),
            folder,
        }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("draft.md")
    }

    pub fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn rows(&self) -> Vec<String> {
        self.screen.screen().visible_lines().map(avt::Line::text).collect()
    }

    pub fn shows(&self, text: &str) -> bool {
        self.rows().iter().any(|row| row.contains(text))
    }

    /// Waits until `text` is somewhere on the screen.
    pub fn wait_for(&mut self, text: &str) {
        self.wait(text, |session| session.shows(text));
    }

    pub fn wait(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        while !is_so(self) {
            let Ok(bytes) = self.output.recv_timeout(FOR_EVER) else {
                panic!("never {what}:\n{}", self.rows().join("\n"));
            };
            self.take(&bytes);
        }
    }

    /// Takes what is still to come, until nothing does any more: for keeping pictures, never for a test.
    pub fn settle(&mut self) {
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_secs(2)) {
            self.take(&bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes);
        self.written.push_str(&text);
        self.screen.feed(text.as_ref());
    }

    /// The words on the screen that are crossed out.
    pub fn struck(&self) -> String {
        let screen = self.screen.screen();
        let lines = (0..24).map(|row| screen.line(row).unwrap());
        let cells = lines.flat_map(|line| line.cells().to_vec());
        cells.filter(|cell| cell.pen().is_strikethrough()).map(|cell| cell.char()).collect()
    }

    pub fn send(&self, signal: Signal) {
        let pid = Pid::from_raw(self.child.process_id().unwrap().cast_signed()).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// Waits for the end; the exit code.
    pub fn finish(&mut self) -> u32 {
        while let Ok(bytes) = self.output.recv_timeout(FOR_EVER) {
            self.take(&bytes);
        }
        self.child.wait().unwrap().exit_code()
    }

    /// The private modes that are still on, the cursor aside.
    pub fn modes(&self) -> BTreeSet<u32> {
        let mut on = BTreeSet::new();
        for sequence in self.written.split("\x1b[?").skip(1) {
            let end = sequence.find(|c: char| !c.is_ascii_digit()).unwrap_or(sequence.len());
            let Ok(mode) = sequence[..end].parse() else { continue };
            match sequence[end..].chars().next() {
                Some('h') => on.insert(mode),
                Some('l') => on.remove(&mode),
                _ => false,
            };
        }
        on.remove(&25);
        on
    }

    /// What a reviewer was typing, as it is kept.
    pub fn unsaid(&self) -> String {
        let folder = self.folder.path().join("state/prfaq/read");
        let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_it = |path: &PathBuf| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("unsaid"))
        };
        files.filter(is_it).map(|path| fs::read_to_string(path).unwrap_or_default()).collect()
    }

    /// The texts that were put in safety.
    pub fn rescued(&self) -> Vec<String> {
        let folder = self.folder.path().join("state/prfaq/rescue");
        let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let texts = files.filter(|path| path.extension().is_some_and(|end| end == "md"));
        texts.map(|path| fs::read_to_string(path).unwrap()).collect()
    }
}

fn listen(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, output) = channel();
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    output
}

pub const F2: &str = "\x1bOQ";
pub const F8: &str = "\x1b[19~";
pub const CTRL_END: &str = "\x1b[1;5F";
pub const F10: &str = "\x1b[21~";
pub const DOWN: &str = "\x1b[B";
pub const CTRL_S: &str = "\x13";
pub const CTRL_Q: &str = "\x11";
