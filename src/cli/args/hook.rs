//! The arguments of `prfaq hook`.

use clap::Subcommand;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq hook install\n  prfaq hook install -- --fail-on warning\n  \
    prfaq hook uninstall\n\n\
    A commit is stopped when a PR/FAQ in it has findings at or above --fail-on; other Markdown never stops one, and where all is \
    well nothing is printed. `git commit --no-verify` passes the hook by.")]
pub(in crate::cli) struct HookArgs {
    #[command(subcommand)]
    pub command: HookCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum HookCommand {
    /// Write the pre-commit hook; one that is there already is kept and runs first
    Install(Install),
    /// Take the hook away and put back what was there before
    Uninstall,
    /// Say whether the hook is there
    Status,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  prfaq hook install\n  prfaq hook install -- --fail-on warning\n\n\
    The hook goes where git looks for it: in the repository, for its linked work trees too, or in core.hooksPath. A hook that is there \
    is renamed to pre-commit.before-prfaq and run first; where it fails, the commit is stopped. Installing again changes nothing \
    but the arguments and the program.\n\n\
    The hook calls this very program by its path, because a program that starts git from a menu has another PATH than a shell; where \
    it is gone, the one on PATH. Where there is none either, the commit is stopped and the hook says what to do: a check that was \
    asked for and cannot run is not passed, and what a hook that passes prints is not seen in such programs.")]
pub(in crate::cli) struct Install {
    /// More arguments for `prfaq lint` in the hook.
    #[arg(last = true, value_name = "ARGS")]
    pub arguments: Vec<String>,
}
