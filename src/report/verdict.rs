//! What the gate says, line by line, for people: what is measured, what is asked for, where it stands; and what to do.

use std::io::{self, Write};

use super::{Paint, Tone};
use crate::score::Score;
use crate::score::gate::{CheckLine, State, Verdict};
use crate::score::rounded;
use crate::text::printable;

/// A verdict, ready to be told.
#[derive(Debug)]
pub struct Told<'a> {
    /// The document, as it is safe to show.
    pub path: &'a str,
    /// What the gate says.
    pub verdict: &'a Verdict,
    /// The edits that would help most, the best first, each with its line where it has one.
    pub edits: Vec<(Option<usize>, String)>,
    /// How sure the figures are, where they are not.
    pub rough: Option<String>,
}

/// How sure the figures of `score` are, where its text is too short for that.
pub fn rough(score: &Score) -> Option<String> {
    let margin = score.grade_uncertainty()?;
    let words = score.counts.words;
    let (margin, least) = (rounded(margin), Score::SURE_WORDS);
    Some(format!(
        "{words} words in sentences are few: the grade is {margin} off, up or down, as likely as not. Under {least} \
         words reading ease and grade close nothing"
    ))
}

/// Writes every check, then what would help most, then open or closed.
pub fn verdict(told: &Told<'_>, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    let verdict = told.verdict;
    for check in &verdict.checks {
        line(check, paint, out)?;
        for reason in &check.reasons {
            writeln!(out, "         {}", paint.paint(Tone::Dim, &printable(reason)))?;
        }
    }
    if let Some(rough) = &told.rough {
        writeln!(out, "  {}", paint.paint(Tone::Dim, rough))?;
    }
    if !told.edits.is_empty() {
        writeln!(out, "  what would help most:")?;
    }
    for (at, (line, said)) in told.edits.iter().enumerate() {
        let place = line.map(|line| format!("line {line}: ")).unwrap_or_default();
        writeln!(out, "  {}. {place}{}", at + 1, printable(said))?;
    }
    let (tone, word) = match (verdict.pass, verdict.waivers.is_empty()) {
        (true, true) => (Tone::Good, "open"),
        (true, false) => (Tone::Warning, "lifted"),
        (false, _) => (Tone::Error, "closed"),
    };
    writeln!(out, "{}: the gate is {}", told.path, paint.paint(tone, word))
}

fn line(check: &CheckLine, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    let (tone, word) = match check.state {
        State::Ok => (Tone::Good, "ok"),
        State::Note => (Tone::Note, "note"),
        State::Waived => (Tone::Warning, "waived"),
        State::Closed => (Tone::Error, "closed"),
    };
    let by = check.waiver.as_ref().map(|waiver| format!("; lifted by {}", printable(&waiver.by)));
    let asked = format!("{}{}", check.threshold, by.unwrap_or_default());
    let figures = format!("{:20} {:>11}", check.name, check.measured);
    writeln!(
        out,
        "  {} {figures}  {}",
        paint.paint(tone, &format!("{word:6}")),
        paint.paint(Tone::Dim, &asked)
    )
}
