//! The arguments of `prfaq export` and `prfaq gate`.

use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::word::Word;
use crate::publish::Format;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  prfaq export draft.md --to html\n  prfaq export draft.md --to html,md,json --overwrite\n  \
    prfaq export draft.md --to wiki                         for Confluence and Notion\n  \
    prfaq export draft.md --to txt --public --press-release -o -\n  \
    prfaq export draft.md --to html --parts release,external-faq\n  \
    prfaq export draft.md --to html -o - > page.html\n  \
    prfaq export draft.md -o draft.docx\n  \
    prfaq export draft.md -o draft.docx --redline HEAD~2    what changed since, as tracked changes\n  \
    prfaq export draft.md --to html --waive all --by 'Ann Lee' --reason 'board meeting at nine'\n\n\
    Exit codes: 0 written, 1 the gate is closed and nothing was written, 2 wrong usage or an unreadable file."
)]
pub(in crate::cli) struct Export {
    /// Document to export, or `-` for standard input.
    pub file: PathBuf,
    /// Format; several separated by commas. Without it, the ending of --output decides.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FORMAT")]
    pub to: Vec<Format>,
    /// File to write, `-` for standard output; beside the document with the format's ending without it.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file if there is one.
    #[arg(long)]
    pub overwrite: bool,
    /// Parts to export, by their ids, separated by commas; `release` stands for all of the press release.
    #[arg(long, value_delimiter = ',', value_name = "PART")]
    pub parts: Vec<String>,
    /// For anybody: leave out the parts for colleagues, and what the house says of the document.
    #[arg(long)]
    pub public: bool,
    /// Export the press release as one: without its working headings (Problem, Solution, ...), and with ### at its end; what
    /// else is to go with it says --parts.
    #[arg(long)]
    pub press_release: bool,
    /// Do not keep the waiver in the front matter of the document.
    #[arg(long, requires = "waive")]
    pub no_record: bool,
    /// Lift a closed gate: `all`, or the name of a check or rule. Needs --by and --reason.
    #[arg(long, value_name = "WHAT", value_delimiter = ',', requires_all = ["by", "reason"])]
    pub waive: Vec<String>,
    /// Who lifts it; recorded in what is written and in the front matter. Also the author of a Word document.
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// Why; recorded in what is written.
    #[arg(long, value_name = "TEXT", requires = "waive")]
    pub reason: Option<String>,
    #[command(flatten)]
    pub word: Word,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  prfaq gate draft.md\n\nExit codes: 0 open, 1 closed, 2 wrong usage or an unreadable file."
)]
pub(in crate::cli) struct GateArgs {
    /// Document to judge, or `-` for standard input.
    pub file: PathBuf,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.made()))
    }
}
