//! `prfaq import`: a Word document as a draft, or into the reviews of the draft that it was made from.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Error, anyhow, bail};

use super::args::ImportArgs;
use super::exit::Exit;
use super::out::Out;
use super::review::{analysed, kept, note_unplaced};
use crate::document::Document;
use crate::export::{self, Manuscript, Selection};
use crate::review::critic::Imported;
use crate::review::{Kind, Record, Signature};
use crate::sidecars::{Sidecars, now, reviewer};
use crate::storage::{self, Shown};
use crate::text::{counted, printable};
use crate::word::{Docx, Returned, Side, UNTRACKED, fresh, is_akin};

/// Whose that is which says nothing of its author, where nobody is known.
const NOBODY: &str = "Somebody";

pub(super) fn run(args: &ImportArgs, config: Option<&Path>, out: &mut Out) -> anyhow::Result<Exit> {
    let docx = read(&args.file).map_err(Error::msg)?;
    let named = args.name.as_deref();
    // Nearly all in a document says whose it is: nobody has to say who imports it.
    let by = reviewer(named)
        .or_else(|bad| named.map_or_else(|| Ok(NOBODY.to_owned()), |_| Err(Error::msg(bad))))?;
    let sign = Signature { by, at: now() };
    let incoming = Incoming { docx: &docx, sign: &sign, config };
    match &args.into {
        Some(into) => returned(into, &incoming, out)?,
        None => draft(args, &incoming, out)?,
    }
    Ok(Exit::Clean)
}

/// Whether the file at `path` is called as Word documents are.
pub(super) fn is_word(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| matches!(ending.as_str(), "docx" | "docm" | "dotx"))
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

/// A Word document, and how it is taken in.
struct Incoming<'a> {
    docx: &'a Docx,
    /// Whose that is in it which says nothing of its author.
    sign: &'a Signature,
    config: Option<&'a Path>,
}

/// Writes the text before its changes as a new draft, and keeps the changes and comments beside it.
fn draft(args: &ImportArgs, incoming: &Incoming<'_>, out: &mut Out) -> anyhow::Result<()> {
    let Incoming { docx, sign, config } = *incoming;
    let text = docx.embedded.as_ref().map_or_else(|| docx.markdown(Side::Before), |own| own.markdown.clone());
    if text.trim().is_empty() {
        return Err(anyhow!("{}: there is no text in it", Shown(&args.file)));
    }
    if docx.pictures > 0 {
        let said = match docx.described {
            0 => String::new(),
            many => format!("; what is said of {many} stands in the text as \"[Picture: …]\""),
        };
        out.note(&format!("{}: {} left out{said}", Shown(&args.file), counted(docx.pictures, "picture")));
    }
    if docx.lowered > 0 {
        let words = counted(docx.lowered, "word");
        out.note(&format!("{}: {words} above or below the line stand on it now", Shown(&args.file)));
    }
    if args.output.as_deref() == Some(Path::new("-")) {
        let document = Document::parse(&text, &[]);
        if !docx.returned(&text, &document, sign).records.is_empty() {
            out.note("the changes and comments in it are not kept; with -o FILE they are");
        }
        return Ok(out.document(&text)?);
    }
    let path: PathBuf = args.output.clone().unwrap_or_else(|| args.file.with_extension("md"));
    storage::write_new(&path, text.as_bytes(), args.overwrite)?;
    if !out.quiet {
        writeln!(out, "{}: written; open it with `prfaq {0}`", Shown(&path))?;
    }
    let document = analysed(&path, &text, config)?.document;
    let found = docx.returned(&text, &document, sign);
    if !found.records.is_empty() {
        keep(&path, &text, &document, &found, config, out)?;
    }
    Ok(())
}

/// Keeps what readers made of the draft at `into` in its reviews.
fn returned(into: &Path, incoming: &Incoming<'_>, out: &mut Out) -> anyhow::Result<()> {
    let Incoming { docx, sign, config } = *incoming;
    let draft = storage::read(into)?.text;
    let analysis = analysed(into, &draft, config)?;
    let document = &analysis.document;
    let sent = docx.embedded.as_ref().map_or_else(|| docx.markdown(Side::Before), |own| own.markdown.clone());
    if !is_akin(&sent, &draft) {
        let draft = Shown(into);
        bail!(
            "{draft}: hardly any words of the document stand in it; name the draft that it was made from, or leave out --into"
        );
    }
    let found = if let Some(own) = &docx.embedded {
        let base = analysed(into, &own.markdown, config)?.document;
        docx.returned(&own.markdown, &base, sign)
    } else {
        out.note(&format!(
            "there is no copy of the Markdown in the document; it is compared with {} as that is now",
            Shown(into)
        ));
        match without_missing(docx, document, out) {
            Some(parts) => {
                let sent = export::markdown(&Manuscript::of(&draft, &analysis), &parts);
                docx.returned(&sent, &analysed(into, &sent, config)?.document, sign)
            }
            None => docx.returned(&draft, document, sign),
        }
    };
    keep(into, &draft, document, &found, config, out)
}

/// The parts of the draft, parsed as `document`, that stand in `docx`, where some do and some do not: those that were never
/// sent out must not look as if somebody had deleted them.
fn without_missing(docx: &Docx, document: &Document, out: &mut Out) -> Option<Selection> {
    let there = docx.parts_of(document);
    let parts = document.parts.iter().enumerate();
    let missing: Vec<String> = parts
        .filter(|(at, part)| !there.contains(&part.id) && document.blocks_of(*at).next().is_some())
        .map(|(_, part)| part.words())
        .collect();
    if there.is_empty() || missing.is_empty() {
        return None;
    }
    out.note(&format!("not in the document, and left as it is in the draft: {}", missing.join(", ")));
    Some(Selection::Parts(there))
}

/// Keeps what is new of what was `found` beside the draft at `into`, and says what it is.
fn keep(
    into: &Path,
    draft: &str,
    document: &Document,
    found: &Returned,
    config: Option<&Path>,
    out: &mut Out,
) -> anyhow::Result<()> {
    let mut sidecars = Sidecars::open(into);
    if let Some(problem) = sidecars.problems().first() {
        return Err(anyhow!("{problem}"));
    }
    let new = fresh(&found.records, sidecars.reviews(), draft, document);
    let read = Imported {
        text: draft.to_owned(),
        records: new.records.clone(),
        verdicts: Vec::new(),
        unclosed: Vec::new(),
    };
    kept(&read, &mut sidecars)?;
    if found.unread > 0 {
        let changes = counted(found.unread, "change");
        out.note(&format!("{changes} of format only, not taken over: Markdown has no word for it"));
    }
    if found.rejoined > 0 {
        let comments = counted(found.rejoined, "comment");
        out.note(&format!(
            "{comments} on the words of another, kept as a reply: the document does not say who answers whom"
        ));
    }
    if !out.quiet {
        tell(into, &new.records, new.known, found, out)?;
        tell_accepted(into, &new.accepted, out)?;
    }
    note_unplaced(into, &sidecars, config, out)
}

/// Says what is new, and how to go through it.
fn tell(into: &Path, new: &[Record], known: usize, found: &Returned, out: &mut Out) -> anyhow::Result<()> {
    let shown = Shown(into);
    let is_suggestion = |record: &&Record| matches!(record.kind, Kind::Suggestion { .. });
    let suggestions = new.iter().filter(is_suggestion).count();
    let silent = new.iter().filter(is_suggestion).filter(|record| record.text.starts_with(UNTRACKED)).count();
    let comments = new.iter().filter(|record| !is_suggestion(record) && record.status.is_none()).count();
    if new.is_empty() {
        let why = if known > 0 { format!("; {known} are there already") } else { String::new() };
        writeln!(out, "{shown}: nothing new came back{why}")?;
        return Ok(());
    }
    let by =
        if silent > 0 { format!(" (saved last by {})", printable(&found.silent_by)) } else { String::new() };
    writeln!(
        out,
        "{shown}: {}, {}, {}{by}; `prfaq review {shown} --walk` goes through them",
        counted(suggestions - silent, "suggestion"),
        counted(comments, "comment"),
        counted(silent, "silent edit"),
    )?;
    Ok(())
}

/// Says which suggestions somebody accepted in Word: the author of the draft decides of them.
fn tell_accepted(into: &Path, accepted: &[Record], out: &mut Out) -> anyhow::Result<()> {
    for record in accepted {
        writeln!(
            out,
            "accepted in Word: the suggestion {} of {}; `prfaq review {} --accept {0}` takes it",
            record.id,
            printable(&record.by),
            Shown(into)
        )?;
    }
    Ok(())
}
