//! The arguments of `prfaq import`.

use std::path::PathBuf;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "With --into, tracked changes become suggestions, comments become comments (questions, where they begin with `? `) \
    and what was changed without tracking is found and suggested too; the draft itself stays as it is. Reading the same file again \
    adds nothing.\nWithout --into, the text before tracked changes becomes a new draft, and the changes and comments stand beside it.\n\n\
    Examples:\n  prfaq import returned.docx --into draft.md\n  prfaq import theirs.docx -o draft.md\n  prfaq import theirs.docx -o -\n\n\
    Exit codes: 0 done, 2 wrong usage, a file that cannot be read or is there already."
)]
pub(in crate::cli) struct ImportArgs {
    /// Word document (.docx).
    pub file: PathBuf,
    /// The draft that it was exported from: what was changed and said goes into its reviews.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["output", "overwrite"])]
    pub into: Option<PathBuf>,
    /// File to write; `-` is standard output, and then nothing is kept of changes and comments. Without it the name of the document with .md.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file if there is one.
    #[arg(long)]
    pub overwrite: bool,
    /// Whose changes and comments those are that name nobody: git's user without it, else the system's.
    #[arg(long = "as", value_name = "NAME")]
    pub name: Option<String>,
}
