//! The edits that would help most with what the gate asks for.
//!
//! An edit helps by the share of a check that it settles: the one part that is missing counts for all of its check, one of
//! ten errors for a tenth; a sentence for the grades it adds, at most one. What opens the gate comes before all else; of the
//! rest what is waived counts more than what is a note.

use super::line::{ERRORS, GRADE, MISSING_PART, OPEN_QUESTION, PLACEHOLDER, READING_EASE, SENTENCE_WORDS};
use super::verdict::{CheckLine, State, Verdict};
use crate::document::Document;
use crate::lint::{Category, Diagnostic, Severity};
use crate::score::Score;
use crate::score::dearest::dearest;

/// Something to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// Where, in bytes of the source; `None` where it is nowhere yet.
    pub at: Option<usize>,
    /// What to do, in one line.
    pub said: String,
    /// What it does for the gate, above 0; 1 settles a check that closes it.
    helps: f64,
}

/// The at most `most` edits of `document` that help most with `verdict`, the best first; `score`, `diagnostics` and
/// `verdict` must come from it. None where every check is met.
pub fn best_edits(
    document: &Document,
    score: &Score,
    diagnostics: &[Diagnostic],
    verdict: &Verdict,
    most: usize,
) -> Vec<Edit> {
    let (mut opening, mut other): (Vec<Edit>, Vec<Edit>) = Default::default();
    let mut is_read = false;
    for check in &verdict.checks {
        let weight = match check.state {
            State::Ok => continue,
            State::Closed => 1.0,
            State::Waived => 0.6,
            State::Note => 0.3,
        };
        let all = if check.state == State::Closed { &mut opening } else { &mut other };
        match check.name.as_str() {
            MISSING_PART => all.extend(parts(score, weight)),
            PLACEHOLDER => {
                all.extend(findings(diagnostics, weight, |found| found.category == Category::Placeholder));
            }
            OPEN_QUESTION => all.extend(questions(check, weight)),
            READING_EASE | GRADE | SENTENCE_WORDS if !is_read => {
                is_read = true;
                all.extend(sentences(document, score, weight, most));
            }
            READING_EASE | GRADE | SENTENCE_WORDS => {}
            ERRORS => all.extend(findings(diagnostics, weight, is_error)),
            rule => all.extend(findings(diagnostics, weight, |found| is_error(found) && found.rule == rule)),
        }
    }
    for edits in [&mut opening, &mut other] {
        edits.sort_by(|one, other| other.helps.total_cmp(&one.helps));
    }
    opening.extend(other);
    opening.truncate(most);
    opening
}

fn is_error(found: &Diagnostic) -> bool {
    found.severity == Severity::Error && found.category != Category::Placeholder && found.rule != MISSING_PART
}

fn parts(score: &Score, weight: f64) -> Vec<Edit> {
    let missing: Vec<_> = score.missing().collect();
    let helps = weight / missing.len().max(1) as f64;
    let edit = |id: &str| Edit { at: None, said: format!("write the part that is missing: {id}"), helps };
    missing.into_iter().map(|part| edit(&part.id)).collect()
}

fn findings(diagnostics: &[Diagnostic], weight: f64, counts: impl Fn(&Diagnostic) -> bool) -> Vec<Edit> {
    let found: Vec<&Diagnostic> = diagnostics.iter().filter(|found| counts(found)).collect();
    let helps = weight / found.len().max(1) as f64;
    let said = |found: &Diagnostic| match found.fix.as_ref().filter(|_| !found.says_what_to_do()) {
        Some(fix) if !fix.replacement.is_empty() => format!("{}: {}", found.message, fix.replacement),
        _ => found.message.to_string(),
    };
    found.into_iter().map(|found| Edit { at: Some(found.span.start), said: said(found), helps }).collect()
}

fn questions(check: &CheckLine, weight: f64) -> Vec<Edit> {
    let helps = weight / check.reasons.len().max(1) as f64;
    let said = |reason: &String| format!("answer {}", reason.trim_start_matches("open-question: "));
    check.reasons.iter().map(|reason| Edit { at: None, said: said(reason), helps }).collect()
}

fn sentences(document: &Document, score: &Score, weight: f64, most: usize) -> Vec<Edit> {
    let dear = dearest(document, score.counts, most).into_iter();
    let edit = |dear: crate::score::dearest::Dear| Edit {
        at: Some(dear.span.start),
        said: format!("shorten this sentence of {} words: it adds {:.2} to the grade", dear.words, dear.adds),
        helps: weight * dear.adds.min(1.0),
    };
    dear.map(edit).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::*;
    use crate::lint::phrases::{Matcher, builtin};
    use crate::lint::{Input, Linter, Settings};
    use crate::score::gate::Gate;
    use crate::template::known;

    fn best(source: &str, most: usize) -> Vec<(usize, String)> {
        let specs = known("press-release").unwrap().part_specs();
        let document = Document::parse(source, &specs);
        let mut linter = Linter::new(Settings::default(), Arc::new(Matcher::new(builtin())));
        let input = Input { source, document: &document, specs: &specs, judged: true };
        let diagnostics = linter.lint(input);
        let score = Score::of(&document, &specs, &diagnostics);
        let verdict = Gate::default().judge(&score, &diagnostics, &document);
        let line = |edit: Edit| {
            (edit.at.map_or(0, |at| crate::text::slice(source, 0..at).matches('\n').count() + 1), edit.said)
        };
        best_edits(&document, &score, &diagnostics, &verdict, most).into_iter().map(line).collect()
    }

    #[test]
    fn what_opens_the_gate_comes_before_what_makes_it_better() {
        let long = "We take the passengers who are late for their evening shift in the city centre over the wide river, \
            whatever the weather and the administrative circumstances may unfortunately be.";
        let source =
            format!("# Ferry\n\n{long}\n\nWe go at two. {{{{a}}}} {{{{b}}}} {{{{c}}}} {{{{d}}}} {{{{e}}}}\n");
        let edits = best(&source, 500);
        let last = edits.iter().rposition(|(_, said)| said.contains("{{")).unwrap();
        let first = edits.iter().position(|(_, said)| said.starts_with("shorten")).unwrap();
        assert!(last < first, "{edits:?}");
    }

    #[test]
    fn what_settles_a_check_at_once_stands_first() {
        let template = known("press-release").unwrap().render(&BTreeMap::new());
        let source = template.replace("{{city}}", "LEEDS").replace("## Problem", "## Other");
        let edits = best(&source, 3);
        assert_eq!(edits.len(), 3, "{edits:?}");
        assert!(
            edits.iter().any(|(line, said)| *line == 0 && said.contains("missing: problem")),
            "{edits:?}"
        );
        assert!(best(&source, 500).len() > 8 && best(&source, 0).is_empty());
    }
}
