//! Finding text.

use regex::{Regex, RegexBuilder, escape};

use super::{Buffer, Span};

/// A text to look for.
///
/// Smart case: capitals and small letters are the same unless there is a capital in what is looked for. A line break in
/// it matches any line break. What would cut a grapheme cluster (the `e` of a decomposed `é`) is no match.
#[derive(Debug, Clone)]
pub struct Search {
    pattern: Regex,
}

impl Search {
    /// Looks for `needle`; `None` where it is empty, or so long (some 100 KB) that it is no search.
    pub fn new(needle: &str) -> Option<Self> {
        if needle.is_empty() {
            return None;
        }
        let lines: Vec<_> = needle.lines().map(escape).collect();
        let tail = if needle.ends_with('\n') { r"\r?\n" } else { "" };
        let pattern = lines.join(r"\r?\n") + tail;
        let has_capital = needle.chars().any(char::is_uppercase);
        let pattern = RegexBuilder::new(&pattern).case_insensitive(!has_capital).build().ok()?;
        Some(Self { pattern })
    }

    /// All matches from the start to the end of the text, none overlapping another, found as they are taken.
    pub fn find_all<'a>(&'a self, buffer: &'a Buffer) -> impl Iterator<Item = Span> + 'a {
        let found = self.pattern.find_iter(buffer.text()).map(|found| Span::from(found.range()));
        found.filter(|span| buffer.is_grapheme_boundary(span.start) && buffer.is_grapheme_boundary(span.end))
    }

    /// The first match that begins at byte `from` or after; from the start again where there is none.
    pub fn next(&self, buffer: &Buffer, from: usize) -> Option<Span> {
        let mut first = None;
        for span in self.find_all(buffer) {
            if span.start >= from {
                return Some(span);
            }
            first = first.or(Some(span));
        }
        first
    }

    /// The last match that begins before byte `before`; from the end again where there is none.
    pub fn previous(&self, buffer: &Buffer, before: usize) -> Option<Span> {
        let is_before = |span: &Span| span.start < before;
        self.find_all(buffer).take_while(is_before).last().or_else(|| self.find_all(buffer).last())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, needle: &str) -> Vec<Span> {
        Search::new(needle).unwrap().find_all(&Buffer::new(text)).collect()
    }

    #[test]
    fn small_letters_find_capitals_and_not_the_other_way() {
        assert_eq!(found("Straße STRASSE straße", "straße").len(), 2);
        assert_eq!(found("Öl öl", "Öl"), [Span::new(0, 3)]);
        assert_eq!(found("a.b axb", "a.b"), [Span::new(0, 3)]);
        assert!(Search::new("").is_none());
    }

    #[test]
    fn matches_do_not_cut_clusters() {
        assert_eq!(found("cafe\u{301} e", "e"), [Span::new(7, 8)]);
        assert_eq!(found("a\r\nb", "a\nb"), [Span::new(0, 4)]);
        assert_eq!(found("a\r\n", "a\n"), [Span::new(0, 3)]);
        assert_eq!(found("\u{feff}a", "\u{feff}a"), []);
    }

    #[test]
    fn the_search_goes_round() {
        let buffer = Buffer::new("ab ab ab");
        let search = Search::new("ab").unwrap();
        let next = |from| search.next(&buffer, from).unwrap().start;
        assert_eq!([next(0), next(1), next(7)], [0, 3, 0]);
        let previous = |before| search.previous(&buffer, before).unwrap().start;
        assert_eq!([previous(8), previous(3), previous(0)], [6, 0, 6]);
        assert_eq!(Search::new("c").unwrap().next(&buffer, 0), None);
    }
}
