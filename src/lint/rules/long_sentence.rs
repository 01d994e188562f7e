//! `long-sentence`: sentences that are too long to be read once.

use crate::document::{Block, Word};
use crate::lint::{BlockContext, Category, Check, Finding, Rule, Setting, Severities};

pub(super) const RULE: Rule = Rule {
    name: "long-sentence",
    category: Category::LongSentence,
    severity: Severities::LONG,
    what: "Sentences of more than 30 words",
    why: "Whoever has to read a sentence twice has stopped thinking about the product. Amazon's writers stay under 30 words.",
    bad: "The box stands at your door and it opens for every parcel that you ordered and it closes again when the \
          driver has put the parcel in and then it tells you on your phone that the parcel has come.",
    good: "The box stands at your door. It opens for every parcel that you ordered. When the driver has put the parcel \
           in, it closes and tells you on your phone.",
    spares: &[("datelines, labels and attributions", "**Leeds, UK — May 2, 2027** — The box is here.")],
    source: "Amazon writing guidance: fewer than 30 words, the Doc Bar Raisers say 20",
    settings: &[Setting { name: "max-words", what: "most words a sentence may have", default: 30.0 }],
    check: Check::Block(check),
};

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    let most = context.number("max-words").max(1.0) as usize;
    for sentence in &context.block.sentences {
        let words = context.block.spoken_words(sentence);
        if words.len() <= most {
            continue;
        }
        let span = sentence.start as usize..sentence.end as usize;
        let message = format!("{} words in one sentence; {most} are the most", words.len());
        out.push(Finding::new(span, message).rewrite(advice(context.block, words)));
    }
}

/// Words that a sentence can be cut before.
const JOINTS: &[&str] =
    &["and", "but", "which", "because", "so", "while", "where", "although", "since", "then", "or"];

/// Where to cut: at the joint nearest the middle.
fn advice(block: &Block, words: &[Word]) -> String {
    let middle = words.len() / 2;
    let joints = words
        .iter()
        .enumerate()
        .filter(|(_, word)| JOINTS.iter().any(|joint| block.word(word).eq_ignore_ascii_case(joint)));
    let best =
        joints.min_by_key(|(at, _)| at.abs_diff(middle)).filter(|(at, _)| *at > 3 && at + 3 < words.len());
    best.map_or_else(
        || "split it: one thought, one sentence".to_owned(),
        |(at, word)| format!("split it, perhaps before \"{}\" ({at} words in)", block.word(word)),
    )
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    #[test]
    fn labels_datelines_and_attributions_do_not_count() {
        let thirty = "one two three four five six seven eight nine ten one two three four five six seven eight nine ten one \
                      two three four five six seven eight nine ten";
        let found = |text: String| rule_finds("long-sentence", &text).len();
        assert_eq!(found(format!("It {thirty}.")), 1);
        assert_eq!(found(format!("{thirty}.")), 0);
        assert_eq!(found(format!("# FAQ\n\n**Q: Why?**\n\nA: {thirty}.")), 0);
        assert_eq!(found(format!("\"{thirty},\" said Ann Lee, head of kettles at Blue Corp.")), 0);
        assert_eq!(found(format!("**Leeds, UK — May 2, 2027** — {thirty}.")), 0);
    }
}
