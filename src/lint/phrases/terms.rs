//! Words the customer uses, and names of product and company: what lies within one is never struck.

use crate::lint::{Category, Facts};
use crate::text::{Span, slice};

/// Whether a term or name covers `span` of `text`, where a phrase of `category` was found. Terms are found in any case, in
/// the singular and the plural, with hyphens or spaces; names as they are written. What the front matter says of the
/// customer is in the customer's words: jargon and technology in it are none.
pub(super) fn cover(facts: &Facts, text: &str, span: Span, category: Category) -> bool {
    let is_term = |term: &String| {
        covers(text, span, term, alike)
            || term.strip_suffix('s').is_some_and(|singular| covers(text, span, singular, alike))
    };
    let trade = matches!(category, Category::Jargon | Category::TechnologyFocus);
    if trade && facts.customer.as_deref().is_some_and(|customer| says(customer, slice(text, span))) {
        return true;
    }
    let terms = facts.terms.iter().any(is_term);
    let names = [&facts.product, &facts.company].into_iter().flatten();
    terms
        || (category == Category::TechnologyFocus
            && facts.terms.iter().any(|term| is_used(slice(text, span), term)))
        || names
            .into_iter()
            .any(|name| covers(text, span, name, |a, b| a == b) || is_word_of(slice(text, span), name))
}

/// Whether `words` say no more than that something uses `term`: "uses deep learning". "powered by" is not the customer's.
fn is_used(words: &str, term: &str) -> bool {
    let starts = words.char_indices().map(|(at, _)| at);
    let found = starts.into_iter().find(|start| {
        let stop = start + term.len();
        words.get(*start..stop).is_some_and(|piece| alike(piece, term)) && free(words, *start, stop)
    });
    let using = |word: &str| {
        ["use", "uses", "used", "using", "with", "a", "an", "the"]
            .iter()
            .any(|of| word.eq_ignore_ascii_case(of))
    };
    found.is_some_and(|at| slice(words, 0..at).split_whitespace().all(using) && at > 0)
}

/// Whether `one` and `other` differ in nothing but capitals and hyphens.
fn alike(one: &str, other: &str) -> bool {
    let folded = |byte: u8| if byte == b'-' { b' ' } else { byte.to_ascii_lowercase() };
    one.len() == other.len() && one.bytes().map(folded).eq(other.bytes().map(folded))
}

/// Whether `words`, or their singular, stand in `description` as whole words.
fn says(description: &str, words: &str) -> bool {
    let stem = if words.len() > 3 { words.strip_suffix('s').unwrap_or(words) } else { words };
    let starts = description.char_indices().map(|(at, _)| at);
    starts.into_iter().any(|start| {
        let stop = start + stem.len();
        description.get(start..stop).is_some_and(|piece| alike(piece, stem)) && free(description, start, stop)
    })
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
        cover(facts, text, Span::new(start, start + word.len()), Category::Jargon)
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
    fn hyphens_and_number_of_a_term_do_not_matter() {
        let facts = Facts { terms: vec!["point of sale".into(), "smart locks".into()], ..Facts::default() };
        assert!(covered(&facts, "A point-of-sale desk.", "point-of-sale"));
        assert!(covered(&facts, "A smart-lock key.", "smart-lock"));
        assert!(!covered(&facts, "A point of view.", "point of view"));
    }

    #[test]
    fn what_the_customer_is_called_by_is_her_own_word() {
        let customer = Some("people who deploy microservices for a living".to_owned());
        let facts = Facts { customer, ..Facts::default() };
        assert!(covered(&facts, "Your microservices start.", "microservices"));
        assert!(covered(&facts, "A microservice starts.", "microservice"));
        assert!(!covered(&facts, "A service starts.", "service"));
        let text = "You deploy it.";
        assert!(!cover(&facts, text, Span::new(4, 10), Category::Weasel));
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
