//! The arguments of `prfaq redline`.

use std::path::PathBuf;

use clap::ValueEnum;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq redline draft.md draft-2.md\n  prfaq redline draft.md --pen\n  \
    prfaq redline old.md new.md --format words --all\n  git show HEAD:draft.md | prfaq redline - draft.md\n\n\
    Exit codes: 0 shown, whether anything differs or not, 2 wrong usage or an unreadable file.")]
pub(in crate::cli) struct RedlineArgs {
    /// Document before, or the only one with --pen; `-` for standard input.
    pub old: PathBuf,
    /// Document after.
    #[arg(required_unless_present = "pen", conflicts_with = "pen")]
    pub new: Option<PathBuf>,
    /// Set the document as written beside what is left when every strike that knows its words is taken.
    #[arg(long)]
    pub pen: bool,
    /// How it is laid out; side by side where there are 60 columns.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<RedlineFormat>,
    /// Show what did not change too.
    #[arg(long)]
    pub all: bool,
    /// Columns of the page; those of the terminal without it.
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
}

/// How a redline is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum RedlineFormat {
    /// Before at the left, after at the right.
    Side,
    /// Both in one text.
    Inline,
    /// Both in one text, a paragraph a line: [-old-]{+new+}.
    Words,
}
