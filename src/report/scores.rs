//! Figures for people and for programs.

use std::io::{self, Write};

use super::figures::Table;
use super::flow::Page;
use super::json::put;
use super::mix;
use super::sentences::{self, Order};
use super::summary::NAME_IT;
use super::{FileReport, Paint, Tone, formulas, standing, unjudged};
use crate::analysis::Analysis;
use crate::score::gate::State;
use crate::score::{Figures, Score, hundredths, rounded, rounded_down, rounded_up};
use crate::text::counted;

/// The figures of file after file.
pub struct Scores<'p> {
    paint: &'p dyn Paint,
    json: bool,
    all: bool,
    sentences: Option<Order>,
    columns: Option<usize>,
    files: usize,
    /// A row a file instead of a figure a row.
    table: Option<Table>,
}

impl<'p> Scores<'p> {
    /// Figures painted by `paint`, or as JSON.
    pub fn new(paint: &'p dyn Paint, json: bool) -> Self {
        Self { paint, json, all: false, sentences: None, columns: None, files: 0, table: None }
    }

    /// The same, with the formulas beside Flesch's two where `all` is set.
    #[must_use]
    pub fn with_all(self, all: bool) -> Self {
        Self { all, ..self }
    }

    /// The same, with every sentence in this order where one is given.
    #[must_use]
    pub fn with_sentences(mut self, order: Option<Order>) -> Self {
        self.sentences = order;
        self
    }

    /// The same, with sentences cut to lines of `columns` cells where a number is given.
    #[must_use]
    pub fn wrapped(self, columns: Option<usize>) -> Self {
        Self { columns, ..self }
    }

    /// The same, with one row for each file where `several` is set and nothing more than that is asked for.
    #[must_use]
    pub fn of_several(mut self, several: bool) -> Self {
        let is_short = !self.json && !self.all && self.sentences.is_none();
        self.table = (several && is_short).then(Table::of_every_file);
        self
    }

    /// Before the first file.
    pub fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.json { write!(out, "{{\"version\": 1, \"files\": [") } else { Ok(()) }
    }

    /// One file.
    pub fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let analysis = file.analysis;
        let first = self.files == 0;
        self.files += 1;
        if self.json {
            return self.json(file, first, out);
        }
        if let Some(table) = &mut self.table {
            table.add(file);
            return Ok(());
        }
        if !first {
            writeln!(out)?;
        }
        writeln!(out, "{}", self.paint.paint(Tone::Strong, &file.shown()))?;
        for (name, value, note) in template(analysis).into_iter().chain(rows(analysis)) {
            let note = if note.is_empty() {
                String::new()
            } else {
                self.paint.paint(Tone::Dim, &format!("  {note}"))
            };
            writeln!(out, "  {name:22} {value:>8}{note}")?;
        }
        if self.all {
            formulas::write(analysis, self.paint, out)?;
        }
        if analysis.score.focus.all() > 0 && !analysis.foreign {
            mix::write(&analysis.score, self.paint, out)?;
        }
        self.gate(analysis, out)?;
        let Some(order) = self.sentences else { return Ok(()) };
        writeln!(out)?;
        sentences::table(&sentences::lines(file, order), order, self.columns, self.paint, out)
    }

    fn json(&self, file: &FileReport<'_>, first: bool, out: &mut dyn Write) -> io::Result<()> {
        let mut object = json(file, self.all);
        if let (Some(order), Some(object)) = (self.sentences, object.as_object_mut()) {
            object.insert("sentences".to_owned(), serde_json::json!(sentences::lines(file, order)));
        }
        write!(out, "{}\n ", if first { "" } else { "," })?;
        put(out, &object)
    }

    /// After the last file.
    pub fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if let Some(table) = &self.table {
            table.write(&Page::new(self.paint, self.columns), out)?;
        }
        if self.json { writeln!(out, "]}}") } else { Ok(()) }
    }

    fn gate(&self, analysis: &Analysis, out: &mut dyn Write) -> io::Result<()> {
        let verdict = &analysis.verdict;
        if let Some(why) = unjudged(analysis) {
            writeln!(out, "  {:22} {:>8}", "gate", "–")?;
            return writeln!(out, "    {}", self.paint.paint(Tone::Dim, why));
        }
        let (tone, word) = standing(verdict);
        writeln!(out, "  {:22} {}", "gate", self.paint.paint(tone, &format!("{word:>8}")))?;
        for check in verdict.checks.iter().filter(|check| check.state != State::Ok) {
            writeln!(out, "    {}", self.paint.paint(Tone::Dim, &check.message))?;
        }
        Ok(())
    }
}

fn json(file: &FileReport<'_>, all: bool) -> serde_json::Value {
    let analysis = file.analysis;
    let mut object = serde_json::json!({
        "path": file.path,
        "template": analysis.template,
        "score": Figures::from(&analysis.score),
        "gate": {"pass": analysis.verdict.pass, "reasons": analysis.verdict.reasons()},
    });
    if let Some(score) = object.get_mut("score").and_then(serde_json::Value::as_object_mut).filter(|_| all) {
        score.extend(formulas::keys(analysis));
    }
    object
}

/// Name, value and note.
type Row = (&'static str, String, String);

/// The template where it was guessed; who named one knows it.
fn template(analysis: &Analysis) -> Option<Row> {
    let name = analysis.template.as_ref().filter(|_| analysis.guessed)?;
    Some(("template", name.clone(), format!("taken for one by its shape; {NAME_IT}")))
}

/// What is counted as words, and how long all of them take.
fn words_told(score: &Score) -> String {
    let minutes = format!("{} minutes to read", rounded_up(score.minutes()));
    if score.all_words == score.counts.words {
        return minutes;
    }
    format!("in sentences; {} with headlines and short lines, {minutes}", score.all_words)
}

/// Name, value and note of every figure.
fn rows(analysis: &Analysis) -> Vec<Row> {
    let score = &analysis.score;
    let none = || "n/a".to_owned();
    let unsure = score.grade_uncertainty().map(|by| format!(", ± {} grades: a short text", rounded(by)));
    let mut rows = vec![
        (
            "reading ease",
            score.reading_ease().map_or_else(none, rounded_down),
            "Flesch; 50 or more reads well".to_owned(),
        ),
        (
            "grade",
            score.grade().map_or_else(none, rounded_up),
            format!("Flesch-Kincaid, years of school; 8 or less reads well{}", unsure.unwrap_or_default()),
        ),
        ("words", score.counts.words.to_string(), words_told(score)),
        ("sentences", score.counts.sentences.to_string(), format!("{} over 30 words", score.long_sentences)),
        ("words per sentence", score.words_per_sentence().map_or_else(none, rounded), String::new()),
        (
            "strikes per 100 words",
            score.strikes_per_100_words().map_or_else(none, rounded),
            counted(score.strikes, "strike"),
        ),
        (
            "customer focus",
            score.customer_focus().map_or_else(none, |share| format!("{:.2}", hundredths(share))),
            "share of sentences about the customer".to_owned(),
        ),
    ];
    let required = score.required().count();
    if required > 0 {
        let missing: Vec<&str> = score.missing().map(|part| part.id.as_str()).collect();
        let note =
            if missing.is_empty() { String::new() } else { format!("missing: {}", missing.join(", ")) };
        rows.push(("parts", format!("{} of {required}", required - missing.len()), note));
    }
    rows
}
