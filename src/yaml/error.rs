//! What is wrong with a piece of YAML, and where.

use super::words;
use crate::text::{LineIndex, Position, slice};

/// What is wrong with a piece of YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What happened, in words for people. It may quote the text: escape it before it reaches a terminal.
    pub message: String,
    /// Where, in the text the YAML was cut from; `None` where the parser does not know.
    pub at: Option<Position>,
}

impl Error {
    /// The same error in a text in which the YAML begins `by_lines` lines and `by_bytes` bytes further down, at the
    /// start of a line: front matter begins one line into its document.
    #[must_use]
    pub fn shifted(mut self, by_lines: usize, by_bytes: usize) -> Self {
        if let Some(at) = &mut self.at {
            at.line += by_lines;
            at.byte += by_bytes;
        }
        self
    }

    /// The error at byte `offset` of `text`.
    fn at(text: &str, offset: usize, message: impl Into<String>) -> Self {
        Self { message: message.into(), at: Some(LineIndex::new(text).position(text, offset)) }
    }

    /// Translates what the parser says about `text` without its first `skipped` bytes.
    pub(super) fn from_parser(text: &str, skipped: usize, problem: &serde_yaml::Error) -> Self {
        let body = slice(text, skipped..text.len());
        // The parser knows more line breaks than we do, so only its byte is of use.
        let offset = problem.location().map(|place| place.index());
        let said = problem.to_string();
        if said.contains("more than one document") {
            return Self::at(
                text,
                skipped + second_document(body),
                "a second YAML document begins here; only one is read",
            );
        }
        let message = words::for_people(&said, offset.and_then(|at| body.get(at..)?.chars().next()));
        match offset {
            Some(offset) => Self::at(text, skipped + offset, message),
            None => Self { message, at: None },
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// The byte at which the second document of a YAML stream begins.
fn second_document(text: &str) -> usize {
    let mut content = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        if content && (bare == "---" || bare.starts_with("--- ")) {
            break;
        }
        content |= !bare.is_empty() && !bare.starts_with(['#', '%']);
        start += line.len();
    }
    start
}

/// The first character that YAML 1.2 (section 5.1) forbids in `text`, as an error: the parser knows its place in
/// bytes only.
pub(super) fn forbidden_character(text: &str) -> Option<Error> {
    let (offset, character) = text.char_indices().find(|(offset, character)| match character {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{feff}' => *offset > 0,
        '\u{fffe}' | '\u{ffff}' => true,
        other => other.is_control(),
    })?;
    let message = format!("the character \\u{{{:x}}} is not allowed in YAML", u32::from(character));
    Some(Error::at(text, offset, message))
}

/// Brackets that may be open at once, stray ones in quotes counted: far more than the 128 levels the parser reads.
const MAX_OPEN: usize = 1000;

/// Too many brackets opened and not closed, as an error: the parser refuses them as well, but takes seconds over it.
pub(super) fn open_brackets(text: &str) -> Option<Error> {
    let mut open = 0usize;
    let at = text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > MAX_OPEN
    })?;
    Some(Error::at(text, at, "more than 1,000 brackets are opened and not closed"))
}
