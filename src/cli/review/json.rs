//! `prfaq review FILE --list --format json`, version 1: new keys may be added, none changes its meaning.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::open::Opened;
use crate::cli::out::Out;
use crate::review::{Kind, Record, Status, Thread};
use crate::text::{Position, Positions, printable_json};

/// Writes `threads` and everybody's verdict. Lines and columns count from 1, columns in characters, bytes from 0.
pub(super) fn write(opened: &Opened, threads: &[Thread], out: &mut Out) -> io::Result<()> {
    let positions = Positions::new(&opened.read.source);
    let records: Vec<Value> = threads.iter().map(|thread| one(thread, opened, &positions)).collect();
    let reviewers = opened.sidecars.reviews().sidecars().iter().map(|sidecar| {
        let verdict = sidecar.verdict.as_ref().map(|verdict| {
            json!({"decision": verdict.decision.name(), "at": verdict.at.to_string(), "text": verdict.text})
        });
        let read = sidecar
            .read
            .as_ref()
            .map(|read| json!({"at": read.at.to_string(), "text": read.text, "revision": read.revision}));
        json!({"name": sidecar.reviewer, "verdict": verdict, "read": read})
    });
    let report = json!({
        "version": 1,
        "path": opened.read.shown,
        "reviewers": reviewers.collect::<Vec<_>>(),
        "records": records,
        "unread": opened.sidecars.problems(),
    });
    let text = serde_json::to_string_pretty(&report).map_err(io::Error::other)?;
    writeln!(out, "{}", printable_json(&text))
}

fn one(thread: &Thread, opened: &Opened, positions: &Positions<'_>) -> Value {
    let root = &thread.root;
    let at = |at: Position| json!({"line": at.line, "column": at.column, "byte": at.byte});
    let span = thread.place.map(
        |place| json!({"start": at(positions.of(place.span.start)), "end": at(positions.of(place.span.end))}),
    );
    let document = &opened.document;
    let block = thread.place.and_then(|place| document.blocks.get(document.block_at(place.span.start)?));
    let now = block.and_then(|block| document.part_of(block)).map(|part| part.id.clone());
    let quoted = root.anchor.as_ref();
    let part = now.or_else(|| quoted.map(|anchor| anchor.part.clone()).filter(|part| !part.is_empty()));
    let to = match &root.kind {
        Kind::Suggestion { to } => Some(to),
        _ => None,
    };
    json!({
        "id": root.id.as_str(), "by": root.by, "at": root.at.to_string(), "kind": root.kind.name(),
        "part": part, "quote": quoted.map(|anchor| &anchor.quote), "text": root.text, "to": to,
        "status": thread.status.name(), "answer": answer(Some(&thread.status)),
        "overdue": thread.overdue.map(|by| by.to_string()),
        "placed": thread.place.is_some() || (root.anchor.is_none() && root.re.is_none()), "exact": thread.place.map(|place| place.exact), "span": span,
        "thread": thread.replies.iter().map(reply).collect::<Vec<_>>(),
    })
}

fn reply(record: &Record) -> Value {
    json!({
        "id": record.id.as_str(), "by": record.by, "at": record.at.to_string(), "text": record.text,
        "re": record.re.as_ref().map(crate::review::Id::as_str),
        "status": record.status.as_ref().map(Status::name), "answer": answer(record.status.as_ref()),
    })
}

fn answer(status: Option<&Status>) -> Option<String> {
    match status {
        Some(Status::Answered(answer)) => Some(answer.to_string()),
        _ => None,
    }
}
