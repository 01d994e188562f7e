//! Running git, always the same way.

use std::process::{Command, Output, Stdio};

use super::Error;

/// They would turn the patterns that we ask with into something else.
const PATHSPEC_SWITCHES: [&str; 4] =
    ["GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"];

/// `git` with what every call shares: no locks taken by a mere reader, names as they are, messages in English.
pub(super) fn git() -> Command {
    let mut command = Command::new("git");
    command.args(["--no-optional-locks", "--no-pager", "-c", "core.quotePath=false"]);
    for switch in PATHSPEC_SWITCHES {
        command.env_remove(switch);
    }
    command.env("LC_ALL", "C").stdin(Stdio::null());
    command
}

/// What `command` prints.
///
/// # Errors
///
/// No git, or what git said when it failed.
pub(super) fn output(command: &mut Command) -> Result<Vec<u8>, Error> {
    said(command.output()?)
}

fn said(done: Output) -> Result<Vec<u8>, Error> {
    if done.status.success() { Ok(done.stdout) } else { Err(refused(&done)) }
}

fn refused(done: &Output) -> Error {
    let said = String::from_utf8_lossy(&done.stderr);
    let said = said.trim().trim_start_matches("fatal: ").trim_start_matches("error: ");
    if said.contains("not a git repository") || said.contains("must be run in a work tree") {
        return Error::NoRepository;
    }
    Error::Said(said.to_owned())
}
