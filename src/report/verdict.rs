//! What the gate says, line by line, for people: what is measured, what is asked for, where it stands; and what to do.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Paint, Tone};
use crate::document::Waiver;
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

/// A line of a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How many cells before it are free.
    pub indent: usize,
    /// What it says, and how each piece of that is meant; safe to show.
    pub pieces: Vec<(Option<Tone>, String)>,
}

/// Writes every check, then what would help most, then open or closed.
pub fn verdict(told: &Told<'_>, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    for Line { indent, pieces } in verdict_lines(told) {
        write!(out, "{:indent$}", "")?;
        for (tone, piece) in pieces {
            match tone {
                Some(tone) => write!(out, "{}", paint.paint(tone, &piece))?,
                None => out.write_all(piece.as_bytes())?,
            }
        }
        writeln!(out)?;
    }
    Ok(())
}

/// What [`verdict`] writes, line by line.
pub fn verdict_lines(told: &Told<'_>) -> Vec<Line> {
    let plain = |indent: usize, text: String| Line { indent, pieces: vec![(None, text)] };
    let dim = |indent: usize, text: &str| Line { indent, pieces: vec![(Some(Tone::Dim), text.to_owned())] };
    let mut lines = Vec::new();
    for check in &told.verdict.checks {
        lines.push(of_check(check));
        lines.extend(check.reasons.iter().map(|reason| dim(9, &printable(reason))));
    }
    lines.extend(told.rough.as_ref().map(|rough| dim(2, rough)));
    if !told.edits.is_empty() {
        lines.push(plain(2, "what would help most:".to_owned()));
    }
    for (at, (line, said)) in told.edits.iter().enumerate() {
        let place = line.map(|line| format!("line {line}: ")).unwrap_or_default();
        lines.push(plain(2, format!("{}. {place}{}", at + 1, printable(said))));
    }
    let (tone, word) = standing(told.verdict);
    let pieces = vec![(None, format!("{}: the gate is ", told.path)), (Some(tone), word.to_owned())];
    lines.push(Line { indent: 0, pieces });
    lines
}

/// Open, lifted or closed.
pub fn standing(verdict: &Verdict) -> (Tone, &'static str) {
    match (verdict.pass, verdict.waivers.is_empty()) {
        (true, true) => (Tone::Good, "open"),
        (true, false) => (Tone::Warning, "lifted"),
        (false, _) => (Tone::Error, "closed"),
    }
}

fn of_check(check: &CheckLine) -> Line {
    let (tone, word) = match check.state {
        State::Ok => (Tone::Good, "ok"),
        State::Note => (Tone::Note, "note"),
        State::Waived => (Tone::Warning, "waived"),
        State::Closed => (Tone::Error, "closed"),
    };
    let mut asked = check.threshold.clone();
    if let Some(waiver) = &check.waiver {
        let _ = write!(asked, "; lifted by {}", printable(&waiver.by));
    }
    for waiver in &check.outgrown {
        let _ = write!(asked, "; {}", printable(&outgrown(check, waiver)));
    }
    let figures = format!(" {:20} {:>11}  ", check.name, check.measured);
    let pieces = vec![(Some(tone), format!("{word:6}")), (None, figures), (Some(Tone::Dim), asked)];
    Line { indent: 2, pieces }
}

/// "Ann Lee lifted it on 2026-11-22 at 17".
fn outgrown(check: &CheckLine, Waiver { waive, by, date, at, .. }: &Waiver) -> String {
    let what = if waive.contains(&check.name) { "it" } else { waive };
    let on = if date.is_empty() { String::new() } else { format!(" on {date}") };
    let at = at.map(|at| format!(" at {at}")).unwrap_or_default();
    format!("{by} lifted {what}{on}{at}")
}
