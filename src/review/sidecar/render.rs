//! Writing a reviewer's file.

use super::Sidecar;
use crate::review::{Kind, Record, Status};
use crate::yaml::scalar;

/// Spaces before the `-` of a record.
pub(super) const INDENT: usize = 2;

pub(super) fn render(sidecar: &Sidecar) -> String {
    let mut out = format!("version: 1\nreviewer: {}\n", scalar(&sidecar.reviewer));
    out.push_str(&read(sidecar));
    out.push_str(&verdict(sidecar));
    out.push_str(head_of_records(sidecar));
    let indent = " ".repeat(INDENT);
    out.extend(sidecar.records.iter().map(|one| record(one, &indent)));
    out
}

/// What they have read; empty where they did not.
pub(super) fn read(sidecar: &Sidecar) -> String {
    let Some(read) = &sidecar.read else { return String::new() };
    let mut out = "read:\n".to_owned();
    pair(&mut out, "  ", "at", &read.at.to_string());
    // Quoted always: some hashes look like numbers.
    let revision = read.revision.as_ref().map_or("null".to_owned(), |revision| format!("\"{revision}\""));
    out.extend([format!("  text: \"{}\"\n", read.text), format!("  revision: {revision}\n")]);
    out
}

/// What they decided; empty where they did not.
pub(super) fn verdict(sidecar: &Sidecar) -> String {
    let Some(verdict) = &sidecar.verdict else { return String::new() };
    let mut out = "verdict:\n".to_owned();
    pair(&mut out, "  ", "decision", verdict.decision.name());
    pair(&mut out, "  ", "at", &verdict.at.to_string());
    pair(&mut out, "  ", "text", &verdict.text);
    out
}

/// The line above the records.
pub(super) fn head_of_records(sidecar: &Sidecar) -> &'static str {
    if sidecar.records.is_empty() { "records: []\n" } else { "records:\n" }
}

/// A record as an item with this before its `-`.
pub(super) fn record(record: &Record, indent: &str) -> String {
    let mut out = format!("{indent}- id: {}\n", scalar(record.id.as_str()));
    let indent = format!("{indent}  ");
    let mut put = |key: &str, value: &str| pair(&mut out, &indent, key, value);
    put("by", &record.by);
    put("at", &record.at.to_string());
    put("kind", record.kind.name());
    if let Some(anchor) = &record.anchor {
        if !anchor.part.is_empty() {
            put("part", &anchor.part);
        }
        put("quote", &anchor.quote);
        put("before", &anchor.before);
        put("after", &anchor.after);
    }
    if let Some(re) = &record.re {
        put("re", re.as_str());
    }
    if let Kind::Suggestion { to } = &record.kind {
        put("to", to);
    }
    put("text", &record.text);
    if let Some(status) = &record.status {
        put("status", status.name());
        if let Status::Answered(answer) = status {
            put("answer", &answer.to_string());
        }
    }
    out
}

fn pair(out: &mut String, indent: &str, key: &str, value: &str) {
    out.extend([indent, key, ": ", &scalar(value), "\n"]);
}
