//! Claims about the rivals that the front matter names: comparisons with one, and sentences that judge one.
//!
//! Precision first: a rival's name alone strikes nothing, and an answer may name the rival it was asked about.

use crate::document::{Block, Document, Sentence};
use crate::lint::{DocumentContext, Finding};
use crate::text::slice;

/// Verbs and words that set what follows against something else.
const AGAINST: &[&str] = &[
    "unlike",
    "beat",
    "beats",
    "beating",
    "outperform",
    "outperforms",
    "outclass",
    "outclasses",
    "crush",
    "crushes",
    "outpace",
    "outpaces",
    "outsell",
    "outsells",
    "kill",
    "kills",
    "than",
];
/// Words between "than" and which nothing is compared: "rather than", "other than".
const NO_COMPARISON: &[&str] = &["rather", "other", "no"];
/// What people call what they want to look worse.
const JUDGING: &[&str] = &[
    "awful",
    "bad",
    "behind",
    "bloated",
    "boring",
    "broken",
    "clumsy",
    "clunky",
    "complicated",
    "confusing",
    "costly",
    "dirty",
    "expensive",
    "greedy",
    "inferior",
    "insecure",
    "late",
    "lazy",
    "old-fashioned",
    "outdated",
    "overpriced",
    "poor",
    "rude",
    "shoddy",
    "slow",
    "slower",
    "terrible",
    "unfair",
    "unreliable",
    "unsafe",
    "useless",
    "weak",
    "worse",
    "wrong",
];
/// Words that deny, and verbs that do.
const DENYING: &[&str] = &[
    "lack",
    "lacks",
    "fail",
    "fails",
    "failed",
    "cannot",
    "can't",
    "doesn't",
    "don't",
    "won't",
    "never",
    "isn't",
    "aren't",
    "hasn't",
    "haven't",
    "overcharges",
    "overcharge",
];
/// Verbs behind which a judgement or a denial follows.
const LINKING: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "remains", "stays", "feels", "looks", "does", "do", "will",
    "can",
];
/// Words that only say how much.
const DEGREES: &[&str] =
    &["so", "too", "very", "still", "always", "often", "far", "much", "just", "simply", "really"];
/// What is no blow although it is denied: "Samsung is not affected".
const NEUTRAL: &[&str] = &["affected", "involved", "affiliated", "required", "needed", "included", "part"];

pub(super) fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let rivals: Vec<&str> =
        context.facts.competitors.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    if rivals.is_empty() {
        return;
    }
    for (at, block) in context.document.blocks.iter().enumerate().filter(|(_, block)| block.is_judged()) {
        for rival in &rivals {
            if block.prose.text.contains(rival) && !is_asked(context.document, at, rival) {
                block.sentences.iter().for_each(|sentence| in_sentence(block, sentence, rival, out));
            }
        }
    }
}

/// Whether the block at `at` answers a question that names `rival`.
fn is_asked(document: &Document, at: usize, rival: &str) -> bool {
    document.entries.iter().filter(|entry| entry.answer.contains(&at)).any(|entry| {
        document.blocks.get(entry.question).is_some_and(|question| question.prose.text.contains(rival))
    })
}

fn in_sentence(block: &Block, sentence: &Sentence, rival: &str, out: &mut Vec<Finding>) {
    let text = block.text_of(sentence);
    if text.trim_end().ends_with('?') {
        return;
    }
    for (at, _) in text.match_indices(rival) {
        let (before, after) = (slice(text, 0..at), slice(text, at + rival.len()..text.len()));
        let edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        if !edge(before.chars().next_back()) || !edge(after.chars().next()) {
            continue;
        }
        let (start, end) = match (compared(before), judged(before, after)) {
            (Some(words), _) => (at - words, at + rival.len()),
            (None, Some(words)) => (at, at + rival.len() + words),
            (None, None) => continue,
        };
        let start = sentence.start as usize + start;
        let span = block.source_span(start, sentence.start as usize + end);
        out.push(
            Finding::new(span, format!("a blow at {rival}"))
                .rewrite("say what the customer gets, without the rival")
                .in_part(block.part),
        );
        return;
    }
}

/// Where `piece`, a slice of `text`, begins in it.
fn offset_in(text: &str, piece: &str) -> usize {
    piece.as_ptr() as usize - text.as_ptr() as usize
}

/// The bytes at the end of `before` that compare with what follows: "better than ", "Unlike the ".
fn compared(before: &str) -> Option<usize> {
    let bare = before.strip_suffix("the ").unwrap_or(before);
    let mut words = bare.split_whitespace().rev();
    let last = words.next().filter(|_| bare.ends_with(char::is_whitespace))?;
    if !AGAINST.contains(&last.to_lowercase().as_str()) {
        return None;
    }
    let first = if last == "than" { words.next()? } else { last };
    let counts = !NO_COMPARISON.contains(&first.to_lowercase().as_str());
    counts.then(|| before.len() - offset_in(before, first))
}

/// The bytes at the start of `after` that judge the rival before it.
fn judged(before: &str, after: &str) -> Option<usize> {
    let end = after.find([',', ';', ':', '.', '!', '(', '—', '"', '”']).unwrap_or(after.len());
    let clause = slice(after, 0..end);
    let clause = if clause.is_empty() { after } else { clause };
    let opens = !before.chars().any(char::is_alphanumeric)
        || ["while ", "but ", "and ", "the "].iter().any(|word| before.to_lowercase().trim_start() == *word);
    let mut words = clause.split_whitespace();
    let first = words.next().filter(|_| clause.starts_with(' '))?;
    let reach = |word: &str| offset_in(after, word) + word.len();
    if DENYING.contains(&first) {
        return Some(reach(first));
    }
    if LINKING.contains(&first) {
        let mut rest = words.skip_while(|word| DEGREES.contains(word));
        let judging = rest.next()?;
        let next = rest.next().unwrap_or("");
        let denied = ["not", "no", "never", "failed"].contains(&judging) && !NEUTRAL.contains(&next);
        return (denied || JUDGING.contains(&judging)).then(|| reach(judging));
    }
    opens.then(|| words.find(|word| JUDGING.contains(word)).map(reach)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    fn found(text: &str) -> Vec<String> {
        let head = "---\ncompetitors: [Samsung, Dash Cabs]\n---\n# Press release\n\n# A phone\n\nLEEDS, 5 May 2027 — ";
        rule_finds("competitor-focus", &format!("{head}{text}\n"))
    }

    #[test]
    fn blows_at_a_named_rival_are_struck() {
        for (text, words) in [
            ("The phone beats Samsung.", "beats Samsung"),
            ("It lasts longer than Samsung does.", "longer than Samsung"),
            ("Unlike Samsung, it lasts.", "Unlike Samsung"),
            ("Samsung is slow.", "Samsung is slow"),
            ("Samsung cannot ring.", "Samsung cannot"),
            ("Dash Cabs has no app.", "Dash Cabs has no"),
            ("Dash Cabs sells people overpriced rides.", "Dash Cabs sells people overpriced"),
        ] {
            assert_eq!(found(text), [words], "{text}");
        }
    }

    #[test]
    fn a_name_is_no_blow_and_an_answer_may_say_what_was_asked() {
        for fine in [
            "It rings with Samsung phones.",
            "Samsung is not affected.",
            "Pick one rather than Samsung.",
            "Samsung has shops.\n\n# FAQ\n\n## How is it unlike Samsung?\n\nIt lasts longer than Samsung does.",
            "It rings.\n\n# Internal FAQ\n\n## Why?\n\nIt beats Samsung.",
        ] {
            assert!(found(fine).is_empty(), "{fine}: {:?}", found(fine));
        }
    }
}
