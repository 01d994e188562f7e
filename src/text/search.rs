//! Finding text, and what is to stand in its place.

use regex::{Captures, Regex};

use super::{Buffer, Edit, Query, Span};

/// A text to look for.
///
/// What would cut a grapheme cluster (the `e` of a decomposed `é`) is no match, nor is what is empty.
#[derive(Debug, Clone)]
pub struct Search {
    pattern: Regex,
    /// Whether `$1` and the like in a replacement stand for what was found.
    is_regex: bool,
}

impl Search {
    /// Looks for `needle`; `None` where it is empty, or so long (some 100 KB) that it is no search.
    ///
    /// Smart case: capitals and small letters are the same unless there is a capital in what is looked for. A line
    /// break in it matches any line break.
    pub fn new(needle: &str) -> Option<Self> {
        let match_case = needle.chars().any(char::is_uppercase);
        Self::of(&Query { needle: needle.to_owned(), match_case, ..Query::default() }).ok().flatten()
    }

    /// Looks for what `query` asks; `None` where that is nothing.
    ///
    /// # Errors
    ///
    /// Where the pattern is none, or compiles to more than 1 MiB: what is wrong with it, in one line.
    pub fn of(query: &Query) -> Result<Option<Self>, String> {
        if query.needle.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self { pattern: query.pattern()?, is_regex: query.is_regex }))
    }

    /// All matches from the start to the end of the text, none overlapping another, found as they are taken.
    pub fn find_all<'a>(&'a self, buffer: &'a Buffer) -> impl Iterator<Item = Span> + 'a {
        let found = self.pattern.find_iter(buffer.text()).map(|found| Span::from(found.range()));
        found.filter(|span| is_whole(buffer, *span))
    }

    /// The edit that puts `with` in the place of each match. Where the search is for a pattern, `$1`, `${name}`, `\n`,
    /// `\t` and `\\` in it have their meaning.
    pub fn replacements<'a>(&'a self, buffer: &'a Buffer, with: &str) -> Box<dyn Iterator<Item = Edit> + 'a> {
        if !self.is_regex {
            let with = with.to_owned();
            return Box::new(self.find_all(buffer).map(move |span| Edit::replace(span, with.as_str())));
        }
        let with = unescaped(with, buffer.line_ending());
        let edit = move |found: Captures<'a>| {
            let span = Span::from(found.get(0)?.range());
            let mut insert = String::new();
            found.expand(&with, &mut insert);
            is_whole(buffer, span).then(|| Edit::replace(span, insert))
        };
        Box::new(self.pattern.captures_iter(buffer.text()).filter_map(edit))
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

fn is_whole(buffer: &Buffer, span: Span) -> bool {
    !span.is_empty() && buffer.is_grapheme_boundary(span.start) && buffer.is_grapheme_boundary(span.end)
}

fn unescaped(with: &str, line_ending: &str) -> String {
    let mut out = String::new();
    let mut chars = with.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            out.push(char);
            continue;
        }
        match chars.next() {
            Some('n') => out.push_str(line_ending),
            Some('t') => out.push('\t'),
            Some('\\') | None => out.push('\\'),
            Some(other) => out.extend(['\\', other]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Change;

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

    fn replaced(text: &str, query: &Query, with: &str) -> String {
        let buffer = Buffer::new(text);
        let search = Search::of(query).unwrap().unwrap();
        Change::new(search.replacements(&buffer, with).collect()).applied(text)
    }

    fn query(needle: &str) -> Query {
        Query { needle: needle.into(), ..Query::default() }
    }

    #[test]
    fn options_narrow_what_is_found() {
        assert_eq!(replaced("Use use reuse", &query("use"), "x"), "x x rex");
        assert_eq!(replaced("Use use", &Query { match_case: true, ..query("use") }, "x"), "Use x");
        assert_eq!(
            replaced("use reuse, used", &Query { whole_word: true, ..query("use") }, "x"),
            "x reuse, used"
        );
        assert_eq!(replaced("a (b) (bc)", &Query { whole_word: true, ..query("(b)") }, "x"), "a x (bc)");
        assert_eq!(replaced("a.b $1", &query("."), "$1"), "a$1b $1");
    }

    #[test]
    fn patterns_know_lines_and_groups() {
        let pattern = |needle: &str| Query { is_regex: true, ..query(needle) };
        assert_eq!(
            replaced("9 May\r\n7 June", &pattern(r"^(\d) (\w+)$"), "$2 ${1}th"),
            "May 9th\r\nJune 7th"
        );
        assert_eq!(replaced("a b\r\n", &pattern("a b"), r"a\nb\\n\t$$"), "a\r\nb\\n\t$\r\n");
        assert_eq!(replaced("aaa b", &pattern("x*"), "-"), "aaa b");
    }

    #[test]
    fn a_bad_pattern_is_told_in_one_line() {
        let complaint = |needle: &str| Search::of(&Query { is_regex: true, ..query(needle) }).unwrap_err();
        assert_eq!(complaint("(a"), "unclosed group");
        assert_eq!(complaint(r"\p{L}{1000}{1000}"), "the pattern is too large");
        assert!(Search::of(&query("(a")).is_ok());
    }
}
