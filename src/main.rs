//! The program: arguments in, exit code out; nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    prfaq::cli::run(std::env::args_os()).into()
}
