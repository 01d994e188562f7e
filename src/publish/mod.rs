//! A document on its way out: what the gate says of it with the questions of its reviewers, what is written of it in which
//! format, and beside what.
//!
//! The command line and the editor both export by this. How a format looks is known by [`export`](crate::export), which
//! is pure; files are written by [`storage`](crate::storage).

mod docx;
mod format;
mod gate;
mod questions;
mod target;
mod waiver;

use std::path::Path;

pub use docx::Docx;
pub use format::{Format, is_export};
pub use gate::{judge, told};
pub use questions::open_questions;
pub use target::{Obstacle, obstacle};
pub use waiver::with_waivers;

/// A document as it is exported.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    /// Its file, where it has one: what reviewers said lies beside that.
    pub path: Option<&'a Path>,
    /// What it is called, safe to show.
    pub shown: &'a str,
    /// Its text.
    pub source: &'a str,
}
