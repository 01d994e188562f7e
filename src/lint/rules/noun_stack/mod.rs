//! `noun-stack`: nouns in a row that hide a verb, "inventory allocation workflow".
//!
//! There is no tagger here: a word is a noun where the [`lexicon`] knows it, so a stack of words that are not in it is
//! missed rather than one of words that only look like nouns struck.

mod lexicon;

use crate::document::{Role, Sentence, Word, WordKind};
use crate::lint::{BlockContext, Category, Check, Finding, Rule, Setting, Severities};
use crate::text::slice;

pub(super) const RULE: Rule = Rule {
    name: "noun-stack",
    category: Category::Jargon,
    severity: Severities::NOUN_STACK,
    what: "Nouns in a row, at least two of them abstract, of which the last says nothing anyone could touch",
    why: "The reader has to guess which noun does what to which; the verb that says so is hidden in one of them.",
    bad: "It has an inventory allocation workflow.",
    good: "It sets a kettle aside for each order.",
    spares: &[
        ("a thing with a plain name", "It opens with a credit card number."),
        ("a name", "Ask for Customer Data Management at the desk."),
        ("a verb that looks like a noun", "We process payment data by hand."),
        ("what colleagues read", "# FAQ\n\n## Internal FAQ\n\nIt has an inventory allocation workflow."),
    ],
    source: "plainlanguage.gov, Avoid noun strings",
    settings: &[Setting { name: "nouns", what: "fewest nouns in a row that are struck", default: 3.0 }],
    check: Check::Block(check),
};

/// Fewest of them that are abstract.
const ABSTRACT: usize = 2;
/// Words behind which a word that may be a verb is a noun.
const BEFORE_NOUNS: &[&str] = &[
    "a", "an", "the", "our", "your", "their", "its", "his", "her", "my", "this", "that", "these", "those",
    "of", "for", "in", "with", "on", "from", "by", "into", "through", "via", "each", "every", "any", "no",
    "new", "full",
];

fn check(context: &BlockContext<'_>, out: &mut Vec<Finding>) {
    if !context.block.is_judged() {
        return;
    }
    for sentence in &context.block.sentences {
        in_sentence(context, sentence, out);
    }
}

/// Goes through the runs of nouns of `sentence`.
fn in_sentence(context: &BlockContext<'_>, sentence: &Sentence, out: &mut Vec<Finding>) {
    let block = context.block;
    let words = block.words_of(sentence);
    let mut from = 0;
    while from < words.len() {
        // A word before one that is no noun stands in no stack: half of the words need no look.
        let is_noun = |word: &Word| lexicon::noun(block.word(word)).is_some();
        if !words.get(from + 1).is_some_and(is_noun) {
            from += 2;
            continue;
        }
        let run = run_at(context, words, from);
        let next = from + run.max(1);
        if run > 0
            && let Some(finding) = words.get(from..next).and_then(|stack| {
                let before = from.checked_sub(1).and_then(|at| words.get(at)).map(|word| block.word(word));
                judge(context, before, stack)
            })
        {
            out.push(finding);
        }
        from = next;
    }
}

/// How many words from `from` on are nouns with nothing but a space between them.
fn run_at(context: &BlockContext<'_>, words: &[Word], from: usize) -> usize {
    let block = context.block;
    let mut end = None;
    let nouns = words.iter().skip(from).take_while(|word| {
        let joined = end.is_none_or(|end| slice(&block.prose.text, end as usize..word.start as usize) == " ");
        end = Some(word.end);
        joined && word.kind != WordKind::Number && lexicon::noun(block.word(word)).is_some()
    });
    nouns.count()
}

/// Strikes `stack` where it is long and abstract enough, and no name.
fn judge(context: &BlockContext<'_>, before: Option<&str>, stack: &[Word]) -> Option<Finding> {
    let block = context.block;
    let kind = |word: &Word| lexicon::noun(block.word(word));
    let verb = stack.first().is_some_and(|first| kind(first).is_some_and(|noun| noun.verb));
    let said = before.is_some_and(|before| BEFORE_NOUNS.iter().any(|word| word.eq_ignore_ascii_case(before)));
    let stack = stack.get(usize::from(verb && !said)..)?;
    // What stands behind the last abstract noun is a thing: "order management team".
    let last = stack.iter().rposition(|word| kind(word).is_some_and(|noun| noun.is_abstract))?;
    let rest = stack.get(last + 1..)?;
    let abstracts = stack.iter().filter(|word| kind(word).is_some_and(|noun| noun.is_abstract)).count();
    let capitals = stack.iter().filter(|word| block.word(word).starts_with(char::is_uppercase)).count();
    let is_name = capitals > 1 && block.role != Role::Headline;
    if !rest.is_empty() || abstracts < ABSTRACT || stack.len() < context.number("nouns") as usize || is_name {
        return None;
    }
    let (first, last) = (stack.first()?, stack.last()?);
    let text = slice(&block.prose.text, first.start as usize..last.end as usize);
    if context.facts.names_product(text) || lexicon::NAMES.iter().any(|name| text.eq_ignore_ascii_case(name))
    {
        return None;
    }
    let message = format!("{} nouns in a row", stack.len());
    Some(
        Finding::new(first.start as usize..last.end as usize, message)
            .rewrite("say who does what, with a verb"),
    )
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    #[test]
    fn stacks_are_struck_whole_and_things_are_not() {
        for (text, found) in [
            ("A search relevance evaluation framework helps.", Some("search relevance evaluation framework")),
            ("It speeds up order-fulfillment processes.", None),
            ("It is about data management workflows today.", Some("data management workflows")),
            ("We call the order management team.", None),
            ("We process payment data by hand.", None),
            ("It costs less than a customer support call.", None),
            ("It is for search engine optimization.", None),
        ] {
            assert_eq!(rule_finds("noun-stack", text).first().map(String::as_str), found, "{text}");
        }
    }
}
