//! `missing-topic`: what the readers of a FAQ always ask and this one leaves out.

use super::spoken::Spoken;
use super::topics::{EXTERNAL, INTERNAL, Topic};
use super::{own_text, plain};
use crate::document::{PartKind, Role, Zone};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};

pub(in crate::lint::rules) const RULE: Rule = Rule {
    name: "missing-topic",
    category: Category::Structure,
    severity: Severities::everywhere(Severity::Warning),
    what: "Topics that decision makers (or, as a note, customers) always ask about and a FAQ leaves out",
    why: "What is not asked on paper is asked in the meeting, or by the first thousand customers.",
    bad: "# Internal FAQ\n\n## What are the risks?\n\nRain: 1 box in 40.",
    good: "# Internal FAQ\n\n## Who has this problem, and how many are there?\n\n2 million.\n\n## What do we earn on each?\n\n\
           £4.\n\n## What does it depend on?\n\nThe post.\n\n## How does it fail?\n\nRain.\n\n## Why now?\n\nThe law changed.\n\n\
           ## What will we not do?\n\nRent.\n\n## How do we measure success?\n\n40% dry.\n\n## What makes us stop?\n\n10%.",
    spares: &[
        (
            "a document without a FAQ",
            "# Melinda keeps your parcels dry\n\nLEEDS, 5 May 2027 — The box is here.",
        ),
        ("questions that are still to be filled in", "# Internal FAQ\n\n## {{question}}\n\n{{answer}}"),
    ],
    source: "Bryar and Carr, chapter 5; of 172 public PR/FAQs 3 size the market, 1 says why now, 6 ask about risks",
    settings: &[],
    check: Check::Document(check),
};

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    for (kind, topics) in [(PartKind::InternalFaq, INTERNAL), (PartKind::ExternalFaq, EXTERNAL)] {
        let parts = context.document.parts.iter().enumerate().filter(|(_, part)| part.kind == kind);
        for (part, _) in parts {
            out.extend(absent(context, part, topics).and_then(|absent| finding(context, part, &absent)));
        }
    }
}

/// The topics that the FAQ `part` leaves out; none where it has no questions, or gaps in their place.
fn absent(
    context: &DocumentContext<'_>,
    part: usize,
    topics: &'static [Topic],
) -> Option<Vec<&'static Topic>> {
    let document = context.document;
    let mut entries = document.entries.iter().filter(|entry| entry.part == part).peekable();
    entries.peek()?;
    let questions = entries.filter_map(|entry| document.blocks.get(entry.question));
    if questions.into_iter().any(|question| question.prose.text.contains("{{")) {
        return None;
    }
    let (asked, told) = texts(context, part);
    let (asked, told) = (Spoken::new(&asked), Spoken::new(&told));
    let covers = |topic: &&Topic| {
        let elsewhere = match topic.name {
            "where to get it" => document.filled_part(&PartKind::GettingStarted).is_some(),
            "the price" => has_price(told.text()),
            _ => false,
        };
        elsewhere || asked.says_any(topic.asked) || told.says_any(topic.told)
    };
    Some(topics.iter().filter(|topic| !covers(topic)).collect())
}

/// Whether an amount of money stands in `text`.
fn has_price(text: &str) -> bool {
    text.match_indices(['£', '$', '€']).any(|(at, sign)| {
        text.get(at + sign.len()..)
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// What the FAQ `part` asks, its headings included, and what its reader is told: a customer has read the release as well,
/// a colleague everything.
fn texts(context: &DocumentContext<'_>, part: usize) -> (String, String) {
    /// Bytes that are looked at; a document of more has no reader.
    const LONGEST: usize = 65_536;
    let document = context.document;
    let for_colleagues = document.parts.get(part).is_some_and(|part| part.kind == PartKind::InternalFaq);
    let (mut asked, mut told) = (String::new(), String::new());
    for block in document.blocks.iter().filter(|block| for_colleagues || block.zone != Zone::Internal) {
        let asks = matches!(block.role, Role::Question | Role::Heading) && block.part == part;
        let text = if asks { &mut asked } else { &mut told };
        if text.len() < LONGEST && (asks || block.is_judged()) {
            text.push_str(own_text(block));
            text.push('\n');
        }
    }
    (plain(&asked), plain(&told))
}

/// One finding for all `absent` topics, at the heading of the FAQ.
fn finding(context: &DocumentContext<'_>, part: usize, absent: &[&Topic]) -> Option<Finding> {
    /// Model questions that the advice holds.
    const SHOWN: usize = 3;
    let names: Vec<&str> = absent.iter().map(|topic| topic.name).collect();
    let (last, others) = names.split_last()?;
    let list =
        if others.is_empty() { (*last).to_owned() } else { format!("{} or {last}", others.join(", ")) };
    let questions: Vec<String> =
        absent.iter().take(SHOWN).map(|topic| format!("\"{}\"", topic.ask)).collect();
    let mut blocks = context.document.blocks_of(part);
    let at = blocks.find(|block| matches!(block.role, Role::Heading | Role::Question))?;
    let finding = Finding::new(at.span, format!("no question about {list}"))
        .rewrite(format!("ask, for example: {}", questions.join(" ")))
        .in_part(part);
    let external = context.document.parts.get(part).is_some_and(|part| part.kind == PartKind::ExternalFaq);
    Some(if external { finding.at_most(Severity::Note) } else { finding })
}

#[cfg(test)]
mod tests {
    use crate::lint::Severity;
    use crate::lint::tests::lint;

    fn found(source: &str) -> Vec<(Severity, String)> {
        let of = lint(source).into_iter().filter(|found| found.rule == "missing-topic");
        of.map(|found| (found.severity, found.message.into_owned())).collect()
    }

    #[test]
    fn what_colleagues_ask_is_told_in_one_line() {
        let source = "# Internal FAQ\n\n## What are the risks?\n\nRain. The unit economics are in the appendix, and we \
                      would stop at 10%.\n\n## Why now?\n\nRain.\n\n## What is the TAM?\n\n4.\n\n## Success metrics?\n\n4.\n";
        let said = "no question about what it depends on or what we will not do".to_owned();
        assert_eq!(found(source), [(Severity::Warning, said)]);
    }

    #[test]
    fn colleagues_ask_in_words_of_their_own() {
        for (asks, topic) in [
            ("What must be true that is not true today?", "what it depends on"),
            ("Which assumptions have to hold?", "what it depends on"),
            ("What keeps you awake at night?", "how it fails"),
            ("Why might this not work?", "how it fails"),
        ] {
            let left_out = |question: &str| found(&format!("# Internal FAQ\n\n## {question}\n\nRain.\n"));
            assert!(left_out("Where is it made?").iter().any(|(_, said)| said.contains(topic)), "{topic}");
            assert!(!left_out(asks).iter().any(|(_, said)| said.contains(topic)), "{asks}");
        }
    }

    #[test]
    fn customers_ask_in_words_of_their_own() {
        let left_out = |question: &str| {
            let source = format!("# FAQ\n\n## {question}\n\nIn Leeds.\n");
            found(&source).into_iter().map(|(_, said)| said).collect::<String>()
        };
        for asks in ["Who can see where I go?", "Can my boss see what I eat?", "Do you sell my address?"] {
            assert!(!left_out(asks).contains("the customer's data"), "{asks}");
        }
        for asks in ["What if I don't like it?", "Can I send it back?", "Am I locked in?"] {
            assert!(!left_out(asks).contains("how to stop"), "{asks}");
        }
        let other = left_out("Where is it made?");
        assert!(other.contains("the customer's data") && other.contains("how to stop"), "{other}");
    }

    #[test]
    fn what_customers_ask_is_a_note_and_the_release_may_answer_it() {
        let source = "# Press release\n\n# The Melinda box\n\nLEEDS, 5 May 2027 — It is here.\n\n## Getting started\n\nOrder it \
                      at the post office. It costs £4.\n\n# FAQ\n\n## Is my data safe?\n\nYes.\n\n## What if it breaks?\n\nCall us.\n";
        let said = "no question about how to stop or what is different from what they use today".to_owned();
        assert_eq!(found(source), [(Severity::Note, said)]);
    }
}
