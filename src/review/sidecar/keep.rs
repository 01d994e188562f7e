//! Writing a reviewer's file over what stood there: what did not change stays as it was written, comments and all.

use std::collections::{HashMap, HashSet};

use super::comments::{comments, indent};
use super::{Sidecar, read, render};
use crate::review::{Id, Record};

/// A key of the file or a record in its list, as it is written.
#[derive(Debug, Default, Clone)]
struct Piece<'t> {
    /// Blank lines and comments before it.
    lead: Vec<&'t str>,
    /// The rest of it.
    body: Vec<&'t str>,
}

/// A file in pieces.
#[derive(Debug, Default)]
struct Pieces<'t> {
    /// Its keys in order; of `records` only the line itself.
    keys: Vec<(&'t str, Piece<'t>)>,
    records: Vec<Piece<'t>>,
    /// The spaces before the `-` of a record.
    indent: usize,
    /// Comments and blank lines at the end.
    tail: Vec<&'t str>,
}

const KEYS: [&str; 5] = ["version", "reviewer", "read", "verdict", "records"];

/// `sidecar` as a file, where `old` stood before. Nobody's comment is lost: those of what changed move above it, and
/// where the file is written in a form of its own all of them move to its head.
pub(super) fn over(sidecar: &Sidecar, old: &str) -> String {
    let is_it = |text: &String| read::read(text).as_ref() == Ok(sidecar);
    let fresh = render::render(sidecar);
    let woven = read::read(old).ok().and_then(|was| Some(woven(sidecar, &was, &cut(old)?)));
    woven.filter(is_it).unwrap_or_else(|| {
        let lines = comments(old).into_iter().chain([fresh.as_str()]).collect::<Vec<_>>();
        Some(lines.join("\n")).filter(is_it).unwrap_or(fresh)
    })
}

/// Cuts a file into its pieces; nothing where it is written in another form than a key a line and a record an item.
fn cut(text: &str) -> Option<Pieces<'_>> {
    let mut pieces = Pieces::default();
    let mut lead: Vec<&str> = Vec::new();
    for line in text.lines() {
        let depth = indent(line);
        let in_records = pieces.keys.last().is_some_and(|(key, _)| *key == "records");
        let bare = line.trim();
        if pieces.records.is_empty() && in_records {
            pieces.indent = depth;
        }
        let begins = in_records && depth == pieces.indent && (bare.starts_with("- ") || bare == "-");
        let is_comment = bare.starts_with('#') && (depth <= pieces.indent || pieces.keys.is_empty());
        if bare.is_empty() || is_comment || (pieces.keys.is_empty() && bare == "---") {
            lead.push(line);
        } else if begins {
            pieces.records.push(Piece { lead: std::mem::take(&mut lead), body: vec![line] });
        } else if depth == 0 {
            let key = line.split(':').next().filter(|key| KEYS.contains(key))?;
            pieces.keys.push((key, Piece { lead: std::mem::take(&mut lead), body: vec![line] }));
        } else {
            let (_, key) = pieces.keys.last_mut()?;
            let piece = if in_records { pieces.records.last_mut()? } else { key };
            // What looked like a lead stands in the middle of a text.
            piece.body.append(&mut lead);
            piece.body.push(line);
        }
    }
    pieces.tail = lead;
    Some(pieces)
}

/// `sidecar` in the pieces of the file that `was`.
fn woven(sidecar: &Sidecar, was: &Sidecar, old: &Pieces<'_>) -> String {
    let mut out = String::new();
    let lacks = |key: &str| old.keys.iter().all(|(known, _)| *known != key);
    // As in a fresh file: what was read before the verdict, both before the records.
    let mut absent = vec![("read", render::read(sidecar)), ("verdict", render::verdict(sidecar))];
    absent.retain(|(key, _)| lacks(key));
    let mut absent = absent.into_iter().peekable();
    for (key, piece) in &old.keys {
        let is_before = |absent: &str| *key == "records" || (*key, absent) == ("verdict", "read");
        while let Some((_, text)) = absent.next_if(|(absent, _)| is_before(absent)) {
            out.push_str(&text);
        }
        let in_items = old.records.len() == was.records.len();
        let same = match *key {
            "read" => sidecar.read == was.read,
            "verdict" => sidecar.verdict == was.verdict,
            "records" => in_items && sidecar.records.is_empty() == was.records.is_empty(),
            _ => true,
        };
        if same {
            put(&mut out, &[&piece.lead, &piece.body]);
        } else {
            put_comments(&mut out, piece, "");
            out.push_str(&match *key {
                "read" => render::read(sidecar),
                "verdict" => render::verdict(sidecar),
                _ => render::head_of_records(sidecar).to_owned(),
            });
        }
        if *key == "records" {
            records(sidecar, was, old, &mut out);
        }
    }
    if lacks("records") {
        absent.for_each(|(_, text)| out.push_str(&text));
        out.push_str(render::head_of_records(sidecar));
        records(sidecar, was, old, &mut out);
    }
    put(&mut out, &[&old.tail]);
    out
}

/// The records of `sidecar`: those that did not change as they stand, comments on those that are gone above them all.
fn records(sidecar: &Sidecar, was: &Sidecar, old: &Pieces<'_>, out: &mut String) {
    let known: HashMap<&Id, (&Record, &Piece<'_>)> =
        was.records.iter().zip(&old.records).map(|(record, piece)| (&record.id, (record, piece))).collect();
    let indent = " ".repeat(if known.is_empty() { render::INDENT } else { old.indent });
    let stays: HashSet<&Id> = sidecar.records.iter().map(|record| &record.id).collect();
    for (record, piece) in was.records.iter().zip(&old.records) {
        if !stays.contains(&record.id) {
            put_comments(out, piece, &indent);
        }
    }
    for record in &sidecar.records {
        match known.get(&record.id) {
            Some((same, piece)) if *same == record => put(out, &[&piece.lead, &piece.body]),
            before => {
                if let Some((_, piece)) = before {
                    put_comments(out, piece, &indent);
                }
                out.push_str(&render::record(record, &indent));
            }
        }
    }
}

/// Writes lines as they stand.
fn put(out: &mut String, parts: &[&[&str]]) {
    for line in parts.iter().copied().flatten() {
        out.push_str(line.trim_end_matches('\r'));
        out.push('\n');
    }
}

/// Writes the comments of what is written anew, each on a line.
fn put_comments(out: &mut String, piece: &Piece<'_>, indent: &str) {
    for part in [&piece.lead, &piece.body] {
        for comment in comments(&part.join("\n")) {
            out.push_str(indent);
            out.push_str(comment);
            out.push('\n');
        }
    }
}
