//! The figures and the gate of every file, under its findings: two lines for one file, a table for several.

use std::io::{self, Write};

use super::flow::{Flow, Page};
use super::shorten::head;
use super::{FileReport, Tone, standing, unjudged};
use crate::score::{hundredths, rounded, rounded_down, rounded_up};
use crate::text::printable;

/// Most files that are listed.
const LISTED: usize = 40;
/// Most cells of a reason in the table.
const REASON: usize = 60;

/// The figures of one file.
#[derive(Debug)]
struct Row {
    path: String,
    words: usize,
    ease: Option<String>,
    grade: Option<String>,
    strikes: Option<String>,
    focus: Option<String>,
    gate: Option<Gate>,
}

/// What the gate says of a file.
#[derive(Debug)]
struct Gate {
    word: &'static str,
    tone: Tone,
    reasons: usize,
    first: String,
}

/// The figures of file after file.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Row>,
    /// Files that are counted only.
    more: usize,
    /// Whether every file is listed, however many there are and whatever they are.
    every_file: bool,
}

impl Table {
    /// One that lists every file.
    pub fn of_every_file() -> Self {
        Self { every_file: true, ..Self::default() }
    }

    /// Adds `file`, unless it is no PR/FAQ and has nothing found in it.
    pub fn add(&mut self, file: &FileReport<'_>) {
        let analysis = file.analysis;
        if !self.every_file && !analysis.judged && analysis.diagnostics.is_empty() {
            return;
        }
        if !self.every_file && self.rows.len() == LISTED {
            self.more += 1;
            return;
        }
        let score = &analysis.score;
        self.rows.push(Row {
            path: file.path.to_owned(),
            words: score.counts.words,
            ease: score.reading_ease().map(rounded_down),
            grade: score.grade().map(rounded_up),
            strikes: score.strikes_per_100_words().map(rounded),
            focus: score.customer_focus().map(|share| format!("{:.2}", hundredths(share))),
            gate: unjudged(analysis).is_none().then(|| Gate::of(file)),
        });
    }

    /// Writes the table, where there are several files.
    pub fn write(&self, page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let [_, _, ..] = self.rows.as_slice() else { return Ok(()) };
        let titles =
            format!("{:>6} {:>5} {:>6} {:>8} {:>6}  gate", "words", "ease", "grade", "strikes", "focus");
        writeln!(out, "{}", page.paint.paint(Tone::Dim, &titles))?;
        for row in &self.rows {
            row.write(page, out)?;
        }
        if self.more > 0 {
            let more = format!("{} more files", self.more);
            Flow::default().say(Tone::Dim, &more).write(page, 0, 0, out)?;
        }
        Ok(())
    }

    /// The figures of the only file, in words.
    pub fn only(&self) -> Option<Flow> {
        let [row] = self.rows.as_slice() else { return None };
        let figure =
            |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name} {value}"));
        let figures = [
            figure("reading ease", &row.ease),
            figure("grade", &row.grade),
            figure("customer focus", &row.focus),
        ];
        let figures: Vec<String> = figures.into_iter().flatten().collect();
        let flow = Flow::default().say(None, &figures.join(", "));
        let Some(gate) = &row.gate else { return (!figures.is_empty()).then_some(flow) };
        let semicolon = if figures.is_empty() { "" } else { "; " };
        let flow = flow.say(None, semicolon).say(None, "gate ").say(gate.tone, gate.word);
        Some(flow.say(Tone::Dim, &gate.why()))
    }
}

impl Row {
    fn write(&self, page: &Page<'_>, out: &mut dyn Write) -> io::Result<()> {
        let cell = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
        let (ease, grade, strikes, focus) =
            (cell(&self.ease), cell(&self.grade), cell(&self.strikes), cell(&self.focus));
        let figures = format!("{:>6} {ease:>5} {grade:>6} {strikes:>8} {focus:>6}  ", self.words);
        write!(out, "{figures}")?;
        let indent = figures.chars().count();
        let (tone, word) = self.gate.as_ref().map_or((Tone::Dim, "–"), |gate| (gate.tone, gate.word));
        let why = self.gate.as_ref().filter(|gate| gate.reasons > 0);
        let why = why.map_or(String::new(), |gate| format!(": {}", head(&gate.first, REASON)));
        let gap = " ".repeat(8_usize.saturating_sub(word.chars().count()));
        write!(out, "{}{gap}", page.paint.paint(tone, word))?;
        Flow::default().place(&printable(&self.path), &self.path).say(Tone::Dim, &why).go_on(
            page,
            indent + 8,
            out,
        )
    }
}

impl Gate {
    fn of(file: &FileReport<'_>) -> Self {
        let verdict = &file.analysis.verdict;
        let (tone, word) = standing(verdict);
        let reasons = verdict.reasons();
        let first = reasons.first().copied().unwrap_or_default().to_owned();
        Self { word, tone, reasons: reasons.len(), first }
    }

    /// The first reason, and how many there are.
    fn why(&self) -> String {
        match self.reasons {
            0 => String::new(),
            1 => format!(": {}", self.first),
            all => format!(": {} (one of {all} reasons; `prfaq gate` lists them)", self.first),
        }
    }
}
