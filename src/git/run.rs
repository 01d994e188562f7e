//! Running git, always the same way.

use std::process::{Command, Output, Stdio};

use super::Error;

/// `git` with what every call shares: no locks taken by a mere reader, names as they are, messages in English.
pub(super) fn git() -> Command {
    let mut command = Command::new("git");
    command.args(["--no-optional-locks", "--no-pager", "-c", "core.quotePath=false"]);
    command.env("LC_ALL", "C").stdin(Stdio::null());
    command
}

/// What `command` prints.
///
/// # Errors
///
/// No git, or what git said when it failed.
pub(super) fn output(command: &mut Command) -> Result<Vec<u8>, Error> {
    let done = command.output()?;
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
