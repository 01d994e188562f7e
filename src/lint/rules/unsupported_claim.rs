//! `unsupported-claim`: superlatives and shares that nothing in sight supports.

use crate::document::{Sentence, Word, WordKind, Zone};
use crate::lint::{BlockContext, Category, Check, Finding, Rule, Severities, Severity};
use crate::text::slice;

const W: Option<Severity> = Some(Severity::Warning);
const E: Option<Severity> = Some(Severity::Error);

pub(super) const RULE: Rule = Rule {
    name: "unsupported-claim",
    category: Category::UnsupportedClaim,
    severity: Severities([E, E, W, None, W, Some(Severity::Note), W, W, None]),
    what: "Superlatives and percentages without a source",
    why: "A claim that a reader cannot check is a claim she will not believe.",
    bad: "95% of people miss their parcels.",
    good: "95% of 1,200 people asked by the post office in 2026 missed a parcel.",
    spares: &[
        ("a number in the sentence", "It is the fastest box: 3 seconds."),
        ("a source in the next", "95% of people lost time. We asked them in May."),
    ],
    source: "Amazon writing guidance: data for adjectives; \"20% more performance than a potato?\" (Napier)",
    settings: &[],
    check: Check::Block(check),
};

/// Superlatives of praise. "most recent", "at least", "first responders" praise nobody.
const SUPERLATIVES: &[&str] = &[
    "fastest",
    "easiest",
    "simplest",
    "smartest",
    "largest",
    "biggest",
    "cheapest",
    "strongest",
    "safest",
    "greatest",
    "finest",
    "lightest",
    "quietest",
    "hottest",
    "highest-rated",
    "preeminent",
    "foremost",
    "unbeatable",
    "unrivaled",
    "peerless",
];
/// "most popular" and the like.
const MOST: &[&str] = &[
    "popular",
    "powerful",
    "advanced",
    "trusted",
    "reliable",
    "innovative",
    "affordable",
    "efficient",
    "accurate",
    "complete",
    "comprehensive",
    "loved",
    "secure",
    "beautiful",
    "flexible",
    "sophisticated",
    "effective",
];
/// Words that name where a figure comes from.
const SOURCES: &[&str] = &[
    "according",
    "survey",
    "surveyed",
    "study",
    "studies",
    "report",
    "reported",
    "research",
    "census",
    "source",
    "asked",
    "measured",
    "tested",
    "counted",
    "interviewed",
    "poll",
    "trial",
    "pilot",
    "data",
    "answered",
    "respondents",
    "figures",
    "estimate",
    "estimates",
    "per",
    "sample",
    "interviews",
    "test",
];

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    let block = context.block;
    if !block.is_judged() {
        return;
    }
    // An answer with several figures is a count of one's own.
    let counts = matches!(block.zone, Zone::ExternalFaq | Zone::Internal) && has_figures(&block.words);
    for (at, sentence) in block.sentences.iter().enumerate() {
        let found = out.len();
        superlatives(context, sentence, out);
        if !counts {
            shares(context, sentence, out);
        }
        let next = block.sentences.get(at + 1);
        // Few sentences claim anything; only those are searched for a source.
        if out.len() > found
            && [Some(sentence), next].into_iter().flatten().any(|near| supported(context, near))
        {
            out.truncate(found);
        }
    }
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether `words` have more than one figure.
fn has_figures(words: &[Word]) -> bool {
    words.iter().filter(|word| word.kind == WordKind::Number).nth(1).is_some()
}

/// Whether `sentence` carries a link, a footnote or a word that names a source.
fn supported(context: &BlockContext<'_>, sentence: &Sentence) -> bool {
    let block = context.block;
    // Links are in the order of their ends.
    let first = block.prose.links.partition_point(|link| link.1 < sentence.start);
    let linked = block.prose.links.get(first).is_some_and(|link| link.0 <= sentence.end);
    let named = block.words_of(sentence).iter().any(|word| is_one_of(block.word(word), SOURCES));
    linked || named
}

fn superlatives(context: &BlockContext<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
    let block = context.block;
    let words = block.words_of(sentence);
    if words.iter().any(|word| word.kind == WordKind::Number) {
        return;
    }
    for (at, word) in words.iter().enumerate() {
        let written = block.word(word);
        let next = words.get(at + 1);
        let most = written.eq_ignore_ascii_case("most")
            && next.is_some_and(|next| is_one_of(block.word(next), MOST));
        // The shortest superlative has seven letters.
        if !most && (written.len() < 7 || !is_one_of(written, SUPERLATIVES)) {
            continue;
        }
        let end = next.filter(|_| most).unwrap_or(word).end;
        let words = slice(&block.prose.text, word.start as usize..end as usize);
        let message = format!("\"{words}\": by whose measure?");
        out.push(
            Finding::new(word.start as usize..end as usize, message)
                .rewrite("give the number and where it comes from"),
        );
    }
}

/// "95% of our time": of how many, and who says so? A sentence with another figure says it.
fn shares(context: &BlockContext<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
    let block = context.block;
    let words = block.words_of(sentence);
    if has_figures(words) {
        return;
    }
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.kind == WordKind::Number) {
        let written = block.word(word);
        let is = |at: usize, words_of: &[&str]| {
            words.get(at).is_some_and(|word| is_one_of(block.word(word), words_of))
        };
        let behind = usize::from(is(at + 1, &["percent", "per"]));
        let sign = written.ends_with('%') || behind > 0;
        if !sign || !is(at + 1 + behind, &["of"]) {
            continue;
        }
        let end = words.get(at + 1 + behind).map_or(word.end, |of| of.end);
        let message = format!("\"{written} of\": of how many, and who says so?");
        out.push(
            Finding::new(word.start as usize..end as usize, message).rewrite("give the base and the source"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    #[test]
    fn a_share_wants_its_base_or_its_source() {
        assert_eq!(rule_finds("unsupported-claim", "Indeed, 95% of time is lost."), ["95% of"]);
        assert_eq!(
            rule_finds("unsupported-claim", "# FAQ\n\n## Why?\n\n70 percent of time is lost."),
            ["70 percent of"]
        );
        for fine in [
            "95% of 1,200 people lost time.",
            "95% of people lost time, says a [report](https://a.example).",
            "95% of people lost time. We asked them in May.",
            "# FAQ\n\n## Can I pay in cash?\n\nNo. 6% of trips are paid in cash. We decide by 3 May.",
        ] {
            assert!(rule_finds("unsupported-claim", fine).is_empty(), "{fine}");
        }
    }

    #[test]
    fn praise_wants_a_figure() {
        assert_eq!(rule_finds("unsupported-claim", "It is the most powerful box."), ["most powerful"]);
        assert!(rule_finds("unsupported-claim", "It is the fastest box: 3 seconds.").is_empty());
    }
}
