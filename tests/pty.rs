//! The editor in a real pseudo-terminal: what only escape sequences and signals can show.

// Helpers of tests may fail loudly; clippy knows that of the tests themselves only.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

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

const TEXT: &str = "---\ntemplate: press-release\n---\n\n# Ferry runs Nightboat until 2 a.m.\n\n\
                    We do this in the event that you are late.\n";

/// The program in its terminal, and the screen as a terminal would show it.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    // Closing it would hang up.
    _terminal: Box<dyn MasterPty + Send>,
    output: Receiver<Vec<u8>>,
    screen: avt::Terminal,
    written: String,
    folder: tempfile::TempDir,
}

impl Session {
    /// The editor with a draft.
    fn start(variables: &[(&str, &str)]) -> Self {
        let mut session = Self::run(&["draft.md"], variables);
        session.wait_for("Ctrl-Q Quit");
        session
    }

    fn run(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("draft.md"), TEXT).unwrap();
        fs::write(folder.path().join("draft-2.md"), TEXT.replace("in the event that", "if")).unwrap();
        Self::run_in(folder, arguments, variables)
    }

    /// Kills the program, and starts the editor again on what it left.
    fn killed_and_begun_again(mut self) -> Self {
        self.send(Signal::KILL);
        self.child.wait().unwrap();
        Self::run_in(self.folder, &["draft.md"], &[])
    }

    fn run_in(folder: tempfile::TempDir, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
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
            screen: avt::Terminal::new(80, 24).unwrap(),
            written: String::new(),
            folder,
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("draft.md")
    }

    fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    fn rows(&self) -> Vec<String> {
        let screen = self.screen.screen();
        (0..24).map(|row| screen.line(row).unwrap().text()).collect()
    }

    fn shows(&self, text: &str) -> bool {
        self.rows().iter().any(|row| row.contains(text))
    }

    /// Waits until `text` is somewhere on the screen.
    fn wait_for(&mut self, text: &str) {
        self.wait(text, |session| session.shows(text));
    }

    fn wait(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        while !is_so(self) {
            let Ok(bytes) = self.output.recv_timeout(FOR_EVER) else {
                panic!("never {what}:\n{}", self.rows().join("\n"));
            };
            self.take(&bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes);
        self.written.push_str(&text);
        self.screen.feed(text.as_ref());
    }

    /// The words on the screen that are crossed out.
    fn struck(&self) -> String {
        let screen = self.screen.screen();
        let lines = (0..24).map(|row| screen.line(row).unwrap());
        let cells = lines.flat_map(|line| line.cells().to_vec());
        cells.filter(|cell| cell.pen().is_strikethrough()).map(|cell| cell.char()).collect()
    }

    fn send(&self, signal: Signal) {
        let pid = Pid::from_raw(self.child.process_id().unwrap().cast_signed()).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// Waits for the end; the exit code.
    fn finish(&mut self) -> u32 {
        while let Ok(bytes) = self.output.recv_timeout(FOR_EVER) {
            self.take(&bytes);
        }
        self.child.wait().unwrap().exit_code()
    }

    /// The private modes that are still on, the cursor aside.
    fn modes(&self) -> BTreeSet<u32> {
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
    fn unsaid(&self) -> String {
        let folder = self.folder.path().join("state/prfaq/read");
        let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_it = |path: &PathBuf| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("unsaid"))
        };
        files.filter(is_it).map(|path| fs::read_to_string(path).unwrap_or_default()).collect()
    }

    /// The texts that were put in safety.
    fn rescued(&self) -> Vec<String> {
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

const F2: &str = "\x1bOQ";
const F8: &str = "\x1b[19~";
const CTRL_END: &str = "\x1b[1;5F";

#[test]
fn a_strike_is_seen_taken_saved_and_nothing_else_changes() {
    let mut session = Session::start(&[]);
    session.wait("crossed out", |session| session.struck().contains("in the event that"));
    while !session.shows("write \"if\"") {
        let before = session.rows();
        session.press(F8);
        session.wait("another strike", |session| session.rows() != before);
    }
    session.press(F2);
    session.wait_for("We do this if you are late.");
    session.press("\x13");
    session.wait_for("saved draft.md");
    session.press("\x11");
    assert_eq!(session.finish(), 0);
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT.replace("in the event that", "if"));
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn typed_and_pasted_text_comes_out_as_it_went_in() {
    let mut session = Session::start(&[]);
    session.press(CTRL_END);
    session.press("Naïve 한국 ");
    session.press("\x1b[200~one\r\ntwo\x1b[201~");
    session.wait_for("two");
    session.press("\x1a");
    session.wait("gone", |session| !session.shows("two"));
    session.press("\x13");
    session.wait_for("saved draft.md");
    session.press("\x11");
    assert_eq!(session.finish(), 0);
    assert_eq!(fs::read_to_string(session.path()).unwrap(), format!("{TEXT}Naïve 한국 "));
}

#[test]
fn over_ssh_what_is_copied_goes_through_the_terminal() {
    // The letters of "Ferry" in base64, on the clipboard `c`.
    const FERRY: &str = "\x1b]52;c;RmVycnk=";
    let mut session = Session::start(&[("SSH_TTY", "/dev/pts/9"), ("TMUX", "/tmp/none,1,0")]);
    session.press("\x06Ferry\x1b");
    session.wait_for("1 word selected");
    session.press("\x03");
    session.wait_for("clipboard of the terminal");
    assert!(session.written.contains(FERRY));
    // Once more for the terminal around tmux.
    assert!(session.written.contains(&format!("\x1bPtmux;\x1b{FERRY}")));
    session.press("\x11");
    assert_eq!(session.finish(), 0);
}

#[test]
fn quitting_asks_about_what_is_not_saved() {
    let mut session = Session::start(&[]);
    session.press("x\x11");
    session.wait_for("not saved");
    session.press("d");
    assert_eq!(session.finish(), 0);
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn a_signal_saves_what_was_typed_beside_and_leaves_no_mode_on() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let mut session = Session::start(&[]);
        session.press("typed ");
        session.wait_for("typed ---");
        session.send(signal);
        assert_eq!(session.finish(), code);
        assert_eq!(session.modes(), BTreeSet::new());
        assert_eq!(session.rescued(), [format!("typed {TEXT}")]);
        assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
        let left = session.written.rfind("\x1b[?1049l").unwrap();
        assert!(
            session.written[left..].contains("what was not saved is in"),
            "{:?}",
            &session.written[left..]
        );
    }
}

#[test]
fn what_was_typed_outlives_a_program_that_is_killed() {
    let mut session = Session::start(&[]);
    session.press("typed ");
    session.wait_for("typed ---");
    let mut session = session.killed_and_begun_again();
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
    session.wait_for("View them as a redline");
    session.press("v");
    session.wait_for("not saved");
    session.wait_for("q Quit");
    session.press("q");
    session.wait_for("Recover them");
    session.press("r");
    session.wait_for("typed ---");
    session.press("\x13");
    session.wait_for("saved draft.md");
    session.press("\x11");
    assert_eq!(session.finish(), 0);
    assert_eq!(fs::read_to_string(session.path()).unwrap(), format!("typed {TEXT}"));
    assert!(session.rescued().is_empty());
    assert_eq!(fs::read_dir(session.folder.path().join("state/prfaq/journal")).unwrap().count(), 0);
}

#[test]
fn a_second_editor_says_who_the_first_is_and_only_reads() {
    let mut first = Session::start(&[]);
    let state = first.folder.path().join("state");
    let path = first.path();
    let mut second = Session::run(&[path.to_str().unwrap()], &[("XDG_STATE_HOME", state.to_str().unwrap())]);
    let who = format!("only read here: process {} edits", first.child.process_id().unwrap());
    second.wait_for(&who);
    second.press("x");
    second.press("\x13");
    second.press("\x11");
    assert_eq!(second.finish(), 0);
    first.press("y\x13");
    first.wait_for("saved draft.md");
    first.press("\x11");
    assert_eq!(first.finish(), 0);
    assert_eq!(fs::read_to_string(path).unwrap(), format!("y{TEXT}"));
}

#[test]
fn without_colours_strikes_are_still_crossed_out() {
    let mut session = Session::start(&[("NO_COLOR", "1")]);
    session.wait("crossed out", |session| session.struck().contains("in the event that"));
    let screen = session.screen.screen();
    let coloured = (0..24).flat_map(|row| screen.line(row).unwrap().cells().to_vec());
    assert!(coloured.into_iter().all(|cell| cell.pen().foreground().is_none()));
    session.press("\x11");
    assert_eq!(session.finish(), 0);
}

#[test]
fn what_a_reviewer_says_is_in_their_own_file_before_the_next_key() {
    let mut session = Session::run(&["review", "draft.md", "--as", "Ann Lee"], &[]);
    let file = session.folder.path().join("draft.reviews/ann-lee.yml");
    session.wait_for("q Close");
    session.press("jc");
    session.wait_for("Comment on");
    session.press("Who says so?\r");
    session.wait_for("said; u takes it back");
    let kept = fs::read_to_string(&file).unwrap();
    assert!(kept.contains("quote: We do this in the event that you are late."), "{kept}");
    assert!(kept.contains("Who says so?") && !kept.contains("read:"), "{kept}");
    session.press("q");
    session.wait_for("Close the reading");
    session.press("i");
    session.wait_for("Esc reads on");
    session.press("The price.\r");
    assert_eq!(session.finish(), 0);
    let kept = fs::read_to_string(&file).unwrap();
    assert!(kept.contains("decision: iterate") && kept.contains("The price."), "{kept}");
    assert!(kept.contains("\nread:"), "{kept}");
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn a_thought_that_is_being_typed_is_there_when_the_review_opens_again() {
    for (signal, code) in [(Signal::TERM, Some(143)), (Signal::HUP, Some(129)), (Signal::KILL, None)] {
        let mut session = Session::run(&["review", "draft.md", "--as", "Ann"], &[]);
        session.wait_for("q Close");
        session.press("jc");
        session.wait_for("Comment on");
        session.press("half a thought");
        session.wait_for("half a thought");
        if let Some(code) = code {
            session.send(signal);
            assert_eq!(session.finish(), code);
            assert_eq!(session.modes(), BTreeSet::new());
        } else {
            session.wait("a copy", |session| session.unsaid().contains("half a thought"));
            session.send(signal);
            session.child.wait().unwrap();
        }
        assert!(session.rescued().is_empty());
        let mut again = Session::run_in(session.folder, &["review", "draft.md", "--as", "ann"], &[]);
        again.wait_for("You were writing this");
        again.press(" of mine\r");
        again.wait_for("said; u takes it back");
        let file = again.folder.path().join("draft.reviews/ann.yml");
        assert!(fs::read_to_string(file).unwrap().contains("half a thought of mine"));
        again.press("\x03");
        assert_eq!(again.finish(), 0);
        assert_eq!(again.unsaid(), "");
    }
}

#[test]
fn a_redline_is_read_and_left_and_nothing_is_written() {
    let mut session = Session::run(&["redline", "draft.md", "draft-2.md"], &[]);
    session.wait_for("1 change ");
    session.wait("crossed out", |session| session.struck().contains("in the event that"));
    session.press("n");
    session.wait_for("change 1 of 1");
    session.press("1/you are late");
    session.wait_for("1 of 1;");
    session.press("\x1b");
    session.wait_for("q Quit");
    session.press("q");
    assert_eq!(session.finish(), 0);
    assert_eq!(session.modes(), BTreeSet::new());
    assert_eq!(fs::read_to_string(session.path()).unwrap(), TEXT);
    let files = fs::read_dir(session.folder.path()).unwrap().count();
    assert_eq!(files, 2, "nothing else was written");
}

#[test]
fn several_redlines_are_one_viewer() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["one.md", "two.md"];
    let write = |price: &str| {
        for name in names {
            fs::write(folder.path().join(name), format!("# {name}\n\nIt costs {price} a month.\n")).unwrap();
        }
    };
    let git = |arguments: &[&str]| {
        let mut command = std::process::Command::new("git");
        command
            .current_dir(folder.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1");
        command.args(["-c", "user.name=Ann", "-c", "user.email=ann@example.com"]).args(arguments);
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(name);
        }
        assert!(command.output().unwrap().status.success());
    };
    write("£4.50");
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "begin"]);
    write("£4.90");
    fs::write(folder.path().join("three.md"), b"\xff\x00").unwrap();
    git(&["add", "three.md"]);
    let path = std::env::var("PATH").unwrap_or_default();
    let mut session = Session::run_in(folder, &["redline", "--from", "HEAD"], &[("PATH", &path)]);
    session.wait_for("document 1 of 2");
    assert!(session.shows("one.md at HEAD"));
    session.press("2n]");
    session.wait_for("document 2 of 2");
    session.wait_for("two.md at HEAD");
    session.press("[");
    session.wait_for("document 1 of 2");
    session.press("q");
    // One of them is no text, and was said to be none.
    assert_eq!(session.finish(), 2);
    assert!(session.written.contains("three.md"));
    assert_eq!(session.modes(), BTreeSet::new());
}

#[test]
fn the_pen_opens_the_viewer_though_it_strikes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notes.md"), "# The box\n\nThe box opens for every parcel.\n").unwrap();
    let mut session = Session::run_in(folder, &["redline", "notes.md", "--pen"], &[]);
    session.wait_for("there is nothing to strike");
    assert!(session.shows("The box opens for every parcel."));
    session.press("q");
    assert_eq!(session.finish(), 0);
}
