//! Findings for people: file by file, every reason once, the many notes counted; figures and the gate at the end.

use std::collections::HashSet;
use std::io::{self, Write};

use super::figures::Table;
use super::finding::Writer;
use super::flow::{Flow, Page};
use super::plan::Plan;
use super::summary::counts;
use super::{FileReport, Paint, Report, Summary, Tone};
use crate::lint::{Diagnostic, Severity};

/// The report people read.
pub struct Human<'p> {
    page: Page<'p>,
    summary: Summary,
    figures: Table,
    /// Whether only the findings are wanted.
    quiet: bool,
    /// Whether every note is told, however many there are.
    every_note: bool,
    /// Whether several files are looked at.
    several: bool,
    /// Reasons that are given.
    given: HashSet<String>,
    /// The rule of the first finding that is told.
    rule: Option<&'static str>,
}

impl<'p> Human<'p> {
    /// A report painted by `paint`; `quiet` leaves everything out but the findings.
    pub fn new(paint: &'p dyn Paint, quiet: bool) -> Self {
        Self {
            page: Page::new(paint, None),
            summary: Summary::default(),
            figures: Table::default(),
            quiet,
            every_note: false,
            several: false,
            given: HashSet::new(),
            rule: None,
        }
    }

    /// The same, with lines of at most `columns` cells where a number is given.
    #[must_use]
    pub fn wrapped(self, columns: Option<usize>) -> Self {
        Self { page: Page::new(self.page.paint, columns), ..self }
    }

    /// The same, with every note told where `every_note` is set.
    #[must_use]
    pub fn with_every_note(self, every_note: bool) -> Self {
        Self { every_note, ..self }
    }

    /// The same, for a run over several files where `several` is set: each has its name over its findings.
    #[must_use]
    pub fn of_several(self, several: bool) -> Self {
        Self { several, ..self }
    }

    /// Whether the reason of `diagnostic` is new to the reader.
    fn is_new(&mut self, diagnostic: &Diagnostic) -> bool {
        let why = diagnostic.why.as_ref();
        !why.is_empty() && !self.given.contains(why) && self.given.insert(why.to_owned())
    }

    /// The name of `file` over its findings, with their numbers.
    fn heading(&self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut own = Summary::default();
        own.add(file.analysis);
        let found = format!(": {}", counts(own.errors, own.warnings, own.notes));
        let flow =
            Flow::default().say(Tone::Dim, "── ").place(&file.shown(), file.path).say(Tone::Dim, &found);
        flow.write(&self.page, 0, 4, out)?;
        writeln!(out)
    }

    /// How to do without a finding.
    fn silence(&self, out: &mut dyn Write) -> io::Result<()> {
        let Some(rule) = self.rule else { return Ok(()) };
        let lines = [
            format!("to silence one: `<!-- prfaq-disable-next-line {rule} -- reason -->` above it"),
            format!(
                "to silence all: `rules: {{{rule}: off}}` in prfaq.yml, or `terms: [WORD]` for a word of your customers"
            ),
        ];
        lines.iter().try_for_each(|line| Flow::default().say(Tone::Dim, line).write(&self.page, 0, 2, out))
    }
}

impl Report for Human<'_> {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        self.summary.add(file.analysis);
        self.figures.add(file);
        let plan = Plan::of(&file.analysis.diagnostics, file.source, self.every_note);
        let Some(first) = plan.told.first() else { return Ok(()) };
        self.rule = self.rule.or(Some(first.finding.rule));
        if self.several && !self.quiet {
            self.heading(file, out)?;
        }
        let writer = Writer::new(file, self.page);
        for told in &plan.told {
            writer.write(told, self.is_new(told.finding), out)?;
            writeln!(out)?;
        }
        if let Some(more) = plan.more_notes() {
            let said = format!("{more}; `prfaq lint --verbose` tells them");
            Flow::default().say(Tone::Dim, &said).write(&self.page, 0, 2, out)?;
            writeln!(out)?;
        }
        Ok(())
    }

    fn unread(&mut self, _: &str) {
        self.summary.unread += 1;
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.quiet || self.summary.files == 0 {
            return Ok(());
        }
        self.figures.write(&self.page, out)?;
        let tone = self.summary.worst().map_or(Tone::Good, Tone::from);
        let total = Flow::default().say(tone, &self.summary.to_string());
        total.write(&self.page, 0, 2, out)?;
        if let Some(figures) = self.figures.only() {
            figures.write(&self.page, 0, 2, out)?;
        }
        if let Some(guess) = self.summary.guess() {
            Flow::default().say(Tone::Dim, &guess).write(&self.page, 0, 2, out)?;
        }
        self.silence(out)
    }
}

impl Summary {
    /// The worst severity there is.
    fn worst(&self) -> Option<Severity> {
        [(self.errors, Severity::Error), (self.warnings, Severity::Warning), (self.notes, Severity::Note)]
            .into_iter()
            .find_map(|(count, severity)| (count > 0).then_some(severity))
    }
}
