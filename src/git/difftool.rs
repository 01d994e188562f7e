//! `git difftool`, which our attributes overrule: it is told to go on.

use std::ffi::OsString;
use std::process::Command;

use super::Error;

/// Runs the tool that `git difftool` was asked for, where it is what called us; `None` where something else did. Our
/// attributes go before its own way to run tools, so that it ends up here whichever it was asked for.
///
/// # Errors
///
/// No git, or a tool that failed.
pub fn difftool(arguments: &[OsString]) -> Result<Option<()>, Error> {
    /// What it sets `GIT_EXTERNAL_DIFF` to.
    const HELPER: &str = "git-difftool--helper";
    if std::env::var_os("GIT_EXTERNAL_DIFF").is_none_or(|program| program != HELPER) {
        return Ok(None);
    }
    // A tool talks to the terminal itself.
    let status = Command::new("git").arg("difftool--helper").args(arguments).status()?;
    if status.success() { Ok(Some(())) } else { Err(Error::Said("the tool failed".to_owned())) }
}
