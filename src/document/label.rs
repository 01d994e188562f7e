//! Labels before the prose of a block: `Q:`, `A:`, `Question 3:`, `Customer quote:`, and bullets made by hand.

use crate::text::slice;

/// Whether the source line `rest` begins a block of its own although no blank line stands before it.
pub(super) fn starts_block(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t', '>', '*', '_']);
    line.starts_with(['•', '◦', '▪'])
        || label_len(line).is_some_and(|(label, _)| label.is_answer_or_question())
}

/// What a label says of the block behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// `Q:`, `Question 2:`
    Question,
    /// `A:`, `Answer:`
    Answer,
    /// `Customer quote:`
    CustomerQuote,
    /// `Internal quote:`, `Leader quote:`
    LeaderQuote,
    /// A bullet made by hand, or a list number.
    Bullet,
}

impl Label {
    fn is_answer_or_question(self) -> bool {
        matches!(self, Label::Question | Label::Answer)
    }
}

/// Names of labels, lower-case, longest first where one begins another.
const NAMES: &[(&str, Label)] = &[
    ("question", Label::Question),
    ("answer", Label::Answer),
    ("customer quote", Label::CustomerQuote),
    ("customer testimonial", Label::CustomerQuote),
    ("quote from customer", Label::CustomerQuote),
    ("internal quote", Label::LeaderQuote),
    ("leader quote", Label::LeaderQuote),
    ("leadership quote", Label::LeaderQuote),
    ("company quote", Label::LeaderQuote),
    ("executive quote", Label::LeaderQuote),
    ("spokesperson quote", Label::LeaderQuote),
    ("q", Label::Question),
    ("a", Label::Answer),
];

/// The label that `text` begins with, and its length in bytes with the space behind it.
pub(super) fn label_len(text: &str) -> Option<(Label, usize)> {
    if let Some(rest) = text.strip_prefix(['•', '◦', '▪']) {
        return Some((Label::Bullet, text.len() - rest.trim_start().len()));
    }
    // The first letter decides nearly always.
    let first = text.bytes().next()?.to_ascii_lowercase();
    let mut names = NAMES.iter().filter(|(name, _)| name.as_bytes().first() == Some(&first));
    names.find_map(|(name, label)| named(text, name).map(|len| (*label, len)))
}

/// The length of `name`, an optional number and a colon (or full stop, or bracket after a number) at the head of
/// `text`.
fn named(text: &str, name: &str) -> Option<usize> {
    let head = text.get(..name.len())?;
    if !head.eq_ignore_ascii_case(name) {
        return None;
    }
    let rest = slice(text, name.len()..text.len());
    let digits = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '#');
    let numbered = digits.len() < rest.trim_start().len();
    let rest = if numbered { digits } else { rest };
    let rest = rest.trim_start_matches(['*', '_']);
    let after =
        rest.strip_prefix(':').or_else(|| if numbered { rest.strip_prefix(['.', ')']) } else { None })?;
    let after = after.trim_start_matches(['*', '_']);
    let spaced = after.is_empty() || after.starts_with(char::is_whitespace);
    spaced.then(|| text.len() - after.trim_start().len())
}

/// The length of a number such as `1.`, `2)` or `Q3.` at the head of a heading, with the space behind it.
pub(super) fn number_len(text: &str) -> usize {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() == text.len() {
        return 0;
    }
    match digits.strip_prefix(['.', ')', ':']) {
        Some(rest) if rest.starts_with(char::is_whitespace) => text.len() - rest.trim_start().len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found_with_their_length() {
        assert_eq!(label_len("Q: Why?"), Some((Label::Question, 3)));
        assert_eq!(label_len("Q1. Why?"), Some((Label::Question, 4)));
        assert_eq!(label_len("Question 12: Why?"), Some((Label::Question, 13)));
        assert_eq!(label_len("A: No."), Some((Label::Answer, 3)));
        assert_eq!(label_len("Customer quote: It works."), Some((Label::CustomerQuote, 16)));
        assert_eq!(label_len("A. Smith said"), None);
        assert_eq!(label_len("Ask us"), None);
        assert_eq!(number_len("3. Who pays?"), 3);
        assert_eq!(number_len("3.5 per cent"), 0);
        assert_eq!(number_len("2027 in figures"), 0);
    }

    #[test]
    fn a_line_may_start_a_block() {
        assert!(starts_block("**A:** No"));
        assert!(starts_block("A: No"));
        assert!(starts_block("\t•\tOne"));
        assert!(!starts_block("A new line"));
    }
}
