//! Running git, always the same way.

use std::io::Write;
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

/// What `command` prints when it is given `input`.
///
/// # Errors
///
/// As [`output`].
pub(super) fn fed(command: &mut Command, input: &[u8]) -> Result<Vec<u8>, Error> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    // Git reads all of it before it answers a word. Where it went away its own words say why.
    let fed = child.stdin.take().map(|mut stdin| stdin.write_all(input));
    let printed = said(child.wait_with_output()?)?;
    fed.transpose()?;
    Ok(printed)
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
