//! What a lint holds back, and what it says of that afterwards.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::known::Known;
use super::since::Since;
use crate::analysis::{Analysis, Analyst};
use crate::baseline::{Entry, compare};
use crate::cli::inputs::Read;
use crate::cli::out::Out;
use crate::lint::Fingerprint;
use crate::storage::Files;
use crate::text::counted;

/// Findings that are known and not reported.
pub(super) struct Holder {
    since: Option<Since>,
    known: Known,
}

/// What was held back of one document.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Findings of paragraphs that did not change.
    pub old: usize,
    /// Findings that the baseline knows.
    pub known: usize,
    /// What the baseline knows and is not there any more.
    gone: Vec<Entry>,
    /// What the findings that are left are known by, where any may have been held back: two that cannot be told apart
    /// are counted, the ones held back too.
    pub kept: Option<Vec<Fingerprint>>,
}

/// What was held back of all of them.
#[derive(Debug, Default)]
pub(super) struct Tally {
    old: usize,
    old_documents: usize,
    known: usize,
    gone: BTreeMap<String, Vec<Entry>>,
}

impl Holder {
    /// Holds back what is older than `since`, and what baselines among `files` know.
    pub fn new(since: Option<Since>, files: Arc<dyn Files>) -> Self {
        Self { since, known: Known::among(files) }
    }

    /// Takes out of `analysis` what is not to be reported of the document `read`.
    ///
    /// # Errors
    ///
    /// What it said before, or the baseline, cannot be read.
    pub fn hold(
        &self,
        read: &Read,
        baseline: Option<&Path>,
        analyst: &mut Analyst,
        analysis: &mut Analysis,
    ) -> Result<Held, String> {
        if self.since.is_none() && baseline.is_none() {
            return Ok(Held::default());
        }
        let prints = Fingerprint::all(&analysis.diagnostics, &read.source, &analysis.document);
        let entries = baseline.map_or(Ok(Vec::new()), |file| self.known.of(file, &read.path, &prints))?;
        let (known, gone) = compare(&entries, &analysis.diagnostics, &prints, &read.source);
        let mut held = Held { gone: gone.into_iter().cloned().collect(), ..Held::default() };
        let mut old = match &self.since {
            Some(since) => since.are_old(read, analyst, analysis, &prints)?,
            None => vec![false; prints.len()],
        };
        for (old, known) in old.iter_mut().zip(known) {
            held.old += usize::from(*old);
            held.known += usize::from(!*old && known);
            *old |= known;
        }
        let left = prints.into_iter().zip(&old).filter(|(_, old)| !**old);
        held.kept = Some(left.map(|(print, _)| print).collect());
        let mut old = old.into_iter();
        analysis.diagnostics.retain(|_| !old.next().unwrap_or(false));
        Ok(held)
    }

    /// Says what was held back.
    pub fn say(&self, tally: &Tally, out: &mut Out) {
        if let Some(since) = self.since.as_ref().filter(|_| tally.old > 0) {
            out.note(&format!(
                "held back {} in paragraphs of {} that did not change since {}",
                counted(tally.old, "finding"),
                counted(tally.old_documents, "document"),
                since.name
            ));
        }
        if tally.known > 0 {
            out.note(&format!("held back {} of the baseline", counted(tally.known, "finding")));
        }
        let gone: usize = tally.gone.values().map(Vec::len).sum();
        if gone > 0 {
            let lines = tally.gone.iter().flat_map(|(name, entries)| {
                entries.iter().map(move |entry| format!("  {name}: {} \"{}\"", entry.rule, entry.text))
            });
            let head = format!(
                "{} of the baseline no longer {}; --write-baseline takes {} out:",
                counted(gone, "finding"),
                if gone == 1 { "occurs" } else { "occur" },
                if gone == 1 { "it" } else { "them" }
            );
            out.note(&std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n"));
        }
    }
}

impl Tally {
    /// Adds what was held back of the document called `name`.
    pub fn add(&mut self, name: &str, held: Held) {
        self.old += held.old;
        self.old_documents += usize::from(held.old > 0);
        self.known += held.known;
        if !held.gone.is_empty() {
            self.gone.insert(name.to_owned(), held.gone);
        }
    }
}
