//! The arguments of `prfaq redline`.

use std::path::PathBuf;

use clap::ValueEnum;

#[derive(Debug, Default, clap::Args)]
#[command(
    override_usage = "prfaq redline [OPTIONS] OLD NEW\n       prfaq redline [OPTIONS] FILE\n       \
        prfaq redline [OPTIONS] --from REV [--to REV] [FILE]...\n       prfaq redline [OPTIONS] --staged [FILE]...",
    after_help = "Examples:\n  prfaq redline draft.md draft-2.md\n  prfaq redline draft.md                    since its branch left the main one\n  \
        prfaq redline draft.md --from HEAD~2      since the last commit but two\n  \
        prfaq redline --from v1 --to v2           all documents that differ\n  \
        prfaq redline draft.md --staged           what the next commit changes\n  prfaq redline draft.md --pen\n  \
        prfaq redline draft.md -o draft.html      one page to read, print and send\n  \
        prfaq redline old.md new.md --format words --all\n  git show HEAD:draft.md | prfaq redline - draft.md\n\n\
        A re-wrapped paragraph, another bullet or another number of a list item is no change.\n\n\
        Exit codes: 0 shown; with --exit-code 0 nothing changed and 1 something did; 2 wrong usage, an unreadable file or no such \
        revision."
)]
pub(in crate::cli) struct RedlineArgs {
    /// OLD and NEW, `-` for standard input; or documents in a git repository, each compared with what it was.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Compare with this revision: a commit, branch or tag, `A..B`, or `A...B` (since B left A); or a snapshot, `s3`, as
    /// `prfaq score --history` lists them.
    #[arg(long, value_name = "REV", conflicts_with_all = ["pen", "since_read"])]
    pub from: Option<String>,
    /// And what it became there; without it the file as it lies on the disk.
    #[arg(long, value_name = "REV", requires = "from", conflicts_with_all = ["pen", "since_read", "staged"])]
    pub to: Option<String>,
    /// What the next commit changes: the last one, or --from, beside what is staged.
    #[arg(long, conflicts_with_all = ["pen", "since_read"])]
    pub staged: bool,
    /// What changed since you last closed it in `prfaq review`.
    #[arg(long, conflicts_with = "pen")]
    pub since_read: bool,
    /// Who read it: git's user without it, else the system's.
    #[arg(long = "as", value_name = "NAME", requires = "since_read")]
    pub reader: Option<String>,
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
    /// What to call a document that OLD and NEW are two versions of.
    #[arg(long, value_name = "PATH", conflicts_with_all = ["from", "staged", "since_read", "pen"])]
    pub name: Option<PathBuf>,
    /// End with 1 where something changed; with --quiet and no --format or --output nothing is printed.
    #[arg(long)]
    pub exit_code: bool,
    /// File to write; without --format its ending says which one.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file if there is one.
    #[arg(long, requires = "output")]
    pub overwrite: bool,
}

impl RedlineArgs {
    /// What `prfaq redline FILE --from FROM` would be.
    pub fn since(file: PathBuf, from: &str) -> Self {
        Self { files: vec![file], from: Some(from.to_owned()), ..Self::default() }
    }
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
    /// One page for screen and paper, whole documents.
    Html,
    /// For programs.
    Json,
    /// One change a line, to be read aloud.
    List,
}
