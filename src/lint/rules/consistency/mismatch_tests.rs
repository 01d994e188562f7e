//! Pairs of statements that contradict each other, and many more that only look so.

use crate::lint::tests::{lint, rule_finds};
use crate::text::slice;

fn found(source: &str) -> Vec<String> {
    rule_finds("number-mismatch", source)
}

#[test]
fn the_same_thing_with_two_numbers_is_found() {
    for (source, later) in [
        ("The box costs £49.\n\nThe price of the box is £59.", "£59"),
        ("The box costs £49.\n\n# FAQ\n\n## What does the box cost?\n\n£59.", "£59"),
        (
            "# Box opens parcels\n\nIt costs £49.\n\n# FAQ\n\n## How much does it cost?\n\nIt costs £59.",
            "£59",
        ),
        ("The box costs $9 a month.\n\nYou pay $12 per month for the box.", "$12 per month"),
        ("The box costs £0.\n\nThe box costs £5.", "£5"),
        ("In the pilot were 12,000 riders.\n\nThe pilot reached 12,500 riders.", "12,500 riders"),
        (
            "You return the box within 30 days.\n\n# FAQ\n\n## Can I return the box?\n\nYes, within 14 days.",
            "14 days",
        ),
        (
            "We refund you within 14 days.\n\nWe refund you in two days of asking.\n\nWe refund you within 10 days.",
            "10 days",
        ),
        ("The warranty of the box lasts two years.\n\nThe box has a warranty of 3 years.", "3 years"),
        (
            "61% of riders lost pay to a late bus.\n\nOf the riders, 58% of riders lost pay to a late bus.",
            "58%",
        ),
        ("The battery lasts 12 hours.\n\nThe battery lasts 8 hours on a charge.", "8 hours"),
        ("We delete your trips after 30 days.\n\nYour trips are deleted after 60 days.", "60 days"),
        ("---\nproduct: Waitback\n---\nWaitback works on 31 routes.\n\nIt works on 33 routes.", "33 routes"),
        (
            "It takes six minutes from box to first reading.\n\nAnn timed it: ten minutes from box to first reading.",
            "ten minutes",
        ),
        (
            "In our survey of 212 volunteers, half forgot it.\n\nIn our own survey of 240 volunteers, 90 forgot it.",
            "240 volunteers",
        ),
        (
            "In our survey of 212 volunteers many forgot it.\n\nWe know it from our own survey of 240 volunteers.",
            "240 volunteers",
        ),
        (
            "The box is available from 6 September 2027.\n\nThe box is available from 9 September 2027.",
            "9 September 2027",
        ),
        ("---\nlaunch: 2027-09-06\n---\nThe box goes on sale on 4 October 2027.", "4 October 2027"),
        (
            "---\nlaunch: 2027-09-06\n---\n# Box\n\nLEEDS, 8 October 2027 — Ann opens the box.",
            "LEEDS, 8 October 2027 —",
        ),
    ] {
        let found = found(source);
        assert_eq!(found, [later], "{source}");
    }
}

#[test]
fn what_only_looks_like_a_mismatch_is_let_be() {
    for fine in [
        // The same number, in other clothes.
        "The box costs £49.\n\nThe box costs £49.00.",
        "We refund you within 14 days.\n\nWe refund you within two weeks.",
        "We counted 12,034 riders in the pilot.\n\nThe pilot counted 12,000 riders.",
        // Bounds, hopes and changes.
        "Some 12,000 riders joined the pilot.\n\nThe pilot joined 12,500 riders.",
        "The refund takes 2 days.\n\nThe refund takes up to 10 days.",
        "The refund went from 10 days to 2.\n\nThe refund takes 2 days.",
        "The refund takes 2 days.\n\nThe refund took 10 days.",
        "The box costs £49.\n\nThe box might cost £59.",
        // Other things of the same kind.
        "The small box costs £49.\n\nThe large box costs £59.",
        "The box costs £49.\n\nThe lid costs £9.",
        "A cab costs £11.\n\nA bus costs £22.",
        "Box Basic costs £49.\n\nBox Pro costs £99.",
        "The box costs £5 a month.\n\nThe box costs £50 a year.",
        "The box costs £49.\n\nYou save £20 with the box.",
        "The first month costs £5.\n\nThe month costs £9.",
        "The bus costs £2.20.\n\n# Internal FAQ\n\n## What do we spend?\n\nThe bus costs £1.94.",
        // Other sides, times and places.
        "You return it within 30 days.\n\nWe refund you within 14 days of the return.",
        "In 2026 we counted 12,000 riders.\n\nIn 2027 we counted 15,000 riders.",
        "Leeds has 12 shops.\n\nYork has 14 shops.",
        "We delete your trips after 30 days.\n\nWe delete your name after 60 days and your account is gone.",
        // Examples, lists, tables, customers.
        "If you wait 12 minutes, we pay.\n\nIf you wait 20 minutes, we pay all.",
        "- The box holds 4 parcels.\n- The box holds 6 parcels.",
        "| size | price |\n|---|---|\n| box | £49 |\n| box | £59 |",
        "# Press release\n\n# Box\n\n## Solution\n\nA refund takes 2 days.\n\n## Customer quote\n\n\"My refund takes 5 days,\" said Al Fox, a nurse.",
        "# Press release\n\n# Box\n\n## Problem\n\nA refund takes 5 days.\n\n## Solution\n\nA refund takes 2 days.",
        // The same words around other things.
        "It is under six minutes from box to first reading.\n\nIt is ten minutes from box to first reading.",
        "You wait six minutes from stop to door.\n\nYou wait ten minutes from stop to shop.",
        "In our 2025 survey of 212 volunteers, half left.\n\nIn our 2026 survey of 240 volunteers, half left.",
        // Names and years.
        "Anna pays 20 euros for the blue garden chair.\n\nBen pays 30 euros for the blue garden chair.",
        "Anna waits 20 minutes for the blue garden chair.\n\nBen waits 30 minutes for the blue garden chair.",
        "The blue garden chair from Otley takes 6 minutes to fold up.\n\nThe blue garden chair from Leeds takes 9 minutes to fold up.",
        "Route 22 has a bus.\n\nRoute 31 has a bus.",
        "Windows 10 runs the box.\n\nWindows 11 runs the box.",
        "It opened in 2026.\n\nIt opened in 2027.",
        // Other days.
        "---\nlaunch: 2027-09-06\n---\nThe box is available from 6 September.",
        "---\nlaunch: 2027-09-06\n---\nThe pilot opens on 4 May 2027.",
        "---\nlaunch: 2027-09-06\n---\n# Box\n\nLEEDS, 1 September 2027 — The box is available from 6 September 2027.",
        "The beta is available from 6 May 2027.\n\nThe box is available from 6 September 2027.",
    ] {
        assert!(found(fine).is_empty(), "{fine} {:?}", found(fine));
    }
}

#[test]
fn both_places_are_told() {
    let source = "The box costs £49.\n\nThe price of the box is £59.";
    let finding = lint(source).into_iter().find(|finding| finding.rule == "number-mismatch").unwrap();
    let places: Vec<_> = finding.related.iter().map(|related| slice(source, related.span)).collect();
    assert_eq!(places, ["£49"]);
    assert_eq!(finding.message, "\"£59\" here, \"£49\" elsewhere");
}

/// A release that states a price, and an answer.
fn priced(release: &str, question: &str, answer: &str) -> Vec<String> {
    found(&format!(
        "---\nproduct: Kite\n---\n# Kite whistles when it opens\n\n**Windermere, 1 May 2027** — {release}\n\n\
         ## External FAQ\n\n### {question}\n\n{answer}\n"
    ))
}

#[test]
fn an_answer_on_the_price_gives_the_price_of_the_release() {
    let asks = "What does it cost?";
    for (release, question, answer) in [
        (
            "You clip it on any jacket. It costs £12.",
            asks,
            "£14 for one. A school pays £9 each for 20 or more.",
        ),
        (
            "Buy it for £12 at the boat shop.",
            "How much is a Kite and what will I pay?",
            "£14, postage included.",
        ),
        ("Kite costs £12 at the boat shop.", "What is the price of Kite?", "Shops take £14."),
    ] {
        let found = priced(release, question, answer);
        assert_eq!(found, ["£14"], "{release} {question} {answer}");
    }
    for (release, question, answer) in [
        ("It costs £12.", asks, "£12 for one. A school pays £9 each for 20 or more."),
        ("It costs £12.", asks, "A school pays £9 each, everybody else £12."),
        ("It costs £12 a month.", asks, "£120 a year."),
        ("It costs £12.", "What does a new whistle cost?", "£14."),
        ("A rival costs £12.", asks, "£14."),
        ("It costs £12.", asks, "That is up to the shop."),
        ("It costs £12.", asks, "$14."),
    ] {
        assert_eq!(priced(release, question, answer), [""; 0], "{release} {question} {answer}");
    }
}
