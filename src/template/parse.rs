//! From the text of a template to its model. Whatever is wrong is refused with its place.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::model::{Template, TemplatePart};
use super::strictness::{Limits, Overrides};
use super::{Error, KnownRule, Name, PartTest};
use crate::document::{PartKind, WordBudget, Zone};
use crate::text::slice;
use crate::yaml;

/// The YAML head as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Head {
    template: Name,
    title: String,
    summary: String,
    words: Option<WordBudget>,
    parts: Vec<HeadPart>,
    #[serde(default)]
    severities: Overrides,
    #[serde(default)]
    limits: Limits,
    #[serde(default)]
    terms: Vec<String>,
    max_grade: Option<f64>,
    #[serde(default)]
    front_matter: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadPart {
    id: Name,
    kind: PartKind,
    zone: Option<Zone>,
    heading: Option<String>,
    #[serde(default)]
    headings: Vec<String>,
    #[serde(default)]
    required: bool,
    ask: String,
    words: Option<PartWords>,
    #[serde(default)]
    tests: Vec<PartTest>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartWords {
    max: usize,
}

impl Template {
    /// Reads a template. `file` is what errors call it.
    ///
    /// # Errors
    ///
    /// A missing head, unknown keys, wrong types, bad names, two parts with one id or one heading, a word budget that
    /// warns after it stops: each with line and column of `text`.
    pub fn parse(file: &str, text: &str) -> Result<Self, Error> {
        let (head_at, head, body) = split(text).ok_or_else(|| {
            Error::at(file, text, 0, "a template starts with a YAML head between two `---` lines")
        })?;
        let fail = |message: String, byte: usize| Error::at(file, text, head_at + byte, message);
        let parsed: Head = yaml::from_str(head).map_err(|error| match error.at {
            Some(at) => fail(error.message, at.byte),
            None => fail(error.message, 0),
        })?;
        check(&parsed, head).map_err(|(message, byte)| fail(message, byte))?;
        Ok(Self {
            name: parsed.template,
            title: parsed.title,
            summary: parsed.summary,
            words: parsed.words,
            parts: parsed.parts.into_iter().map(HeadPart::into_part).collect(),
            severities: parsed.severities,
            limits: parsed.limits,
            terms: parsed.terms,
            max_grade: parsed.max_grade,
            front_matter: parsed.front_matter,
            body: body.replace("\r\n", "\n"),
        })
    }
}

impl Template {
    /// As [`Template::parse`], where `is_known` says which rules and settings of rules there are.
    ///
    /// # Errors
    ///
    /// Those, and a rule or setting that is not there.
    pub fn checked(file: &str, text: &str, is_known: KnownRule<'_>) -> Result<Self, Error> {
        let template = Self::parse(file, text)?;
        let fail = |steps: &[yaml::Step<'_>], message: String| {
            let (head_at, head, _) = split(text).unwrap_or_default();
            let at = yaml::Error::at_key(head, steps, message.as_str()).at.map_or(0, |at| at.byte);
            Error::at(file, text, head_at + at, message)
        };
        let (severities, limits) = (yaml::Step::Key("severities"), yaml::Step::Key("limits"));
        let unknown = |rule: &str| format!("there is no rule `{rule}`");
        if let Some(rule) = template.severities.keys().find(|rule| !is_known(rule, None)) {
            return Err(fail(&[severities, yaml::Step::Key(rule)], unknown(rule)));
        }
        for (rule, numbers) in &template.limits {
            if !is_known(rule, None) {
                return Err(fail(&[limits, yaml::Step::Key(rule)], unknown(rule)));
            }
            if let Some(key) = numbers.keys().find(|key| !is_known(rule, Some(key))) {
                let message = format!("{rule} has no setting `{key}`");
                return Err(fail(&[limits, yaml::Step::Key(rule), yaml::Step::Key(key)], message));
            }
        }
        Ok(template)
    }
}

impl HeadPart {
    fn into_part(self) -> TemplatePart {
        TemplatePart {
            id: self.id,
            zone: self.zone.unwrap_or_else(|| self.kind.zone()),
            kind: self.kind,
            headings: self.heading.into_iter().chain(self.headings).collect(),
            required: self.required,
            ask: self.ask,
            max_words: self.words.map(|words| words.max),
            tests: self.tests,
        }
    }
}

/// Byte where the head starts, the head, and the body after it without leading blank lines.
fn split(text: &str) -> Option<(usize, &str, &str)> {
    let mut at = 0;
    let mut head = None;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let fence = line.trim_start_matches('\u{feff}').trim_end() == "---";
        at += line.len();
        match head {
            None if number == 0 && fence => head = Some(at),
            None => return None,
            Some(start) if fence => {
                let body = slice(text, at..text.len()).trim_start_matches(['\r', '\n']);
                return Some((start, slice(text, start..at - line.len()), body));
            }
            Some(_) => {}
        }
    }
    None
}

/// What serde cannot see: message and byte within the head.
fn check(parsed: &Head, head: &str) -> Result<(), (String, usize)> {
    if parsed.parts.is_empty() {
        return Err(("a template has at least one part".into(), key_at(head, "parts")));
    }
    if parsed.words.is_some_and(|words| words.warn > words.error) {
        return Err(("`words` warns at more words than it stops at".into(), key_at(head, "words")));
    }
    if parsed.front_matter.iter().any(|key| key.as_str() == "template") {
        return Err(("`template` is always written; do not list it".into(), key_at(head, "front-matter")));
    }
    let (mut ids, mut headings) = (BTreeSet::new(), BTreeSet::new());
    for part in &parsed.parts {
        let id = part.id.as_str();
        if !ids.insert(id) {
            return Err((format!("two parts have the id `{id}`"), id_at(head, id, 1)));
        }
        if part.heading.is_some() && !part.headings.is_empty() {
            return Err((format!("part `{id}` has both `heading` and `headings`"), id_at(head, id, 0)));
        }
        for heading in part.heading.iter().chain(&part.headings) {
            if !headings.insert(heading.to_lowercase()) {
                return Err((format!("two parts have the heading `{heading}`"), id_at(head, id, 0)));
            }
        }
    }
    Ok(())
}

/// Byte of top-level key `key`, or 0.
fn key_at(head: &str, key: &str) -> usize {
    let at_line_start = |at: &usize| *at == 0 || slice(head, 0..*at).ends_with('\n');
    head.match_indices(&format!("{key}:")).map(|(at, _)| at).find(at_line_start).unwrap_or(0)
}

/// Byte of the part id `id` where it stands for the time `nth` (from 0), or of `parts`.
fn id_at(head: &str, id: &str, nth: usize) -> usize {
    let is_id = |at: &usize| {
        let before = slice(head, 0..*at).trim_end_matches([' ', '"', '\'']);
        let after = slice(head, at + id.len()..head.len());
        before.ends_with("id:") && !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-')
    };
    head.match_indices(id).map(|(at, _)| at).filter(is_id).nth(nth).unwrap_or_else(|| key_at(head, "parts"))
}
