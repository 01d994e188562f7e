//! The command line: one file a subcommand.
//!
//! [`run`] is all that `main` calls. Human output goes to standard output, progress and errors to standard error; what
//! each way out is worth is in [`Exit`]. [`style`] is the one place that colours printed output.

mod args;
mod completions;
mod config;
mod desk;
mod edit;
mod exit;
mod export;
mod fix;
mod git;
mod history;
mod hook;
mod import;
mod init;
mod inputs;
mod interview;
mod known;
mod left_behind;
mod links;
mod lint;
mod new;
mod out;
mod own;
mod redline;
mod review;
mod rules;
mod score;
mod staged;
pub mod style;
mod templates;

use std::ffi::OsString;

use args::{Args, Command};
pub use exit::Exit;
use out::Out;

/// Runs the program with `arguments`, its own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Exit {
    let args = match Args::read(arguments) {
        Ok(args) => args,
        Err(error) => return exit::of_usage(&error),
    };
    let mut out = Out::new(args.color, args.quiet);
    let done = match args.command {
        None => edit::run(args.file.as_deref(), args.config.as_deref(), &mut out),
        Some(Command::Edit(command)) => edit::run(Some(&command.file), args.config.as_deref(), &mut out),
        Some(Command::New(command)) => new::run(&command, &mut out),
        Some(Command::Lint(command)) => lint::run(&command, args.config.as_deref(), &mut out),
        Some(Command::Fix(command)) => fix::run(&command, args.config.as_deref(), &mut out),
        Some(Command::Score(command)) => score::run(&command, args.config.as_deref(), &mut out),
        Some(Command::Redline(command)) => redline::run(&command, args.config.as_deref(), &mut out),
        Some(Command::Review(command)) => review::run(&command, args.config.as_deref(), &mut out),
        Some(Command::Export(command)) => export::run(&command, args.config.as_deref(), &mut out),
        Some(Command::Import(command)) => import::run(&command, args.config.as_deref(), &mut out),
        Some(Command::Gate(command)) => export::gate(&command, args.config.as_deref(), &mut out),
        Some(Command::Git(command)) => git::run(&command, &mut out),
        Some(Command::History(command)) => history::run(&command, &mut out),
        Some(Command::Hook(command)) => hook::run(&command.command, &mut out),
        Some(Command::Rules(command)) => rules::run(&command, &mut out),
        Some(Command::Templates(command)) => templates::run(command.name.as_deref(), &mut out),
        Some(Command::Config(command)) => config::run(&command, args.config.as_deref(), &mut out),
        Some(Command::Init(command)) => init::run(&command, &mut out),
        Some(Command::Completions(command)) => completions::run(command.shell, &mut out),
    };
    let flushed = out.flush();
    exit::of(done, flushed, &mut out)
}
