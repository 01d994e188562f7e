//! The arguments: one place for names, help and examples, from which clap makes parsing, help and completions.

mod config;
mod export;
mod fix;
mod format;
mod git;
mod history;
mod hook;
mod import;
mod limits;
mod lint;
mod redline;
mod review;
mod score;
mod word;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

pub(super) use config::{ConfigArgs, Init, OutputForm};
pub(super) use export::{Export, GateArgs};
pub(super) use fix::FixArgs;
pub(super) use format::Target;
pub(super) use git::{GitArgs, GitCommand, GitInstall};
pub(super) use history::{HistoryArgs, HistoryCommand};
pub(super) use hook::{HookArgs, HookCommand, Install};
pub(super) use import::ImportArgs;
pub(super) use limits::{FailOn, Limits, Show};
pub(super) use lint::Lint;
pub(super) use redline::{RedlineArgs, RedlineFormat};
pub(super) use review::{ReviewArgs, ReviewCommand, ReviewExport, ReviewFormat, ReviewImport};
pub(super) use score::{ScoreArgs, ScoreFormat};
pub(super) use word::Word;

use super::known::{any_of, template_names};
use super::style::ColorChoice;
use crate::lint::RULES;
use crate::storage::Shown;
use crate::text::nearest;

/// Heading of the options that every command takes.
const EVERYWHERE: &str = "Options of every command";

/// Work backwards: write the press release and FAQ first. A red pen strikes what the customer would not care about.
#[derive(Debug, Parser)]
#[command(
    name = "prfaq",
    version,
    subcommand_precedence_over_arg = true,
    override_usage = "prfaq [OPTIONS] [FILE]\n       prfaq [OPTIONS] <COMMAND>",
    after_help = "Examples:\n  \
        prfaq                                 start screen: new, recent files, examples\n  \
        prfaq new prfaq -o draft.md           a document from a template\n  \
        prfaq draft.md                        open it; the red pen strikes while you type\n  \
        prfaq lint draft.md                   the red pen without the editor\n  \
        prfaq export draft.md --to html       score, gate, then write draft.html\n\n\
        Exit codes: 0 clean, 1 findings or a closed gate, 2 wrong usage or an unreadable file."
)]
pub(super) struct Args {
    /// Document to open; without a terminal its report is printed instead.
    pub file: Option<PathBuf>,
    /// Taken only to tell a mistyped command with its arguments from a document.
    #[arg(hide = true)]
    rest: Vec<PathBuf>,
    /// Configuration to use instead of the `prfaq.yml` found from the document upwards.
    #[arg(long, global = true, value_name = "FILE", help_heading = EVERYWHERE)]
    pub config: Option<PathBuf>,
    /// When to colour: auto, always or never.
    #[arg(
        long,
        global = true,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        value_name = "WHEN",
        help_heading = EVERYWHERE
    )]
    pub color: ColorChoice,
    /// Print what was asked for and errors, nothing else.
    #[arg(long, short, global = true, help_heading = EVERYWHERE)]
    pub quiet: bool,
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Args {
    /// The arguments, first the program's own name.
    ///
    /// # Errors
    ///
    /// Wrong usage, and requests for help or the version.
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, clap::Error> {
        let arguments: Vec<OsString> = arguments.into_iter().collect();
        let args = Self::try_parse_from(&arguments).map_err(|error| with_guess(error, &arguments))?;
        let wrong = |message: String| Err(Self::command().error(ErrorKind::UnknownArgument, message));
        let Some(file) = &args.file else { return Ok(args) };
        if args.command.is_some() {
            return wrong(format!("`{}` stands before the command; documents come after it", Shown(file)));
        }
        if let Some(name) = meant(file).filter(|_| !file.exists()) {
            return wrong(format!("there is no command `{}`; did you mean `{name}`?", Shown(file)));
        }
        if !args.rest.is_empty() {
            return wrong("one document at a time; `prfaq lint` takes several".to_owned());
        }
        Ok(args)
    }
}

/// The error for `prfaq help nope` with what `prfaq nope` says; any other as it is.
fn with_guess(error: clap::Error, arguments: &[OsString]) -> clap::Error {
    let [_, help, word, ..] = arguments else { return error };
    if help != "help" || error.kind() != ErrorKind::InvalidSubcommand {
        return error;
    }
    let word = Path::new(word);
    let message = match meant(word) {
        Some(name) => format!("there is no command `{}`; did you mean `{name}`?", Shown(word)),
        None => format!("there is no command `{}`; `prfaq --help` lists what there is", Shown(word)),
    };
    Args::command().error(ErrorKind::InvalidSubcommand, message)
}

/// The command that `word` was probably meant for.
fn meant(word: &Path) -> Option<String> {
    let command = Args::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    nearest(word.to_str()?, names).map(str::to_owned)
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write a document from a template; without a template, list them
    New(New),
    /// Open a document in the editor
    Edit(Edit),
    /// Strike without the editor: findings with place, reason and replacement
    Lint(Lint),
    /// Take the strikes that are safe, show them, or go through all
    Fix(FixArgs),
    /// Readability and the other figures
    Score(ScoreArgs),
    /// Two documents side by side with what differs, or one as written and as struck
    #[command(alias = "diff")]
    Redline(RedlineArgs),
    /// Comments, suggestions and questions beside a document: read, answer, take
    Review(Box<ReviewArgs>),
    /// Score, gate, then write: Word, HTML, Markdown, text, JSON
    Export(Export),
    /// Read a Word document: into the reviews of its draft, or as a new draft
    Import(ImportArgs),
    /// May it be exported? Yes or no, and why
    Gate(GateArgs),
    /// Snapshots that saves in the editor left: see `prfaq score --history`
    History(HistoryArgs),
    /// Have git check what is staged before every commit
    Hook(HookArgs),
    /// Redlines as a tool of git's: difftool, diff
    Git(GitArgs),
    /// List the rules, or explain one
    Rules(Rules),
    /// List the templates, or show one
    Templates(Templates),
    /// What holds for a document or folder, and where each value comes from
    Config(ConfigArgs),
    /// Write a commented `prfaq.yml`
    Init(Init),
    /// Completions for a shell
    Completions(Completions),
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  prfaq new\n  prfaq new prfaq -o draft.md\n  prfaq new press-release > release.md\n  \
    prfaq new prfaq --set product=Melinda --set 'company=Blue Corp' -o melinda.md\n  \
    prfaq new sunset --ask -o sunset.md"
)]
pub(super) struct New {
    /// Template, as `prfaq templates` lists them.
    #[arg(value_parser = any_of(template_names()), hide_possible_values = true)]
    pub template: Option<String>,
    /// File to write; standard output without it.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Fill a placeholder, for example `product=Melinda`. May be given several times.
    #[arg(long = "set", value_name = "NAME=TEXT")]
    pub answers: Vec<String>,
    /// Interview first: who is the customer, what do they struggle with, how do we know? The answers fill the document.
    #[arg(long)]
    pub ask: bool,
    /// Replace the file if there is one.
    #[arg(long)]
    pub overwrite: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  prfaq edit draft.md")]
pub(super) struct Edit {
    /// Document to open; it need not exist yet.
    pub file: PathBuf,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  prfaq rules\n  prfaq rules weasel\n  prfaq rules weasel --phrases\n  prfaq rules --test words.yml\n\n\
    Exit codes of --test: 0 every example did what it should, 1 one did not, 2 the pack cannot be read."
)]
pub(super) struct Rules {
    /// Rule to explain.
    #[arg(value_parser = any_of(RULES.iter().map(|rule| rule.name)), hide_possible_values = true)]
    pub name: Option<String>,
    /// List the phrases that the rule strikes.
    #[arg(long, requires = "name")]
    pub phrases: bool,
    /// Try every entry of a pack of your own on its bad and good example.
    #[arg(long, value_name = "PACK", conflicts_with = "name")]
    pub test: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq templates\n  prfaq templates press-release")]
pub(super) struct Templates {
    /// Template to show.
    #[arg(value_parser = any_of(template_names()), hide_possible_values = true)]
    pub name: Option<String>,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  prfaq completions bash > ~/.local/share/bash-completion/completions/prfaq\n  \
    prfaq completions zsh > ~/.zfunc/_prfaq\n  prfaq completions fish > ~/.config/fish/completions/prfaq.fish"
)]
pub(super) struct Completions {
    /// Shell.
    #[arg(value_enum)]
    pub shell: Shell,
}
