//! The arguments of `prfaq review`.

use std::path::PathBuf;

use clap::{ArgGroup, Subcommand, ValueEnum};

use crate::review::{Decision, Faq};

#[derive(Debug, Default, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    override_usage = "prfaq review FILE [--walk | --list | --plain | --comment TEXT | ...]\n       prfaq review import MARKED\n       prfaq review export FILE",
    group = ArgGroup::new("act").multiple(false),
    after_help = "Examples:\n  prfaq review draft.md\n  prfaq review draft.md --walk\n  prfaq review draft.md --list --open\n  \
    prfaq review draft.md --ask 'A month?' --on 'It costs $15.'\n  \
    prfaq review draft.md --suggest '42% of members' --on 'many customers' --why 'Say how many.'\n  \
    prfaq review draft.md --answer q_51c0de \"I don't know, by 2027-01-15\"\n  \
    prfaq review draft.md --verdict iterate --why 'The price is missing.'\n  \
    prfaq review export draft.md -o draft.critic.md\n  prfaq review import draft.critic.md\n\n\
    Records go to draft.reviews/NAME.yml beside draft.md, a file for each reviewer. Ids may be shortened.\n\
    A question has four answers: yes, no, a number, or \"I don't know, by DATE\". Until it has one the gate is closed.\n\n\
    Exit codes: 0 done, 2 wrong usage, an unreadable file, or nothing that could be done."
)]
pub(in crate::cli) struct ReviewArgs {
    #[command(subcommand)]
    pub command: Option<ReviewCommand>,
    /// Document to review.
    #[arg(required = true)]
    pub file: Option<PathBuf>,
    /// Who reviews: git's user without it, else the system's.
    #[arg(long = "as", value_name = "NAME")]
    pub name: Option<String>,
    /// List what was said, with its place; what has lost its place too.
    #[arg(long, group = "act")]
    pub list: bool,
    /// How the list is written.
    #[arg(long, value_enum, value_name = "FORMAT", requires = "list", default_value_t)]
    pub format: ReviewFormat,
    /// List only what is still open.
    #[arg(long, requires = "list")]
    pub open: bool,
    /// Read part by part, or walk, in plain lines, without a full screen.
    #[arg(long, conflicts_with_all = [
        "list", "comment", "ask", "suggest", "reply", "accept", "reject", "resolve", "reopen", "answer", "to_faq", "verdict",
    ])]
    pub plain: bool,
    /// Go through everybody's open records, the author's walk: accept, reject, answer, reply.
    #[arg(long, group = "act")]
    pub walk: bool,
    /// Say something about what --on quotes, or about the whole document.
    #[arg(long, group = "act", value_name = "TEXT")]
    pub comment: Option<String>,
    /// Ask something; it wants one of the four answers.
    #[arg(long, group = "act", value_name = "TEXT")]
    pub ask: Option<String>,
    /// Suggest other words for what --on quotes; none to take it out.
    #[arg(long, group = "act", value_name = "WORDS", requires = "on")]
    pub suggest: Option<String>,
    /// The words of the document that it is about.
    #[arg(long, value_name = "QUOTE", requires = "act")]
    pub on: Option<String>,
    /// The line where they begin, where they stand several times.
    #[arg(long, value_name = "LINE", requires = "on")]
    pub line: Option<usize>,
    /// Reply to a record.
    #[arg(long, group = "act", num_args = 2, value_names = ["ID", "TEXT"])]
    pub reply: Option<Vec<String>>,
    /// Put the suggested words into the document.
    #[arg(long, group = "act", value_name = "ID")]
    pub accept: Option<String>,
    /// Refuse a suggestion, or several: ID,ID.
    #[arg(long, group = "act", value_name = "ID", value_delimiter = ',')]
    pub reject: Vec<String>,
    /// Close a thread in which nothing is left to say, or several: ID,ID.
    #[arg(long, group = "act", value_name = "ID", value_delimiter = ',')]
    pub resolve: Vec<String>,
    /// Open a thread again.
    #[arg(long, group = "act", value_name = "ID")]
    pub reopen: Option<String>,
    /// Answer a question: yes, no, a number, or "I don't know, by DATE".
    #[arg(long, group = "act", num_args = 2, value_names = ["ID", "ANSWER"])]
    pub answer: Option<Vec<String>>,
    /// Append an answered question to the FAQ of the document.
    #[arg(long, group = "act", value_name = "ID")]
    pub to_faq: Option<String>,
    /// The FAQ it goes to: by default the customers' where they read what was asked about, else the colleagues'.
    #[arg(long, value_enum, value_name = "FAQ", requires = "to_faq")]
    pub faq: Option<FaqName>,
    /// What you think of the document: approve, iterate or reject.
    #[arg(long, group = "act", value_enum, value_name = "VERDICT")]
    pub verdict: Option<VerdictName>,
    /// What there is to say beside it.
    #[arg(long, value_name = "TEXT", requires = "act")]
    pub why: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ReviewCommand {
    /// Read a document with CriticMarkup: its marks become records, the document is written without them. Without marks,
    /// what somebody changed in a copy or on a branch becomes suggestions
    #[command(after_help = "Examples:\n  prfaq review import draft.critic.md\n  \
        prfaq review import from-bo.md --into draft.md --as 'Bo Ek'\n  \
        prfaq review import draft.md --from ann/pricing")]
    Import(ReviewImport),
    /// Write a document and its reviews as one text with CriticMarkup
    #[command(after_help = "Examples:\n  prfaq review export draft.md > draft.critic.md\n  \
        prfaq review export draft.md --open -o draft.critic.md")]
    Export(ReviewExport),
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ReviewImport {
    /// Document with marks, or as somebody edited it.
    pub marked: PathBuf,
    /// The document that they are about; `draft.md` for `draft.critic.md`.
    #[arg(long, value_name = "FILE")]
    pub into: Option<PathBuf>,
    /// What this revision changed in the document since it left this branch.
    #[arg(long, value_name = "REV", conflicts_with = "into")]
    pub from: Option<String>,
    /// Whose marks those are that do not say so: git's user without it, else the system's; with --from, who changed the
    /// document there last.
    #[arg(long = "as", value_name = "NAME")]
    pub name: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ReviewExport {
    /// Document to write with the marks of its reviews.
    pub file: PathBuf,
    /// File to write; standard output without it.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file if there is one.
    #[arg(long)]
    pub overwrite: bool,
    /// Only what is still open.
    #[arg(long)]
    pub open: bool,
}

/// How a list of records is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Default)]
pub(in crate::cli) enum ReviewFormat {
    /// For people.
    #[default]
    Human,
    /// For programs, version 1.
    Json,
}

/// Whose FAQ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FaqName {
    /// The customers'.
    External,
    /// The colleagues'.
    Internal,
}

impl From<FaqName> for Faq {
    fn from(name: FaqName) -> Self {
        match name {
            FaqName::External => Self::External,
            FaqName::Internal => Self::Internal,
        }
    }
}

/// What a reviewer thinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum VerdictName {
    /// It may go.
    Approve,
    /// It has to be worked on and read again.
    Iterate,
    /// It should not be built.
    Reject,
}

impl From<VerdictName> for Decision {
    fn from(name: VerdictName) -> Self {
        match name {
            VerdictName::Approve => Self::Approve,
            VerdictName::Iterate => Self::Iterate,
            VerdictName::Reject => Self::Reject,
        }
    }
}
