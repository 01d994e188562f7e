//! The arguments of `prfaq score`.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::report::sentences::Order;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq score draft.md\n  prfaq score --all draft.md\n  \
    prfaq score --sentences --sort cost draft.md\n  prfaq score --history draft.md\n  prfaq score --format json draft.md\n  \
    prfaq score docs/                               # one row a document\n  prfaq score --format csv docs/ > scores.csv")]
pub(in crate::cli) struct ScoreArgs {
    /// Documents or folders, or `-` for standard input.
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// How figures are written.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: ScoreFormat,
    /// Show Gunning Fog, SMOG, Coleman-Liau, ARI and LIX too.
    #[arg(long)]
    pub all: bool,
    /// Show every sentence: what it is about, its length, its grade, and what it adds to the grade of the document.
    #[arg(long)]
    pub sentences: bool,
    /// Order of the sentences; asks for them too. Without it they stand as in the text.
    #[arg(long, value_enum, value_name = "BY")]
    pub sort: Option<SortBy>,
    /// Show how strikes, reading ease and words went over the drafts: git's revisions, or the snapshots of every save.
    #[arg(long, conflicts_with_all = ["all", "sentences", "sort"])]
    pub history: bool,
}

/// How figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(in crate::cli) enum ScoreFormat {
    /// For people.
    #[default]
    Human,
    /// For programs: version 1 of the contract.
    Json,
    /// For spreadsheets: a row a document.
    Csv,
}

/// How sentences are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(in crate::cli) enum SortBy {
    /// As in the text.
    #[default]
    Place,
    /// What they add to the grade, the most first.
    Cost,
    /// Words, the most first.
    Length,
}

impl From<SortBy> for Order {
    fn from(by: SortBy) -> Self {
        match by {
            SortBy::Place => Self::Place,
            SortBy::Cost => Self::Cost,
            SortBy::Length => Self::Length,
        }
    }
}
