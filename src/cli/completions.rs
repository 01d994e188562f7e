//! `prfaq completions`: what a shell needs to complete the command line.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::args::Args;
use super::exit::Exit;
use super::out::Out;

pub(super) fn run(shell: Shell, out: &mut Out) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    generate(shell, &mut Args::command(), "prfaq", &mut script);
    out.write_all(&script)?;
    Ok(Exit::Clean)
}
