//! The checks of what is there: errors, missing parts, placeholders.

use std::collections::BTreeMap;

use super::line::{ERRORS, MISSING_PART, OPEN_QUESTION, PLACEHOLDER, line};
use super::thresholds::Thresholds;
use super::verdict::{CheckLine, State};
use super::waive::Waivers;
use crate::document::{Document, Level, Waiver};
use crate::lint::{Category, Diagnostic, Severity};
use crate::score::Score;

/// Findings of severity `error`: one line for each rule that is waived by name, and one for the rest, where the gate
/// asks for it. Missing parts and placeholders have lines of their own.
pub(super) fn errors(
    diagnostics: &[Diagnostic],
    document: &Document,
    thresholds: &Thresholds,
    waivers: &Waivers<'_>,
) -> Vec<CheckLine> {
    let Some(most) = thresholds.max_errors else { return Vec::new() };
    let errors =
        || diagnostics.iter().filter(|found| found.severity == Severity::Error && !has_own_line(found));
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for found in errors() {
        *rules.entry(found.rule).or_default() += 1;
    }
    let level = |count: usize| Level::of(count as f64);
    let waived: BTreeMap<&str, &Waiver> = rules
        .iter()
        .filter_map(|(rule, count)| Some((*rule, waivers.covering(rule, level(*count))?)))
        .collect();
    let of_waived = |(rule, waiver): (&&str, &&Waiver)| Some(of_rule(rule, *rules.get(rule)?, waiver));
    let mut lines: Vec<CheckLine> = waived.iter().filter_map(of_waived).collect();
    let left: Vec<&Diagnostic> = errors().filter(|found| !waived.contains_key(found.rule)).collect();
    let state = if left.len() > most { State::Closed } else { State::Ok };
    let said = format!("{} {}", left.len(), plural(left.len(), "error"));
    let rest = line(ERRORS, &left.len().to_string(), &format!("at most {most}"), state, &said);
    let mut rest = rest.at(left.len() as f64);
    if state == State::Closed {
        rest.reasons = reasons(&left, document);
        let outgrown = |(rule, count): (&&str, &usize)| waivers.outgrown(rule, level(*count));
        rest.outgrown = rules.iter().filter_map(outgrown).cloned().collect();
    }
    lines.push(rest);
    lines
}

/// The `count` errors of `rule`, lifted by `waiver`.
fn of_rule(rule: &str, count: usize, waiver: &Waiver) -> CheckLine {
    let said = format!("{count} {} of {rule}", plural(count, "error"));
    let line = line(rule, &count.to_string(), "none", State::Waived, &said).at(count as f64);
    CheckLine { waiver: Some(waiver.clone()), ..line }
}

fn has_own_line(found: &Diagnostic) -> bool {
    found.category == Category::Placeholder || found.rule == MISSING_PART
}

/// One reason for each rule and part: "problem: no number", "summary: 3 errors of jargon".
fn reasons(errors: &[&Diagnostic], document: &Document) -> Vec<String> {
    let mut groups: Vec<(&Diagnostic, usize)> = Vec::new();
    for found in errors {
        let same =
            |(first, _): &&mut (&Diagnostic, usize)| (first.part, first.rule) == (found.part, found.rule);
        match groups.iter_mut().find(same) {
            Some((_, count)) => *count += 1,
            None => groups.push((found, 1)),
        }
    }
    let say = |(first, count): (&Diagnostic, usize)| match count {
        1 => format!("{}: {}", part_id(first, document), first.message),
        _ => format!("{}: {count} errors of {}", part_id(first, document), first.rule),
    };
    groups.into_iter().map(say).collect()
}

fn part_id<'a>(found: &Diagnostic, document: &'a Document) -> &'a str {
    document.parts.get(found.part).map_or("document", |part| part.id.as_str())
}

/// Parts that the template asks for.
pub(super) fn missing_parts(score: &Score) -> CheckLine {
    let missing: Vec<&str> = score.missing().map(|part| part.id.as_str()).collect();
    let (have, want) = (score.required().count() - missing.len(), score.required().count());
    let stands = missing.len() as f64;
    let measured = format!("{have} of {want}");
    if missing.is_empty() {
        let said = format!("{measured} required {}", plural(want, "part"));
        return line(MISSING_PART, &measured, "all", State::Ok, &said).at(stands);
    }
    let said = format!("missing: {}", missing.join(", "));
    let reasons = missing.iter().map(|id| format!("{id}: missing")).collect();
    CheckLine { reasons, ..line(MISSING_PART, &measured, "all", State::Closed, &said).at(stands) }
}

/// What a template left to be filled in, however severe a house thinks it is.
pub(super) fn placeholders(diagnostics: &[Diagnostic], document: &Document) -> CheckLine {
    let all: Vec<&Diagnostic> =
        diagnostics.iter().filter(|found| found.category == Category::Placeholder).collect();
    let mut parts: BTreeMap<usize, (&str, usize)> = BTreeMap::new();
    for found in &all {
        parts.entry(found.part).or_insert((part_id(found, document), 0)).1 += 1;
    }
    let say = |count: usize| format!("{count} {} to be filled in", plural(count, "placeholder"));
    let reasons = parts.values().map(|(id, count)| format!("{id}: {}", say(*count))).collect();
    let state = if all.is_empty() { State::Ok } else { State::Closed };
    let said = if all.is_empty() { "no placeholders".to_owned() } else { say(all.len()) };
    let line = line(PLACEHOLDER, &all.len().to_string(), "none", state, &said);
    CheckLine { reasons, ..line.at(all.len() as f64) }
}

/// Questions of reviewers without an answer, one reason for each.
pub(super) fn questions(open: &[String]) -> CheckLine {
    let state = if open.is_empty() { State::Ok } else { State::Closed };
    let said = match open.len() {
        0 => "no open questions".to_owned(),
        count => format!("{count} open {}", plural(count, "question")),
    };
    let line = line(OPEN_QUESTION, &open.len().to_string(), "none", state, &said);
    CheckLine { reasons: open.to_vec(), ..line.at(open.len() as f64) }
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { noun.to_owned() } else { format!("{noun}s") }
}
