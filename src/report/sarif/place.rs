//! Places as SARIF names them: addresses of files and regions in them.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::text::{Position, Positions, Span, slice};

/// Longest stretch of a document that a region quotes, in bytes; whole parts are found by their lines.
const LONGEST: usize = 2_000;

/// The places of one file.
pub(super) struct Places<'a> {
    address: String,
    source: &'a str,
    positions: Positions<'a>,
}

impl<'a> Places<'a> {
    /// The places of the file `path`, which holds `source`.
    pub fn of(path: &str, source: &'a str) -> Self {
        Self { address: address(path), source, positions: Positions::new(source) }
    }

    /// An `artifactLocation`.
    pub fn artifact(&self) -> Value {
        json!({"uri": self.address})
    }

    /// A `physicalLocation`, with the words that stand there.
    pub fn physical(&self, span: Span) -> Value {
        let mut region = self.region(span);
        let words = slice(self.source, span);
        if let (Some(object), 1..=LONGEST) = (region.as_object_mut(), words.len()) {
            object.insert("snippet".to_owned(), json!({"text": words}));
        }
        json!({"artifactLocation": self.artifact(), "region": region})
    }

    /// A `region`: lines and columns from 1, in characters, the end exclusive.
    pub fn region(&self, span: Span) -> Value {
        let (start, end) = (self.positions.of(span.start), self.positions.of(span.end));
        json!({
            "startLine": start.line, "startColumn": self.column(start),
            "endLine": end.line, "endColumn": self.column(end),
        })
    }

    /// A byte order mark is no character (SARIF 2.1.0, section 3.30.2).
    fn column(&self, at: Position) -> usize {
        let marked = at.line == 1 && at.column > 1 && self.source.starts_with('\u{feff}');
        at.column - usize::from(marked)
    }
}

/// The address of the file `path` by RFC 3986: relative where the path is, percent-encoded byte by byte.
fn address(path: &str) -> String {
    let path = path.trim_start_matches("./");
    let mut out = String::with_capacity(path.len());
    if path.starts_with('/') {
        out.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_encoded_and_stay_relative() {
        assert_eq!(address("./docs/a.md"), "docs/a.md");
        assert_eq!(address("a b,c%\n#?:é.md"), "a%20b%2Cc%25%0A%23%3F%3A%C3%A9.md");
        assert_eq!(address("/srv/a.md"), "file:///srv/a.md");
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        let places = Places::of("a.md", "\u{feff}We 📦 go\nhome");
        let region = places.region(Span::new(places.source.find("go").unwrap(), places.source.len()));
        assert_eq!(region, json!({"startLine": 1, "startColumn": 6, "endLine": 2, "endColumn": 5}));
    }
}
