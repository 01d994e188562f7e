//! The arguments: one place for names, help and examples, from which clap makes parsing, help and completions.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::known::{any_of, template_names};
use super::style::ColorChoice;
use crate::lint::RULES;
use crate::report::sentences::Order;
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
    Redline(RedlineArgs),
    /// Score, gate, then write: HTML, Markdown, JSON
    Export(Export),
    /// May it be exported? Yes or no, and why
    Gate(GateArgs),
    /// List the rules, or explain one
    Rules(Rules),
    /// List the templates, or show one
    Templates(Templates),
    /// Completions for a shell
    Completions(Completions),
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  prfaq new\n  prfaq new prfaq -o draft.md\n  prfaq new press-release > release.md\n  \
    prfaq new prfaq --set product=Melinda --set 'company=Blue Corp' -o melinda.md"
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
#[command(after_help = "Examples:\n  prfaq lint draft.md\n  prfaq lint docs/ --fail-on warning\n  \
    prfaq lint --format json draft.md > findings.json\n  git show HEAD:draft.md | prfaq lint - --stdin-name draft.md\n\n\
    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or an unreadable file.")]
pub(super) struct Lint {
    /// Documents or folders (`.md`, `.markdown`, `.txt` inside), or `-` for standard input.
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,
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

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Safe is what leaves English behind and says no less; `prfaq lint` marks it. Nobody's spoken words are changed \
    unasked.\nA file that you name is fixed whatever it is. In a folder only PR/FAQs are: a README stays as it is.\n\n\
    --ask goes through every strike, which is a finding on the prose that is a warning or an error; how the document is built \
    and notes are not asked about. It takes y, n, e (your own words for the struck ones), a (all of this rule), d (done with this document), \
    q (stop), ?. A document is written when you are through with it, and only with what you confirmed; q and the end of \
    input keep that. Ctrl-C leaves the document at hand as it was.\n\n\
    Examples:\n  prfaq fix draft.md\n  prfaq fix --diff draft.md | patch -p1\n  prfaq fix --ask --rule hype --rule weasel draft.md\n  \
    prfaq fix - < draft.md > fixed.md\n\n\
    Exit codes: 0 done, 1 --diff and something would change, 2 wrong usage, an unreadable file or another language."
)]
pub(super) struct FixArgs {
    /// Documents or folders, or `-` for standard input, which goes to standard output.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
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
    /// Take every document for one of this template.
    #[arg(long, value_name = "NAME", value_parser = any_of(template_names()), hide_possible_values = true)]
    pub template: Option<String>,
    /// What standard input is called for finding its configuration.
    #[arg(long, value_name = "NAME")]
    pub stdin_name: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq score draft.md\n  prfaq score --all draft.md\n  \
    prfaq score --sentences --sort cost draft.md\n  prfaq score --format json draft.md")]
pub(super) struct ScoreArgs {
    /// Documents or folders, or `-` for standard input.
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// How figures are written.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub format: Format,
    /// Show Gunning Fog, SMOG, Coleman-Liau, ARI and LIX too.
    #[arg(long)]
    pub all: bool,
    /// Show every sentence: what it is about, its length, its grade, and what it adds to the grade of the document.
    #[arg(long)]
    pub sentences: bool,
    /// Order of the sentences; asks for them too. Without it they stand as in the text.
    #[arg(long, value_enum, value_name = "BY")]
    pub sort: Option<SortBy>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq redline draft.md draft-2.md\n  prfaq redline draft.md --pen\n  \
    prfaq redline old.md new.md --format words --all\n  git show HEAD:draft.md | prfaq redline - draft.md\n\n\
    Exit codes: 0 shown, whether anything differs or not, 2 wrong usage or an unreadable file.")]
pub(super) struct RedlineArgs {
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

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  prfaq export draft.md --to html\n  prfaq export draft.md --to html,md,json --overwrite\n  \
    prfaq export draft.md --to html -o - > page.html\n  \
    prfaq export draft.md --to html --waive all --by 'Ann Lee' --reason 'board meeting at nine'\n\n\
    Exit codes: 0 written, 1 the gate is closed and nothing was written, 2 wrong usage or an unreadable file."
)]
pub(super) struct Export {
    /// Document to export, or `-` for standard input.
    pub file: PathBuf,
    /// Format; several separated by commas. Without it, the ending of --output decides.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FORMAT")]
    pub to: Vec<ExportFormat>,
    /// File to write, `-` for standard output; beside the document with the format's ending without it.
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace the file if there is one.
    #[arg(long)]
    pub overwrite: bool,
    /// Lift a closed gate: `all`, or the name of a check or rule. Needs --by and --reason.
    #[arg(long, value_name = "WHAT", requires_all = ["by", "reason"])]
    pub waive: Vec<String>,
    /// Who lifts it; recorded in what is written.
    #[arg(long, value_name = "NAME", requires = "waive")]
    pub by: Option<String>,
    /// Why; recorded in what is written.
    #[arg(long, value_name = "TEXT", requires = "waive")]
    pub reason: Option<String>,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  prfaq gate draft.md\n\nExit codes: 0 open, 1 closed, 2 wrong usage or an unreadable file."
)]
pub(super) struct GateArgs {
    /// Document to judge, or `-` for standard input.
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

/// How findings and figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs: version 1 of the contract.
    Json,
}

/// How a redline is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RedlineFormat {
    /// Before at the left, after at the right.
    Side,
    /// Both in one text.
    Inline,
    /// Both in one text, a paragraph a line: [-old-]{+new+}.
    Words,
}

/// How sentences are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum SortBy {
    /// As in the text.
    #[default]
    Place,
    /// What they add to the grade, the most first.
    Cost,
    /// Words, the most first.
    Length,
}

impl From<SortBy> for Order {
    fn from(by: SortBy) -> Self {
        match by {
            SortBy::Place => Self::Place,
            SortBy::Cost => Self::Cost,
            SortBy::Length => Self::Length,
        }
    }
}

/// What a document is exported to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportFormat {
    /// One self-contained page for screen and paper.
    Html,
    /// Markdown without prompts and comments.
    Md,
    /// The whole model: parts, findings, score.
    Json,
}

/// Mildest severity that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
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
        let paths = vec![path.to_owned()];
        Self { paths, format: Format::Human, fail_on: Some(fail_on), template: None, stdin_name: None }
    }
}
