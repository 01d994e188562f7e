//! Reviewing in the terminal: reading a document in silence and saying what one thinks of it, and the author's walk through
//! what everybody said.
//!
//! As the editor's, [`update`](update::update) takes a message and changes the [`Model`], [`view`](view::view) draws it, and
//! both are pure; [`run`] waits for the terminal and [`disk`] keeps what is said as soon as it is said. What a record is and
//! where it stands is known in [`review`](crate::review).

mod act;
mod answer;
mod close;
pub mod command;
mod compose;
mod deed;
mod disk;
mod draft;
mod faq;
mod find;
mod model;
mod mouse;
mod overlay;
pub mod page;
mod proposal;
mod run;
mod say;
#[cfg(test)]
mod tests;
mod threads;
mod timer;
mod update;
mod view;
mod walk;
mod whole;
pub mod window;

pub use model::Model;
pub use run::show;

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::civil::Date;

use super::look::Look;
use crate::document::PartSpec;
use crate::sidecars::Sidecars;
use crate::storage::File;

/// What is to be reviewed, by whom.
pub struct Input {
    /// Where the document is.
    pub path: PathBuf,
    /// It, as it was read.
    pub file: File,
    /// The parts that its template asks for; empty where it follows none.
    pub specs: Vec<PartSpec>,
    /// What everybody said so far.
    pub sidecars: Sidecars,
    /// Who reads.
    pub reviewer: String,
    /// What time it is, in whole seconds.
    pub now: Timestamp,
    /// What day it is where the reviewer is.
    pub today: Date,
}

/// How it begins.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Colours and signs.
    pub look: Look,
    /// Whether it begins with the walk through what is open.
    pub walk: bool,
}
