//! Text with its cursor written into it: `|` is the cursor, `[` and `]` are the selection's ends.

use crate::text::{Buffer, Selection};

/// A text and its cursor, from `"Hel[lo|] world"`.
pub(crate) fn parse(notation: &str) -> (Buffer, Selection) {
    let text: String = notation.chars().filter(|char| !"[|]".contains(*char)).collect();
    let place = |mark: char| {
        let at = notation.find(mark)?;
        Some(at - notation.bytes().take(at).filter(|byte| b"[|]".contains(byte)).count())
    };
    let head = place('|').expect("a cursor");
    let (start, end) = (place('[').unwrap_or(head), place(']').unwrap_or(head));
    let anchor = if head == start { end } else { start };
    (Buffer::new(text), Selection::new(anchor, head))
}

/// The other way.
pub(crate) fn render(buffer: &Buffer, selection: Selection) -> String {
    let span = selection.span();
    let mut out = buffer.text().to_owned();
    let marks: &[(usize, &str)] = match (selection.is_empty(), selection.head == span.start) {
        (true, _) => &[(span.start, "|")],
        (false, true) => &[(span.end, "]"), (span.start, "[|")],
        (false, false) => &[(span.end, "|]"), (span.start, "[")],
    };
    for (at, mark) in marks {
        out.insert_str(*at, mark);
    }
    out
}
