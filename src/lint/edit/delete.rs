//! Taking words out: the spaces, commas, brackets and capitals that go with them.

use super::plan::{Plan, Stroke};
use super::words::{DANGLING, DOUBTFUL, LEANING, first_word, is_in, last_word, same};
use super::{doubt, list};
use crate::document::{Block, Prose};
use crate::text::{Span, slice};

/// How to take the words at `span` out; `None` where nothing, or a torn sentence, would be left.
pub(super) fn plan(block: &Block, span: Span) -> Option<Plan> {
    let text = &block.prose.text;
    let opens = opens(block, span.start);
    let mut plan = twin(text, span, opens)
        .or_else(|| list::leave(text, span))
        .or_else(|| enclosed(text, span))
        .map_or_else(|| if opens { opening(text, span) } else { inner(text, span) }, Some)?;
    plan.sure &= doubt::leaves_a_sentence(block, span, opens);
    plan.with_article(text).without_doubles(text)
}

/// Whether only punctuation stands before `at` in its sentence, or a quotation mark right before it.
pub(super) fn opens(block: &Block, at: usize) -> bool {
    let begun = block.sentences.partition_point(|sentence| sentence.start as usize <= at);
    let sentence = begun.checked_sub(1).and_then(|last| block.sentences.get(last));
    let start = sentence.map_or(0, |sentence| sentence.start as usize).max(block.lead.min(at));
    let text = &block.prose.text;
    let capital = slice(text, at..text.len()).starts_with(char::is_uppercase);
    !slice(text, start..at).chars().any(char::is_alphanumeric)
        || (capital && slice(text, start..at).ends_with(['"', '“', '„']))
}

/// Where the same words stand again right behind, one of them goes: "very, very good", "very -- very".
fn twin(text: &str, span: Span, opens: bool) -> Option<Plan> {
    let word = slice(text, span);
    let rest = slice(text, span.end..text.len());
    let next = rest.trim_start_matches([',', ' ', '-', '—', '–']);
    let gap = rest.len() - next.len();
    let again = next.get(..word.len()).is_some_and(|next| same(next, word));
    let whole = first_word(next).len() == first_word(word).len();
    if !(again && gap > 0 && whole) {
        return None;
    }
    let second = span.end + gap;
    // At the start the first stays, with its capital.
    let span = if opens { Span::new(span.end, second + span.len()) } else { Span::new(span.start, second) };
    Some(Plan::delete(span.start, span.end, true))
}

/// What opens and closes around words that go with them: "(seamless)", `a "seamless" transfer`.
const PAIRS: &[(char, char)] = &[('(', ')'), ('"', '"'), ('“', '”'), ('‘', '’'), ('\'', '\'')];

fn enclosed(text: &str, span: Span) -> Option<Plan> {
    let (before, rest) = (slice(text, 0..span.start), slice(text, span.end..text.len()));
    let (open, close) =
        PAIRS.iter().find(|(open, close)| before.ends_with(*open) && rest.starts_with(*close))?;
    let (start, end) = (span.start - open.len_utf8(), span.end + close.len_utf8());
    let head = slice(text, 0..start);
    let tail = slice(text, end..text.len());
    let leads = last_word(head.trim_end());
    if *open == '(' {
        if !head.ends_with(' ') || leads.is_empty() {
            return None;
        }
        if tail.starts_with(' ') && !first_word(tail.trim_start()).is_empty() {
            return Some(Plan::delete(start, end + 1, true));
        }
        let ends = tail.is_empty() || tail.starts_with(['.', ',', ';', ':', '!', '?']);
        return (ends && !is_in(DANGLING, leads)).then(|| Plan::delete(start - 1, end, true));
    }
    let next = first_word(tail.trim_start());
    let stands = head.ends_with(' ') && tail.starts_with(' ') && !next.is_empty() && !is_in(LEANING, next);
    stands.then(|| Plan::delete(start, end + 1, false))
}

/// At the start of a sentence the next word takes the capital, unless it is written in its own way (`iPhone`).
fn opening(text: &str, span: Span) -> Option<Plan> {
    let rest = slice(text, span.end..text.len());
    let next = rest.trim_start_matches([',', ' ', ';', ':', '—', '–']);
    if next.len() == rest.len() {
        return None;
    }
    let end = text.len() - next.len();
    if next.starts_with(Prose::OBJECT) {
        return Some(Plan::delete(span.start, end, true));
    }
    let word = first_word(next);
    let first = word.chars().next()?;
    if is_in(LEANING, word) {
        return None;
    }
    let sure = !is_in(DOUBTFUL, word);
    let own =
        word.chars().skip(1).any(char::is_uppercase) || !slice(text, span).starts_with(char::is_uppercase);
    let capital = first.to_uppercase();
    if own || !first.is_lowercase() || capital.len() > 1 {
        return Some(Plan::delete(span.start, end, sure));
    }
    let capital = Stroke::new(end..end + first.len_utf8(), capital.to_string());
    Some(Plan::new(vec![Stroke::delete(span.start, end), capital], sure))
}

/// Words before which one of the two commas around a cut stays.
const CLAUSES: &[&str] =
    &["but", "so", "yet", "nor", "which", "who", "where", "because", "although", "though"];
/// Words that begin a clause or phrase which ends in a comma.
const HEADS: &[&str] = &[
    "when", "if", "while", "as", "after", "before", "because", "since", "although", "though", "unless",
    "until", "once", "in", "on", "at", "by", "for", "with", "from", "during", "to",
];

fn inner(text: &str, span: Span) -> Option<Plan> {
    let (before, rest) = (slice(text, 0..span.start), slice(text, span.end..text.len()));
    if before.ends_with(", ") && rest.starts_with(", ") {
        return Some(between_commas(text, span));
    }
    let next = rest.trim_start_matches(' ');
    let word = first_word(next);
    let spaced = next.len() < rest.len();
    if spaced && (!word.is_empty() || next.starts_with(['"', '“', '(', '$', '€', '£', Prose::OBJECT])) {
        if is_in(LEANING, word) {
            return None;
        }
        let sure = !word.is_empty() && !is_in(DOUBTFUL, word) && leads_on(before, slice(text, span));
        return Some(Plan::delete(span.start, text.len() - next.len(), sure));
    }
    at_the_end(text, span)
}

/// "fast, of course, and": both commas go, where none of them is needed for what stays.
fn between_commas(text: &str, span: Span) -> Plan {
    let (before, rest) = (slice(text, 0..span.start), slice(text, span.end..text.len()));
    let clause = before.rsplit(['.', '!', '?', ';', ':', ',']).nth(1).unwrap_or("");
    let headed = is_in(HEADS, first_word(clause.trim_start()));
    let next = first_word(rest.trim_start_matches([',', ' ']));
    if headed || is_in(CLAUSES, next) {
        return Plan::delete(span.start - ", ".len(), span.end, false);
    }
    Plan::delete(span.start - ", ".len(), span.end + ",".len(), false)
}

/// Words at the end of a clause go with the space, or comma, before them.
fn at_the_end(text: &str, span: Span) -> Option<Plan> {
    let (before, rest) = (slice(text, 0..span.start), slice(text, span.end..text.len()));
    let phrase = slice(text, span).contains(' ');
    let closes = rest.is_empty()
        || rest.starts_with(['.', ';', ':', '!', '?', ')', '”', '"'])
        || (phrase && rest.starts_with(", ") && !before.ends_with(", "))
        || [" — ", " – ", " -- "].iter().any(|dash| rest.starts_with(dash));
    let kept = before.trim_end().trim_end_matches(',');
    // "(very)", "-- very --", "it is very.": nothing to lean on.
    let leans =
        kept.ends_with(char::is_alphanumeric) && before.ends_with(' ') && !is_in(DANGLING, last_word(kept));
    (closes && leans).then(|| Plan::delete(kept.len(), span.end, false))
}

/// Whether `before` leads on to what follows without `gone`: no second "very", no adverb that "and" joined to it.
fn leads_on<'t>(before: &'t str, gone: &str) -> bool {
    let spaced = before.ends_with([' ', '(', '"', '“']);
    let head = before.trim_end();
    let words = |text: &'t str| text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = last_word(words(head));
    let earlier = last_word(words(words(head).strip_suffix(last).unwrap_or("")));
    let adverb = earlier.ends_with("ly") || same(earlier, "very");
    let joined = adverb && is_in(&["and", "or", "but", "nor"], last);
    spaced
        && !joined
        && !same(last, gone)
        && head.ends_with(|c: char| c.is_alphanumeric() || ",;:)(\"“”’'".contains(c))
}
