//! Findings as GitLab's Code Quality report: one array for all files.

use std::hash::Hasher;
use std::io::{self, Write};

use fnv::FnvHasher;
use serde_json::json;

use super::json::put;
use super::told::told;
use super::{FileReport, Report};
use crate::lint::{Diagnostic, Fingerprint, Severity};
use crate::text::Positions;

/// GitLab's Code Quality report.
#[derive(Debug, Default)]
pub struct Gitlab {
    findings: usize,
}

impl Report for Gitlab {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "[")
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let positions = Positions::new(file.source);
        // GitLab matches paths by their letters.
        let path = file.path.trim_start_matches("./");
        for (found, print) in file.findings() {
            writeln!(out, "{}", if self.findings == 0 { "" } else { "," })?;
            self.findings += 1;
            put(out, &entry(path, found, print, &positions))?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "]")
    }
}

fn entry(path: &str, found: &Diagnostic, print: Fingerprint, positions: &Positions<'_>) -> serde_json::Value {
    let severity = match found.severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    };
    json!({
        "description": told(found),
        "check_name": found.rule,
        "fingerprint": among_files(path, print),
        "severity": severity,
        "location": {
            "path": path,
            "lines": {
                "begin": positions.of(found.span.start).line,
                "end": positions.of(found.span.end).line,
            },
        },
    })
}

/// A fingerprint that no finding of another file has: GitLab takes two with the same for one. The path's comes first.
fn among_files(path: &str, print: Fingerprint) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(path.as_bytes());
    format!("{:016x}{print}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::Value;

    use super::*;
    use crate::report::testing::{HOSTILE, HOSTILE_PATH, all, analysed};

    #[test]
    fn every_key_that_gitlab_asks_for_is_there() {
        let files = [(HOSTILE_PATH, HOSTILE), ("./b.md", HOSTILE), ("c.md", "The box opens.\n")];
        let report: Vec<Value> =
            serde_json::from_str(&all(&mut Gitlab::default(), &files, None, &[])).unwrap();
        assert_eq!(report.len(), 2 * analysed(HOSTILE).diagnostics.len());
        for one in &report {
            assert!(one["description"].as_str().is_some_and(|said| !said.is_empty()));
            assert!(crate::lint::rule(one["check_name"].as_str().unwrap()).is_some());
            assert!(["info", "minor", "major"].contains(&one["severity"].as_str().unwrap()));
            assert!([HOSTILE_PATH, "b.md"].contains(&one["location"]["path"].as_str().unwrap()));
            let line = |end: &str| one["location"]["lines"][end].as_u64().unwrap();
            assert!(line("begin") >= 1 && line("end") >= line("begin"));
        }
        let prints: HashSet<&str> = report.iter().map(|one| one["fingerprint"].as_str().unwrap()).collect();
        assert_eq!(prints.len(), report.len(), "a fingerprint is one finding's");
    }

    #[test]
    fn nothing_found_is_an_empty_array() {
        assert_eq!(all(&mut Gitlab::default(), &[("a.md", "The box opens.\n")], None, &[]), "[]\n");
    }
}
