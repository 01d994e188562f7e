//! The arguments of `prfaq lint`.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::known::{any_of, template_names};

#[derive(Debug, Default, clap::Args)]
#[command(after_help = "Examples:\n  prfaq lint draft.md\n  prfaq lint docs/ --fail-on warning\n  \
    prfaq lint --staged --only-prfaqs --quiet    in a git hook; `prfaq hook install` writes one\n  \
    prfaq lint --format json draft.md > findings.json\n  git show HEAD:draft.md | prfaq lint - --stdin-name draft.md\n\n\
    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or an unreadable file.")]
pub(in crate::cli) struct Lint {
    /// Documents or folders (`.md`, `.markdown`, `.txt` inside), or `-` for standard input; the current folder without
    /// any, everything that is staged with --staged.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Check what the next commit adds or changes, as it is staged, not as it is in the folder; in a git hook too.
    ///
    /// The configuration and its word lists are the staged ones too, where git knows them. Documents that are not taken
    /// for a PR/FAQ are reported but fail nothing, unless their path is given.
    #[arg(long, conflicts_with = "stdin_name")]
    pub staged: bool,
    /// Pass over documents that are not taken for a PR/FAQ: nothing is said of them, nor of what keeps them from being
    /// read.
    #[arg(long)]
    pub only_prfaqs: bool,
    /// Report only paragraphs that changed since REV: a revision, or `BRANCH...` for where ours left it. Without REV,
    /// since it left its upstream or the default branch. Says how many old findings were held back.
    #[arg(long, value_name = "REV", num_args = 0..=1, default_missing_value = "", conflicts_with = "stdin_name")]
    pub changed: Option<String>,
    /// Hold back the findings that FILE knows, and say which of them are gone; `prfaq.yml` may name it.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write what is found to FILE, as a baseline for later, and fail on nothing. Documents that are not linted keep
    /// what FILE knows of them.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "changed"])]
    pub write_baseline: Option<PathBuf>,
    /// How findings are written.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
    /// Mildest severity that makes the exit code 1; `prfaq.yml` may set it, otherwise `error`.
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub fail_on: Option<FailOn>,
    /// Take every document for one of this template.
    #[arg(
        long,
        value_name = "NAME",
        value_parser = any_of(template_names()),
        hide_possible_values = true
    )]
    pub template: Option<String>,
    /// What standard input is called in findings and for finding its configuration.
    #[arg(long, value_name = "NAME")]
    pub stdin_name: Option<PathBuf>,
}

/// How findings and figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(in crate::cli) enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs: version 1 of the contract.
    Json,
}

/// Mildest severity that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FailOn {
    /// Errors.
    Error,
    /// Warnings and errors.
    Warning,
    /// Anything.
    Note,
    /// Nothing: the exit code is 0 whatever is found.
    Never,
}

impl Lint {
    /// The lint of one document with everything else as it is by default.
    pub fn of(path: &std::path::Path, fail_on: FailOn) -> Self {
        Self { paths: vec![path.to_owned()], fail_on: Some(fail_on), ..Self::default() }
    }
}
