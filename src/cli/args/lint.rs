//! The arguments of `prfaq lint`.

use std::path::PathBuf;

use super::{FailOn, Limits, Show, Target};
use crate::cli::known::{any_of, template_names};
use crate::report::Format;

#[derive(Debug, Default, clap::Args)]
#[command(after_help = "Examples:\n  prfaq lint draft.md\n  prfaq lint docs/ --fail-on warning\n  \
    prfaq lint docs/ --max-warnings 20 --min-score flesch-kincaid-grade=10\n  \
    prfaq lint --staged --only-prfaqs --show failing --quiet    in a git hook; `prfaq hook install` writes one\n  \
    prfaq lint --format json draft.md > findings.json\n  \
    prfaq lint docs/ --output sarif=findings.sarif --output junit=findings.xml\n  \
    git show HEAD:draft.md | prfaq lint - --stdin-filename draft.md\n\n\
    Exit codes: 0 nothing at or above --fail-on and every limit met, 1 findings or a limit missed, 2 wrong usage or an unreadable file.")]
pub(in crate::cli) struct Lint {
    /// Documents, folders (`.md`, `.markdown`, `.txt` inside, unless git ignores it or `.prfaqignore` names it), patterns
    /// such as `'docs/**/*.md'`, or `-` for standard input; the current folder without any, everything that is staged
    /// with --staged.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Check what the next commit adds or changes, as it is staged, not as it is in the folder; in a git hook too.
    ///
    /// The configuration and its word lists are the staged ones too, where git knows them. Documents that are not taken
    /// for a PR/FAQ are reported but fail nothing, unless their path is given.
    #[arg(long, conflicts_with = "stdin_filename")]
    pub staged: bool,
    /// Pass over documents that are not taken for a PR/FAQ: nothing is said of them, nor of what keeps them from being
    /// read.
    #[arg(long)]
    pub only_prfaqs: bool,
    /// Report only paragraphs that changed since REV: a revision, or `BRANCH...` for where ours left it. Without REV,
    /// since it left its upstream or the default branch. Says how many old findings were held back.
    #[arg(long, value_name = "REV", num_args = 0..=1, default_missing_value = "", conflicts_with = "stdin_filename")]
    pub changed: Option<String>,
    /// Hold back the findings that FILE knows, and say which of them are gone; `prfaq.yml` may name it.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write what is found to FILE, as a baseline for later, and fail on nothing. Documents that are not linted keep
    /// what FILE knows of them.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "changed"])]
    pub write_baseline: Option<PathBuf>,
    /// How findings are written to standard output; `human` unless you say otherwise.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Write findings to a file too, in a format of its own: `sarif=findings.sarif`. May be given several times.
    #[arg(long = "output", value_name = "FORMAT=FILE", value_parser = Target::parser())]
    pub outputs: Vec<Target>,
    /// Pass over what `exclude:` or a `.prfaqignore` leaves out also where its path is given, as hooks give it.
    #[arg(long)]
    pub force_exclude: bool,
    #[command(flatten)]
    pub limits: Limits,
    /// Mildest severity that is written, in every format; milder findings are counted at the end, and weigh in the exit
    /// code all the same.
    #[arg(long, value_enum, value_name = "SEVERITY", overrides_with = "show")]
    pub show: Option<Show>,
    /// Tell every note, where there are more than ten in a document, not the first of each rule only.
    #[arg(long, short)]
    pub verbose: bool,
    /// Take every document for one of this template.
    #[arg(
        long,
        value_name = "NAME",
        value_parser = any_of(template_names()),
        hide_possible_values = true
    )]
    pub template: Option<String>,
    /// What standard input is called in findings and for finding its configuration.
    #[arg(long, alias = "stdin-name", value_name = "NAME")]
    pub stdin_filename: Option<PathBuf>,
}

impl Lint {
    /// The lint of one document with everything else as it is by default.
    pub fn of(path: &std::path::Path, fail_on: FailOn) -> Self {
        let limits = Limits { fail_on: Some(fail_on), ..Limits::default() };
        Self { paths: vec![path.to_owned()], limits, ..Self::default() }
    }
}
