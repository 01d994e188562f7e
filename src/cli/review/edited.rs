//! `prfaq review import` of a text that somebody edited without leaving marks: a copy, or the document on another branch.

use std::path::Path;

use anyhow::{Error, anyhow};

use super::critic::keep;
use super::open::analysed;
use crate::cli::inputs::Read;
use crate::cli::out::Out;
use crate::cli::redline::history;
use crate::document::Document;
use crate::review::critic::Imported;
use crate::review::{Signature, suggestions};
use crate::sidecars::{now, reviewer};
use crate::storage::{self, Shown};
use crate::text::{printable, slice};

/// What is to be said of changes that no suggestion can hold.
const HEAD: &str = "the front matter differs too; that is no suggestion, change it by hand";

/// What differs between the document at `into` and `copy` as suggestions of `name`.
///
/// # Errors
///
/// Nothing differs; nothing can be read or written.
pub(super) fn copy(
    into: &Path,
    copy: &Read,
    name: Option<&str>,
    config: Option<&Path>,
    out: &mut Out,
) -> anyhow::Result<()> {
    let sign = Signature { by: reviewer(name).map_err(Error::msg)?, at: now() };
    let text = storage::read(into)?.text;
    let none = || anyhow!("{}: no marks in it, and no words that {} has not", copy.shown, Shown(into));
    suggest(into, [&text, &copy.source], &sign, config, out)?.ok_or_else(none)
}

/// What `revision` made of the document at `file` since it left this branch, as suggestions of `name`, or of whoever
/// changed it there last.
///
/// # Errors
///
/// No repository, no such revision, nothing was changed there; nothing can be read or written.
pub(super) fn revision(
    file: &Path,
    revision: &str,
    name: Option<&str>,
    config: Option<&Path>,
    out: &mut Out,
) -> anyhow::Result<()> {
    let made = history::made_of(file, revision)?;
    let by = reviewer(name.or(made.author.as_deref())).map_err(Error::msg)?;
    let sign = Signature { by, at: now() };
    let [old, new] = [&made.pair.old, &made.pair.new].map(|side| side.text.as_str());
    let (shown, revision) = (Shown(file), printable(revision));
    let none = || anyhow!("{shown}: {revision} changed no words of it since it left this branch");
    suggest(file, [old, new], &sign, config, out)?.ok_or_else(none)
}

/// Keeps what `new` changed of `old` beside the document at `into`; nothing where that is nothing.
fn suggest(
    into: &Path,
    [old, new]: [&str; 2],
    sign: &Signature,
    config: Option<&Path>,
    out: &mut Out,
) -> anyhow::Result<Option<()>> {
    let document = analysed(into, old, config)?.document;
    let head = |text| slice(text, Document::front_matter(text).span).trim();
    if head(old) != head(new) {
        out.note(HEAD);
    }
    let records = suggestions(old, &document, new, sign);
    if records.is_empty() {
        return Ok(None);
    }
    let read = Imported { text: old.to_owned(), records, verdicts: Vec::new(), unclosed: Vec::new() };
    keep(into, &read, config, out).map(Some)
}
