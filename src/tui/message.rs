//! What reaches the editor, and what it asks for in return.

use std::path::PathBuf;
use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};

use super::clipboard::Copied;
use super::pen::{Reading, Wanted};
use super::start::Starts;
use crate::storage::{File, Identity, ReadError, Rescued, SaveError, Saved};

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// The terminal pasted text.
    Paste(String),
    /// The screen has this many columns and rows.
    Resize(u16, u16),
    /// The terminal has the focus again: the file may have changed meanwhile.
    FocusGained,
    /// So much time has gone by since the editor was started.
    Tick(Duration),
    /// The red pen has read the text as it was at `generation`.
    Read {
        /// Which text it read.
        generation: u64,
        /// What it found.
        reading: Reading,
    },
    /// What was wanted is taken in the text as it was at `generation`.
    Fixed {
        /// Which text it was.
        generation: u64,
        /// The text now.
        text: String,
        /// How many fixes were made.
        count: usize,
    },
    /// A save came to its end.
    Saved {
        /// Where it went.
        path: PathBuf,
        /// How it went.
        result: Result<Saved, SaveError>,
    },
    /// A file was read, to be edited.
    Opened {
        /// Which one.
        path: PathBuf,
        /// Its text, or what is wrong with it.
        result: Result<File, ReadError>,
    },
    /// Text was copied.
    Copied(Copied),
    /// What the system's clipboard holds, where it can be read and holds text.
    Pasted(Option<String>),
    /// The day it is.
    Today(jiff::civil::Date),
    /// The file on disk is not the one that was read.
    Changed,
    /// What there is to begin with; the start screen is to be shown.
    Start {
        /// What the disk tells.
        starts: Starts,
        /// Whether there is no document behind it.
        is_first: bool,
    },
    /// A text that was put in safety was read.
    Recovered {
        /// Which one.
        rescued: Rescued,
        /// Its text, or what is wrong with it.
        result: Result<File, ReadError>,
    },
    /// There is a text of the file being edited that was not saved.
    Unsaved,
    /// Something went wrong that the writer should know of.
    Trouble(String),
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Read `text` with the red pen; the answer is [`Msg::Read`].
    Read {
        /// Comes back with the answer.
        generation: u64,
        /// The text.
        text: String,
        /// The file it is, for its configuration.
        path: Option<PathBuf>,
    },
    /// Take strikes in `text`, all at once; the answer is [`Msg::Fixed`].
    Fix {
        /// Comes back with the answer.
        generation: u64,
        /// The text.
        text: String,
        /// The file it is, for its configuration.
        path: Option<PathBuf>,
        /// Which strikes.
        wanted: Wanted,
    },
    /// Save the text; the answer is [`Msg::Saved`].
    Save {
        /// Where to.
        path: PathBuf,
        /// What.
        text: String,
        /// What is to be replaced.
        over: Over,
    },
    /// Read a file to edit; the answer is [`Msg::Opened`].
    Open(PathBuf),
    /// See whether the file still is what it was; the answer, if not, is [`Msg::Changed`].
    Check(PathBuf, Identity),
    /// Keep a copy of the unsaved text, for the case that the program is killed.
    Keep {
        /// The document it is to become.
        path: Option<PathBuf>,
        /// The text.
        text: String,
    },
    /// Remove that copy: nothing is unsaved any more.
    Release,
    /// See whether there is an unsaved text of this file; the answer, if so, is [`Msg::Unsaved`].
    LookForUnsaved(PathBuf),
    /// Keep the file in mind, for the list of recent ones.
    Remember(PathBuf),
    /// See what there is to begin with; the answer is [`Msg::Start`].
    Start,
    /// Read a text that was put in safety; the answer is [`Msg::Recovered`].
    Recover(Rescued),
    /// Remove a text that was put in safety: it is saved now.
    Forget(Rescued),
    /// Put text on the system's clipboard; the answer is [`Msg::Copied`].
    Copy(String),
    /// Read the system's clipboard; the answer is [`Msg::Pasted`].
    Paste,
    /// Say what day it is; the answer is [`Msg::Today`].
    Today,
    /// Take mouse clicks, or leave them to the terminal.
    Mouse(bool),
    /// Stop until the shell continues us.
    Suspend,
    /// End.
    Quit,
}

/// What a save may replace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// Nothing: there must be no such file.
    Nothing,
    /// The file as it was read; one that was changed since stays.
    Known(Identity),
    /// Whatever is there.
    Anything,
}
