//! Writing a reviewer's file.

use std::fmt::{self, Write as _};

use super::Sidecar;
use crate::review::{Kind, Record, Status};
use crate::yaml::scalar;

pub(super) fn render(sidecar: &Sidecar) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = file(sidecar, &mut out);
    out
}

fn file(sidecar: &Sidecar, out: &mut String) -> fmt::Result {
    writeln!(out, "version: 1\nreviewer: {}", scalar(&sidecar.reviewer))?;
    if let Some(read) = &sidecar.read {
        writeln!(out, "read:")?;
        pair(out, "  ", "at", &read.at.to_string())?;
        // Quoted always: some hashes look like numbers.
        writeln!(out, "  text: \"{}\"", read.text)?;
        match &read.revision {
            Some(revision) => writeln!(out, "  revision: \"{revision}\"")?,
            None => writeln!(out, "  revision: null")?,
        }
    }
    if let Some(verdict) = &sidecar.verdict {
        writeln!(out, "verdict:")?;
        pair(out, "  ", "decision", verdict.decision.name())?;
        pair(out, "  ", "at", &verdict.at.to_string())?;
        pair(out, "  ", "text", &verdict.text)?;
    }
    if sidecar.records.is_empty() {
        return writeln!(out, "records: []");
    }
    writeln!(out, "records:")?;
    sidecar.records.iter().try_for_each(|one| record(one, out))
}

fn record(record: &Record, out: &mut String) -> fmt::Result {
    const INDENT: &str = "    ";
    writeln!(out, "  - id: {}", scalar(record.id.as_str()))?;
    pair(out, INDENT, "by", &record.by)?;
    pair(out, INDENT, "at", &record.at.to_string())?;
    pair(out, INDENT, "kind", record.kind.name())?;
    if let Some(anchor) = &record.anchor {
        if !anchor.part.is_empty() {
            pair(out, INDENT, "part", &anchor.part)?;
        }
        pair(out, INDENT, "quote", &anchor.quote)?;
        pair(out, INDENT, "before", &anchor.before)?;
        pair(out, INDENT, "after", &anchor.after)?;
    }
    if let Some(re) = &record.re {
        pair(out, INDENT, "re", re.as_str())?;
    }
    if let Kind::Suggestion { to } = &record.kind {
        pair(out, INDENT, "to", to)?;
    }
    pair(out, INDENT, "text", &record.text)?;
    if let Some(status) = &record.status {
        pair(out, INDENT, "status", status.name())?;
        if let Status::Answered(answer) = status {
            pair(out, INDENT, "answer", &answer.to_string())?;
        }
    }
    Ok(())
}

fn pair(out: &mut String, indent: &str, key: &str, value: &str) -> fmt::Result {
    writeln!(out, "{indent}{key}: {}", scalar(value))
}
