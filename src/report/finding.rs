//! One finding for people: place, what, the sentence as the pen leaves it, what to write instead, why.

use std::io::{self, Write};

use super::flow::{Flow, Page};
use super::plan::Told;
use super::repeats::summed_up;
use super::told::advice;
use super::{FileReport, Tone, snippet};
use crate::lint::Diagnostic;
use crate::text::{Positions, slice};

/// Cells before what stands under the snippet.
const INDENT: usize = 2;
/// Cells further in for what does not fit a line.
const HANG: usize = 4;
/// Other places that are shown of a finding with many.
const PLACES: usize = 3;

/// Writes the findings of one file.
pub(super) struct Writer<'a> {
    file: &'a FileReport<'a>,
    positions: Positions<'a>,
    page: Page<'a>,
}

impl<'a> Writer<'a> {
    /// For the findings of `file`, on `page`.
    pub fn new(file: &'a FileReport<'a>, page: Page<'a>) -> Self {
        Self { file, positions: Positions::new(file.source), page }
    }

    /// Writes one, with its reason where that is wanted.
    pub fn write(&self, told: &Told<'_>, with_why: bool, out: &mut dyn Write) -> io::Result<()> {
        let diagnostic = told.finding;
        // Less than the snippet's indent, so that the one is not taken for the other.
        self.head(told).write(&self.page, 0, INDENT, out)?;
        snippet::write(diagnostic, self.file, &self.positions, &self.page, out)?;
        if !told.others.is_empty() {
            self.list(told, out)?;
        }
        for related in diagnostic.related.iter().take(PLACES) {
            let place = self.place(related.span.start);
            let said = related.quoted(self.file.source);
            let flow = Flow::default().say(Tone::Dim, "see: ").place(&place, self.file.path);
            self.under(&flow.say(Tone::Strong, &format!(": {said}")), out)?;
        }
        if let Some(more) = diagnostic.related.len().checked_sub(PLACES).filter(|more| *more > 0) {
            self.under(&Flow::default().say(Tone::Dim, &format!("see: {more} more places")), out)?;
        }
        if let Some(advice) = advice(diagnostic).filter(|advice| !advice.is_empty() && told.others.is_empty())
        {
            self.under(&Flow::default().say(Tone::Dim, "instead: ").say(Tone::Insert, &advice), out)?;
        }
        if with_why {
            self.under(&Flow::default().say(Tone::Dim, &format!("why: {}", diagnostic.why)), out)?;
        }
        if !told.again.is_empty() {
            let said = format!("again: {}", self.again(told));
            self.under(&Flow::default().say(Tone::Dim, &said), out)?;
        }
        Ok(())
    }

    fn under(&self, flow: &Flow, out: &mut dyn Write) -> io::Result<()> {
        flow.write(&self.page, INDENT, HANG, out)
    }

    /// `PATH:LINE:COLUMN`, which editors and terminals know for a place.
    fn place(&self, offset: usize) -> String {
        let at = self.positions.of(offset);
        format!("{}:{}:{}", self.file.shown(), at.line, at.column)
    }

    fn head(&self, told: &Told<'_>) -> Flow {
        let diagnostic = told.finding;
        let name = format!("{}[{}]", diagnostic.severity.name(), diagnostic.rule);
        let message = match told.others.len() {
            0 => diagnostic.message.to_string(),
            others => format!("{} parts are missing", others + 1),
        };
        let is_safe = diagnostic.fix.as_ref().is_some_and(|fix| fix.safe);
        let also = (!diagnostic.also.is_empty()).then(|| format!("also {}", diagnostic.also.join(", ")));
        let asides: Vec<String> = is_safe.then(|| "safe fix".to_owned()).into_iter().chain(also).collect();
        let aside = if asides.is_empty() { String::new() } else { format!(" ({})", asides.join("; ")) };
        Flow::default()
            .place(&self.place(diagnostic.span.start), self.file.path)
            .say(Tone::Strong, ": ")
            .say(Tone::from(diagnostic.severity), &name)
            .say(None, " ")
            .say(Tone::Strong, &message)
            .say(Tone::Dim, &aside)
    }

    /// The parts that are missing, one by one.
    fn list(&self, told: &Told<'_>, out: &mut dyn Write) -> io::Result<()> {
        for one in std::iter::once(told.finding).chain(told.others.iter().copied()) {
            let at = self.positions.of(one.span.start);
            let missing = one.message.strip_prefix("there is ").unwrap_or(&one.message);
            let advice = one.fix.as_ref().map_or("", |fix| fix.replacement.as_ref());
            Flow::default()
                .say(Tone::Dim, &format!("{}:{} ", at.line, at.column))
                .say(None, &format!("{missing}: "))
                .say(Tone::Insert, advice)
                .write(&self.page, HANG, INDENT, out)?;
        }
        Ok(())
    }

    /// Where the same is said of the same words again.
    fn again(&self, told: &Told<'_>) -> String {
        let place = |diagnostic: &&Diagnostic| {
            let at = self.positions.of(diagnostic.span.start);
            (at.line, at.column)
        };
        let places: Vec<(usize, usize)> = told.again.iter().map(place).collect();
        let source = self.file.source;
        let words = |one: &Diagnostic| slice(source, one.span).to_lowercase();
        let same = told.again.iter().all(|one| words(one) == words(told.finding));
        summed_up(same.then(|| slice(source, told.finding.span)), &places)
    }
}
