//! The program in a real pseudo-terminal: what only escape sequences and signals can show.

// Helpers of tests may fail loudly; clippy knows that of the tests themselves only.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod editor;
mod export;
mod picture;
mod readers;
mod session;
mod settings;
mod story;
