//! What to look for, and how: the options of a search.

use regex::{Regex, RegexBuilder, escape};

/// The most a pattern that somebody typed may take once it is compiled, in bytes.
const MAX_COMPILED: usize = 1 << 20;

/// A search as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The words, or the pattern.
    pub needle: String,
    /// Whether capitals and small letters differ.
    pub match_case: bool,
    /// Whether a match may not begin or end within a word.
    pub whole_word: bool,
    /// Whether the needle is a regular expression, of the syntax of the crate `regex`.
    pub is_regex: bool,
}

impl Query {
    /// The query as a pattern; an error is one line, without the pattern.
    pub(super) fn pattern(&self) -> Result<Regex, String> {
        let body = if self.is_regex { self.needle.clone() } else { literal(&self.needle) };
        let body = if self.whole_word { format!(r"\b{{start-half}}(?:{body})\b{{end-half}}") } else { body };
        let mut builder = RegexBuilder::new(&body);
        builder.case_insensitive(!self.match_case).multi_line(true).crlf(true);
        if self.is_regex {
            builder.size_limit(MAX_COMPILED);
        }
        builder.build().map_err(|error| complaint(&error))
    }
}

/// The words as a pattern that finds them; a line break in them matches any line break.
fn literal(needle: &str) -> String {
    let lines: Vec<_> = needle.lines().map(escape).collect();
    let tail = if needle.ends_with('\n') { r"\r?\n" } else { "" };
    lines.join(r"\r?\n") + tail
}

// The crate draws the pattern with a caret under it, and says what is wrong in the last line.
fn complaint(error: &regex::Error) -> String {
    if matches!(error, regex::Error::CompiledTooBig(_)) {
        return "the pattern is too large".to_owned();
    }
    let said = error.to_string();
    let last = said.lines().last().unwrap_or_default().trim();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}
