//! Front matter that no program reads: something stands before it, or its first line is not three hyphens.
//!
//! It is told from a thematic break in an ordinary text by its keys: they are ours, nothing but YAML stands around them,
//! and a second line of hyphens ends them.

use super::is_key;
use crate::text::{LineIndex, Span, slice};
use crate::yaml;

/// Keys that are ours and stand in no prose at the beginning of a line between two lines of hyphens.
const KEYS: [&str; 8] =
    ["template", "product", "company", "customer", "launch", "competitors", "terms", "waivers"];
/// Lines in which the front matter has to begin, and lines that it has at most.
const LINES: (usize, usize) = (12, 200);
/// So many characters before it are a slip of the finger, and one key is enough to tell what they stand before.
const SLIP: usize = 3;
/// What stands before the hyphens on their own line is no longer than this, in characters.
const BEFORE_HYPHENS: usize = 8;

/// Where it is, and what is wrong with it.
pub(super) struct Misplaced {
    /// The YAML.
    pub yaml: Span,
    /// Where the text behind it begins.
    pub end: usize,
    pub problem: yaml::Error,
}

/// The front matter in the first lines of `source` from byte `start` on, which are not read as one.
pub(super) fn find(source: &str, start: usize) -> Option<Misplaced> {
    let mut at = start;
    for line in slice(source, start..source.len()).split_inclusive('\n').take(LINES.0) {
        let text = visible(line);
        if text.starts_with("```") || text.starts_with("~~~") {
            return None;
        }
        let before = slice(source, start..at).chars().filter(|c| !is_invisible(*c)).count();
        let from = if hyphens_behind(text).is_some() { at + line.len() } else { at };
        let is_begun = from > at || (before == 0 && known(text).is_some());
        if let Some((yaml, end)) = is_begun.then(|| body(source, from)).flatten() {
            let stray = hyphens_behind(text).unwrap_or(0);
            let needed = if from > at && (1..=SLIP).contains(&(before + stray)) { 1 } else { 2 };
            if keys(slice(source, yaml)) >= needed {
                let message = told(before + stray, text, from > at);
                return Some(Misplaced { yaml, end, problem: error(source, start, message) });
            }
        }
        at += line.len();
    }
    None
}

/// How many characters stand before the hyphens that a line ends with, or that it is made of; `None` where there are none.
fn hyphens_behind(text: &str) -> Option<usize> {
    let before = text.trim_end_matches('-');
    let hyphens = text.len() - before.len();
    let count = before.chars().count();
    (hyphens >= 3 && count <= BEFORE_HYPHENS || hyphens == 2 && count == 0).then_some(count)
}

fn told(before: usize, first: &str, has_hyphens: bool) -> String {
    if !has_hyphens {
        return "the front matter has no line of three hyphens, ---, before it, so nothing reads it"
            .to_owned();
    }
    if before == 0 && first != "---" {
        return format!("the front matter has to begin with three hyphens, ---, and not with {first}");
    }
    let what = if before == 0 { "blanks stand" } else { "text stands" };
    format!("{what} before the front matter: it has to begin with the first character of the document")
}

fn error(source: &str, start: usize, message: String) -> yaml::Error {
    let rest = slice(source, start..source.len());
    let blank = rest.len() - rest.trim_start_matches(is_invisible).len();
    // Blanks themselves are what is wrong where only they stand there.
    let byte = if rest.trim_start_matches(is_invisible).starts_with("---") { start } else { start + blank };
    let head = slice(source, 0..byte);
    yaml::Error { message, at: Some(LineIndex::new(head).position(head, byte)) }
}

/// The YAML from byte `from` on up to a line of hyphens, and where that ends.
fn body(source: &str, from: usize) -> Option<(Span, usize)> {
    let mut at = from;
    for line in slice(source, from..source.len()).split_inclusive('\n').take(LINES.1) {
        let text = line.trim_end();
        if text == "---" || text == "..." {
            return Some((Span::new(from, at), at + line.len()));
        }
        let goes_on = text.is_empty() || text.starts_with([' ', '\t', '-', ']', '}']);
        if !goes_on && !is_key(text) {
            return None;
        }
        at += line.len();
    }
    None
}

/// How many keys of ours begin a line of `yaml`; the template alone counts for two, since nobody else writes it.
fn keys(yaml: &str) -> usize {
    yaml.lines().filter_map(known).map(|key| if key == "template" { 2 } else { 1 }).sum()
}

fn known(line: &str) -> Option<&'static str> {
    let (key, _) = line.split_once(':')?;
    KEYS.into_iter().find(|known| *known == key)
}

fn visible(line: &str) -> &str {
    line.trim_matches(is_invisible)
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::super::FrontMatter;

    const HEAD: &str = "---\ntemplate: prfaq\nproduct: Melinda\n---\n";

    fn read(source: &str) -> (Option<String>, Option<(usize, usize)>, String) {
        let front = FrontMatter::read(source);
        let problem = front.problem.as_ref();
        let place = problem.and_then(|problem| problem.at).map(|at| (at.line, at.column));
        (front.product, place, problem.map(|problem| problem.message.clone()).unwrap_or_default())
    }

    #[test]
    fn what_stands_before_it_is_told_and_it_is_read_all_the_same() {
        for (before, place, said) in [
            ("x", (1, 1), "text stands before"),
            ("x\n", (1, 1), "text stands before"),
            ("\n\n", (1, 1), "blanks stand before"),
            (" ", (1, 1), "blanks stand before"),
            ("\u{feff}\u{feff}", (1, 2), "blanks stand before"),
            ("\n  draft 3\n\n", (2, 3), "text stands before"),
            ("<!-- Copyright Blue Corp -->\n", (1, 1), "text stands before"),
            ("-", (1, 1), "the front matter has to begin with three hyphens"),
        ] {
            let source = format!("{before}{HEAD}# Melinda\n");
            let (product, at, message) = read(&source);
            assert_eq!((product.as_deref(), at), (Some("Melinda"), Some(place)), "{source:?} {message}");
            assert!(message.starts_with(said), "{source:?} {message}");
        }
        let (product, at, message) = read(HEAD.trim_start_matches("---\n"));
        assert_eq!((product.as_deref(), at), (Some("Melinda"), Some((1, 1))), "{message}");
        assert_eq!(read(&HEAD.replacen("---", "--", 1)).0.as_deref(), Some("Melinda"));
        assert!(read("x---\ncustomer: nurses\n---\n").1.is_some());
    }

    #[test]
    fn lines_of_hyphens_elsewhere_are_none() {
        for source in [
            "# Notes\n\nSome text.\n\n---\n\nMore: of it.\n\n---\n",
            "Product: Melinda\n---\nText.\n",
            "Our product\n\n---\nproduct: Melinda is the name\n---\n",
            "Like this:\n\n```\n---\ntemplate: prfaq\n---\n```\n",
            "---\n\ntemplate: said Ann.\n",
            "| a | b |\n| --- | --- |\n| template: | prfaq |\n",
            "# A\n\n---\ntemplate: is what one calls it.\nAnd so on.\n---\n",
        ] {
            let front = FrontMatter::read(source);
            assert!(front.problem.is_none(), "{source:?} {:?}", front.problem);
        }
        let late = format!("{}{HEAD}", "A line.\n".repeat(40));
        assert!(FrontMatter::read(&late).problem.is_none());
        assert_eq!(read(HEAD), (Some("Melinda".to_owned()), None, String::new()));
    }
}
