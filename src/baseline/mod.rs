//! Baselines: the findings that a house lives with, so that only new ones fail.
//!
//! A baseline is a JSON file with one line a finding, by document; findings are known by their fingerprint, so that
//! moved lines and edits elsewhere leave them alone. Where the file is, and what documents are called in it, is known
//! to the command line.

use std::collections::{BTreeMap, HashSet};
use std::fmt::{self, Write as _};

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::lint::{Diagnostic, Fingerprint};
use crate::text::{printable_json, slice};

/// Version of the file's form.
const VERSION: u32 = 1;

/// The findings that are known, by document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    files: BTreeMap<String, Vec<Entry>>,
}

/// A known finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    fingerprint: Fingerprint,
    /// The rule's name.
    pub rule: String,
    /// The struck words, for whoever reads the file.
    pub text: String,
}

/// Why a baseline cannot be read.
#[derive(Debug)]
pub enum Error {
    /// It is no JSON, or not of the form.
    Form(serde_json::Error),
    /// A later version wrote it.
    Version(u32),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(error) if error.line() > 0 => {
                // The place comes at the end of what serde_json says; the caller shows it in front.
                let said = error.to_string();
                let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what);
                write!(f, "{}:{}: no baseline: {said}", error.line(), error.column())
            }
            Self::Form(error) => write!(f, "1:1: no baseline: {error}"),
            Self::Version(version) => {
                write!(f, "1:1: a baseline of version {version}; this prfaq reads version {VERSION}")
            }
        }
    }
}

impl std::error::Error for Error {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    files: BTreeMap<String, Vec<Entry>>,
}

impl Baseline {
    /// Reads `text`.
    ///
    /// # Errors
    ///
    /// Bad JSON, another form, a later version.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let file: File = serde_json::from_str(text).map_err(Error::Form)?;
        if file.version == VERSION {
            Ok(Self { files: file.files })
        } else {
            Err(Error::Version(file.version))
        }
    }

    /// The text of the file: one line a finding, so that two people's changes merge.
    pub fn to_text(&self) -> String {
        let quoted = |text: &str| printable_json(&serde_json::Value::from(text).to_string()).into_owned();
        let mut out = format!("{{\"version\": {VERSION}, \"files\": {{");
        for (at, (name, entries)) in self.files.iter().enumerate() {
            let _ = write!(out, "{}\n{}: [", if at == 0 { "" } else { "," }, quoted(name));
            for (at, entry) in entries.iter().enumerate() {
                let comma = if at == 0 { "" } else { "," };
                let (print, rule, text) = (entry.fingerprint, quoted(&entry.rule), quoted(&entry.text));
                let _ = write!(
                    out,
                    "{comma}\n {{\"fingerprint\": \"{print}\", \"rule\": {rule}, \"text\": {text}}}"
                );
            }
            out.push(']');
        }
        out.push_str("\n}}\n");
        out
    }

    /// Puts the findings of the document called `name` in the place of those that were known of it.
    pub fn put(&mut self, name: &str, found: &[Diagnostic], source: &str, document: &Document) {
        let prints = Fingerprint::all(found, source, document);
        let entry = |(finding, fingerprint): (&Diagnostic, Fingerprint)| Entry {
            fingerprint,
            rule: finding.rule.to_owned(),
            text: short(slice(source, finding.span)),
        };
        let entries: Vec<Entry> = found.iter().zip(prints).map(entry).collect();
        if entries.is_empty() {
            self.files.remove(name);
        } else {
            self.files.insert(name.to_owned(), entries);
        }
    }

    /// Forgets the documents that `is_gone` picks by name.
    pub fn forget(&mut self, mut is_gone: impl FnMut(&str) -> bool) {
        self.files.retain(|name, _| !is_gone(name));
    }

    /// The names of the documents there are.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.files.values().map(Vec::len).sum()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// What is known of the document called `name`.
    pub fn of(&self, name: &str) -> &[Entry] {
        self.files.get(name).map_or(&[], Vec::as_slice)
    }

    /// The document, among those that `is_gone` picks, that the one with the fingerprints `prints` was before it got
    /// its name: at least half of what is known of it occurs.
    pub fn before_renaming(&self, prints: &[Fingerprint], is_gone: impl Fn(&str) -> bool) -> Option<&str> {
        let occur: HashSet<&Fingerprint> = prints.iter().collect();
        let shared =
            |entries: &[Entry]| entries.iter().filter(|entry| occur.contains(&entry.fingerprint)).count();
        let candidates = self.files.iter().filter(|(name, entries)| {
            let shared = shared(entries);
            shared > 0 && 2 * shared >= entries.len() && is_gone(name)
        });
        candidates.max_by_key(|(_, entries)| shared(entries)).map(|(name, _)| name.as_str())
    }
}

/// Which of the findings `found` in `source`, whose fingerprints are `prints`, are among `entries`, and which entries
/// do not occur any more. Where the sentence around the same struck words was edited, the finding is still known; there
/// are never more known findings than entries.
pub fn compare<'e>(
    entries: &'e [Entry],
    found: &[Diagnostic],
    prints: &[Fingerprint],
    source: &str,
) -> (Vec<bool>, Vec<&'e Entry>) {
    let known: HashSet<Fingerprint> = entries.iter().map(|entry| entry.fingerprint).collect();
    let occur: HashSet<Fingerprint> = prints.iter().copied().collect();
    let mut are_known: Vec<bool> = prints.iter().map(|print| known.contains(print)).collect();
    let mut gone: Vec<&Entry> = entries.iter().filter(|entry| !occur.contains(&entry.fingerprint)).collect();
    for (finding, is_known) in found.iter().zip(&mut are_known).filter(|(_, is_known)| !**is_known) {
        if let Some(at) = gone.iter().position(|entry| entry.is_like(finding, source)) {
            gone.remove(at);
            *is_known = true;
        }
    }
    (are_known, gone)
}

impl Entry {
    /// The fingerprint of the finding.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Whether it may be `finding` of `source` though the sentence around the struck words is another by now.
    fn is_like(&self, finding: &Diagnostic, source: &str) -> bool {
        self.rule == finding.rule && self.text == short(slice(source, finding.span))
    }
}

/// `text` on one line, cut where nobody reads on.
fn short(text: &str) -> String {
    const MOST: usize = 80;
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(MOST) {
        None => flat,
        Some((at, _)) => format!("{}…", slice(&flat, 0..at)),
    }
}

#[cfg(test)]
mod tests;
