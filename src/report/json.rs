//! Findings as JSON, version 1 of the contract. New keys may be added; none changes its meaning.

use std::io::{self, Write};

use serde::Serialize;

use super::{FileReport, Report};
use crate::lint::Record;
use crate::score::Figures;
use crate::text::{Positions, printable_json};

/// The report programs read. Diagnostics are written one by one, so that memory does not grow with their number.
#[derive(Debug, Default)]
pub struct Json {
    files: usize,
    /// Why files could not be read.
    unread: Vec<String>,
}

impl Report for Json {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"version\": 1, \"files\": [")
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let analysis = file.analysis;
        write!(out, "{}\n {{\"path\": ", if self.files == 0 { "" } else { "," })?;
        self.files += 1;
        put(out, &file.path)?;
        write!(out, ",\n  \"score\": ")?;
        put(out, &Figures::from(&analysis.score))?;
        write!(out, ",\n  \"gate\": ")?;
        let gate = serde_json::json!({"pass": analysis.verdict.pass, "reasons": analysis.verdict.reasons()});
        put(out, &gate)?;
        write!(out, ",\n  \"judged\": {},\n  \"template\": ", analysis.judged)?;
        put(out, &analysis.template)?;
        write!(out, ",\n  \"diagnostics\": [")?;
        let positions = Positions::new(file.source);
        for (at, (diagnostic, print)) in file.findings().enumerate() {
            write!(out, "{}\n   ", if at == 0 { "" } else { "," })?;
            put(out, &Record::of(diagnostic, print, file.source, &analysis.document, &positions))?;
        }
        write!(out, "]}}")
    }

    fn unread(&mut self, message: &str) {
        self.unread.push(message.to_owned());
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "],\n \"unread\": ")?;
        put(out, &self.unread)?;
        writeln!(out, "}}")
    }
}

/// `value` as JSON that no terminal is steered by.
pub(super) fn put(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    // Room for most findings.
    let mut bytes = Vec::with_capacity(2048);
    serde_json::to_writer(&mut bytes, value)?;
    let text = std::str::from_utf8(&bytes).map_err(io::Error::other)?;
    out.write_all(printable_json(text).as_bytes())
}
