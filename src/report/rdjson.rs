//! Findings in the Reviewdog Diagnostic Format, from which reviewdog makes review comments with suggestions.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::json::put;
use super::short;
use super::told::told;
use super::{FileReport, Report};
use crate::lint::{Diagnostic, Severity};
use crate::text::{Positions, Span};

/// Reviewdog Diagnostic Format (`rdjson`): columns count the bytes of UTF-8, from 1, and ends are exclusive.
#[derive(Debug, Default)]
pub struct Rdjson {
    findings: usize,
}

impl Report for Rdjson {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"source\": {{\"name\": \"prfaq\"}}, \"diagnostics\": [")
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let positions = Positions::new(file.source);
        for found in &file.analysis.diagnostics {
            writeln!(out, "{}", if self.findings == 0 { "" } else { "," })?;
            self.findings += 1;
            put(out, &diagnostic(found, file.path, &positions))?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "]}}")
    }
}

fn diagnostic(found: &Diagnostic, path: &str, positions: &Positions<'_>) -> Value {
    let severity = match found.severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Note => "INFO",
    };
    let edit = found.fix.as_ref().and_then(|fix| fix.edit.as_deref());
    let suggestions: Vec<Value> =
        edit.iter().map(|(span, text)| json!({"range": range(*span, positions), "text": text})).collect();
    json!({
        "message": told(found),
        "location": {"path": path, "range": range(found.span, positions)},
        "severity": severity,
        "code": {"value": found.rule},
        "suggestions": suggestions,
        "original_output": short::line(path, found, positions),
    })
}

fn range(span: Span, positions: &Positions<'_>) -> Value {
    let place = |offset: usize| {
        let column = offset - positions.line_around(offset).start.min(offset) + 1;
        json!({"line": positions.of(offset).line, "column": column})
    };
    json!({"start": place(span.start), "end": place(span.end)})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::testing::{HOSTILE, HOSTILE_PATH, all, analysed};
    use crate::text::slice;

    /// The words between two places, found as reviewdog does: lines, then bytes in them.
    fn words(range: &Value) -> &'static str {
        let starts: Vec<usize> =
            std::iter::once(0).chain(HOSTILE.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let figure = |end: &str, name: &str| usize::try_from(range[end][name].as_u64().unwrap()).unwrap();
        let offset = |end: &str| starts[figure(end, "line") - 1] + figure(end, "column") - 1;
        slice(HOSTILE, offset("start")..offset("end"))
    }

    #[test]
    fn ranges_are_lines_and_bytes() {
        let report: Value =
            serde_json::from_str(&all(&mut Rdjson::default(), &[(HOSTILE_PATH, HOSTILE)], None, &[]))
                .unwrap();
        let found = analysed(HOSTILE).diagnostics;
        let read = report["diagnostics"].as_array().unwrap();
        assert_eq!(read.len(), found.len());
        for (read, found) in read.iter().zip(&found) {
            assert_eq!(read["location"]["path"], HOSTILE_PATH);
            assert_eq!(words(&read["location"]["range"]), slice(HOSTILE, found.span));
            assert_eq!(read["code"]["value"], found.rule);
            let edit = found.fix.as_ref().and_then(|fix| fix.edit.as_deref());
            assert_eq!(read["suggestions"].as_array().unwrap().len(), usize::from(edit.is_some()));
            if let Some((span, text)) = edit {
                assert_eq!(words(&read["suggestions"][0]["range"]), slice(HOSTILE, *span));
                assert_eq!(read["suggestions"][0]["text"], text.as_str());
            }
        }
        assert!(read.iter().any(|read| read["suggestions"] != json!([])));
    }
}
