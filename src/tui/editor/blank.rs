//! Placeholders such as `{{name}}` as one word.

use crate::text::{Buffer, Span};

/// `span` and all of each placeholder that it has a part of. A placeholder does not go over the end of a line.
pub(super) fn whole(buffer: &Buffer, span: Span) -> Span {
    let mut out = span;
    for line in buffer.line_of(span.start)..=buffer.line_of(span.end) {
        let line = buffer.line_content(line);
        for blank in blanks(buffer.slice(line)) {
            let blank = blank.shifted(line.start);
            if blank.overlaps(span) {
                out = Span::new(out.start.min(blank.start), out.end.max(blank.end));
            }
        }
    }
    out
}

fn blanks(line: &str) -> impl Iterator<Item = Span> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = line.get(from..)?;
        let start = from + rest.find("{{")?;
        let end = start + line.get(start..)?.find("}}")? + 2;
        from = end;
        Some(Span::new(start, end))
    })
}
