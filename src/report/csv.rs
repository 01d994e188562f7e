//! Figures of many documents as comma-separated values (RFC 4180), a row a document, for spreadsheets.

use std::io::{self, Write};

use super::{FileReport, standing, unjudged};
use crate::score::{Figures, Score};

/// The columns.
const HEAD: &str = "file,template,words,all_words,sentences,flesch_reading_ease,flesch_kincaid_grade,words_per_sentence,\
strikes,strikes_per_100_words,customer_focus,parts,required_parts,gate";

/// Writes the names of the columns.
pub fn head(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{HEAD}\r\n")
}

/// Writes the row of `file`; a figure that cannot be told is empty.
pub fn row(file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
    let analysis = file.analysis;
    let score: &Score = &analysis.score;
    let figures = Figures::from(score);
    let number = |value: Option<f64>| value.map(|value| format!("{value:.1}")).unwrap_or_default();
    let required = score.required().count();
    let gate = if unjudged(analysis).is_none() { standing(&analysis.verdict).1 } else { "" };
    let cells = [
        cell(file.path),
        cell(analysis.template.as_deref().unwrap_or_default()),
        figures.words.to_string(),
        figures.all_words.to_string(),
        score.counts.sentences.to_string(),
        number(figures.flesch_reading_ease),
        number(figures.flesch_kincaid_grade),
        number(score.words_per_sentence()),
        score.strikes.to_string(),
        number(figures.strikes_per_100_words),
        score.customer_focus().map(|share| format!("{share:.2}")).unwrap_or_default(),
        (required - score.missing().count()).to_string(),
        required.to_string(),
        gate.to_owned(),
    ];
    write!(out, "{}\r\n", cells.join(","))
}

/// `text` as a cell: quoted where it has to be, and never a formula to the spreadsheet that reads it.
fn cell(text: &str) -> String {
    let text =
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text_whatever_is_in_it() {
        assert_eq!(
            ["a b", "a,b", "a\"b", "=1+1", "-x,y"].map(cell),
            ["a b", "\"a,b\"", "\"a\"\"b\"", "'=1+1", "\"'-x,y\""]
        );
    }
}
