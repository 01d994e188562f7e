//! Words as they are chosen on the page, and the markup that belongs to them in the source.

use crate::text::{Span, slice};

/// Marks that come in pairs.
const PAIRED: [char; 4] = ['*', '_', '`', '~'];

/// `span` of `source` with the mark at its edge whose other half stands inside: `big* news` becomes `*big* news`. Else
/// striking it would leave half of an emphasis behind.
pub fn with_marks(source: &str, span: Span) -> Span {
    PAIRED.iter().fold(span, |span, mark| {
        let Some(lone) = unpaired(slice(source, span), *mark) else { return span };
        let half = mark.to_string().repeat(lone);
        if slice(source, 0..span.start).ends_with(&half) {
            Span::new(span.start - half.len(), span.end)
        } else if slice(source, span.end..source.len()).starts_with(&half) {
            Span::new(span.start, span.end + half.len())
        } else {
            span
        }
    })
}

/// The length of a run of `mark` in `text` that has no partner there.
fn unpaired(text: &str, mark: char) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    for run in text.split(|c| c != mark).map(str::len).filter(|len| *len > 0) {
        if open.last() == Some(&run) {
            open.pop();
        } else {
            open.push(run);
        }
    }
    open.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_emphasis_is_made_whole() {
        for (source, chosen, whole) in [
            ("*A note.* This is it.", "A note.* This is it.", "*A note.* This is it."),
            ("It is **very big** now.", "It is **very big", "It is **very big**"),
            ("It is **very big** now.", "very big", "very big"),
            ("a `b` c `d`", "c `d", "c `d`"),
            ("snake_case here", "snake_case", "snake_case"),
            ("5 * 4 is 20", "5 * 4", "5 * 4"),
        ] {
            let at = source.find(chosen).unwrap();
            let span = with_marks(source, Span::new(at, at + chosen.len()));
            assert_eq!(slice(source, span), whole, "{source}");
        }
    }
}
