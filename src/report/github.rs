//! Findings as workflow commands, which GitHub Actions shows beside the lines that they are about.

use std::io::{self, Write};

use super::short;
use super::told::told;
use super::unread::Unread;
use super::{FileReport, Report};
use crate::lint::{Diagnostic, Severity};
use crate::text::{Positions, is_unsafe, printable};

/// Workflow commands: `::error file=a.md,line=1,...::message`.
///
/// GitHub shows the first ten of a kind that a step writes. Those that it would not show are written as plain lines, so
/// that the log has all, and a last notice counts them.
#[derive(Debug, Default)]
pub struct Github {
    /// By severity, [`Severity::Note`] first.
    written: [usize; 3],
    left: usize,
    unread: Unread,
}

/// How many of a kind GitHub shows of one step.
const SHOWN: usize = 10;

impl Github {
    /// Whether GitHub shows one more of this kind. A notice is kept for the last line.
    fn takes(&mut self, severity: Severity) -> bool {
        let (at, most) = match severity {
            Severity::Note => (0, SHOWN - 1),
            Severity::Warning => (1, SHOWN),
            Severity::Error => (2, SHOWN),
        };
        let Some(written) = self.written.get_mut(at).filter(|written| **written < most) else {
            self.left += 1;
            return false;
        };
        *written += 1;
        true
    }
}

impl Report for Github {
    fn begin(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let positions = Positions::new(file.source);
        for found in &file.analysis.diagnostics {
            if self.takes(found.severity) {
                writeln!(out, "{}", command(found, file.path, &positions))?;
            } else {
                writeln!(out, "{}", plain(&short::line(file.path, found, &positions)))?;
            }
        }
        Ok(())
    }

    fn unread(&mut self, message: &str) {
        self.unread.add(message);
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        for message in self.unread.messages() {
            writeln!(out, "::error title=prfaq::{}", data(message))?;
        }
        match self.left {
            0 => Ok(()),
            1 => writeln!(out, "::notice title=prfaq::1 more finding; the log of this step has it"),
            left => {
                writeln!(out, "::notice title=prfaq::{left} more findings; the log of this step has them")
            }
        }
    }
}

fn command(found: &Diagnostic, path: &str, positions: &Positions<'_>) -> String {
    let name = match found.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (start, end) = (positions.of(found.span.start), positions.of(found.span.end));
    // GitHub takes columns only of what stands on one line.
    let place = if start.line == end.line {
        format!("line={0},col={1},endLine={0},endColumn={2}", start.line, start.column, end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    };
    format!(
        "::{name} file={},{place},title={}::{}",
        property(path),
        property(&format!("prfaq: {}", found.rule)),
        data(&told(found))
    )
}

/// A line of the log that no runner takes for a command, in either of the two forms that it knows (`::name` at the
/// start, `##[name]` anywhere).
fn plain(line: &str) -> String {
    format!("- {}", line.replace("##[", "## ["))
}

/// A message, as the runner reads it back; other control characters are written out, for the log is shown on terminals.
fn data(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            _ if is_unsafe(character) => out.push_str(&printable(character.encode_utf8(&mut [0; 4]))),
            _ => out.push(character),
        }
    }
    out
}

/// The value of a property, as the runner reads it back.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, HOSTILE_PATH, all, analysed, written};

    /// What the runner makes of a command: its name, properties and message.
    fn read(line: &str) -> (String, Vec<(String, String)>, String) {
        let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (name, properties) = head.split_once(' ').unwrap();
        let message = message.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
        let value = |text: &str| {
            let text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":");
            text.replace("%2C", ",").replace("%25", "%")
        };
        let pair =
            |pair: &str| pair.split_once('=').map(|(key, text)| (key.to_owned(), value(text))).unwrap();
        (name.to_owned(), properties.split(',').map(pair).collect(), message)
    }

    #[test]
    fn the_runner_reads_back_what_was_found() {
        let out = written(&mut Github::default(), HOSTILE_PATH, HOSTILE);
        let found = analysed(HOSTILE).diagnostics;
        let positions = Positions::new(HOSTILE);
        assert_eq!(out.lines().count(), found.len());
        for (line, found) in out.lines().zip(&found) {
            let (name, properties, message) = read(line);
            let get =
                |name: &str| properties.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
            assert_eq!(name.replace("notice", "note"), found.severity.name());
            assert_eq!(get("file"), Some(HOSTILE_PATH));
            assert_eq!(get("title"), Some(format!("prfaq: {}", found.rule).as_str()));
            let (start, end) = (positions.of(found.span.start), positions.of(found.span.end));
            assert_eq!(get("line"), Some(start.line.to_string().as_str()));
            assert_eq!(get("endLine"), Some(end.line.to_string().as_str()));
            assert_eq!(get("col").is_some(), start.line == end.line, "{line}");
            assert_eq!(printable(&message), printable(&told(found)));
            assert_eq!(printable(line), line);
        }
    }

    #[test]
    fn what_github_would_not_show_is_in_the_log_and_counted() {
        let source = "We leverage it.\n\n".repeat(13);
        let out =
            all(&mut Github::default(), &[("::error::##[error].md", &source)], None, &["b.md: no such file"]);
        let commands = out.lines().filter(|line| line.starts_with("::warning ")).count();
        let plain: Vec<&str> = out.lines().filter(|line| line.starts_with("- ")).collect();
        assert_eq!((commands, plain.len()), (10, 3));
        assert!(plain.iter().all(|line| !line.contains("##[")), "{plain:?}");
        let ends: Vec<&str> = out.lines().rev().take(2).collect();
        let last = "::notice title=prfaq::3 more findings; the log of this step has them";
        assert_eq!(ends, [last, "::error title=prfaq::b.md: no such file"]);
    }
}
