//! Keeping the waiver of an export in the front matter of its document.

use std::io::{self, Write};

use crate::cli::inputs::Read;
use crate::cli::out::Out;
use crate::document::Waiver;
use crate::publish::with_waivers;
use crate::storage;

/// Writes what was lifted, by whom and why, into the document that was read, unless it says so already. The page is
/// written by then: what goes wrong here is told and stops nothing.
pub(super) fn keep(read: &Read, waivers: &[Waiver], to_stdout: bool, out: &mut Out) -> io::Result<()> {
    let path = &read.path;
    let Ok(file) = storage::read(path) else { return Ok(()) };
    let (text, problem) = with_waivers(&file.text, waivers);
    if let Some(why) = problem {
        out.note(&format!("{}: the waiver is not kept in its front matter: {why}", read.shown));
    }
    if text == file.text {
        return Ok(());
    }
    match storage::save(path, &text, Some(&file.identity)) {
        Err(error) => out.note(&format!("the waiver is not kept in the document: {error}")),
        Ok(_) if out.quiet => {}
        Ok(_) => {
            let line = format!("{}: the waiver is kept in its front matter", read.shown);
            if to_stdout { writeln!(io::stderr().lock(), "{line}")? } else { writeln!(out, "{line}")? }
        }
    }
    Ok(())
}
