//! Sources in sight of a claim, by which a reader can check it. The rules on claims share it; what a claim is stands in
//! each of them, and what figures say in `figure`.

use crate::document::{Block, Sentence, Word, WordKind};
use crate::text::slice;

/// Words that say how something was found out: somebody did it.
const FOUND: &[&str] = &[
    "answered",
    "asked",
    "counted",
    "estimated",
    "interviewed",
    "interviews",
    "measured",
    "pilot",
    "polled",
    "ranked",
    "report",
    "reported",
    "respondents",
    "surveyed",
    "tested",
];

/// Words for what was found out: a source where it is said whose.
const FINDINGS: &[&str] = &[
    "audit",
    "benchmark",
    "benchmarks",
    "census",
    "estimate",
    "estimates",
    "figures",
    "poll",
    "polls",
    "reports",
    "research",
    "studies",
    "study",
    "survey",
    "surveys",
];

/// Who is said to know it, where nobody is named.
const SOMEBODY: &[&str] = &[
    "analysis",
    "data",
    "evidence",
    "science",
    "statistics",
    "analysts",
    "experts",
    "insiders",
    "observers",
    "researchers",
    "scientists",
    "sources",
    "many",
    "some",
];

/// Whose findings they are.
const WHOSE: &[&str] = &["our", "we", "us", "its", "their", "his", "her", "my", "the"];

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
    linked || has_mark(block.text_of(sentence)) || names_source(block, block.words_of(sentence))
}

/// Whether `words` say who found something out, or from whom it comes: "we asked 40 riders", "according to the city",
/// "a survey by Leeds Council". "According to research" names nobody.
fn names_source(block: &Block, words: &[Word]) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| block.word(word));
    (0..words.len()).any(|at| {
        let word = text(at);
        if word.eq_ignore_ascii_case("according") {
            let nobody = |at: usize| is_one_of(text(at), FINDINGS) || is_one_of(text(at), SOMEBODY);
            // "to recent research", "to some studies"
            return !(at + 2..at + 5).any(nobody) || is_owned(block, words, at + 2);
        }
        is_one_of(word, FOUND) || (is_one_of(word, FINDINGS) && is_owned(block, words, at))
    })
}

/// Whether the findings at the word `at` are somebody's: "our research", "Otley's survey", "a study of 400 riders", "the
/// 2026 census", "figures from the city".
fn is_owned(block: &Block, words: &[Word], at: usize) -> bool {
    /// Words on either side that may name whose they are.
    const REACH: usize = 6;
    let near = words.iter().enumerate().take(at + REACH).skip(at.saturating_sub(4));
    near.filter(|(here, _)| *here != at).any(|(here, word)| {
        let text = block.word(word);
        let name = here > 0 && text.len() > 1 && text.starts_with(char::is_uppercase);
        let owner = here < at + 2 && (is_one_of(text, WHOSE) || text.ends_with("'s") || text.ends_with("’s"));
        let before = here.checked_sub(1).and_then(|before| words.get(before));
        let of = before.is_some_and(|of| is_one_of(block.word(of), &["of", "among", "with", "from", "by"]));
        let asked = word.kind == WordKind::Number && of && here <= at + 3 && here > at;
        let by = of && here > at && is_one_of(text, &["the"]);
        name || owner || asked || by
    })
}

/// Whether `text` has a footnote mark that no definition makes a link: `[1]`, `[^a]`.
fn has_mark(text: &str) -> bool {
    text.match_indices('[').any(|(at, _)| {
        let mark = slice(text, at + 1..text.len()).split(']').next().unwrap_or("");
        mark.starts_with('^') || (!mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit()))
    })
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
    fn sources_are_links_footnotes_and_words() {
        for (text, sourced) in [
            ("It is so, says [the city](https://a.example).", true),
            ("It is so [1].", true),
            ("It is so.[^1]\n\n[^1]: The city.", true),
            ("It is so, according to the city.", true),
            ("It is so, according to a survey by Leeds Council.", true),
            ("It is so, according to a survey of 400 riders.", true),
            ("Our research shows it.", true),
            ("The 2026 census shows it.", true),
            ("According to research, 70% of riders lose pay.", false),
            ("According to recent studies, it is so.", false),
            ("It is so, according to experts.", false),
            ("A survey shows it.", false),
            ("It is so [sic].", false),
            ("It is so.", false),
        ] {
            let block = first(text);
            assert_eq!(has_source(&block, &block.sentences[0]), sourced, "{text}");
        }
    }
}
