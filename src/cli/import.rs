//! `prfaq import`: a Word document as a draft, or into the reviews of the draft that it was made from.

use std::io::Write;
use std::path::Path;

use anyhow::anyhow;

use super::args::ImportArgs;
use super::exit::Exit;
use super::out::Out;
use crate::storage::{self, Shown};
use crate::word::{Docx, Side};

pub(super) fn run(args: &ImportArgs, _config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let docx = read(&args.file).map_err(anyhow::Error::msg)?;
    draft(args, &docx, out)?;
    Ok(Exit::Clean)
}

/// The Word document at `path`.
///
/// # Errors
///
/// It cannot be read, or is none; in words for people.
pub(super) fn read(path: &Path) -> Result<Docx, String> {
    let bytes = storage::read_bytes(path).map_err(|error| error.to_string())?;
    Docx::read(&bytes).map_err(|problem| format!("{}: {problem}", Shown(path)))
}

/// Writes the text as a new draft.
fn draft(args: &ImportArgs, docx: &Docx, out: &mut Out) -> anyhow::Result<()> {
    let text = docx.markdown(Side::Before);
    if text.trim().is_empty() {
        return Err(anyhow!("{}: there is no text in it", Shown(&args.file)));
    }
    if args.output.as_deref() == Some(Path::new("-")) {
        out.document(&text)?;
        return Ok(());
    }
    let path = args.output.clone().unwrap_or_else(|| args.file.with_extension("md"));
    storage::write_new(&path, text.as_bytes(), args.overwrite)?;
    if !out.quiet {
        writeln!(out, "{}: written; open it with `prfaq {0}`", Shown(&path))?;
    }
    Ok(())
}
