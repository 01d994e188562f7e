//! Putting other words in: the capital they take, and the verb that has to agree with them.

use super::delete::opens;
use super::doubt;
use super::plan::{Plan, Stroke};
use super::words::{first_word, is_in, last_word, same};
use crate::document::Block;
use crate::text::{Span, slice};

/// How to put `words` in the place of those at `span`; `None` where the sentence would break.
pub(super) fn plan(block: &Block, span: Span, words: &str) -> Option<Plan> {
    let text = &block.prose.text;
    let (before, rest) = (slice(text, 0..span.start), slice(text, span.end..text.len()));
    let last = last_word(before.trim_end());
    let struck = slice(text, span);
    if takes_bare_verb(last) && is_in(&["can", "could"], first_word(words)) {
        return None;
    }
    // "is thrilled to announce and share" would become "announces and share".
    let next = first_word(rest.trim_start());
    if struck.contains(" to ") && is_third_person(words) && is_in(&["and", "or"], next) {
        return None;
    }
    // "during six weeks" is no English; "over six weeks" may be more than six.
    if same(words, "during") && (next.starts_with(|c: char| c.is_ascii_digit()) || is_in(COUNTS, next)) {
        return None;
    }
    let sure = doubt::fits(block, span, words);
    let words = capitalised(block, span, words);
    let (words, verb) = agreeing(&words, rest, span.end);
    let mut strokes = vec![Stroke::new(span, words)];
    strokes.extend(verb);
    Plan::new(strokes, sure).with_article(text).without_doubles(text)
}

/// `words` with a capital where those at `span` have one at the start of their sentence.
fn capitalised(block: &Block, span: Span, words: &str) -> String {
    let text = &block.prose.text;
    let raised = slice(text, span).starts_with(char::is_uppercase) && opens(block, span.start);
    let own = first_word(words).chars().any(char::is_uppercase);
    let mut rest = words.chars();
    match rest.next() {
        Some(first) if raised && !own => first.to_uppercase().chain(rest).collect(),
        _ => words.to_owned(),
    }
}

/// Whether a verb behind `word` stands in its bare form, so that "can" may not: "to can", "do can".
fn takes_bare_verb(word: &str) -> bool {
    const BEFORE: &[&str] = &[
        "to",
        "do",
        "does",
        "did",
        "will",
        "would",
        "may",
        "might",
        "must",
        "should",
        "shall",
        "can",
        "could",
        "not",
        "let",
        "lets",
        "help",
        "helps",
        "make",
        "makes",
        "always",
        "already",
        "also",
        "to",
        "have",
        "has",
        "had",
        "don't",
        "don’t",
        "doesn't",
        "doesn’t",
        "didn't",
        "won't",
        "i'll",
        "you'll",
        "we'll",
        "they'll",
    ];
    is_in(BEFORE, word)
}

fn is_third_person(words: &str) -> bool {
    let word = last_word(words);
    word.ends_with('s') && !word.ends_with("ss")
}

/// Words that count what follows.
const COUNTS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "several",
    "many", "few",
];

/// Words behind which "most" has an "of": "most of the riders".
const DETERMINERS: &[&str] = &[
    "the", "our", "your", "their", "its", "his", "her", "my", "this", "that", "these", "those", "them", "us",
    "you", "which", "whom", "it",
];
/// Verbs of a singular and of a plural subject.
const VERBS: &[(&str, &str)] = &[
    ("is", "are"),
    ("was", "were"),
    ("has", "have"),
    ("does", "do"),
    ("isn't", "aren't"),
    ("wasn't", "weren't"),
    ("hasn't", "haven't"),
    ("doesn't", "don't"),
];
/// How many words after the struck ones the verb is looked for.
const REACH: usize = 4;

/// Where `words` make the subject a plural ("most", "12"), the verb behind it follows: "the majority of riders is"
/// becomes "most riders are".
fn agreeing(words: &str, rest: &str, at: usize) -> (String, Option<Stroke>) {
    let most = same(words, "most");
    let many = most
        || words.parse::<f64>().is_ok_and(|count| count > 1.0)
        || is_in(&["many", "several", "two"], words);
    let next = rest.trim_start();
    if most && is_in(DETERMINERS, first_word(next)) {
        return (format!("{words} of"), None);
    }
    (words.to_owned(), if many { verb(rest, at) } else { None })
}

/// The verb in `rest`, which begins at `at`, in the plural; `None` where it is one already, or its subject is not
/// surely a plural noun.
fn verb(rest: &str, at: usize) -> Option<Stroke> {
    let mut subject = "";
    let mut done = 0;
    for word in rest.split_whitespace().take(REACH) {
        let start = done + slice(rest, done..rest.len()).find(word)?;
        done = start + word.len();
        if let Some((_, plural)) = VERBS.iter().find(|(singular, _)| *singular == word) {
            let stroke = || Stroke::new(at + start..at + done, *plural);
            return is_plural(subject).then(stroke);
        }
        if is_in(&["of", "in", "on", "who", "that", "which", "and", "or"], word)
            || word.ends_with([',', '.', ';', ':'])
        {
            return None;
        }
        subject = word;
    }
    None
}

fn is_plural(noun: &str) -> bool {
    (noun.ends_with('s') && !noun.ends_with("ss")) || is_in(&["people", "children", "women", "men"], noun)
}
