//! Words the customer uses, and names of product and company: what lies within one is never struck.

use crate::lint::Facts;
use crate::text::{Span, slice};

/// Whether a term or name covers `span` of `text`. Terms are found in any case, names as they are written; the match may
/// be the plural of what it lies in.
pub(super) fn cover(facts: &Facts, text: &str, span: Span) -> bool {
    let terms = facts.terms.iter().any(|term| covers(text, span, term, str::eq_ignore_ascii_case));
    let names = [&facts.product, &facts.company].into_iter().flatten();
    terms
        || names
            .into_iter()
            .any(|name| covers(text, span, name, |a, b| a == b) || is_word_of(slice(text, span), name))
}

/// Whether `words` is one word of `name`, written just so and plainly a name ("gRPC" of "gRPC-Web"; not "smart" of
/// "Smart Box", nor "Smart" at the start of a sentence).
fn is_word_of(words: &str, name: &str) -> bool {
    let inner_capital = words.chars().skip(1).any(char::is_uppercase);
    inner_capital && name.split(|c: char| !c.is_alphanumeric()).any(|word| word == words)
}

fn covers(text: &str, span: Span, term: &str, same: impl Fn(&str, &str) -> bool) -> bool {
    // A plural s of the match may stick out of the term.
    let end = if slice(text, span).ends_with('s') && span.len() > 3 { span.end - 1 } else { span.end };
    if term.len() < end - span.start {
        return false;
    }
    let first = end.saturating_sub(term.len());
    (first..=span.start).any(|start| {
        let stop = start + term.len();
        text.get(start..stop).is_some_and(|piece| same(piece, term)) && free(text, start, stop)
    })
}

/// Whether `start..stop` is not a piece of a longer word, a plural s aside.
fn free(text: &str, start: usize, stop: usize) -> bool {
    let before = slice(text, 0..start).chars().next_back();
    let after = slice(text, stop..text.len());
    let after = after.strip_prefix('s').unwrap_or(after).chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(facts: &Facts, text: &str, word: &str) -> bool {
        let start = text.find(word).unwrap();
        cover(facts, text, Span::new(start, start + word.len()))
    }

    #[test]
    fn a_term_covers_its_words_in_any_case_and_their_plural() {
        let facts = Facts { terms: vec!["smart lock".into(), "webhook".into()], ..Facts::default() };
        assert!(covered(&facts, "A Smart Lock opens.", "Smart"));
        assert!(covered(&facts, "Use webhooks.", "webhooks"));
        assert!(!covered(&facts, "A smart mailbox.", "smart"));
        assert!(!covered(&facts, "Some smart locker rooms.", "smart"));
    }

    #[test]
    fn a_name_covers_its_words_as_written() {
        let facts = Facts { product: Some("Smart Flow".into()), ..Facts::default() };
        assert!(covered(&facts, "Smart Flow ships.", "Smart"));
        assert!(!covered(&facts, "A smart flow.", "smart"));
        assert!(!covered(&facts, "Smart boxes.", "Smart"));
        let facts = Facts { product: Some("gRPC-Web".into()), ..Facts::default() };
        assert!(covered(&facts, "It talks to a gRPC server.", "gRPC"));
    }
}
