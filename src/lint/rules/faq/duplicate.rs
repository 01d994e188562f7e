//! `duplicate-question`: the same question, asked twice in other words.

use rustc_hash::FxHashMap;

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
/// Words that say nothing of what is asked.
const EMPTY: &[&str] = &[
    "a",
    "an",
    "the",
    "it",
    "this",
    "that",
    "these",
    "those",
    "they",
    "them",
    "its",
    "exactly",
    "actually",
    "really",
    "just",
    "currently",
    "also",
    "please",
];
/// Words that every question is made of.
const FRAME: &[&str] = &[
    "how", "what", "what's", "why", "who", "who's", "whom", "when", "where", "which", "whose", "is", "are",
    "was", "were", "am", "be", "been", "do", "does", "did", "can", "could", "will", "would", "should",
    "shall", "may", "might", "must", "has", "have", "had", "i", "we", "you", "me", "us", "my", "our", "your",
    "to", "of", "for", "in", "on", "at", "by", "with", "from", "as", "and", "so", "if", "there", "get",
    "many", "much", "long", "big", "any", "some",
];
/// Words for one thing, by their stems, and the one that stands for all.
const SAME: &[(&str, &str)] = &[
    ("pric", "cost"),
    ("pay", "cost"),
    ("charg", "cost"),
    ("fee", "cost"),
    ("expensiv", "cost"),
    ("purchas", "buy"),
    ("order", "buy"),
    ("begin", "start"),
    ("quit", "stop"),
    ("cancel", "stop"),
    ("unsubscrib", "stop"),
    ("remov", "delet"),
    ("eras", "delet"),
    ("differenc", "differ"),
    ("different", "differ"),
    ("compar", "differ"),
    ("secur", "safe"),
    ("saf", "safe"),
    ("safety", "safe"),
    ("security", "safe"),
    ("customer", "user"),
    ("dangerous", "risk"),
    ("using", "use"),
    ("used", "use"),
];

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
    let exchanges: Vec<Exchange<'_>> =
        super::exchanges(context).filter(|exchange| !exchange.is_gap()).collect();
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
        let mut content: Vec<&str> =
            all.iter().filter(|word| !FRAME.contains(word)).map(|word| stem(word)).collect();
        content.sort_unstable();
        content.dedup();
        Self { exchange, kind: kind(&all, &content), all, content }
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

/// What the question begins with, as far as it tells what is wanted.
fn kind(all: &[&str], content: &[&str]) -> &'static str {
    const KINDS: &[&str] = &["why", "who", "when", "where", "how"];
    const MEASURES: &[&str] = &["many", "much", "long", "big", "often", "far", "soon", "fast"];
    let opener = all.iter().find(|word| FRAME.contains(word)).copied().unwrap_or("");
    let second = all.iter().skip_while(|word| **word != "how").nth(1).copied().unwrap_or("");
    match opener {
        "what" | "what's" | "which" if content == ["cost"] => "much",
        "what" | "what's" | "which" => "what",
        "who's" | "whom" | "whose" => "who",
        "how" => MEASURES.iter().find(|measure| **measure == second).copied().unwrap_or("how"),
        _ => KINDS.iter().find(|kind| **kind == opener).copied().unwrap_or("whether"),
    }
}

/// What `word` has in common with its other forms, or the word that stands for it and others of its meaning.
fn stem(word: &str) -> &str {
    let bare = word.strip_suffix("'s").unwrap_or(word);
    let cut = ["ing", "ed", "es", "s"].iter().find_map(|suffix| {
        bare.strip_suffix(suffix).filter(|rest| rest.len() >= 3 && !(*suffix == "s" && rest.ends_with('s')))
    });
    let cut = cut.unwrap_or(bare);
    let cut = cut.strip_suffix('e').filter(|rest| rest.len() >= 3).unwrap_or(cut);
    let mut letters = cut.chars().rev();
    let doubled = cut.len() > 3 && letters.next() == letters.next();
    let cut = if doubled { cut.get(..cut.len() - 1).unwrap_or(cut) } else { cut };
    if cut == "not" {
        // "note" denies nothing.
        return bare;
    }
    SAME.iter().find(|(form, _)| *form == cut).map_or(cut, |(_, same)| same)
}

#[cfg(test)]
mod tests {
    use super::stem;
    use crate::lint::tests::{lint, rule_finds};
    use crate::text::slice;

    fn found(first: &str, second: &str) -> usize {
        let source = format!(
            "# Press release\n\n# The Melinda box\n\n# FAQ\n\n## {first}\n\nIt is 4.\n\n## {second}\n\nIt is 4.\n"
        );
        rule_finds("duplicate-question", &source).len()
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [["stop", "stopped"], ["use", "using"], ["price", "prices"], ["delete", "removing"]] {
            assert_eq!(stem(forms[0]), stem(forms[1]), "{forms:?}");
        }
        assert_ne!(stem("not"), stem("note"));
    }

    #[test]
    fn other_words_ask_the_same() {
        for (first, second) in [
            ("What does it cost?", "How much does it cost?"),
            ("How do I cancel?", "How do I stop it?"),
            ("Who is it for?", "Who is this for?"),
            ("How is it different from a bag?", "How does it compare to bags?"),
            ("Can I delete a photo?", "Can photos be removed?"),
        ] {
            assert_eq!(found(first, second), 1, "{first} {second}");
        }
        for (first, second) in [
            ("How do I read maps?", "How do I read tables?"),
            ("How long does it last?", "How often does it last?"),
            ("Why is it red?", "Is it red?"),
            ("What is it?", "Who is it for?"),
            ("What will we do?", "What will we not do?"),
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
