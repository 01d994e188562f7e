//! What makes a claim one that a reader can check: a source in sight, or a figure with its unit. The rules on claims
//! share it; what a claim is stands in each of them.

use crate::document::{Block, Sentence, Word, WordKind};
use crate::text::slice;

/// Words that say where something comes from, or how it was found out.
const SOURCES: &[&str] = &[
    "according",
    "answered",
    "asked",
    "audit",
    "benchmark",
    "benchmarks",
    "census",
    "counted",
    "estimate",
    "estimated",
    "estimates",
    "figures",
    "interviewed",
    "interviews",
    "measured",
    "pilot",
    "poll",
    "polled",
    "ranked",
    "report",
    "reported",
    "research",
    "respondents",
    "studies",
    "study",
    "survey",
    "surveyed",
    "tested",
];

/// Number words that count something ("three seconds"); "one" is a pronoun more often than not.
const COUNTS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "thirty",
];

/// What number words measure. A figure measures whatever follows it.
const UNITS: &[&str] = &[
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
    "months", "year", "years", "step", "steps", "click", "clicks", "tap", "taps", "times", "lines",
];

/// Words that no figure measures.
const NO_UNIT: &[&str] = &[
    "a", "and", "as", "at", "but", "by", "for", "from", "is", "on", "or", "that", "the", "to", "was", "we",
    "will", "with", "you",
];

/// Whether `word` is one of `list`, capitals aside.
pub(in crate::lint::rules) fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| known.len() == word.len() && word.eq_ignore_ascii_case(known))
}

/// The sentence with the index `at` and the one behind it: evidence stands in either.
pub(super) fn with_next(block: &Block, at: usize) -> impl Iterator<Item = &Sentence> {
    block.sentences.iter().skip(at).take(2)
}

/// Whether `sentence` carries a link, a footnote or a word that names a source.
pub(super) fn has_source(block: &Block, sentence: &Sentence) -> bool {
    // Links are in the order of their ends.
    let first = block.prose.links.partition_point(|link| link.1 < sentence.start);
    let linked = block.prose.links.get(first).is_some_and(|link| link.0 <= sentence.end);
    linked
        || has_mark(block.text_of(sentence))
        || block.words_of(sentence).iter().any(|word| is_one_of(block.word(word), SOURCES))
}

/// Whether `text` has a footnote mark that no definition makes a link: `[1]`, `[^a]`.
fn has_mark(text: &str) -> bool {
    text.match_indices('[').any(|(at, _)| {
        let mark = slice(text, at + 1..text.len()).split(']').next().unwrap_or("");
        mark.starts_with('^') || (!mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// Whether `words` hold a figure with its unit outside of `but`, a range of their indices: "3 seconds", "40%", "£5".
pub(super) fn has_figure(block: &Block, words: &[Word], but: std::ops::Range<usize>) -> bool {
    let measures = |at: usize, word: &Word| {
        let next = words.get(at + 1).map(|next| block.word(next));
        match word.kind {
            WordKind::Number => is_measure(block.word(word), next),
            WordKind::Plain => {
                is_one_of(block.word(word), COUNTS) && next.is_some_and(|next| is_one_of(next, UNITS))
            }
            _ => false,
        }
    };
    words.iter().enumerate().any(|(at, word)| !but.contains(&at) && measures(at, word))
}

/// Whether `figure`, with the word behind it, measures something. A year does not.
fn is_measure(figure: &str, next: Option<&str>) -> bool {
    let bare = figure.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
    let year = figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"));
    !bare
        || (!year
            && next.is_some_and(|next| {
                next.starts_with(|c: char| c.is_ascii_lowercase()) && !is_one_of(next, NO_UNIT)
            }))
}

/// Whether the sentence asks.
pub(in crate::lint::rules) fn is_question(block: &Block, sentence: &Sentence) -> bool {
    block.text_of(sentence).trim_end_matches(['"', '”', '\'', '’', ')', ' ', '*']).ends_with('?')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn first(source: &str) -> Block {
        Document::parse(source, &[]).blocks.into_iter().next().unwrap()
    }

    #[test]
    fn figures_measure_something() {
        for (text, measured) in [
            ("It opens in 3 seconds.", true),
            ("It opens in three seconds.", true),
            ("It costs £5.", true),
            ("It holds 40%.", true),
            ("It was made in 2026.", false),
            ("We opened it in 2026 and closed it.", false),
            ("Two of us opened it.", false),
            ("Press 2.", false),
        ] {
            let block = first(text);
            assert_eq!(has_figure(&block, &block.words, 0..0), measured, "{text}");
        }
        let block = first("It is 20% lighter.");
        assert!(!has_figure(&block, &block.words, 2..4));
    }

    #[test]
    fn sources_are_links_footnotes_and_words() {
        for (text, sourced) in [
            ("It is so, says [the city](https://a.example).", true),
            ("It is so [1].", true),
            ("It is so.[^1]\n\n[^1]: The city.", true),
            ("It is so, according to the city.", true),
            ("It is so [sic].", false),
            ("It is so.", false),
        ] {
            let block = first(text);
            assert_eq!(has_source(&block, &block.sentences[0]), sourced, "{text}");
        }
    }
}
