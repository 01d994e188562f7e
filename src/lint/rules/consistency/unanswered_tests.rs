//! Releases with an FAQ that takes up what they promise, and with one that does not.

use crate::lint::Severity;
use crate::lint::tests::{lint, rule_finds};
use crate::text::slice;

fn document(summary: &str, faq: &str) -> String {
    format!("# Press release\n\n# Lidd keeps tea hot\n\nLEEDS, 5 May 2027 — {summary}\n\n# FAQ\n\n{faq}\n")
}

fn found(summary: &str, faq: &str) -> Vec<String> {
    rule_finds("unanswered-claim", &document(summary, faq))
}

#[test]
fn promises_that_no_answer_takes_up_are_found() {
    let faq = "## Where can I buy it?\n\nIn shops in Leeds.";
    for (summary, claim) in [
        ("Lidd keeps tea hot for 9 hours.", "9 hours"),
        ("Lidd costs £9.", "£9"),
        ("Lidd is free.", "free"),
        ("Lidd never spills a drop.", "never"),
        ("80% of the heat stays in.", "80%"),
        ("Every lid is tested, by hand.", "Every"),
    ] {
        assert_eq!(found(summary, faq), [claim], "{summary}");
    }
}

#[test]
fn promises_that_an_answer_takes_up_are_let_be() {
    for (summary, faq) in [
        ("Lidd keeps tea hot for 9 hours.", "## How long does it stay hot?\n\n9 hours at 20 °C."),
        (
            "Lidd keeps tea hot for 9 hours.",
            "## For how many hours does Lidd keep tea hot?\n\nIt depends on the frost.",
        ),
        ("Lidd costs £9.", "## How much is it?\n\nNine pounds."),
        ("Lidd is free.", "## What does it cost?\n\nNothing."),
        ("Lidd never spills a drop.", "## Does it spill?\n\nNo drop, in 1,200 drops to the floor."),
        ("We made 1,200 lids.", "## Who has one?\n\n1,200 people."),
        ("You open it every morning.", "## Why?\n\nTea."),
        ("Is it free?", "## Why?\n\nTea."),
        ("Lidd was made in 2026.", "## Why?\n\nTea."),
    ] {
        assert!(found(summary, faq).is_empty(), "{summary} {:?}", found(summary, faq));
    }
}

#[test]
fn the_nearest_question_is_the_second_place() {
    let source = document(
        "Lidd keeps tea hot for 9 hours.",
        "## Where can I buy it?\n\nIn shops.\n\n## Is the tea hot enough?\n\nYes.",
    );
    let finding = lint(&source).into_iter().find(|finding| finding.rule == "unanswered-claim").unwrap();
    assert_eq!(slice(&source, finding.related[0].span), "Is the tea hot enough?");
    assert_eq!(finding.severity, Severity::Warning);
}

#[test]
fn steps_promise_nothing_but_prices_do() {
    let found = |body: &str| {
        let source = format!(
            "# Press release\n\n# Lidd keeps tea hot\n\nLEEDS, 5 May 2027 — It is here.\n\n## Getting started\n\n{body}\n\n\
             # FAQ\n\n## Why?\n\nTea.\n"
        );
        rule_finds("unanswered-claim", &source)
    };
    for fine in
        ["Press Send and wait 10 seconds.", "1. The lid clicks twice in 3 seconds.\n2. Pour 4 cups in."]
    {
        assert!(found(fine).is_empty(), "{fine} {:?}", found(fine));
    }
    assert_eq!(found("Order it for £9."), ["£9"]);
    assert_eq!(found("Tea stays hot for 9 hours."), ["9 hours"]);
}

#[test]
fn three_are_enough_and_prices_come_first() {
    let summary = "It holds 4 cups. It weighs 3 stones. It has 5 legs. It takes 8 screws. It costs £9.";
    let found = found(summary, "## Why?\n\nTea.");
    assert_eq!(found, ["4 cups", "3 stones", "£9"]);
}

#[test]
fn the_same_number_of_the_same_unit_is_one_claim() {
    let summary = "The 3 week trial opens in 9 towns. A 3-week trial is enough.";
    assert_eq!(found(summary, "## Why?\n\nTea."), ["3 week"]);
}

#[test]
fn a_verb_is_nothing_that_is_counted() {
    let found = found("A town of 50,000 hears of it.", "## Why?\n\nTea.");
    assert!(found.is_empty(), "{found:?}");
}
