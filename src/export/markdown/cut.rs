//! Taking pieces out of Markdown without a trace.

use crate::text::{Span, slice};

/// A piece to take out, or to put another in the place of.
#[derive(Debug, Clone)]
pub(super) struct Cut {
    span: Span,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    /// Goes; its line too, where nothing else stands on it.
    Block,
    /// Goes, with so many spaces before it.
    Inline(usize),
    /// Becomes an empty comment.
    Hollow,
    /// Is the place of the mark that ends a release, a paragraph of its own.
    EndMark,
    /// Becomes this.
    Swap(String),
}

impl Cut {
    pub fn block(span: Span) -> Self {
        Self { span, kind: Kind::Block }
    }

    pub fn inline(span: Span, spaces: usize) -> Self {
        Self { span, kind: Kind::Inline(spaces) }
    }

    /// The same, leaving nothing.
    pub fn without_trace(self) -> Self {
        let kind = if matches!(self.kind, Kind::Hollow) { Kind::Swap(String::new()) } else { self.kind };
        Self { kind, ..self }
    }

    /// The same, leaving an empty comment.
    pub fn hollow_too(self) -> Self {
        Self { kind: Kind::Hollow, ..self }
    }

    pub fn end_mark(at: usize) -> Self {
        Self { span: Span::at(at), kind: Kind::EndMark }
    }

    pub fn hollow(span: Span) -> Self {
        Self { span, kind: Kind::Hollow }
    }

    /// Whether it lies in `span`.
    pub fn is_in(&self, span: Span) -> bool {
        span.covers(self.span)
    }

    pub fn swap(span: Span, text: impl Into<String>) -> Self {
        Self { span, kind: Kind::Swap(text.into()) }
    }
}

/// `source` from byte `from` on, without `cuts`. Where a line goes, one blank line stays between its neighbours; what
/// lies in a piece that goes, goes with it.
pub(super) fn apply(source: &str, from: usize, mut cuts: Vec<Cut>, eol: &str) -> String {
    cuts.sort_by_key(|cut| cut.span);
    let mut out = String::with_capacity(source.len());
    let mut at = from;
    for Cut { span, kind } in cuts {
        let gone = span.start < at && span.end <= at && !matches!(kind, Kind::EndMark);
        if gone {
            continue;
        }
        out.push_str(slice(source, at..span.start.max(at)));
        at = at.max(span.end);
        match kind {
            Kind::Hollow => out.push_str("<!-- -->"),
            Kind::EndMark => {
                out.truncate(out.trim_end().len());
                // Bare, it would be an empty heading.
                out.extend([eol, eol, "\\#\\#\\#"]);
                // The line break may have gone with what was cut before.
                if at < source.len() && !slice(source, at..source.len()).starts_with(['\n', '\r']) {
                    out.extend([eol, eol]);
                }
            }
            Kind::Inline(spaces) => out.truncate(out.len().saturating_sub(spaces)),
            Kind::Swap(text) => out.push_str(&text),
            Kind::Block => at = close_gap(source, at, &mut out, eol),
        }
    }
    out.push_str(slice(source, at..source.len()));
    let head = out.len() - out.trim_start_matches(['\n', '\r']).len();
    out.split_off(head)
}

/// Ends the line that a block was cut from, where nothing is left on it, and goes on behind the blank lines after it.
fn close_gap(source: &str, at: usize, out: &mut String, eol: &str) -> usize {
    let line_start = out.rfind('\n').map_or(0, |found| found + 1);
    let rest = slice(source, at..source.len());
    let after_spaces = rest.trim_start_matches([' ', '\t']);
    let ends = after_spaces.is_empty() || after_spaces.starts_with(['\n', '\r']);
    // A block cut whole may end with its own line break.
    let ended = slice(source, 0..at).ends_with('\n');
    if !slice(out, line_start..out.len()).trim().is_empty() || !(ends || ended) {
        return at;
    }
    out.truncate(line_start);
    if !out.is_empty() && !out.ends_with("\n\n") && !out.ends_with("\n\r\n") {
        out.push_str(eol);
    }
    let mut at = at;
    for line in rest.split_inclusive('\n') {
        if !line.trim().is_empty() {
            break;
        }
        at += line.len();
    }
    at
}
