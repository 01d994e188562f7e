//! `prfaq git`: redlines as a tool of git's, set up and taken away, and the program that git runs then.

mod attributes;
mod driver;
mod keys;
mod setup;

use super::args::{GitArgs, GitCommand};
use super::exit::Exit;
use super::out::Out;
use setup::Setup;

pub(super) fn run(args: &GitArgs, out: &mut Out) -> anyhow::Result<Exit> {
    match &args.command {
        GitCommand::Install(args) => Setup::of(args.scope.global)?.install(args, out),
        GitCommand::Uninstall(scope) => Setup::of(scope.global)?.uninstall(out),
        GitCommand::Status(scope) => Setup::of(scope.global)?.status(out),
        GitCommand::DiffDriver(args) => driver::run(&args.arguments, out),
    }
}
