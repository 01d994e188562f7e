//! Every sentence on its own: what it is about, how long it is, and what it adds to the document's grade.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::io::{self, Write};

use serde::Serialize;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{FileReport, Paint, Tone};
use crate::centre::Centre;
use crate::document::Block;
use crate::score::focus::Eye;
use crate::score::readability::{self, Counts};
use crate::score::{hundredths, rounded_up, tenths_up};
use crate::text::{Positions, Span, printable, slice};

/// By what sentences are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As they stand in the text.
    #[default]
    Place,
    /// What they add to the grade, the most first.
    Cost,
    /// Their words, the most first.
    Length,
}

/// One sentence. Keys of the JSON contract; some may be added.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row<'a> {
    /// Line of the source it begins in, from 1.
    line: usize,
    /// Column there in characters, from 1.
    column: usize,
    /// Id of its part.
    part: &'a str,
    /// What it is about.
    centre: Centre,
    /// The words that say so; empty for a plain fact.
    because: &'a str,
    /// Whether it says what follows for the customer.
    consequence: bool,
    /// Its words, attributions of quotations aside.
    words: usize,
    /// Flesch-Kincaid grade of this sentence alone, `null` where readability does not count it.
    grade: Option<f64>,
    /// The document's grade minus the grade without it, `null` where readability does not count it.
    adds: Option<f64>,
    /// As a reader sees it.
    text: &'a str,
}

/// The sentences of `file` that are read as prose.
pub fn lines<'a>(file: &FileReport<'a>, order: Order) -> Vec<Row<'a>> {
    let analysis = file.analysis;
    let eye = Eye::new(&analysis.facts, &analysis.diagnostics);
    let positions = Positions::new(file.source);
    let mut lines = Vec::new();
    for block in analysis.document.blocks.iter().filter(|block| block.is_judged()) {
        let part = analysis.document.part_of(block).map_or("", |part| part.id.as_str());
        add(block, part, &eye, &positions, analysis.score.counts, &mut lines);
    }
    if analysis.foreign {
        for line in &mut lines {
            (line.grade, line.adds) = (None, None);
        }
    }
    match order {
        Order::Place => {}
        Order::Cost => lines.sort_by(|a, b| b.adds.partial_cmp(&a.adds).unwrap_or(Ordering::Equal)),
        Order::Length => lines.sort_by_key(|line| std::cmp::Reverse(line.words)),
    }
    lines
}

fn add<'a>(
    block: &'a Block,
    part: &'a str,
    eye: &Eye,
    positions: &Positions<'_>,
    all: Counts,
    lines: &mut Vec<Row<'a>>,
) {
    for (sentence, reading) in block.sentences.iter().zip(eye.read(block)) {
        if sentence.words.0 == sentence.words.1 {
            continue;
        }
        let counts = readability::count_one(block, sentence);
        let at = positions.of(block.source_span(sentence.start as usize, sentence.end as usize).start);
        let why = reading.why;
        lines.push(Row {
            line: at.line,
            column: at.column,
            part,
            centre: reading.centre,
            because: slice(&block.prose.text, Span::new(why.0 as usize, why.1 as usize)),
            consequence: reading.consequence,
            words: block.spoken_words(sentence).len(),
            grade: counts.grade().map(tenths_up),
            adds: all.added_by(counts).map(hundredths),
            text: block.text_of(sentence),
        });
    }
}

/// Widths of the columns.
const PART: usize = 15;
/// Cells of a sentence that are shown on the narrowest screen.
const LEAST: usize = 12;
const FIGURES: usize = 2 + 5 + 1 + 10 + 1 + 5 + 1 + 6 + 1 + 6 + 2;

/// The table of `lines` for people. In the order of the text the name of a part stands above its sentences, in any other
/// in a column. Sentences are cut to lines of `width` cells where there is a width.
pub fn table(
    lines: &[Row<'_>],
    order: Order,
    width: Option<usize>,
    paint: &dyn Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let grouped = order == Order::Place;
    let part = if grouped { String::new() } else { format!("{:PART$} ", "part") };
    let head = format!(
        "  {:>5} {part}{:10} {:>5} {:>6} {:>6}  sentence",
        "line", "centre", "words", "grade", "adds"
    );
    writeln!(out, "{}", paint.paint(Tone::Dim, &head))?;
    let mut above = "";
    for line in lines {
        if grouped && line.part != above {
            above = line.part;
            writeln!(out, "  {}", paint.paint(Tone::Strong, above))?;
        }
        let part = if grouped { String::new() } else { format!("{} ", padded(line.part, PART)) };
        let figure = |value: Option<f64>, shown: fn(f64) -> String| value.map_or("-".to_owned(), shown);
        write!(
            out,
            "  {:>5} {part}{} {:>5} {:>6} {:>6}  ",
            line.line,
            paint.paint(tone(line.centre), &format!("{:10}", line.centre.name())),
            line.words,
            figure(line.grade, rounded_up),
            figure(line.adds, |adds| format!("{adds:+.2}")),
        )?;
        let before = FIGURES + if grouped { 0 } else { PART + 1 };
        let left = width.map_or(usize::MAX, |width| width.saturating_sub(before).max(LEAST));
        writeln!(out, "{}", shortened(&printable(line.text), left))?;
    }
    Ok(())
}

fn tone(centre: Centre) -> Tone {
    match centre {
        Centre::Customer => Tone::Good,
        Centre::None => Tone::Dim,
        Centre::Product => Tone::Strong,
        _ => Tone::Warning,
    }
}

/// `text`, safe to show, in exactly `width` columns.
fn padded(text: &str, width: usize) -> String {
    let text = shortened(&printable(text), width).into_owned();
    let fill = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(fill))
}

/// `text` in at most `width` columns; where it is cut, an ellipsis says so.
fn shortened(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let mut left = width.saturating_sub(1);
    let kept = text.char_indices().find(|(_, c)| {
        let wide = c.width().unwrap_or(0);
        let over = wide > left;
        left = left.saturating_sub(wide);
        over
    });
    let end = kept.map_or(text.len(), |(at, _)| at);
    Cow::Owned(format!("{}…", slice(text, 0..end).trim_end()))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::{Analysis, Analyst, Claim, House};
    use crate::report::Plain;

    const SOURCE: &str = "# Press release\n\n# Melinda keeps parcels dry\n\n## For people who are out.\n\n\
        LEEDS, 5 May 2027 — You open Melinda with your phone. It has four locks. We are thrilled about the \
        interoperability of its communication infrastructure.\n";

    fn with<T>(source: &str, order: Order, use_of: impl Fn(&[Row<'_>]) -> T) -> T {
        let analysis: Analysis = Analyst::new(Arc::new(House::default()), Claim::PrFaq).analyse(source);
        use_of(&lines(&FileReport::new("draft.md", source, &analysis), order))
    }

    #[test]
    fn every_sentence_has_its_place_centre_and_cost() {
        with(SOURCE, Order::Place, |lines| {
            let shown: Vec<_> = lines.iter().map(|line| (line.line, line.centre, line.words)).collect();
            let summary = shown.get(2..).unwrap();
            assert_eq!(
                summary,
                [(7, Centre::Customer, 6), (7, Centre::Product, 4), (7, Centre::Company, 10)]
            );
            let adds: Vec<_> = lines.iter().filter_map(|line| line.adds).collect();
            assert!(adds[0] < 0.0 && *adds.last().unwrap() > 1.0, "{adds:?}");
            assert_eq!(lines[0].grade, None, "a headline is no running text");
        });
    }

    #[test]
    fn the_dearest_stands_first_where_asked() {
        let first = with(SOURCE, Order::Cost, |lines| lines[0].text.to_owned());
        assert!(first.starts_with("We are thrilled"), "{first}");
        let longest = with(SOURCE, Order::Length, |lines| lines[0].words);
        assert_eq!(longest, 10);
    }

    #[test]
    fn the_table_fits_a_terminal_and_escapes() {
        let source = SOURCE
            .replace("four locks", "four\u{1b}[2J 錠錠錠錠錠錠錠錠錠錠錠錠錠錠錠錠錠錠錠錠錠錠錠 locks");
        let mut out = Vec::new();
        let analysis = Analyst::new(Arc::new(House::default()), Claim::PrFaq).analyse(&source);
        let found = lines(&FileReport::new("draft.md", &source, &analysis), Order::Place);
        table(&found, Order::Place, Some(80), &Plain, &mut out).unwrap();
        table(&found, Order::Cost, Some(80), &Plain, &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        assert!(out.lines().all(|line| line.width() <= 80), "{out}");
        assert!(!out.contains('\u{1b}') && out.contains('…'), "{out}");
        let mut whole = Vec::new();
        table(&found, Order::Place, None, &Plain, &mut whole).unwrap();
        assert!(String::from_utf8(whole).unwrap().contains("錠 locks.\n"));
    }
}
