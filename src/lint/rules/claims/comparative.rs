//! `bare-comparative`: "more reliable", "20% more performance", "saves time": than what, and by how much?
//!
//! Words that a pack strikes already (faster, better, easier, cheaper, quicker, smarter) are none of this rule's, but
//! for the per cent before them. Which words compare stands in `comparison`.

use super::comparison::{self, Comparison};
use super::evidence::{has_source, is_one_of, is_question, with_next};
use super::figure::{ANY, ANY_OR_PRICE, has_figure, is_priced};
use crate::document::{Block, Role, Sentence, Word};
use crate::lint::{BlockContext, Category, Check, Finding, Rule, Severities, Severity};
use crate::text::slice;

const N: Option<Severity> = Some(Severity::Note);
const W: Option<Severity> = Some(Severity::Warning);
const E: Option<Severity> = Some(Severity::Error);

pub(in crate::lint::rules) const RULE: Rule = Rule {
    name: "bare-comparative",
    category: Category::UnsupportedClaim,
    // As weasel words; colleagues find the figures nearby, and a customer's own words are no claim.
    severity: Severities([E, W, W, None, W, N, N, W, None]),
    what: "Comparisons that do not say with what: \"more reliable\", \"20% more performance\", \"saves time\"",
    why: "20% more performance than a potato? A reader can only weigh a comparison of which she knows both sides.",
    bad: "The new lock is safer, and it saves you time.",
    good: "The new lock opens in 2 seconds; the old one took 9.",
    spares: &[
        ("both sides named", "It is quieter than the bus it replaces."),
        ("figures that measure it", "It is lighter: 2 kg."),
        ("figures in the next sentence", "You wait for shorter times. It was 12 minutes; it is 4."),
        ("one of the product's own sizes", "The larger box holds four parcels."),
        ("what is no comparison", "You no longer wait, sooner or later, for more than 12 riders."),
        ("a wish", "If you need a stronger lock, call us."),
        ("a question", "# FAQ\n\n## Price\n\nIs it safer? No."),
    ],
    source: "Napier: \"20% more performance than a potato?\"; Amazon writing guidance: from 10 ms to 1 ms, not \"faster\"",
    settings: &[],
    check: Check::Block(check),
};

/// Words that name the other side, wherever in the sentence they stand.
const BASELINES: &[&str] =
    &["compared", "versus", "vs", "against", "instead", "unlike", "relative", "previously", "formerly"];

/// Words behind which nothing is claimed yet: conditions, wishes, questions told.
const OPEN: &[&str] = &[
    "if", "when", "whenever", "whether", "want", "wants", "wanted", "need", "needs", "prefer", "prefers",
    "wish", "ask", "asks", "asked", "asking", "should", "could", "might", "may", "how", "what", "until",
    "unless", "hope", "means",
];

const NEGATIONS: &[&str] =
    &["no", "not", "never", "without", "nor", "neither", "cannot", "nothing", "hardly"];

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    let block = context.block;
    // A headline has no room for both sides; the summary below it has.
    if block.role != Role::Prose {
        return;
    }
    for (at, sentence) in block.sentences.iter().enumerate() {
        let words = block.words_of(sentence);
        let mut seen = None;
        let mut from = 0;
        while let Some(found) = comparison::next(block, words, from) {
            from = found.words.end;
            let closed = *seen.get_or_insert_with(|| is_closed(block, at, sentence));
            if closed {
                break;
            }
            if !is_answered(block, at, words, &found) {
                out.push(finding(block, words, &found));
            }
        }
    }
}

/// Whether nothing in the sentence can be a bare comparison: it asks, or a source stands in it or behind it.
fn is_closed(block: &Block, at: usize, sentence: &Sentence) -> bool {
    is_question(block, sentence) || with_next(block, at).any(|near| has_source(block, near))
}

/// Whether the sentence says with what it compares, or measures it, or claims nothing.
fn is_answered(block: &Block, at: usize, words: &[Word], found: &Comparison) -> bool {
    let text = |word: &Word| block.word(word);
    let before = words.get(..found.words.start).unwrap_or(&[]);
    let after = words.get(found.words.end..).unwrap_or(&[]);
    let open = before.iter().any(|word| is_one_of(text(word), OPEN));
    let denied = before.iter().rev().take(3).any(|word| {
        is_one_of(text(word), NEGATIONS) || text(word).ends_with("n't") || text(word).ends_with("n’t")
    });
    let other_side = words.iter().any(|word| is_one_of(text(word), BASELINES)) || has_than(block, after);
    let next = block.sentences.get(at + 1).map_or(&[][..], |next| block.words_of(next));
    let priced = words.iter().any(|word| is_priced(text(word)));
    let proof = if priced { ANY_OR_PRICE } else { ANY };
    open || denied
        || other_side
        || has_figure(block, words, found.words.clone(), proof)
        || has_figure(block, next, 0..0, proof)
}

/// "than" with a side behind it: "than ever" has none.
fn has_than(block: &Block, after: &[Word]) -> bool {
    let mut words =
        after.iter().map(|word| block.word(word)).skip_while(|word| !word.eq_ignore_ascii_case("than"));
    words.next().is_some() && words.next().is_some_and(|side| !side.eq_ignore_ascii_case("ever"))
}

fn finding(block: &Block, words: &[Word], found: &Comparison) -> Finding {
    let (first, last) = (words.get(found.words.start), words.get(found.words.end - 1));
    let start = first.map_or(0, |word| word.start as usize);
    let end = last.map_or(start, |word| word.end as usize);
    let said = slice(&block.prose.text, start..end);
    let message = format!("\"{said}\": {}", found.asks);
    Finding::new(start..end, message).rewrite("give both figures, with what they count: \"2 seconds, not 9\"")
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    fn found(source: &str) -> Vec<String> {
        rule_finds("bare-comparative", source)
    }

    #[test]
    fn comparisons_without_the_other_side_are_struck() {
        for (source, struck) in [
            ("Locks are safer.", vec!["safer"]),
            ("It gives you more control.", vec!["more control"]),
            ("It is more reliable.", vec!["more reliable"]),
            ("It has 20% more performance.", vec!["20% more performance"]),
            ("It opens 2-3x faster.", vec!["2-3x faster"]),
            ("You see a 90% reduction in time.", vec!["90% reduction"]),
            ("It cuts waste by 40%.", vec!["cuts waste by 40%"]),
            ("It saves you time.", vec!["saves you time"]),
            ("It reduces the shipping costs.", vec!["reduces the shipping costs"]),
            ("Locks are safer than ever.", vec!["safer"]),
            ("A lower price and fewer errors.", vec!["lower price", "fewer errors"]),
            ("You get longer battery life.", vec!["longer battery life"]),
            ("It is more reliable. It ships for £49.", vec!["more reliable"]),
        ] {
            assert_eq!(found(source), struck, "{source}");
        }
    }

    #[test]
    fn comparisons_that_say_with_what_are_let_be() {
        for fine in [
            "It is quieter than the bus it replaces (18 min).",
            "You wait 4 minutes, 8 less than yesterday.",
            "It holds 20% more parcels than the old box.",
            "It cuts waste by 40%, to 12 kg a week.",
            "Compared with 2025, it is safer.",
            "It cuts the price by $4.",
            "It is safer, says [the city](https://a.example).",
            "Fees drop by 10% every year.",
            "The new lock is no safer.",
            "It is not more reliable.",
            "Choose it if you need more control.",
            "Is it safer?",
        ] {
            assert!(found(fine).is_empty(), "{fine} {:?}", found(fine));
        }
    }

    #[test]
    fn words_that_compare_nothing_are_let_be() {
        for fine in [
            "You no longer wait.",
            "Sooner or later it opens.",
            "We asked more than 12 riders.",
            "The larger box holds a bag.",
            "Learn more at the shop.",
            "One more step, and it opens.",
            "You are asked one more time.",
            "The upper deck is open.",
            "It saves the file.",
            "It cuts the cloth.",
            "A higher fee is due.",
        ] {
            assert!(found(fine).is_empty(), "{fine} {:?}", found(fine));
        }
    }

    #[test]
    fn headlines_and_customers_may_compare() {
        assert!(found("# Press release\n\n# A safer lock\n").is_empty());
        let quote = "# Press release\n\n# A lock\n\n## Customer quote\n\n\"I feel safer,\" said Al Fox, a customer.\n";
        assert!(found(quote).is_empty());
    }
}
