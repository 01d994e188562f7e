//! The arguments of `prfaq git`.

use std::ffi::OsString;

use clap::Subcommand;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq git install                  then: git difftool -t prfaq -y\n  \
    prfaq git install --diff           `git diff` itself shows redlines of *.md\n  \
    prfaq git install --words          `git diff --word-diff` knows prose\n  prfaq git uninstall")]
pub(in crate::cli) struct GitArgs {
    #[command(subcommand)]
    pub command: GitCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum GitCommand {
    /// Make redlines a tool of git's; what is there already is kept
    Install(GitInstall),
    /// Take away what install wrote, and nothing else
    Uninstall(GitScope),
    /// Say what is set up
    Status(GitScope),
    /// What git runs for `diff.prfaq.command`
    #[command(hide = true)]
    DiffDriver(DiffDriver),
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct GitScope {
    /// In every repository of yours, not only in this one.
    #[arg(long)]
    pub global: bool,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  prfaq git install\n  prfaq git install --diff --files '*prfaq*.md' --files 'press/*.md'\n  \
    prfaq git install --global --words\n\n\
    Without --diff or --words only `git difftool -t prfaq` is set up and no other command of git's changes. Installing again \
    adds what is asked for and changes nothing else; a setting of the same name that prfaq did not write stops it.\n\n\
    `git diff --no-ext-diff` passes the redline by; `git log -p` and `git show` take it with `--ext-diff`."
)]
pub(in crate::cli) struct GitInstall {
    #[command(flatten)]
    pub scope: GitScope,
    /// Have `git diff` show redlines of --files.
    #[arg(long)]
    pub diff: bool,
    /// Have `git diff --word-diff` compare prose words in --files, and name the heading of each hunk.
    #[arg(long)]
    pub words: bool,
    /// Which files, as in `.gitattributes`. May be given several times.
    #[arg(long, value_name = "PATTERN", default_value = "*.md")]
    pub files: Vec<String>,
    /// Write --files into `.gitattributes` of the work tree, to be committed for others.
    #[arg(long, conflicts_with = "global")]
    pub shared: bool,
    /// Replace settings of the same name that prfaq did not write.
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct DiffDriver {
    /// PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH HEADER]
    #[arg(allow_hyphen_values = true, trailing_var_arg = true)]
    pub arguments: Vec<OsString>,
}
