//! `faq-answer`: questions without an answer, and answers that dodge.

use crate::document::{Block, BlockKind, Entry, Role};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(super) const RULE: Rule = Rule {
    name: "faq-answer",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Error),
    what: "FAQ questions without an answer, and answers that dodge the question",
    why: "There are four answers: yes, no, a number, and \"I don't know; I will tell you by Friday\".",
    bad: "# FAQ\n\n## Does it work in the rain?\n\n## What does it cost?\n\n£49.",
    good: "# FAQ\n\n## Does it work in the rain?\n\nYes, for ten years.\n\n## What does it cost?\n\n£49.",
    spares: &[("a question that is no yes or no", "# FAQ\n\n## How does it work?\n\nYou press the button.")],
    source: "Amazon's four answers: yes, no, a number, I don't know (and will follow up when I do)",
    settings: &[],
    check: Check::Document(check),
};

/// Words that open a question to be answered with yes or no.
const CLOSED: &[&str] = &[
    "does", "do", "did", "is", "are", "was", "can", "could", "will", "would", "should", "has", "have", "may",
    "am", "must",
];
const RISKS: &[&str] =
    &["risk", "risks", "fail", "fails", "failure", "wrong", "challenge", "challenges", "worst"];
const SOFT: &[&str] =
    &["minimal", "unlikely", "negligible", "no risk", "easily", "very low", "low risk", "little risk"];
/// Whole answers that answer nothing.
const EMPTY: &[&str] = &[
    "it depends",
    "no comment",
    "we are working on it",
    "we're working on it",
    "watch this space",
    "stay tuned",
    "to be decided",
    "to be determined",
    "coming soon",
];
/// How an honest answer to a closed question may begin, beside a number.
const ANSWERS: &[&str] = &[
    "yes",
    "no",
    "not",
    "never",
    "always",
    "i",
    "we don't know",
    "we do not know",
    "don't",
    "only",
    "nothing",
    "nobody",
    "none",
    "absolutely",
    "it depends",
    "partly",
    "soon",
    "both",
    "sometimes",
    "every",
    "all",
    "most",
    "neither",
    "up",
    "until",
];

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    for entry in &context.document.entries {
        let Some(question) = context.document.blocks.get(entry.question) else { continue };
        match answer(context, entry) {
            None => {
                let finding = Finding::new(question.span, "nobody answers this question");
                out.push(
                    finding.rewrite("yes, no, a number, or \"I don't know\" with a date").in_part(entry.part),
                );
            }
            Some(answer) => dodges(question, answer, entry.part, out),
        }
    }
}

fn answer<'a>(context: &'a DocumentContext<'_>, entry: &Entry) -> Option<&'a Block> {
    let blocks = context.document.blocks.get(entry.answer.clone())?;
    let says = |block: &&Block| block.kind == BlockKind::Code || !block.prose.text.trim().is_empty();
    blocks.iter().filter(|block| block.role != Role::Heading).find(says)
}

fn dodges(question: &Block, answer: &Block, part: usize, out: &mut Vec<Finding>) {
    let Some(first) = answer.sentences.first() else { return };
    let asked = lower(question);
    let text = lower(answer);
    if text.contains("{{") {
        return;
    }
    let span = answer.source_span(first.start as usize, first.end as usize);
    if EMPTY.contains(&text.trim_end_matches(['.', '!', '…', ' '])) {
        let finding = Finding::new(span, "the answer says nothing").at_most(Severity::Warning);
        out.push(finding.rewrite("yes, no, a number, or \"I don't know\" with a date").in_part(part));
        return;
    }
    let about_risk = asked.split(|c: char| !c.is_alphanumeric()).any(|word| RISKS.contains(&word));
    if about_risk && SOFT.iter().any(|soft| text.contains(soft)) {
        let finding =
            Finding::new(span, "a question about risk, answered with comfort").at_most(Severity::Warning);
        out.push(finding.rewrite("name the risk, how likely it is, and what you will do").in_part(part));
    } else if is_closed(&asked) && !is_straight(&text) {
        let finding = Finding::new(span, "the answer does not begin with an answer").at_most(Severity::Note);
        out.push(
            finding.rewrite("begin with yes, no, a number, or \"I don't know\" with a date").in_part(part),
        );
    }
}

fn lower(block: &Block) -> String {
    crate::text::slice(&block.prose.text, block.lead..block.prose.text.len()).to_lowercase().replace('’', "'")
}

fn is_closed(question: &str) -> bool {
    let first = question.split_whitespace().next().unwrap_or("");
    // "Is it free or paid?" asks for one of the two.
    CLOSED.contains(&first) && !question.contains(" or ")
}

fn is_straight(answer: &str) -> bool {
    let start = answer.trim_start_matches(|c: char| !c.is_alphanumeric() && !"$£€".contains(c));
    let begins = ANSWERS.iter().any(|answer| {
        start.strip_prefix(answer).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    });
    begins
        || start.starts_with(|c: char| c.is_ascii_digit() || "$£€".contains(c))
        || answer.contains("don't know")
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    fn found(question: &str, answer: &str) -> usize {
        rule_finds("faq-answer", &format!("# FAQ\n\n## {question}\n\n{answer}\n")).len()
    }

    #[test]
    fn straight_answers_pass_and_dodges_do_not() {
        assert_eq!(found("Is there a risk?", "The risk is minimal."), 1);
        assert_eq!(found("What if it breaks?", "Watch this space."), 1);
        assert_eq!(found("Does it work in the rain?", "Our engineers thought hard about rain."), 1);
        assert_eq!(found("Does it work in the rain?", "Yes."), 0);
        assert_eq!(found("Can I return it?", "30 days, no questions."), 0);
        assert_eq!(found("Will it be cheaper?", "I don't know; I will tell you by 3 May."), 0);
        assert_eq!(found("How does it work?", "You press the button."), 0);
        assert_eq!(found("What does it cost?", "`$ 0`"), 0);
    }
}
