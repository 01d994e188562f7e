//! `prfaq init`: a configuration to begin with, every key explained.

use std::io::Write;
use std::path::Path;

use super::args::Init;
use super::exit::Exit;
use super::out::Out;
use crate::config::FILE_NAME;
use crate::storage;

/// What is written: prose behind `# `, keys with their defaults behind `#`.
const TEXT: &str = include_str!("prfaq.yml");

pub(super) fn run(args: &Init, out: &mut Out) -> anyhow::Result<Exit> {
    storage::write_new(Path::new(FILE_NAME), TEXT.as_bytes(), args.overwrite)?;
    if !out.quiet {
        writeln!(out, "{FILE_NAME}: written; `prfaq config` shows what holds and where it comes from")?;
    }
    Ok(Exit::Clean)
}
