//! `prfaq review import` and `prfaq review export`: reviews as CriticMarkup.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Error, anyhow};

use super::edited;
use super::open::{Opened, analysed};
use crate::cli::args::{ReviewExport, ReviewImport};
use crate::cli::exit::Exit;
use crate::cli::inputs;
use crate::cli::out::Out;
use crate::document::Document;
use crate::review::critic::{self, Imported};
use crate::review::{Record, Reviews, Signature, Thread, is_same_name};
use crate::sidecars::{Sidecars, now, reviewer};
use crate::storage::{self, Shown};
use crate::text::Positions;

/// Writes the document with everybody's marks in it.
pub(super) fn export(args: &ReviewExport, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let opened = Opened::new(&args.file, config)?;
    let threads: Vec<Thread> =
        opened.threads().into_iter().filter(|thread| !args.open || thread.is_open()).collect();
    let source = &opened.read.source;
    let parse = |text: &str| Document::parse(text, &opened.specs);
    let marked = critic::export(source, &threads, opened.sidecars.reviews(), parse);
    let marked = marked.map_err(|refused| {
        let positions = Positions::new(source);
        anyhow!("{}:{}", opened.read.shown, refused.told(|at| positions.of(at)))
    })?;
    match &args.output {
        None => out.document(&marked)?,
        Some(path) => {
            storage::write_new(path, marked.as_bytes(), args.overwrite)?;
            if !out.quiet {
                writeln!(out, "{}: written, {} threads in it", Shown(path), threads.len())?;
            }
        }
    }
    Ok(opened.complain(out))
}

/// Reads marks into the reviews of a document.
pub(super) fn import(args: &ReviewImport, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let name = args.name.as_deref();
    if let Some(revision) = &args.from {
        edited::revision(&args.marked, revision, name, config, out)?;
        return Ok(Exit::Clean);
    }
    let sign = Signature { by: reviewer(name).map_err(Error::msg)?, at: now() };
    let marked = inputs::read_text(&args.marked, None).map_err(Error::msg)?;
    let into = match &args.into {
        Some(into) => into.clone(),
        None => plain_name(&args.marked)?,
    };
    let specs = analysed(&into, &marked.source, config)?.specs;
    let read = critic::import(&marked.source, &sign, |text| Document::parse(text, &specs));
    let positions = Positions::new(&marked.source);
    for unclosed in &read.unclosed {
        let at = positions.of(unclosed.0);
        out.note(&format!(
            "{}:{}:{}: a mark begins here and has no end; it is text",
            marked.shown, at.line, at.column
        ));
    }
    if read.records.is_empty() && read.verdicts.is_empty() {
        if into.is_file() && args.into.is_some() {
            edited::copy(&into, &marked, name, config, out)?;
            return Ok(Exit::Clean);
        }
        return Err(anyhow!("{}: there are no marks in it, so nothing is read", marked.shown));
    }
    if args.into.is_none() && into.symlink_metadata().is_err() {
        let into = Shown(&into);
        return Err(anyhow!("{into} is not here; --into {into} writes it, --into FILE takes another"));
    }
    document(&into, &read, out)?;
    keep(&into, &read, config, out)?;
    Ok(Exit::Clean)
}

/// Keeps what was `read` beside the document at `into`, and says what has no place there.
///
/// # Errors
///
/// The reviews cannot be read or written.
pub(super) fn keep(into: &Path, read: &Imported, config: Option<&Path>, out: &mut Out) -> anyhow::Result<()> {
    let mut sidecars = Sidecars::open(into);
    if let Some(problem) = sidecars.problems().first() {
        return Err(anyhow!("{problem}"));
    }
    let fresh = kept(read, &mut sidecars)?;
    if !out.quiet {
        let (all, folder) = (read.records.len(), Shown(sidecars.folder()));
        writeln!(out, "{folder}: {fresh} new of {all} records")?;
    }
    note_unplaced(into, &sidecars, config, out)
}

/// Says how many records have no place in the document at `into`.
///
/// # Errors
///
/// It cannot be read.
pub(in crate::cli) fn note_unplaced(
    into: &Path,
    sidecars: &Sidecars,
    config: Option<&Path>,
    out: &mut Out,
) -> anyhow::Result<()> {
    let text = storage::read(into)?.text;
    let now = analysed(into, &text, config)?.document;
    let lost = sidecars.reviews().threads(&crate::review::Ground::new(&text, &now));
    let lost = lost.iter().filter(|thread| thread.is_unplaced()).count();
    if lost > 0 {
        out.note(&format!("{lost} have no place in {}; prfaq review FILE --list shows them", Shown(into)));
    }
    Ok(())
}

/// Writes the text without marks where there is no document yet; one that is there is never written over.
fn document(into: &Path, read: &Imported, out: &mut Out) -> anyhow::Result<()> {
    if into.symlink_metadata().is_err() {
        storage::write_new(into, read.text.as_bytes(), false)?;
        if !out.quiet {
            writeln!(out, "{}: written", Shown(into))?;
        }
    } else if storage::read(into)?.text != read.text {
        out.note(&format!(
            "{}: this is not the text that was marked; it stays as it is, and the marks are placed by what they quote",
            Shown(into)
        ));
    }
    Ok(())
}

/// Puts what is new into everybody's files; tells how much that is.
///
/// # Errors
///
/// A name is none, or a file cannot be written.
pub(in crate::cli) fn kept(read: &Imported, sidecars: &mut Sidecars) -> anyhow::Result<usize> {
    let spelt = |by: &str| sidecars.spelt(by).map_err(Error::msg);
    let mut fresh: Vec<Record> = Vec::new();
    for record in &read.records {
        let record = Record { by: spelt(&record.by)?, ..record.clone() };
        if !is_known(&record, sidecars.reviews()) {
            fresh.push(record);
        }
    }
    let mut names: Vec<String> = fresh.iter().map(|record| record.by.clone()).collect();
    for (by, _) in &read.verdicts {
        names.push(spelt(by)?);
    }
    names.sort_unstable();
    names.dedup();
    for name in &names {
        let verdict =
            read.verdicts.iter().rfind(|(by, _)| is_same_name(by, name)).map(|(_, verdict)| verdict);
        let change = |sidecar: &mut crate::review::Sidecar| {
            sidecar.records.extend(fresh.iter().filter(|record| record.by == *name).cloned());
            sidecar.records.sort_by_key(|record| record.at);
            if let Some(verdict) = verdict
                && sidecar.verdict.as_ref().is_none_or(|old| old.at < verdict.at)
            {
                sidecar.verdict = Some(verdict.clone());
            }
        };
        sidecars.change(name, change).map_err(Error::msg)?;
    }
    Ok(fresh.len())
}

/// Whether `reviews` have this record: by its name, or, where another program gave it none, by what it says.
fn is_known(record: &Record, reviews: &Reviews) -> bool {
    let says = |other: &Record| {
        let quote = |record: &Record| {
            record.anchor.as_ref().map(|anchor| (anchor.quote.clone(), anchor.before.clone()))
        };
        (&other.by, &other.kind, &other.text, quote(other))
            == (&record.by, &record.kind, &record.text, quote(record))
    };
    reviews.records().any(|other| other.id == record.id || (record.re.is_none() && says(other)))
}

/// `draft.md` for `draft.critic.md`.
fn plain_name(marked: &Path) -> anyhow::Result<PathBuf> {
    let name = marked.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match name.split_once(".critic.") {
        Some((stem, ending)) if !stem.is_empty() => Ok(marked.with_file_name(format!("{stem}.{ending}"))),
        _ => Err(anyhow!("{}: which document is it about? Add --into FILE", Shown(marked))),
    }
}
