//! Where other words, or none, may not fit though each strike is well meant: what stands around decides, and a doubt is
//! left for a person to settle.

use super::words::{first_word, is_in, last_word, same};
use crate::document::Block;
use crate::text::{Span, slice};

const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being", "am"];

/// Whether `words` surely fit in the place of those at `span`.
pub(super) fn fits(block: &Block, span: Span, words: &str) -> bool {
    let text = &block.prose.text;
    let (struck, before) = (slice(text, span), slice(text, 0..span.start));
    let rest = rest_of_sentence(block, span);
    !is_tidying(struck, before)
        && !is_joined_infinitive(struck, words, rest)
        && !is_passive(last_word(before.trim_end()), words)
        && !is_joined_predicate(struck, words, rest)
        && !is_paired(struck, words, before)
}

/// Whether a sentence is surely left where the words at `span` go: "it is clear that" may also hang on a verb ("make sure
/// it is clear that"), and "that" may point ("please note that address").
pub(super) fn leaves_a_sentence(block: &Block, span: Span, opens: bool) -> bool {
    const SUBJECTS: &[&str] = &[
        "a", "all", "an", "each", "every", "he", "his", "i", "if", "it", "its", "my", "no", "our", "she",
        "some", "the", "their", "there", "these", "they", "this", "those", "we", "when", "while", "you",
        "your",
    ];
    let text = &block.prose.text;
    let struck = slice(text, span);
    if !same(last_word(struck), "that") {
        return true;
    }
    let joined = is_in(&["and", "but"], last_word(slice(text, 0..span.start).trim_end()));
    let next = first_word(slice(text, span.end..text.len()).trim_start());
    (opens || joined) && (!same(first_word(struck), "please") || is_in(SUBJECTS, next))
}

fn rest_of_sentence(block: &Block, span: Span) -> &str {
    let end = block.sentences.iter().find(|sentence| sentence.end as usize > span.start);
    let end = end.map_or(block.prose.text.len(), |sentence| sentence.end as usize);
    slice(&block.prose.text, span.end..end.max(span.end))
}

/// Whether "in order" may belong to what stands before it: "get your papers in order to apply", "all is in order to
/// start".
fn is_tidying(struck: &str, before: &str) -> bool {
    const TIDYING: &[&str] = &["get", "gets", "getting", "got", "put", "puts", "putting"];
    const REACH: usize = 7;
    let words = before.split_whitespace().rev().take(REACH);
    same(struck, "in order to")
        && (is_in(BE, last_word(before.trim_end())) || words.into_iter().any(|word| is_in(TIDYING, word)))
}

/// Whether a second infinitive in the sentence leans on the "to" that goes: "has the ability to open and to close".
fn is_joined_infinitive(struck: &str, words: &str, rest: &str) -> bool {
    let goes = struck.ends_with(" to") && !words.ends_with("to");
    goes && [" and to ", " or to ", ", to ", " but to "].iter().any(|second| rest.contains(second))
}

/// Whether something further on leans on the verb that goes: "is able to sing and ready to dance", "has the ability to
/// sing, and so has he".
fn is_joined_predicate(struck: &str, words: &str, rest: &str) -> bool {
    const JOINTS: &[&str] = &[",", ";", " and ", " or ", " but ", " nor ", " than ", " as "];
    let verb = first_word(struck);
    let goes = is_in(&["is", "are", "has"], verb) && !same(verb, first_word(words));
    (goes || struck.ends_with("ability to")) && JOINTS.iter().any(|joint| rest.contains(joint))
}

/// Whether a verb of two words would stand in the passive: "was ascertained" as "was found out".
fn is_passive(last: &str, words: &str) -> bool {
    is_in(BE, last) && words.contains(' ')
}

/// Whether an adjective goes that another is joined to: "an unpleasant and unexpected surprise".
fn is_paired(struck: &str, words: &str, before: &str) -> bool {
    let adjective = struck.ends_with(words) && !same(words, "to");
    adjective && is_in(&["and", "or", "but", "nor"], last_word(before.trim_end()))
}
