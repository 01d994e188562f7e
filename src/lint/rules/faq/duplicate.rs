//! `duplicate-question`: the same question, asked twice in other words.

use rustc_hash::FxHashMap;

use super::synonyms::{EMPTY, Gist, gist};
use super::{Exchange, words};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in crate::lint::rules) const RULE: Rule = Rule {
    name: "duplicate-question",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Questions that the same FAQ asks twice, also in other words",
    why: "Two answers to one question drift apart, and nobody knows which one holds.",
    bad: "# FAQ\n\n## What does it cost?\n\n£49.\n\n## How much do I pay for it?\n\n£49, once.",
    good: "# FAQ\n\n## What does it cost?\n\n£49, once.\n\n## What does a second lid cost?\n\n£9.",
    spares: &[
        (
            "one more thing",
            "# FAQ\n\n## How do I read maps?\n\nOpen them.\n\n## How do I read tables?\n\nOpen them.",
        ),
        ("the opposite", "# FAQ\n\n## What will we do?\n\nSell.\n\n## What will we not do?\n\nRent."),
        (
            "customers and colleagues who ask the same",
            "# FAQ\n\n## What does it cost?\n\n£49.\n\n# Internal FAQ\n\n## What does it cost?\n\n£12 to make.",
        ),
    ],
    source: "\"five pages or less\": Bryar and Carr, Working Backwards, chapter 5",
    settings: &[],
    check: Check::Document(check),
};

/// Share of the words of both questions, doubled ones once, that they must have in common.
const ALIKE: f64 = 0.75;
/// Earlier questions that share a word with one: no FAQ has more, and a file that has is still read in time.
const MOST: usize = 200;
/// A question, ready to be compared.
struct Asked<'a> {
    exchange: &'a Exchange<'a>,
    /// What kind of answer it wants: `why` is not `how`, and `how many` not `how long`.
    kind: &'static str,
    /// Its words but those of [`EMPTY`] and the product's name, in order.
    all: Vec<&'a str>,
    /// The stems of its content words, sorted, each once.
    content: Vec<&'a str>,
}

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    // The answers are of no interest, and take more room than all the questions.
    let questions = super::exchanges(context)
        .filter(|exchange| !exchange.is_gap())
        .map(|exchange| Exchange { answer: Vec::new(), ..exchange });
    let exchanges: Vec<Exchange<'_>> = questions.collect();
    if exchanges.len() < 2 {
        return;
    }
    let names = super::plain(
        &[&context.facts.product, &context.facts.company].map(|name| name.as_deref().unwrap_or("")).join(" "),
    );
    let names: Vec<&str> = words(&names).collect();
    let asked: Vec<Asked<'_>> = exchanges.iter().map(|exchange| Asked::of(exchange, &names)).collect();
    let mut seen: FxHashMap<(usize, &str, &str), Vec<&Asked<'_>>> = FxHashMap::default();
    for question in &asked {
        let part = question.exchange.part;
        let keys: Vec<_> = question.prefix().map(|word| (part, question.kind, word)).collect();
        let earlier =
            keys.iter().filter_map(|key| seen.get(key)).flat_map(|earlier| earlier.iter().take(MOST));
        if let Some(first) = earlier.copied().find(|first| question.repeats(first)) {
            out.push(twice(question, first));
        }
        for key in keys {
            seen.entry(key).or_default().push(question);
        }
    }
}

fn twice(question: &Asked<'_>, first: &Asked<'_>) -> Finding {
    let same = question.exchange.asked == first.exchange.asked;
    let message = if same { "asked before" } else { "asked before, in other words" };
    Finding::new(question.exchange.question.span, message)
        .see(first.exchange.question.span, "where it is asked first")
        .rewrite("keep one of the two questions, and put both answers under it")
        .in_part(question.exchange.part)
}

impl<'a> Asked<'a> {
    fn of(exchange: &'a Exchange<'a>, names: &[&str]) -> Self {
        let says = |word: &&str| !EMPTY.contains(word) && !names.contains(word);
        let all: Vec<&str> = words(&exchange.asked).filter(says).collect();
        let Gist { kind, content } = gist(&all);
        Self { exchange, kind, all, content }
    }

    /// The words by which questions are looked up: two that are alike have one of them in common. With all sets in one
    /// order, this many of the first do.
    fn prefix(&self) -> impl Iterator<Item = &'a str> {
        let size = self.content.len();
        let needed = (size as f64 * ALIKE).ceil() as usize;
        // A question without content ("Who is it for?") is looked up by its frame.
        let frame = self.content.is_empty().then(|| self.all.last().copied()).flatten();
        self.content.iter().copied().take(size + 1 - needed.max(1).min(size + 1)).chain(frame)
    }

    fn repeats(&self, first: &Asked<'_>) -> bool {
        if self.content.is_empty() || first.content.is_empty() {
            return self.all == first.all;
        }
        let common = self.content.iter().filter(|word| first.content.binary_search(word).is_ok()).count();
        let union = self.content.len() + first.content.len() - common;
        common as f64 >= ALIKE * union as f64
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::{lint, rule_finds};
    use crate::text::slice;

    fn found(first: &str, second: &str) -> usize {
        let source = format!(
            "# Press release\n\n# The Melinda box\n\n# FAQ\n\n## {first}\n\nIt is 4.\n\n## {second}\n\nIt is 4.\n"
        );
        rule_finds("duplicate-question", &source).len()
    }

    #[test]
    fn other_words_ask_the_same() {
        for (first, second) in [
            ("What does it cost?", "How much does it cost?"),
            ("How do I cancel?", "How do I stop it?"),
            ("Who is it for?", "Who is this for?"),
            ("How is it different from a bag?", "How does it compare to bags?"),
            ("Can I delete a photo?", "Can photos be removed?"),
            ("What do I pay in the first year, all in?", "What would I pay altogether over the first year?"),
            ("What does it cost?", "How much is it?"),
            ("How much is it?", "What is the price?"),
            ("What do you charge for it?", "What does it cost?"),
            ("How long does the battery last?", "What is the battery life?"),
            ("Where can I buy it?", "Where is it sold?"),
            ("Where can I get it?", "Where do you sell it?"),
            ("Can I get my money back?", "Can I get a refund?"),
            ("What happens to my data?", "What do you do with my information?"),
            ("How do I set it up?", "How do I start?"),
            ("How long does setup take?", "How long does it take to set up?"),
            ("Why is it better than a bag?", "How is it different from a bag?"),
            ("Why would I use it instead of a bag?", "What makes it better than a bag?"),
        ] {
            assert_eq!(found(first, second), 1, "{first} {second}");
        }
        for (first, second) in [
            ("How do I read maps?", "How do I read tables?"),
            ("How long does it last?", "How often does it last?"),
            ("Why is it red?", "Is it red?"),
            ("What is it?", "Who is it for?"),
            ("What will we do?", "What will we not do?"),
            ("How do I charge it?", "How do I pay?"),
            ("How much is a second lid?", "How much is it?"),
            ("Can I buy it?", "Can I sell it?"),
            ("Where can I buy it?", "Where do I return it?"),
            ("How long does the battery last?", "How long does the battery take to charge?"),
            ("What data do you have?", "What happens to my data?"),
            ("Is it better than a bag?", "How is it different from a bag?"),
            ("Why is it better than a bag?", "Why is it better than a box?"),
            ("How long do I have to return it?", "How long does a refund take?"),
        ] {
            assert_eq!(found(first, second), 0, "{first} {second}");
        }
    }

    #[test]
    fn both_places_are_named() {
        let source = "# FAQ\n\n## What does it cost?\n\n£4.\n\n## How much is the price?\n\n£4.\n";
        let found = lint(source).into_iter().find(|found| found.rule == "duplicate-question").unwrap();
        assert_eq!(slice(source, found.span), "How much is the price?");
        assert_eq!(slice(source, found.related[0].span), "What does it cost?");
    }
}
