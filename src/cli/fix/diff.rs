//! A file and what it would become, as a unified diff that `patch` takes.

use std::io::{self, Write};

use similar::TextDiff;

use crate::cli::out::Out;
use crate::report::Tone;

/// Writes the difference between `old` and `new`, both called `shown`.
pub(super) fn write(shown: &str, old: &str, new: &str, out: &mut Out) -> io::Result<()> {
    let diff = TextDiff::from_lines(old, new);
    let (before, after) = (format!("a/{shown}"), format!("b/{shown}"));
    let text = diff.unified_diff().header(&before, &after).to_string();
    if !out.style.is_on() {
        return out.document(&text);
    }
    let style = out.style;
    for line in text.lines() {
        let tone = match line.chars().next() {
            _ if line.starts_with("--- ") || line.starts_with("+++ ") => Tone::Strong,
            Some('-') => Tone::Error,
            Some('+') => Tone::Insert,
            Some('@') => Tone::Note,
            _ => Tone::Dim,
        };
        writeln!(out, "{}", style.paint(tone, line))?;
    }
    Ok(())
}
