//! The arguments of `prfaq fix`.

use std::path::PathBuf;

use crate::cli::known::{any_of, template_names};
use crate::lint::RULES;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Safe is what leaves English behind and says no less; `prfaq lint` marks it. Nobody's spoken words are changed \
    unasked.\nA file that you name is fixed whatever it is. In a folder only PR/FAQs are: a README stays as it is.\n\n\
    --ask goes through every strike, which is a finding on the prose that is a warning or an error; how the document is built \
    and notes are not asked about. It takes y, n, e (your own words for the struck ones), a (all of this rule), d (done with this document), \
    q (stop), ?. A document is written when you are through with it, and only with what you confirmed; q and the end of \
    input keep that. Ctrl-C leaves the document at hand as it was.\n\n\
    Examples:\n  prfaq fix draft.md\n  prfaq fix --diff draft.md | patch -p1\n  prfaq fix --ask --rule hype --rule weasel draft.md\n  \
    prfaq fix - < draft.md > fixed.md\n  prfaq fix --staged\n  prfaq fix --staged --diff | git apply --cached\n\n\
    Exit codes: 0 done, 1 --diff and something would change, or --staged and a file differs from what is staged, 2 wrong usage, an unreadable file or another language."
)]
pub(in crate::cli) struct FixArgs {
    /// Documents or folders, or `-` for standard input, which goes to standard output.
    #[arg(value_name = "PATH", required_unless_present = "staged")]
    pub paths: Vec<PathBuf>,
    /// Fix what is staged, and the file too where it is the same; where it is not, print the patch and change nothing.
    ///
    /// Without PATH, every PR/FAQ that the next commit adds or changes. With --diff the patch is one for
    /// `git apply --cached`.
    #[arg(long, conflicts_with_all = ["ask", "stdin_filename"])]
    pub staged: bool,
    /// Write nothing; print what would change as a unified diff.
    #[arg(long, conflicts_with = "ask")]
    pub diff: bool,
    /// Go through all strikes on the prose, one by one.
    #[arg(long)]
    pub ask: bool,
    /// Only what this rule strikes. May be given several times.
    #[arg(
        long = "rule",
        value_name = "NAME",
        value_parser = any_of(RULES.iter().map(|rule| rule.name)),
        hide_possible_values = true
    )]
    pub rules: Vec<String>,
    /// Pass over what `exclude:` or a `.prfaqignore` leaves out also where its path is given, as hooks give it.
    #[arg(long)]
    pub force_exclude: bool,
    /// Take every document for one of this template.
    #[arg(long, value_name = "NAME", value_parser = any_of(template_names()), hide_possible_values = true)]
    pub template: Option<String>,
    /// What standard input is called for finding its configuration.
    #[arg(long, alias = "stdin-name", value_name = "NAME")]
    pub stdin_filename: Option<PathBuf>,
}
