//! What reaches the editor, and what it asks for in return.

use std::path::PathBuf;
use std::time::Duration;

use crossterm::event::{KeyEvent, MouseEvent};

use super::clipboard::Copied;
use super::export::{Judgement, Order, Outcome};
use super::pen::{Reading, Wanted};
use super::redline::Source;
use super::start::Starts;
use super::widget::trend::Trend;
use crate::export::Rich;
use crate::storage::{File, Identity, ReadError, Rescued, SaveError, Saved};
use crate::text::Change;

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
        reading: Box<Reading>,
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
        /// What another program wrote there meanwhile, where that is why it did not go.
        theirs: Option<File>,
    },
    /// A file was read, to be edited.
    Opened {
        /// Which one.
        path: PathBuf,
        /// Its text, or what is wrong with it.
        result: Result<File, ReadError>,
        /// Whether we may edit it.
        hold: Hold,
        /// A text of it that was not saved.
        unsaved: Option<Unsaved>,
    },
    /// Text was copied.
    Copied(Copied),
    /// What the system's clipboard holds, where it can be read and holds text.
    Pasted(Option<String>),
    /// The day it is.
    Today(jiff::civil::Date),
    /// The file on disk is not the one that was read; here is what it is.
    Changed(Box<Result<File, ReadError>>),
    /// The document is still being edited by another program.
    Held(Holder),
    /// The journal could not be written, and why.
    Unkept(String),
    /// What the gate says of the text as it was at `generation`.
    Judged {
        /// Which text it was.
        generation: u64,
        /// That, or why nothing can be said.
        result: Result<Judgement, String>,
    },
    /// An export came to its end.
    Exported(Box<Outcome>),
    /// What is known of the drafts.
    Trend(Trend),
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
    /// Something went wrong that the writer should know of.
    Trouble(String),
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq)]
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
    /// Ask the gate about `text`; the answer is [`Msg::Judged`].
    Judge {
        /// Comes back with the answer.
        generation: u64,
        /// The text.
        text: String,
        /// The file it is, for its configuration and its reviews.
        path: PathBuf,
    },
    /// Write files for others; the answer is [`Msg::Exported`].
    Export(Box<Order>),
    /// Copy a text with its formatting; the answer is [`Msg::Copied`].
    CopyRich(Rich),
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
    /// See whether the file is one of those that are known; the answer, if not, is [`Msg::Changed`].
    Check {
        /// Which file.
        path: PathBuf,
        /// What it was when it was read, or when somebody was asked about it.
        known: Vec<Identity>,
    },
    /// Note in the journal what is not saved, before anything is drawn; the answer, if it cannot be, is [`Msg::Unkept`].
    Log {
        /// The document it is to become.
        path: Option<PathBuf>,
        /// What is noted.
        entry: Entry,
    },
    /// Empty the journal: nothing is unsaved in this document.
    Settled(Option<PathBuf>),
    /// Try to become the one who edits the file; the answer is [`Msg::Opened`] or [`Msg::Held`].
    Claim(PathBuf),
    /// Show what differs between two texts, until the reader has enough of it.
    Compare {
        /// The text before.
        old: Source,
        /// The text after.
        new: Source,
    },
    /// Keep the file in mind, for the list of recent ones.
    Remember(PathBuf),
    /// See what there is to begin with; the answer is [`Msg::Start`].
    Start,
    /// Read a text that was put in safety; the answer is [`Msg::Recovered`].
    Recover(Rescued),
    /// Remove a text that was put in safety: it is saved now.
    Forget(Rescued),
    /// Free what a reading found, where no key waits for that.
    Free(Box<Reading>),
    /// Read the drafts of the document; the answers are [`Msg::Trend`].
    Trend(PathBuf),
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

/// What the journal is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// The whole text.
    Whole(String),
    /// What was done to it since, one after the other.
    Edits(Vec<Change>),
}

/// Whether a document may be edited here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// It may.
    Ours,
    /// Another program edits it.
    Held(Holder),
    /// It may, but no journal can be kept, and why.
    Unkept(String),
}

/// Another program that edits a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// Its process id, where that is known.
    pub pid: Option<u32>,
}

/// A text of a document that was not saved when its program was ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    /// Where it is.
    pub rescued: Rescued,
    /// It.
    pub text: String,
}
