//! The arguments of `prfaq history`.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq score --history draft.md\n  prfaq redline draft.md --from s3\n  \
    prfaq history prune draft.md --keep 5\n  prfaq history prune\n\n\
    Snapshots are in $XDG_STATE_HOME/prfaq/history: the last 100 saves of a document, up to 16 MB of it and 128 MB of all.")]
pub(in crate::cli) struct HistoryArgs {
    #[command(subcommand)]
    pub command: HistoryCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum HistoryCommand {
    /// Remove snapshots that saves in the editor left
    Prune(Prune),
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq history prune draft.md --keep 5\n  prfaq history prune")]
pub(in crate::cli) struct Prune {
    /// Documents; without one the snapshots of all.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How many of each to keep, the latest ones.
    #[arg(long, default_value_t = 0, value_name = "COUNT")]
    pub keep: usize,
}
