//! The names of the checks, and how a check becomes a line.

use super::verdict::{CheckLine, State};

pub(super) const READING_EASE: &str = "flesch-reading-ease";
pub(super) const GRADE: &str = "flesch-kincaid-grade";
pub(super) const SENTENCE_WORDS: &str = "sentence-words";
pub(super) const ERRORS: &str = "errors";
/// Both the check and the rule of this name.
pub(super) const MISSING_PART: &str = "missing-part";
/// Both the check and the rule of this name.
pub(super) const PLACEHOLDER: &str = "placeholder";

/// Questions of reviewers that have no answer.
pub(super) const OPEN_QUESTION: &str = "open-question";

/// The names that a waiver can give, beside `all` and the names of rules.
pub const CHECKS: [&str; 7] =
    [READING_EASE, GRADE, SENTENCE_WORDS, ERRORS, MISSING_PART, PLACEHOLDER, OPEN_QUESTION];

/// A line; where it is closed, what it says is the reason.
pub(super) fn line(name: &str, measured: &str, threshold: &str, state: State, said: &str) -> CheckLine {
    let reasons = if state == State::Closed { vec![format!("{name}: {said}")] } else { Vec::new() };
    CheckLine {
        name: name.to_owned(),
        measured: measured.to_owned(),
        threshold: threshold.to_owned(),
        state,
        message: said.to_owned(),
        reasons,
        waiver: None,
        outgrown: Vec::new(),
        level: None,
    }
}
