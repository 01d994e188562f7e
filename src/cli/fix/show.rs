//! What a fix changes, for people: words that go and words that come, in one line.

use std::io::{self, Write};

use crate::cli::out::Out;
use crate::cli::style::Style;
use crate::fix::{Fixed, Words};
use crate::report::Tone;
use crate::text::{Span, printable, slice};

/// One line for each fix of the file called `shown`.
pub(super) fn changes(shown: &str, fixed: &Fixed, out: &mut Out) -> io::Result<()> {
    let style = out.style;
    for taken in &fixed.taken {
        let place = format!("{shown}:{}:", taken.line);
        let words = marked(&taken.gone, &taken.put, style);
        writeln!(out, "{} {} {words}", style.strong(&place), style.dim(taken.rule))?;
    }
    Ok(())
}

/// The stretch `around` of `source` after the change, the words that come marked.
pub(super) fn afterwards(source: &str, around: Span, words: &Words, style: Style) -> String {
    let before = flat(slice(source, around.start..words.span.start));
    let after = flat(slice(source, words.span.end..around.end));
    format!("{before}{}{after}", mark("{+", &flat(&words.put), "+}", Tone::Insert, style))
}

/// The stretch `around` of `source` with the words at `struck` marked.
pub(super) fn pointed_at(source: &str, around: Span, struck: Span, style: Style) -> String {
    let (before, after) = (slice(source, around.start..struck.start), slice(source, struck.end..around.end));
    let words = mark("[-", &flat(slice(source, struck)), "-]", Tone::Strike, style);
    format!("{}{words}{}", style.dim(&flat(before)), style.dim(&flat(after)))
}

fn marked(gone: &str, put: &str, style: Style) -> String {
    let gone = mark("[-", &flat(gone), "-]", Tone::Strike, style);
    let put = mark("{+", &flat(put), "+}", Tone::Insert, style);
    let gap = if style.is_on() && !gone.is_empty() && !put.is_empty() { " " } else { "" };
    format!("{gone}{gap}{put}")
}

/// `text` in its tone, or between marks where tones cannot be seen.
fn mark(open: &str, text: &str, close: &str, tone: Tone, style: Style) -> String {
    match (text.is_empty(), style.is_on()) {
        (true, _) => String::new(),
        (false, true) => style.paint(tone, text).to_string(),
        (false, false) => format!("{open}{text}{close}"),
    }
}

/// Struck words in a question: one line, not too long.
pub(super) fn named(words: &str) -> String {
    const LONGEST: usize = 40;
    let words = flat(words);
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", slice(&words, 0..end).trim_end()),
        None => words,
    }
}

/// One line, safe to show: line breaks and the marks of quotes behind them become one space.
fn flat(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        let line = line.trim_end_matches('\r');
        if at > 0 {
            out.push(' ');
        }
        out.push_str(if at > 0 { line.trim_start_matches([' ', '\t', '>']) } else { line });
    }
    printable(&out.replace('\t', " ")).into_owned()
}
