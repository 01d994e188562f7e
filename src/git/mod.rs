//! Git, through the user's own `git`: what is staged, what a file was at a revision, what changed since. Nothing in a
//! repository is changed but by `update`, which stages, and by `settings`, which sets up git itself.
//!
//! Only this module runs a program. It runs nothing but `git`, never through a shell, and leaves `GIT_DIR`,
//! `GIT_INDEX_FILE` and `GIT_WORK_TREE` as they are: a hook's index may be a temporary one that no path leads to.
//! What documents and findings are is not known here.

mod base;
mod blobs;
mod difftool;
mod entry;
mod error;
mod index;
mod log;
mod moment;
mod repository;
mod revision;
mod run;
mod settings;
mod update;
mod user;

pub use base::{Base, Change};
pub use blobs::Blobs;
pub use difftool::difftool;
pub use entry::{Changes, Entry};
pub use error::Error;
pub use index::Index;
pub use log::Revision;
pub use repository::Repository;
pub use revision::{Paired, Tree};
pub use settings::{Scope, Settings, colours_diffs};
pub use user::{blob_text, kept_blob, user_name};
