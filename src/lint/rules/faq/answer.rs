//! `faq-answer`: questions without an answer, and answers that do not begin with one.

use super::asks::{self, Asks};
use super::{Exchange, told};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in crate::lint::rules) const RULE: Rule = Rule {
    name: "faq-answer",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Error),
    what: "FAQ questions without an answer, and answers that do not begin with one",
    why: "There are four answers: yes, no, a number, and \"I don't know; I will tell you by Friday\".",
    bad: "# FAQ\n\n## Does it work in the rain?\n\n## What does it cost?\n\n£49.",
    good: "# FAQ\n\n## Does it work in the rain?\n\nYes, for ten years.\n\n## What does it cost?\n\n£49.",
    spares: &[
        (
            "a question that asks for no yes, number or date",
            "# FAQ\n\n## How does it work?\n\nYou press the button.",
        ),
        ("a choice", "# FAQ\n\n## Is it free or paid?\n\nPaid."),
        ("a yes behind its condition", "# FAQ\n\n## Can I return it?\n\nIf the seal holds, yes."),
        (
            "\"I don't know\" with a date",
            "# FAQ\n\n## How many fail?\n\nI don't know; Ann Lee says by 3 May.",
        ),
    ],
    source: "Amazon's four answers: yes, no, a number, I don't know (and will follow up when I do)",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    for exchange in super::exchanges(context) {
        if exchange.answer.is_empty() {
            let finding = Finding::new(exchange.question.span, "nobody answers this question");
            let advice =
                "answer with yes, no, a number, or \"I don't know; NAME says by DATE\"; or cut the question";
            out.push(finding.rewrite(advice).in_part(exchange.part));
        } else if !exchange.is_gap() {
            out.extend(dodge(&exchange));
        }
    }
}

/// What is wrong with how the answer begins.
fn dodge(exchange: &Exchange<'_>) -> Option<Finding> {
    let opening = exchange.opening();
    let (message, advice, most) = fault(exchange, &opening)?;
    let finding = Finding::new(exchange.first_sentence()?, message);
    Some(finding.at_most(most).rewrite(advice).in_part(exchange.part))
}

/// Message, advice and greatest severity.
fn fault(exchange: &Exchange<'_>, opening: &str) -> Option<(&'static str, &'static str, Severity)> {
    if told::is_empty(exchange.sentences()) {
        return Some((
            "the answer says nothing",
            "begin with yes, no, a number, or \"I don't know; NAME says by DATE\"",
            Severity::Warning,
        ));
    }
    if told::is_unknown(opening) {
        let dated = exchange.answer.iter().any(|block| told::date(&super::plain(super::own_text(block))));
        return (!dated).then_some((
            "\"I don't know\" without a date",
            "say who will find out, and by when: \"I don't know; NAME says by DATE\"",
            Severity::Warning,
        ));
    }
    match asks::of(&exchange.asked) {
        Asks::YesNo if !told::yes_or_no(opening) => Some((
            "the question asks for yes or no, and the answer does not begin with either",
            "begin with \"Yes.\" or \"No.\", then the rest; or \"I don't know; NAME says by DATE\"",
            Severity::Note,
        )),
        Asks::Number if !told::number(opening) => Some((
            "the question asks for a number, and the answer does not begin with one",
            "begin with the number and its unit; or \"I don't know; NAME says by DATE\"",
            Severity::Warning,
        )),
        Asks::Date if !told::time(opening) => Some((
            "the question asks when, and the answer does not begin with a date",
            "begin with the date; or \"I don't know; NAME says by DATE\"",
            Severity::Warning,
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    fn found(question: &str, answer: &str) -> usize {
        rule_finds("faq-answer", &format!("# FAQ\n\n## {question}\n\n{answer}\n")).len()
    }

    #[test]
    fn straight_answers_pass() {
        for (question, answer) in [
            ("Does it work in the rain?", "Yes."),
            ("Can I return it?", "30 days, no questions."),
            ("Will it be cheaper?", "I don't know; I will tell you by 3 May."),
            ("How does it work?", "You press the button."),
            ("What does it cost?", "`$ 0`"),
            ("What does it cost?", "It is free."),
            ("How much memory does it take?", "It takes:\n\n- the box: 2 GB\n- the lid: 1 GB"),
            ("How many are there?", "We counted in May.\n\n| place | boxes |\n|---|---|\n| Leeds | 12 |"),
            ("How long does it take?", "A minute."),
            ("When can I cancel?", "Any time."),
            ("Is it safe?", "Yes. Security is our top priority. Photos are encrypted on your phone."),
            ("What of my data?", "We take privacy very seriously.\n\n- Your name is deleted after a week."),
        ] {
            assert_eq!(found(question, answer), 0, "{question} {answer}");
        }
    }

    #[test]
    fn dodges_do_not() {
        for (question, answer) in [
            ("What if it breaks?", "Watch this space."),
            ("Is it safe?", "We take safety very seriously."),
            (
                "What if it breaks?",
                "We take quality very seriously. Faults are rare. Please contact our support team.",
            ),
            ("Who sees it?", "We take privacy very seriously. We work hard every day to earn your trust."),
            ("Does it work in the rain?", "Our engineers thought hard about rain."),
            ("How many people have this problem?", "Many do. It is a growing market."),
            ("When will it ship?", "We are hard at work."),
            ("How many fail?", "We don't know."),
        ] {
            assert_eq!(found(question, answer), 1, "{question} {answer}");
        }
    }
}
