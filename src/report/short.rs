//! Findings as compilers and grep write them, so that editors can jump to each: `draft.md:3:5: error[hype] ...`.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use super::{FileReport, Report};
use crate::lint::Diagnostic;
use crate::text::{Positions, printable};

/// One line a finding.
#[derive(Debug, Default)]
pub struct Short;

impl Report for Short {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let positions = Positions::new(file.source);
        let mut all = file.analysis.diagnostics.iter();
        all.try_for_each(|found| writeln!(out, "{}", line(file.path, found, &positions)))
    }

    fn end(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// The line of `found` in the file `path`; no control character of either is in it.
pub(super) fn line(path: &str, found: &Diagnostic, positions: &Positions<'_>) -> String {
    let at = positions.of(found.span.start);
    let (severity, message) = (found.severity.name(), &found.message);
    // Room for all of it at once.
    let mut line = String::with_capacity(path.len() + message.len() + 64);
    let _ = write!(line, "{path}:{}:{}: {severity}[{}] {message}", at.line, at.column, found.rule);
    match printable(&line) {
        Cow::Borrowed(_) => line,
        Cow::Owned(escaped) => escaped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, HOSTILE_PATH, written};

    #[test]
    fn a_finding_is_one_line() {
        let out = written(&mut Short, "a.md", "Words.\n\nWe leverage it.\n");
        assert_eq!(out, "a.md:3:4: warning[jargon] \"leverage\": write \"use\"\n");
    }

    #[test]
    fn nothing_breaks_the_line() {
        let out = written(&mut Short, HOSTILE_PATH, HOSTILE);
        assert!(out.lines().count() >= 5);
        for line in out.lines() {
            assert!(line.starts_with("a b,c%0A\\u{a}::error::&<é>\"']]>.md:"), "{line}");
            assert_eq!(printable(line), line);
        }
    }
}
