//! Our lines in a file of attributes: put in, found, and taken out again with not a byte changed elsewhere.
//!
//! They stand first, because in such a file a later line goes before an earlier one: what a person says of the same files
//! holds.

/// First of our lines.
const OPEN: &str = "# prfaq git install: these files are compared as prose\n";
/// Last of our lines.
const CLOSE: &str = "# prfaq git install: end\n";

/// `text` with our lines for `patterns`, which replace those that are there.
pub(super) fn with(text: &str, patterns: &[String]) -> String {
    let mut out = OPEN.to_owned();
    for pattern in patterns {
        out.push_str(pattern);
        out.push_str(" diff=prfaq\n");
    }
    out.push_str(CLOSE);
    out + &without(text)
}

/// `text` without our lines.
pub(super) fn without(text: &str) -> String {
    match parts(text) {
        Some((before, _, after)) => format!("{before}{after}"),
        None => text.to_owned(),
    }
}

/// The patterns in our lines of `text`.
pub(super) fn patterns(text: &str) -> Option<Vec<String>> {
    let (_, ours, _) = parts(text)?;
    Some(ours.lines().map(|line| line.trim_end_matches(" diff=prfaq").to_owned()).collect())
}

/// What stands before our lines, in them and behind them.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once(OPEN)?;
    let (ours, after) = rest.split_once(CLOSE)?;
    Some((before, ours, after))
}

/// Why `pattern` cannot stand in a file of attributes.
pub(super) fn problem(pattern: &str) -> Option<&'static str> {
    if pattern.is_empty() {
        Some("is empty")
    } else if pattern.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"') {
        Some("holds white space or quotation marks; `?` stands for any character")
    } else if pattern.starts_with(['#', '!', '[']) {
        Some("begins with what means something else there")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_there_comes_back_byte_for_byte() {
        let patterns_of = |list: &[&str]| list.iter().map(|&one| one.to_owned()).collect::<Vec<_>>();
        for before in ["", "*.png binary\n", "*.md text", "*.md diff=mine\r\n\r\n"] {
            let one = with(before, &patterns_of(&["*.md"]));
            let two = with(&one, &patterns_of(&["*.md", "docs/*.txt"]));
            assert_eq!(patterns(&two), Some(patterns_of(&["*.md", "docs/*.txt"])));
            assert_eq!(two.matches(OPEN).count(), 1);
            assert_eq!((without(&one), without(&two)), (before.to_owned(), before.to_owned()));
            assert!(two.contains("docs/*.txt diff=prfaq\n"));
        }
        assert_eq!(patterns("*.md diff=prfaq\n"), None);
    }

    #[test]
    fn patterns_are_one_word() {
        assert!(["*.md", "docs/**/*.md", "größe?.md"].iter().all(|pattern| problem(pattern).is_none()));
        assert!(
            ["", "a b", "\"x\"", "#x", "!x", "[attr]x", "a\nb"]
                .iter()
                .all(|pattern| problem(pattern).is_some())
        );
    }
}
