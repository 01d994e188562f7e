//! Programs that are killed (SIGKILL) at any moment: while somebody types, and while a document is saved. Nothing that was
//! on the screen is lost, and no document is torn or gone.
//!
//! `cargo test` kills a few; `PRFAQ_KILLS=1000 cargo test --release --test kills` kills a thousand of each.

// Helpers of tests may fail loudly; clippy knows that of the tests themselves only.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::print_stdout)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use prfaq::storage::{self, State};
use rustix::process::{Pid, Signal, kill_process};

/// Numbers that look random and are the same every time (xorshift, 64 bits).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// How many programs to kill.
fn wanted() -> u64 {
    std::env::var("PRFAQ_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(15)
}

/// Something that takes about as long every time, and no sleep: the moment of the kill is spread over a save.
fn spin(turns: u64) {
    let mut at = 0_u64;
    for turn in 0..turns {
        at = std::hint::black_box(at.wrapping_add(turn));
    }
}

const TYPED: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

#[test]
fn what_was_on_the_screen_outlives_the_program() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut acknowledged = 0;
    for round in 0..wanted() {
        let folder = tempfile::tempdir().unwrap();
        let shown = typed_and_killed(folder.path(), 1 + dice.below(TYPED.len() as u64 - 1) as usize);
        assert_eq!(fs::read_to_string(folder.path().join("draft.md")).unwrap(), "|\n");
        let rescued = State::at(&folder.path().join("state/prfaq")).rescued();
        let text = rescued.first().map(|one| storage::read(&one.file).unwrap().text).unwrap_or_default();
        let typed = text.strip_suffix("|\n").unwrap_or_default();
        assert!(TYPED.starts_with(typed), "round {round}: {text:?}");
        assert!(typed.len() >= shown, "round {round}: {shown} shown, {typed:?} kept");
        acknowledged += shown;
    }
    println!("{} kills while typing, {acknowledged} edits on the screen, 0 lost", wanted());
}

/// Types into the editor, kills it once `enough` letters are on the screen, and tells how many were in the end.
fn typed_and_killed(folder: &Path, enough: usize) -> usize {
    fs::write(folder.join("draft.md"), "|\n").unwrap();
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_prfaq"));
    command.args(["draft.md"]);
    command.cwd(folder);
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command.env("XDG_STATE_HOME", folder.join("state"));
    command.env("HOME", folder);
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let mut screen = avt::Terminal::new(80, 24).unwrap();
    let (mut buffer, mut keys, mut is_killed) = ([0; 4096], TYPED.as_bytes().chunks(2), false);
    let mut is_ready = false;
    // What is still to be read when the program is gone was drawn by it too.
    while let Ok(count @ 1..) = reader.read(&mut buffer) {
        screen.feed(String::from_utf8_lossy(&buffer[..count]).as_ref());
        is_ready |= row_with(&screen, "Ctrl-Q Quit").is_some();
        // Two keys for every piece of a frame: some are always on their way.
        if is_ready
            && !is_killed
            && let Some(keys) = keys.next()
        {
            writer.write_all(keys).unwrap();
        }
        if !is_killed && letters(&screen) >= enough {
            // The library's own way hangs up first, and waits.
            let pid = Pid::from_raw(child.process_id().unwrap().cast_signed()).unwrap();
            kill_process(pid, Signal::KILL).unwrap();
            is_killed = true;
        }
    }
    child.wait().unwrap();
    assert!(is_killed);
    letters(&screen)
}

fn row_with(screen: &avt::Terminal, text: &str) -> Option<String> {
    (0..24).map(|row| screen.screen().line(row).unwrap().text()).find(|row| row.contains(text))
}

/// How many of the letters that are typed are on the screen.
fn letters(screen: &avt::Terminal) -> usize {
    let count = |row: String| {
        let start = row.find("abc").unwrap_or(0);
        row[start..].chars().zip(TYPED.chars()).take_while(|(shown, typed)| shown == typed).count()
    };
    row_with(screen, "|").map_or(0, count)
}

const LENGTH: usize = 1_000_000;

/// Not a test: saves one text of a million bytes after the other.
#[test]
#[ignore = "run by the other, and killed"]
fn saver() {
    let path = std::env::var_os("DRAFT").unwrap();
    let path = Path::new(&path);
    let mut known = storage::read(path).unwrap().identity;
    for letter in ["a", "b", "c"].into_iter().cycle() {
        println!("saving");
        known = storage::save(path, &letter.repeat(LENGTH), Some(&known)).unwrap().identity;
    }
}

#[test]
fn a_document_is_whole_whenever_its_program_is_killed() {
    let mut dice = Dice(0x2545_F491_4F6C_DD1D);
    let (mut strays, mut changed) = (0, 0);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft.md");
    fs::write(&path, "a".repeat(LENGTH)).unwrap();
    let mut before = "a".repeat(LENGTH);
    for round in 0..wanted() {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["saver", "--exact", "--ignored", "--nocapture"])
            .env("DRAFT", &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let saves = lines.by_ref().map_while(Result::ok).filter(|line| line.contains("saving"));
        saves.take(1 + dice.below(3) as usize).for_each(drop);
        spin(dice.below(4_000_000));
        child.kill().unwrap();
        child.wait().unwrap();

        strays += fs::read_dir(folder.path()).unwrap().count() - 1;
        let text = storage::open(&path).unwrap().text;
        let letter = &text[..1];
        assert!(text.len() == LENGTH && text == letter.repeat(LENGTH), "round {round}: torn");
        let left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(left, ["draft.md"], "round {round}");
        changed += u64::from(text != before);
        before = text;
    }
    println!(
        "{} kills while saving, 0 torn, 0 missing, {strays} strays cleaned, {changed} with another text",
        wanted()
    );
}
