//! What a fix changes, for people: words that go and words that come, in one line.

use std::io::{self, Write};

use crate::cli::out::Out;
use crate::cli::style::Style;
use crate::fix::{Fixed, Sides, flat};
use crate::report::Tone;
use crate::text::slice;

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

/// The sentence after the change, the words that come marked; `None` where there are no words to take.
pub(super) fn afterwards(sides: &Sides, style: Style) -> Option<String> {
    let put = mark("{+", sides.put.as_deref()?, "+}", Tone::Insert, style);
    Some(format!("{}{put}{}", sides.head, sides.tail))
}

/// The sentence as it is, with the struck words marked.
pub(super) fn pointed_at(sides: &Sides, style: Style) -> String {
    let words = mark("[-", &sides.gone, "-]", Tone::Strike, style);
    format!("{}{words}{}", style.dim(&sides.head), style.dim(&sides.tail))
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
