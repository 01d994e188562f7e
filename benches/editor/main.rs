//! How long somebody who writes waits for the editor: `cargo bench --bench editor` prints it as the README has it, in
//! some three minutes. Name a part to have it alone: `-- keys`, `-- terminal` or `-- soak`.
//!
//! `keys`: keys come at times of their own, whether or not the editor is ready, and each is timed from when it is due to
//! when the bytes of the frame that shows it are written; the red pen reads in its thread meanwhile and its findings come
//! in between, and the journal is on the disk. `terminal`: the program itself in a pseudo-terminal. `soak`: eight hours
//! of writing with the clock turned on by hand, and what they leave in memory.

// A bench is a program for developers: it prints, and stops where something is wrong.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::unwrap_used
)]

mod draft;
mod keys;
mod pace;
mod rig;
mod soak;
mod table;
mod terminal;

/// The documents: what they are called and their bytes.
const SIZES: [(&str, usize); 2] = [("60 KB", 60_000), ("1 MB", 1_000_000)];

fn main() {
    let named: Vec<String> = std::env::args().skip(1).filter(|name| !name.starts_with('-')).collect();
    if named.iter().any(|name| name == soak::CHILD) {
        return soak::child();
    }
    let wants = |name: &str| named.is_empty() || named.iter().any(|other| other == name);
    if wants("keys") {
        keys::run();
    }
    if wants("terminal") {
        terminal::run();
    }
    if wants("soak") {
        soak::run();
    }
}
