//! Findings for people: place, what, the line as the pen leaves it, why, what to write instead.

use std::io::{self, Write};

use super::repeats::{Repeats, summed_up};
use super::{FileReport, Paint, Report, Summary, Tone, snippet};
use crate::lint::{Action, Diagnostic, Severity};
use crate::text::{Positions, slice};

/// The report people read.
pub struct Human<'p> {
    paint: &'p dyn Paint,
    summary: Summary,
    /// Whether only the findings are wanted.
    quiet: bool,
}

impl<'p> Human<'p> {
    /// A report painted by `paint`; `quiet` leaves the summary out.
    pub fn new(paint: &'p dyn Paint, quiet: bool) -> Self {
        Self { paint, summary: Summary::default(), quiet }
    }

    fn finding(
        &self,
        diagnostic: &Diagnostic,
        file: &FileReport<'_>,
        positions: &Positions<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let paint = self.paint;
        let at = positions.of(diagnostic.span.start);
        let place = format!("{}:{}:{}:", file.shown(), at.line, at.column);
        let name = format!("{}[{}]", diagnostic.severity.name(), diagnostic.rule);
        writeln!(
            out,
            "{} {} {}",
            paint.paint(Tone::Strong, &place),
            paint.paint(diagnostic.severity.into(), &name),
            paint.paint(Tone::Strong, &diagnostic.message)
        )?;
        for line in snippet::lines(diagnostic, file.source, positions, paint) {
            writeln!(out, "    {line}")?;
        }
        for related in &diagnostic.related {
            let at = positions.of(related.span.start);
            let said = related.quoted(file.source);
            let place = format!("{}:{}:{}: {said}", file.shown(), at.line, at.column);
            writeln!(out, "  {} {}", paint.paint(Tone::Dim, "see:"), paint.paint(Tone::Strong, &place))?;
        }
        if let Some((name, advice)) = advice(diagnostic) {
            writeln!(out, "  {} {}", paint.paint(Tone::Dim, name), paint.paint(Tone::Insert, &advice))?;
        }
        if !diagnostic.also.is_empty() {
            let also = format!("also: {}", diagnostic.also.join(", "));
            writeln!(out, "  {}", paint.paint(Tone::Dim, &also))?;
        }
        if !diagnostic.why.is_empty() {
            writeln!(
                out,
                "  {} {}",
                paint.paint(Tone::Dim, "why:"),
                paint.paint(Tone::Dim, &diagnostic.why)
            )?;
        }
        Ok(())
    }

    /// Where the same is said of the same words again.
    fn repeats(
        &self,
        diagnostic: &Diagnostic,
        again: &[&Diagnostic],
        file: &FileReport<'_>,
        positions: &Positions<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        if again.is_empty() {
            return Ok(());
        }
        let place = |diagnostic: &&Diagnostic| {
            let at = positions.of(diagnostic.span.start);
            (at.line, at.column)
        };
        let places: Vec<(usize, usize)> = again.iter().map(place).collect();
        let words = |one: &Diagnostic| slice(file.source, one.span).to_lowercase();
        let same = again.iter().all(|one| words(one) == words(diagnostic));
        let said = summed_up(same.then(|| slice(file.source, diagnostic.span)), &places);
        writeln!(out, "  {} {}", self.paint.paint(Tone::Dim, "again:"), self.paint.paint(Tone::Dim, &said))
    }
}

impl Report for Human<'_> {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let positions = Positions::new(file.source);
        let all = &file.analysis.diagnostics;
        let repeats = Repeats::of(all, file.source);
        for (at, diagnostic) in all.iter().enumerate().filter(|(at, _)| !repeats.is_repeat(*at)) {
            self.finding(diagnostic, file, &positions, out)?;
            let again: Vec<&Diagnostic> =
                repeats.of_finding(at).iter().filter_map(|at| all.get(*at)).collect();
            self.repeats(diagnostic, &again, file, &positions, out)?;
            writeln!(out)?;
        }
        self.summary.add(file.analysis);
        Ok(())
    }

    fn unread(&mut self, _: &str) {
        self.summary.unread += 1;
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.quiet || self.summary.files == 0 {
            return Ok(());
        }
        let tone = self.summary.worst().map_or(Tone::Good, Tone::from);
        writeln!(out, "{}", self.paint.paint(tone, &self.summary.to_string()))?;
        match self.summary.guess() {
            Some(guess) => writeln!(out, "{}", self.paint.paint(Tone::Dim, &guess)),
            None => Ok(()),
        }
    }
}

/// What to do, in words, and the word before it; nothing where the message says it already.
fn advice(diagnostic: &Diagnostic) -> Option<(&'static str, String)> {
    const SAFE: &str = "`prfaq fix` takes it";
    let fix = diagnostic.fix.as_ref()?;
    if diagnostic.says_what_to_do() {
        return fix.safe.then(|| ("safe:", SAFE.to_owned()));
    }
    let safe = if fix.safe { " (safe)" } else { "" };
    let advice = match fix.action {
        Action::Delete => format!("nothing{safe}"),
        Action::Replace => format!("\"{}\"{safe}", fix.replacement),
        Action::Rewrite if fix.replacement.is_empty() => return None,
        Action::Rewrite => fix.replacement.to_string(),
    };
    Some(("instead:", advice))
}

impl Summary {
    /// The worst severity there is.
    fn worst(&self) -> Option<Severity> {
        [(self.errors, Severity::Error), (self.warnings, Severity::Warning), (self.notes, Severity::Note)]
            .into_iter()
            .find_map(|(count, severity)| (count > 0).then_some(severity))
    }
}
