//! `softball`: hard questions answered with comfort, and questions that only praise.

use super::{Exchange, first_said, says_any};
use crate::document::BlockKind;
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in crate::lint::rules) const RULE: Rule = Rule {
    name: "softball",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Questions about risk, cost or rivals answered with comfort, and questions that nobody would ask",
    why: "The FAQ is where a plan meets its doubters. A question that hurts nobody finds nothing out.",
    bad: "# Internal FAQ\n\n## What are the risks?\n\nThe risk is minimal.",
    good: "# Internal FAQ\n\n## What are the risks?\n\nThe bank may refuse: 1 in 4. Then we lose £40,000 and six weeks.",
    spares: &[
        (
            "comfort with a number",
            "# Internal FAQ\n\n## What are the risks?\n\nFire is unlikely: 2 in 10,000 boxes.",
        ),
        ("a plain question", "# FAQ\n\n## Why is it red?\n\nYou find it in the dark."),
        ("how it works", "# FAQ\n\n## How do I open it?\n\nEasily: press the lid."),
    ],
    source: "the softball test of pr-faq-validator; Carr: the internal FAQ \"is where truth-seeking really happens\"",
    settings: &[],
    check: Check::Document(check),
};

/// Words of a question that hurts.
const HARD: &[&str] = &[
    "risk",
    "risks",
    "risky",
    "riskiest",
    "fail",
    "fails",
    "failure",
    "failures",
    "wrong",
    "worst",
    "challenge",
    "challenges",
    "challenging",
    "threat",
    "threats",
    "obstacle",
    "obstacles",
    "downside",
    "downsides",
    "weakness",
    "weaknesses",
    "danger",
    "concern",
    "concerns",
    "objections",
    "competitor",
    "competitors",
    "competition",
    "rival",
    "rivals",
    "copy",
    "cost us",
    "costs",
];
/// Comfort about the size of a risk; naming the risk does not make up for the missing number.
const SHRUGS: &[&str] = &[
    "minimal",
    "negligible",
    "unlikely",
    "low risk",
    "no risk",
    "no risks",
    "no real risk",
    "little risk",
    "few risks",
    "no major risks",
    "no significant risks",
    "small chance",
    "risk is low",
    "risks are low",
    "risk is small",
    "very low",
    "no serious threat",
    "not a concern",
    "non-issue",
];
/// Comfort that a named risk, or what is done about it, makes up for.
const COMFORT: &[&str] = &[
    "easy",
    "easily",
    "not really",
    "we are confident",
    "we're confident",
    "we feel confident",
    "we believe we can",
    "we do not foresee",
    "we don't foresee",
    "nothing to worry",
    "nobody else does",
    "no one else does",
    "nobody does what we do",
    "one of a kind",
    "in a class of its own",
    "well positioned",
    "well-positioned",
    "uniquely positioned",
    "manageable",
    "straightforward",
    "rare",
    "rarely",
];
/// Comfort that answers no question at all, hard or easy.
const EVASIONS: &[&str] = &[
    "we've got you covered",
    "we have got you covered",
    "we have you covered",
    "nothing is off the table",
    "everything is on the table",
    "all options are on the table",
    "do their best",
    "do our best",
    "do our very best",
    "do their very best",
    "rest assured",
    "friendly support team",
    "happy to help",
    "too early to say",
    "cross that bridge",
    "time will tell",
];
/// What is denied where somebody asks for it: "we don't really have any direct competitors".
const DENIED: &[&str] = &[
    "competition",
    "competitor",
    "competitors",
    "rivals",
    "risks",
    "threats",
    "downsides",
    "weaknesses",
    "challenges",
    "obstacles",
    "concerns",
    "objections",
];
const NEGATIONS: &[&str] = &[
    "no", "not", "don't", "doesn't", "haven't", "hasn't", "isn't", "aren't", "can't", "cannot", "never",
    "few", "hardly", "without",
];
/// What may stand between the two, so that nothing else is denied.
const BETWEEN: &[&str] = &[
    "really",
    "actually",
    "truly",
    "currently",
    "yet",
    "have",
    "has",
    "had",
    "see",
    "seen",
    "think",
    "of",
    "know",
    "foresee",
    "expect",
    "anticipate",
    "face",
    "any",
    "many",
    "much",
    "too",
    "a",
    "real",
    "direct",
    "close",
    "serious",
    "significant",
    "major",
    "big",
    "true",
    "obvious",
    "known",
    "meaningful",
    "similar",
    "main",
    "particular",
    "comparable",
    "there",
    "are",
    "is",
    "be",
];
/// Words by which an answer names a risk, or what is done about it.
const NAMED: &[&str] =
    &["if", "because", "risk is", "risks are", "risk that", "riskiest", "first", "instead"];
/// How a question begins that only praises.
const FLATTERY: &[&str] = &[
    "why do customers love",
    "why do people love",
    "why do users love",
    "why will customers love",
    "why will users love",
    "why will people love",
    "why would customers love",
    "what do customers love",
    "what do users love",
    "how happy are",
    "why should everyone",
    "why should everybody",
];
/// Praise, behind "why is it so", "what makes it", "how".
const PRAISE: &[&str] = &[
    "so great",
    "so good",
    "so easy",
    "so fast",
    "so popular",
    "so powerful",
    "so special",
    "so unique",
    "so much better",
    "so simple",
    "so successful",
    "so innovative",
    "so exciting",
    "so important",
    "great",
    "amazing",
    "awesome",
    "the best",
    "revolutionary",
    "game-changing",
    "best-in-class",
    "world-class",
    "seamless",
    "innovative",
    "special",
    "perfect",
];
/// What no doubter asks whether a product does.
const DELIGHTS: &[&str] = &[
    "delight",
    "delights",
    "wow",
    "wows",
    "empower",
    "empowers",
    "revolutionize",
    "revolutionizes",
    "revolutionise",
    "transform the",
    "transforms the",
    "exceed expectations",
    "exceed customer",
    "change the world",
    "make customers happy",
    "make customers happier",
    "make everyone",
];

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    for exchange in super::exchanges(context) {
        if praises(&exchange.asked) {
            let finding = Finding::new(exchange.question.span, "nobody asks this: the question only praises");
            let advice = "ask what a doubter asks: \"What does it not do?\", \"Why would I not buy it?\"";
            out.push(finding.rewrite(advice).in_part(exchange.part));
        } else if !exchange.is_gap() {
            let hard = says_any(&exchange.asked, HARD);
            out.extend(hard.then(|| comfort(&exchange)).flatten().or_else(|| evasion(&exchange)));
        }
    }
}

/// Whether the question only praises.
fn praises(asked: &str) -> bool {
    let asks = |opener: &[&str]| opener.iter().any(|opener| asked.starts_with(opener));
    FLATTERY.iter().any(|opener| asked.starts_with(opener))
        || (asks(&["why is ", "why are ", "what makes ", "how great ", "how amazing "])
            && says_any(asked, PRAISE))
        || (asks(&["how does ", "how do ", "how will ", "why does ", "why will "])
            && says_any(asked, DELIGHTS))
}

/// The sentence that comforts where it should answer.
fn comfort(exchange: &Exchange<'_>) -> Option<Finding> {
    let mut sentences =
        exchange.answer.iter().flat_map(|block| block.sentences.iter().map(move |of| (block, of)));
    let told: Vec<(crate::text::Span, String)> = sentences
        .by_ref()
        .map(|(block, of)| {
            (block.source_span(of.start as usize, of.end as usize), super::plain(block.text_of(of)))
        })
        .collect();
    let named = exchange.answer.iter().any(|block| matches!(block.kind, BlockKind::Item | BlockKind::Cell))
        || told.iter().any(|(_, text)| says_any(text, NAMED) || counts(text));
    let mut pairs = told.iter().zip(told.iter().skip(1).map(Some).chain([None]));
    pairs.find_map(|((span, text), next)| {
        let measured = counts(text) || next.is_some_and(|(_, next)| counts(next));
        let shrugs = || first_said(text, SHRUGS);
        let comforts = || if named { None } else { first_said(text, COMFORT) };
        let denied = || denial(text).filter(|_| !named);
        let word = shrugs().or_else(comforts).or_else(denied)?;
        (!measured).then(|| {
            let message = format!("a hard question, answered with \"{word}\"");
            let advice = "name what can go wrong, how likely it is (a number), what it would cost, and what you do then";
            Finding::new(*span, message).rewrite(advice).in_part(exchange.part)
        })
    })
}

/// The words of `text` by which it denies what was asked for.
fn denial(text: &str) -> Option<&str> {
    let words: Vec<&str> = super::words(text).collect();
    let at = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    words.iter().enumerate().filter(|(_, word)| DENIED.contains(word)).find_map(|(end, last)| {
        let before = words.get(..end)?;
        let from = before.iter().rposition(|word| !BETWEEN.contains(word))?;
        let first = before.get(from).filter(|word| NEGATIONS.contains(word))?;
        // A list, or another clause, stands between.
        let said = crate::text::slice(text, at(first)..at(last) + last.len());
        (!said.contains([',', ';', ':', '.'])).then_some(said)
    })
}

/// The sentence that puts the reader off, in an answer that says neither yes nor no, and no figure.
fn evasion(exchange: &Exchange<'_>) -> Option<Finding> {
    /// An answer with more sentences than this says something else as well.
    const SHORT: usize = 3;
    let sentences =
        || exchange.answer.iter().flat_map(|block| block.sentences.iter().map(move |of| (block, of)));
    let text: String =
        exchange.answer.iter().map(|block| super::plain(super::own_text(block)) + " ").collect();
    let first = super::words(&text).next().unwrap_or("");
    if sentences().count() > SHORT || counts(&text) || matches!(first, "yes" | "no") {
        return None;
    }
    sentences().find_map(|(block, of)| {
        let said = super::plain(block.text_of(of));
        let word = first_said(&said, EVASIONS)?;
        let message = format!("\"{word}\" puts the reader off and answers nothing");
        let advice = "say what happens, who does it and by when; or \"I don't know; NAME says by DATE\"";
        let span = block.source_span(of.start as usize, of.end as usize);
        Some(Finding::new(span, message).rewrite(advice).in_part(exchange.part))
    })
}

fn counts(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::rule_finds;

    fn found(question: &str, answer: &str) -> Vec<String> {
        rule_finds("softball", &format!("# Internal FAQ\n\n## {question}\n\n{answer}\n"))
    }

    #[test]
    fn comfort_is_no_answer_to_a_hard_question() {
        for (question, answer, struck) in [
            ("Is there a risk?", "The risk is minimal.", "The risk is minimal."),
            ("What can go wrong?", "Not really much.", "Not really much."),
            (
                "Who are the competitors?",
                "We look hard. There are no competitors.",
                "There are no competitors.",
            ),
            ("How could this fail?", "We are confident in the team.", "We are confident in the team."),
            (
                "Who are your competitors?",
                "We don't really have any direct competitors.",
                "We don't really have any direct competitors.",
            ),
            (
                "What are the risks?",
                "We do not see any serious risks yet.",
                "We do not see any serious risks yet.",
            ),
            (
                "What is the risk?",
                "The risk is the bridge, but it is unlikely.",
                "The risk is the bridge, but it is unlikely.",
            ),
        ] {
            assert_eq!(found(question, answer), [struck], "{question}");
        }
        for (question, answer) in [
            ("Is there a risk?", "The risk is minimal: 2 in 1,000."),
            ("How could this fail?", "We are confident, but if the bank refuses, we stop."),
            ("What are the risks?", "- The bank refuses, which is easily seen.\n- Rain."),
            ("How do I open it?", "It opens easily."),
            ("Who are the competitors?", "We have no direct competitors. People use a bucket instead."),
            ("Who are the competitors?", "Bucket and Pail. We do not copy competitors."),
            ("What are the risks?", "We will not hide risks: rain."),
        ] {
            assert!(found(question, answer).is_empty(), "{question} {answer}");
        }
    }

    #[test]
    fn putting_off_answers_no_question() {
        let covered =
            "We've got you covered: reach out to our friendly support team and they'll do their best.";
        for (question, answer) in [
            ("What if it breaks?", covered),
            ("Is there a risk that it breaks?", covered),
            ("What will we not build?", "Nothing is off the table at this stage."),
        ] {
            assert_eq!(found(question, answer), [answer], "{question}");
        }
        for (question, answer) in [
            ("Do you promise the date?", "No. We do our best to be there on the day."),
            ("What if it breaks?", "We do our best to mend it within 2 days."),
            ("How do I clean it?", "Take it off the table, and wash it. Dry it. Put it back. It lasts."),
        ] {
            assert!(found(question, answer).is_empty(), "{question} {answer}");
        }
    }

    #[test]
    fn nobody_asks_for_praise() {
        for question in [
            "Why is Melinda so great?",
            "How does Melinda delight customers?",
            "What makes Melinda the best?",
        ] {
            assert_eq!(found(question, "It is red.").len(), 1, "{question}");
        }
        for question in [
            "Why is Melinda so expensive?",
            "What makes Melinda different?",
            "How does Melinda transform files?",
        ] {
            assert!(found(question, "It is red.").is_empty(), "{question}");
        }
    }
}
