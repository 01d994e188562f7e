//! `prfaq review`: what readers say of a document: said, listed, answered, taken.

mod act;
mod critic;
mod edited;
mod json;
mod list;
mod open;
mod plain;
mod screen;
mod walk;

use std::io;
use std::path::Path;

use super::args::{ReviewArgs, ReviewCommand, ReviewFormat};
use super::exit::Exit;
use super::out::Out;
use crate::review::Thread;
pub(super) use critic::{kept, note_unplaced};
use open::Opened;
pub(super) use open::analysed;

pub(super) fn run(args: &ReviewArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let file = match (&args.command, &args.file) {
        (Some(ReviewCommand::Import(import)), _) => return critic::import(import, config, out),
        (Some(ReviewCommand::Export(export)), _) => return critic::export(export, config, out),
        (None, Some(file)) => file,
        (None, None) => anyhow::bail!("which document? prfaq review FILE"),
    };
    let mut opened = Opened::new(file, config)?;
    let acts = act::is_one(args);
    let terminal = screen::has_one();
    let reading = args.plain || (!acts && !args.list && terminal);
    if opened.document.blocks.is_empty() && (reading || args.walk || args.verdict.is_some()) {
        anyhow::bail!("{}: there is nothing in it yet that could be reviewed", opened.read.shown);
    }
    if args.walk && !args.plain && !terminal {
        anyhow::bail!(
            "--walk needs a terminal; with --plain it needs none. --list --open lists what is open, --accept and the others decide"
        );
    }
    if acts {
        act::run(args, &mut opened, out)?;
    } else if reading {
        let name = opened.reviewer(args.name.as_deref())?;
        if !args.plain {
            return screen::show(opened, name, args.walk, out);
        }
        let mut answers = io::BufReader::new(io::stdin());
        if args.walk {
            walk::session(file, args, config, &mut answers, out)?;
            return Ok(opened.complain(out));
        }
        plain::session(&mut opened, &name, &mut answers, out)?;
    } else {
        let threads: Vec<Thread> =
            opened.threads().into_iter().filter(|thread| !args.open || thread.is_open()).collect();
        if opened.sidecars.reviews().sidecars().is_empty() {
            super::left_behind::note(&opened.read.path, out);
        }
        match args.format {
            ReviewFormat::Human => list::write(&opened, &threads, out)?,
            ReviewFormat::Json => json::write(&opened, &threads, out)?,
        }
    }
    for (id, names) in opened.sidecars.reviews().shared_ids() {
        let names = crate::text::printable(&names.join(", ")).into_owned();
        out.note(&format!("{id} is the id of records of {names}; give one of them another in its file"));
    }
    Ok(opened.complain(out))
}
