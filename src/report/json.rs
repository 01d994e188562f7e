//! Findings as JSON, version 1 of the contract. New keys may be added; none changes its meaning.

use std::io::{self, Write};

use serde::Serialize;

use super::{FileReport, Report};
use crate::lint::{Action, Diagnostic};
use crate::score::Figures;
use crate::text::{LineIndex, Position, Span, slice};

/// The report programs read. Diagnostics are written one by one, so that memory does not grow with their number.
#[derive(Debug, Default)]
pub struct Json {
    files: usize,
}

#[derive(Serialize)]
struct PlaceJson {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Serialize)]
struct SpanJson {
    start: PlaceJson,
    end: PlaceJson,
}

#[derive(Serialize)]
struct FixJson<'a> {
    action: Action,
    replacement: &'a str,
    safe: bool,
    /// The exact bytes to replace, spaces, capitals and articles seen to.
    edit: Option<EditJson<'a>>,
}

#[derive(Serialize)]
struct EditJson<'a> {
    span: SpanJson,
    text: &'a str,
}

#[derive(Serialize)]
struct DiagnosticJson<'a> {
    rule: &'a str,
    category: &'a str,
    severity: &'a str,
    part: &'a str,
    span: SpanJson,
    text: &'a str,
    message: &'a str,
    why: &'a str,
    fix: Option<FixJson<'a>>,
}

impl Report for Json {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"version\": 1, \"files\": [")
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let analysis = file.analysis;
        write!(out, "{}\n {{\"path\": ", if self.files == 0 { "" } else { "," })?;
        self.files += 1;
        put(out, &file.path)?;
        write!(out, ",\n  \"score\": ")?;
        put(out, &Figures::from(&analysis.score))?;
        write!(out, ",\n  \"gate\": ")?;
        let gate = serde_json::json!({"pass": analysis.verdict.pass, "reasons": analysis.verdict.reasons()});
        put(out, &gate)?;
        write!(out, ",\n  \"judged\": {},\n  \"diagnostics\": [", analysis.judged)?;
        let index = LineIndex::new(file.source);
        for (at, diagnostic) in analysis.diagnostics.iter().enumerate() {
            write!(out, "{}\n   ", if at == 0 { "" } else { "," })?;
            put(out, &self::diagnostic(diagnostic, file, &index))?;
        }
        write!(out, "]}}")
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "]}}")
    }
}

fn diagnostic<'a>(
    diagnostic: &'a Diagnostic,
    file: &FileReport<'a>,
    index: &LineIndex,
) -> DiagnosticJson<'a> {
    let span = |span: Span| SpanJson {
        start: place(index.position(file.source, span.start)),
        end: place(index.position(file.source, span.end)),
    };
    DiagnosticJson {
        rule: diagnostic.rule,
        category: diagnostic.category.name(),
        severity: diagnostic.severity.name(),
        part: file.analysis.document.parts.get(diagnostic.part).map_or("", |part| part.id.as_str()),
        span: span(diagnostic.span),
        text: slice(file.source, diagnostic.span),
        message: &diagnostic.message,
        why: &diagnostic.why,
        fix: diagnostic.fix.as_ref().map(|fix| FixJson {
            action: fix.action,
            replacement: &fix.replacement,
            safe: fix.safe,
            edit: fix.edit.as_ref().map(|(edit, text)| EditJson { span: span(*edit), text }),
        }),
    }
}

fn place(position: Position) -> PlaceJson {
    PlaceJson { line: position.line, column: position.column, byte: position.byte }
}

fn put(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(out, value).map_err(io::Error::from)
}
