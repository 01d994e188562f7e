//! Files: reading documents, saving them without ever losing one, and what the program remembers between sessions.
//!
//! The only module that writes files. Text goes in and out exactly as it is (byte order mark, line endings, final
//! newline); what it means is known elsewhere. Unix only: it relies on rename, modes, owners and inodes.

mod disk;
mod error;
#[cfg(test)]
mod faulty;
mod files;
mod growing;
mod identity;
mod journal;
mod kept;
mod kind;
mod program;
mod read;
mod rescue;
mod save;
mod setting;
mod shown;
mod snapshots;
mod state;
mod sweep;

pub use error::{SaveError, SaveProblem};
pub use files::{Disk, Files};
pub use growing::Growing;
pub use identity::Identity;
pub use journal::{Claim, Journal};
pub use kept::{make_folder, remove};
pub use kind::Kind;
pub use program::{Program, take_program_away, write_program, write_program_before};
pub use read::{File, MAX_BYTES, ReadError, ReadProblem, open, read, read_bytes, read_from};
pub use rescue::{Rescued, rescue};
pub use save::{InPlace, Saved, check_new, save, write_new};
pub use setting::write_setting;
pub use shown::Shown;
pub use snapshots::{MOST_SNAPSHOTS, Snapshot};
pub use state::State;
