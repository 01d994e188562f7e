//! `prfaq review FILE --list`, for people.

use std::io::{self, Write};

use super::open::Opened;
use crate::cli::out::Out;
use crate::review::{Kind, Record, Status, Thread};
use crate::text::{Positions, counted, printable};

/// Writes `threads`, those without a place last, and what everybody thinks.
pub(super) fn write(opened: &Opened, threads: &[Thread], out: &mut Out) -> io::Result<()> {
    let style = out.style;
    let open = threads.iter().filter(|thread| thread.is_open()).count();
    let shown = &opened.read.shown;
    if threads.is_empty() {
        writeln!(
            out,
            "{shown}: nothing to show; prfaq review {shown} --comment TEXT --on QUOTE says something"
        )?;
    } else {
        writeln!(out, "{}: {}, {open} open", style.strong(shown), counted(threads.len(), "thread"))?;
    }
    for sidecar in opened.sidecars.reviews().sidecars() {
        let Some(verdict) = &sidecar.verdict else { continue };
        let (by, day) = (printable(&sidecar.reviewer), day(verdict.at));
        writeln!(out, "  {by}, {day}: {}{}", style.strong(verdict.decision.name()), beside(&verdict.text))?;
    }
    let positions = Positions::new(&opened.read.source);
    let mut lost = false;
    for thread in threads {
        if thread.is_unplaced() && !lost {
            lost = true;
            writeln!(out, "\n{}", style.strong("No place any more: the text that these quote is gone"))?;
        }
        writeln!(out)?;
        one(thread, &opened.read.shown, &positions, out)?;
    }
    Ok(())
}

/// Writes one of them; `positions` are those of the document called `shown`.
pub(super) fn one(thread: &Thread, shown: &str, positions: &Positions<'_>, out: &mut Out) -> io::Result<()> {
    let style = out.style;
    let root = &thread.root;
    let place = match thread.place {
        Some(place) => {
            let at = positions.of(place.span.start);
            format!("{shown}:{}:{}:", at.line, at.column)
        }
        None if thread.is_unplaced() => "gone:".to_owned(),
        None => format!("{shown}:"),
    };
    let (kind, by, day) = (root.kind.name(), printable(&root.by), day(root.at));
    let status = printable(&thread.standing()).into_owned();
    writeln!(out, "{} {} {kind} by {by}, {day} ({status})", style.strong(&place), root.id)?;
    let quote = root.anchor.as_ref().map_or("", |anchor| anchor.quote.as_str());
    let edited = thread.place.is_some_and(|place| !place.exact) && thread.status != Status::Accepted;
    let edited = if edited { " (edited since)" } else { "" };
    match &root.kind {
        Kind::Suggestion { to } => {
            if !quote.is_empty() {
                writeln!(out, "  - {}{edited}", printable(quote))?;
            }
            for line in to.lines() {
                writeln!(out, "  + {}", printable(line))?;
            }
        }
        _ if quote.is_empty() => {}
        _ => writeln!(out, "  {}{edited}", style.dim(&format!("\"{}\"", printable(quote))))?,
    }
    said(root, "  ", out)?;
    for reply in &thread.replies {
        let status = match &reply.status {
            Some(Status::Answered(answer)) => format!(": answered: {}", answer.sentence(&reply.text)),
            Some(status) => format!(": {status}"),
            None => String::new(),
        };
        writeln!(
            out,
            "    {} {}, {}{}",
            reply.id,
            printable(&reply.by),
            self::day(reply.at),
            printable(&status)
        )?;
        if !matches!(reply.status, Some(Status::Answered(_))) {
            said(reply, "      ", out)?;
        }
    }
    Ok(())
}

fn said(record: &Record, indent: &str, out: &mut Out) -> io::Result<()> {
    let bare = record.text.is_empty() && record.kind == Kind::Question;
    if bare {
        writeln!(out, "{indent}?")?;
    }
    record.text.lines().try_for_each(|line| writeln!(out, "{indent}{}", printable(line)))
}

fn beside(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() { String::new() } else { format!(": {}", printable(&line)) }
}

fn day(at: jiff::Timestamp) -> String {
    at.to_string().chars().take(10).collect()
}
