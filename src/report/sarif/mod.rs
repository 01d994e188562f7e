//! Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), one run.
//!
//! Results are written as they come; the tool and its rules follow them, because only then it is known which rules
//! fired.

mod place;
mod rules;

#[cfg(test)]
mod tests;

use std::io::{self, Write};

use serde_json::{Value, json};

use super::json::put;
use super::told::{done, told};
use super::unread::Unread;
use super::{FileReport, Report};
use crate::lint::{Diagnostic, Fingerprint, Severity};
use place::Places;

/// Where the form is written down.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The name of our fingerprints; another way to compute them needs another one.
const FINGERPRINT: &str = "prfaqFinding/v1";

/// SARIF 2.1.0.
#[derive(Debug, Default)]
pub struct Sarif {
    results: usize,
    /// The rules that fired, in the order in which they first did.
    fired: Vec<&'static str>,
    unread: Unread,
}

impl Report for Sarif {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{{\"$schema\": \"{SCHEMA}\", \"version\": \"2.1.0\", \"runs\": [{{")?;
        write!(out, "\"columnKind\": \"unicodeCodePoints\",\n\"results\": [")
    }

    fn file(&mut self, file: &FileReport<'_>, out: &mut dyn Write) -> io::Result<()> {
        let places = Places::of(file.path, file.source);
        for (found, print) in file.findings() {
            writeln!(out, "{}", if self.results == 0 { "" } else { "," })?;
            self.results += 1;
            put(out, &result(found, print, self.index(found.rule), &places))?;
        }
        Ok(())
    }

    fn unread(&mut self, message: &str) {
        self.unread.add(message);
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "],\n\"tool\": ")?;
        put(out, &json!({"driver": driver(&self.fired)}))?;
        write!(out, ",\n\"invocations\": ")?;
        let notification = |message| json!({"level": "error", "message": {"text": message}});
        let mut invocation = json!({"executionSuccessful": self.unread.is_empty()});
        if let (false, Some(object)) = (self.unread.is_empty(), invocation.as_object_mut()) {
            let said: Vec<Value> = self.unread.messages().map(notification).collect();
            object.insert("toolExecutionNotifications".to_owned(), said.into());
        }
        put(out, &[invocation])?;
        writeln!(out, "}}]}}")
    }
}

impl Sarif {
    /// The place of `rule` among those that fired.
    fn index(&mut self, rule: &'static str) -> usize {
        self.fired.iter().position(|fired| *fired == rule).unwrap_or_else(|| {
            self.fired.push(rule);
            self.fired.len() - 1
        })
    }
}

fn driver(fired: &[&str]) -> Value {
    let version = env!("CARGO_PKG_VERSION");
    let rules: Vec<Value> =
        fired.iter().filter_map(|name| crate::lint::rule(name)).map(rules::descriptor).collect();
    let mut driver = json!({
        "name": "prfaq",
        "version": version,
        "semanticVersion": version,
        "shortDescription": {"text": env!("CARGO_PKG_DESCRIPTION")},
        "rules": rules,
    });
    let address =
        [env!("CARGO_PKG_HOMEPAGE"), env!("CARGO_PKG_REPOSITORY")].into_iter().find(|at| !at.is_empty());
    if let (Some(address), Some(object)) = (address, driver.as_object_mut()) {
        object.insert("informationUri".to_owned(), address.into());
    }
    driver
}

/// SARIF's word for a severity.
fn level(severity: Severity) -> &'static str {
    severity.name()
}

fn result(found: &Diagnostic, print: Fingerprint, rule: usize, places: &Places<'_>) -> Value {
    let mut result = json!({
        "ruleId": found.rule,
        "ruleIndex": rule,
        "level": level(found.severity),
        // Braces stand for themselves here: readers fill in arguments only where a result has any.
        "message": {"text": told(found)},
        "locations": [{"physicalLocation": places.physical(found.span)}],
        "partialFingerprints": {FINGERPRINT: print},
    });
    let Some(object) = result.as_object_mut() else { return result };
    if !found.related.is_empty() {
        let related = found.related.iter().enumerate().map(|(at, related)| {
            let message = &related.message;
            json!({"id": at + 1, "physicalLocation": places.physical(related.span), "message": {"text": message}})
        });
        object.insert("relatedLocations".to_owned(), related.collect());
    }
    if let Some((fix, (span, text))) = found.fix.as_ref().and_then(|fix| Some((fix, fix.edit.as_deref()?))) {
        let change = json!({
            "description": {"text": done(fix.action, &fix.replacement)},
            "artifactChanges": [{
                "artifactLocation": places.artifact(),
                "replacements": [{"deletedRegion": places.region(*span), "insertedContent": {"text": text}}],
            }],
        });
        object.insert("fixes".to_owned(), json!([change]));
    }
    result
}
