//! How the figures of a document went over its drafts, for people and for programs.

use std::io::{self, Write};

use serde::Serialize;

use super::json::put;
use super::{Paint, Tone};
use crate::score::rounded;
use crate::text::{counted, printable};

/// Cells of the longest bar.
const BAR: usize = 24;

/// The figures of one draft.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Point {
    /// What the draft is called.
    pub id: String,
    /// When it was made, in seconds since 1970.
    pub at: i64,
    /// The same for people: `2026-11-20 14:02`.
    pub date: String,
    /// Words of prose.
    pub words: usize,
    /// Strikes for each 100 words; `None` where there are no words.
    pub strikes_per_100_words: Option<f64>,
    /// Flesch reading ease, higher is easier; `None` where there is no prose.
    pub reading_ease: Option<f64>,
}

/// One of the figures.
pub struct Row {
    /// What it is.
    pub name: &'static str,
    /// It, by draft.
    pub values: Vec<Option<f64>>,
    /// What it was first and last, as it is told.
    pub ends: (String, String),
}

/// The figures of `points`, one row each.
pub fn rows(points: &[Point]) -> [Row; 3] {
    let row = |name, value: fn(&Point) -> Option<f64>, told: fn(Option<f64>) -> String| {
        let values: Vec<Option<f64>> = points.iter().map(value).collect();
        let ends = (told(values.first().copied().flatten()), told(values.last().copied().flatten()));
        Row { name, values, ends }
    };
    let whole = |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.0}"));
    [
        row("strikes per 100 words", |point| point.strikes_per_100_words, told),
        row("reading ease", |point| point.reading_ease, told),
        row("words", |point| Some(point.words as f64), whole),
    ]
}

fn told(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), rounded)
}

/// How high each of `values` stands between the lowest and the highest of them, 0 to 1; in the middle where all are the
/// same, `None` where there is none.
pub fn heights(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let known = || values.iter().flatten().copied();
    let (low, high) = (known().fold(f64::INFINITY, f64::min), known().fold(f64::NEG_INFINITY, f64::max));
    let height = |value: f64| if high > low { (value - low) / (high - low) } else { 0.5 };
    values.iter().map(|value| value.map(height)).collect()
}

/// The last of `values` as one line of small bars, `cells` of them at most, with `steps` of rising height.
pub fn sparkline(values: &[Option<f64>], cells: usize, steps: &[&str]) -> String {
    let last = values.get(values.len().saturating_sub(cells)..).unwrap_or_default();
    let top = steps.len().saturating_sub(1);
    let step = |height: f64| steps.get((height * top as f64).round() as usize).copied().unwrap_or(" ");
    heights(last).into_iter().map(|height| height.map_or(" ", step)).collect()
}

/// Small bars of eight heights.
pub const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Writes `trend` as a chart.
pub fn write(trend: &Trend, paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    let Trend { name, source, points } = trend;
    writeln!(
        out,
        "{}  {}, {source}",
        paint.paint(Tone::Strong, &printable(name)),
        counted(points.len(), "draft")
    )?;
    for Row { name, values, ends } in rows(points) {
        writeln!(out, "  {name:22} {:>7}  {}  {}", ends.0, sparkline(&values, 40, &BLOCKS), ends.1)?;
    }
    writeln!(out)?;
    let head = format!("  {:16}  {:8} {:>7} {:>6} {:>6}", "date", "draft", "strikes", "ease", "words");
    writeln!(out, "{}", paint.paint(Tone::Dim, &head))?;
    let most = points.iter().filter_map(|point| point.strikes_per_100_words).fold(0.0, f64::max);
    for point in points {
        let strikes = point.strikes_per_100_words;
        let cells = strikes
            .filter(|_| most > 0.0)
            .map_or(0, |strikes| (strikes / most * BAR as f64).round() as usize);
        let line = format!(
            "  {:16}  {:8} {:>7} {:>6} {:>6}  {}",
            point.date,
            point.id,
            told(strikes),
            told(point.reading_ease),
            point.words,
            "#".repeat(cells)
        );
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// The figures over the drafts of one document.
pub struct Trend {
    /// What the document is called; may hold anything.
    pub name: String,
    /// Where its drafts come from: `git` or `snapshots`.
    pub source: &'static str,
    /// They, the oldest first.
    pub points: Vec<Point>,
}

/// Writes `trends` for programs: version 1 of the contract.
pub fn json(trends: &[Trend], out: &mut dyn Write) -> io::Result<()> {
    let round = |value: Option<f64>| value.map(crate::score::hundredths);
    let file = |trend: &Trend| {
        let points = trend.points.iter().map(|point| Point {
            strikes_per_100_words: round(point.strikes_per_100_words),
            reading_ease: round(point.reading_ease),
            ..point.clone()
        });
        let drafts: Vec<Point> = points.collect();
        serde_json::json!({"path": trend.name, "source": trend.source, "drafts": drafts})
    };
    let files: Vec<serde_json::Value> = trends.iter().map(file).collect();
    put(out, &serde_json::json!({"version": 1, "files": files}))?;
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Plain;

    fn point(id: &str, words: usize, strikes: Option<f64>, ease: Option<f64>) -> Point {
        Point {
            id: id.into(),
            at: 1_700_000_000,
            date: "2023-11-14 22:13".into(),
            words,
            strikes_per_100_words: strikes,
            reading_ease: ease,
        }
    }

    #[test]
    fn bars_rise_from_the_lowest_to_the_highest() {
        let values = [Some(1.0), None, Some(3.0), Some(5.0)];
        assert_eq!(sparkline(&values, 9, &BLOCKS), "▁ ▅█");
        assert_eq!(sparkline(&values, 2, &BLOCKS), "▁█");
        assert_eq!(sparkline(&[Some(2.0), Some(2.0)], 9, &["a", "b", "c"]), "bb");
        assert_eq!(sparkline(&[None], 9, &BLOCKS), " ");
    }

    #[test]
    fn a_chart_has_a_line_for_each_draft() {
        let points = vec![
            point("s1", 1200, Some(8.0), Some(41.2)),
            point("s2", 0, None, None),
            point("now", 640, Some(2.0), Some(60.0)),
        ];
        let trend = Trend { name: "a\u{1b}.md".into(), source: "snapshots", points };
        let mut out = Vec::new();
        write(&trend, &Plain, &mut out).unwrap();
        insta::assert_snapshot!("trend", String::from_utf8(out).unwrap());
        let mut out = Vec::new();
        json(&[trend], &mut out).unwrap();
        let read: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let drafts = &read["files"][0]["drafts"];
        assert_eq!(drafts[0]["strikes_per_100_words"], 8.0);
        assert_eq!(drafts[1]["reading_ease"], serde_json::Value::Null);
        assert!(!out.contains(&0x1b));
    }
}
