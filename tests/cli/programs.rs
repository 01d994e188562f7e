//! Programs of others, each asked where it is installed.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::Command;

/// What `program` says; nothing, and a word on standard error, where it is not installed.
pub fn said_by(program: &str, folder: &Path, args: &[&str]) -> Option<String> {
    let mut command = Command::new(program);
    // LibreOffice keeps a profile, and two of it must not share one.
    command.args(args).current_dir(folder).env("HOME", folder).env_remove("DISPLAY");
    match command.output() {
        Ok(output) => {
            assert!(
                output.status.success(),
                "{program} {args:?}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) => {
            let _ = writeln!(io::stderr(), "{program} was not asked: {error}");
            None
        }
    }
}
