//! A diagnostic as programs read it: the `diagnostics` entries of the JSON contract.

use serde::Serialize;

use super::{Action, Category, Diagnostic, Fingerprint, Severity};
use crate::document::Document;
use crate::text::{Position, Positions, Span, slice};

/// One diagnostic under the names of the contract. Keys may be added; none changes its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record<'a> {
    rule: &'static str,
    category: Category,
    severity: Severity,
    part: &'a str,
    span: Range,
    text: &'a str,
    message: &'a str,
    why: &'a str,
    fix: Option<FixRecord<'a>>,
    /// Other places that the finding is about.
    related: Vec<RelatedRecord<'a>>,
    /// Other rules that struck the same words.
    also: &'a [&'static str],
    /// What it is known by from run to run.
    fingerprint: Fingerprint,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct RelatedRecord<'a> {
    span: Range,
    text: &'a str,
    message: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Range {
    start: Place,
    end: Place,
}

/// Line and column count from 1, the column in characters; bytes from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Place {
    line: usize,
    column: usize,
    byte: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct FixRecord<'a> {
    action: Action,
    replacement: &'a str,
    safe: bool,
    /// The exact bytes to replace, spaces, capitals and articles seen to.
    edit: Option<EditRecord<'a>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct EditRecord<'a> {
    span: Range,
    text: &'a str,
}

impl<'a> Record<'a> {
    /// The record of `diagnostic`, known by `fingerprint`, found in the `document` parsed from `source`, whose `positions` are given.
    pub fn of(
        diagnostic: &'a Diagnostic,
        fingerprint: Fingerprint,
        source: &'a str,
        document: &'a Document,
        positions: &Positions<'_>,
    ) -> Self {
        let range =
            |span: Span| Range { start: positions.of(span.start).into(), end: positions.of(span.end).into() };
        Self {
            rule: diagnostic.rule,
            category: diagnostic.category,
            severity: diagnostic.severity,
            part: document.parts.get(diagnostic.part).map_or("", |part| part.id.as_str()),
            span: range(diagnostic.span),
            text: slice(source, diagnostic.span),
            message: &diagnostic.message,
            why: &diagnostic.why,
            fix: diagnostic.fix.as_ref().map(|fix| FixRecord {
                action: fix.action,
                replacement: &fix.replacement,
                safe: fix.safe,
                edit: fix.edit.as_deref().map(|(span, text)| EditRecord { span: range(*span), text }),
            }),
            related: diagnostic
                .related
                .iter()
                .map(|related| RelatedRecord {
                    span: range(related.span),
                    text: slice(source, related.span),
                    message: &related.message,
                })
                .collect(),
            also: &diagnostic.also,
            fingerprint,
        }
    }
}

impl From<Position> for Place {
    fn from(position: Position) -> Self {
        Self { line: position.line, column: position.column, byte: position.byte }
    }
}
