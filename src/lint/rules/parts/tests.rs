//! Every test that templates may list is carried out by a rule; what the rules say.

use super::check::CHECKS;
use crate::lint::Severity;
use crate::lint::tests::lint;
use crate::template::PartTest;

/// Tests that are carried out elsewhere, each with the rule that does.
const ELSEWHERE: [(&str, &str); 5] = [
    ("no-hype", "hype"),
    ("no-technology", "technology-focus"),
    ("has-dateline", "dateline"),
    ("has-questions", "missing-part"),
    ("straight-answers", "faq-answer"),
];

#[test]
fn every_test_of_the_templates_is_carried_out_once() {
    for test in PartTest::ALL {
        let here = CHECKS.iter().filter(|(name, _)| *name == test.name()).count();
        let elsewhere = ELSEWHERE.iter().filter(|(name, _)| *name == test.name()).count();
        assert_eq!(here + elsewhere, 1, "{}", test.name());
    }
    assert_eq!(CHECKS.len() + ELSEWHERE.len(), PartTest::ALL.len());
    for (_, rule) in ELSEWHERE {
        assert!(crate::lint::rule(rule).is_some(), "{rule}");
    }
}

/// What `rule` says of `body` in a document with a product, a customer and a rival.
fn said(rule: &str, body: &str) -> Vec<String> {
    let head = "---\ntemplate: prfaq\nproduct: Melinda\ncustomer: beekeepers in cities\ncompetitors: [Boxly]\n---\n# Melinda is dry\n\n";
    let of = lint(&format!("{head}{body}\n")).into_iter().filter(|found| found.rule == rule);
    of.map(|found| found.message.into_owned()).collect()
}

#[test]
fn each_fault_of_a_problem_is_said_by_itself() {
    let problem = |text: &str| said("problem", &format!("## Problem\n\n{text}"));
    assert_eq!(problem("Melinda and Boxly: parcels get wet."), ["names Melinda", "names Boxly", "no number"]);
    assert_eq!(problem("It rains on 3 of 7 days."), [""; 0]);
    assert_eq!(problem("Two-thirds of it gets wet."), [""; 0]);
    assert_eq!(problem("{{problem}}."), [""; 0]);
    assert_eq!(problem("TBD of 100 get wet, says Boxly."), ["names Boxly"]);
}

#[test]
fn a_subheading_is_one_sentence_about_somebody() {
    let subheading =
        |text: &str| said("subheading", &format!("## {text}\n\nLEEDS, 5 May 2027 — It is here."));
    assert_eq!(subheading("Nurses are dry. So are you."), ["2 sentences, not one"]);
    assert_eq!(subheading("Boxes for teams"), ["names no person; \"teams\" is nobody you can meet"]);
    assert_eq!(subheading("Boxes that servers like"), ["names no person"]);
    for fine in ["Boxes for shift workers", "What beekeepers like", "Dry books for everybody who reads"] {
        assert_eq!(subheading(fine), [""; 0], "{fine}");
    }
}

#[test]
fn a_quotation_has_a_speaker_and_something_to_tell() {
    let quote = |text: &str| said("quote", &format!("## Customer quote\n\n{text}"));
    assert_eq!(quote("\"It rained on Sunday.\""), ["nobody says it"]);
    assert_eq!(quote("\"It rained on Sunday,\" said a nurse."), ["the speaker has no name"]);
    assert_eq!(quote("\"It rained on Sunday,\" said Jo Pick."), ["Jo has no title and no role"]);
    assert_eq!(
        quote("\"It rained on Sunday,\" said Jo Pick, a happy customer."),
        ["\"a happy customer\" is no role: every reader is one"]
    );
    assert_eq!(quote("\"It rained on Sunday,\" said Jo, a nurse."), ["Jo has no family name"]);
    assert_eq!(quote("\"It rained on Sunday.\" — Jo, nurse, Otley"), ["Jo has no family name"]);
    assert_eq!(quote("\"It is dry,\" said Jo Pick, a nurse."), ["no detail: no number, day or place"]);
    let request = "asks for something; a customer who has it would say what changed";
    assert_eq!(quote("\"Can Melinda be red by May 3?\" asked Jo Pick, a nurse."), [request]);
    assert_eq!(quote("\"I wish it were red by Sunday,\" said Jo Pick, a nurse."), [request]);
    for fine in [
        "\"On Sunday it rained,\" said Jo Pick, a nurse. \"And in Otley too.\"",
        "\"On Sunday it rained.\" — Jo Pick, nurse",
        "\"On Sunday it rained,\" said Mrs Pick, a nurse.",
        "\"On Sunday it rained,\" said Jo P., a nurse.",
        "\"On Sunday it rained,\" said Ana de Souza, a customer in Otley.",
        "\"On Sunday it rained,\" said nurse Jo Pick.",
        "\"On Sunday I ask 'Can Al come?' and he does,\" said Jo Pick, a nurse.",
    ] {
        assert_eq!(quote(fine), [""; 0], "{fine}");
    }
}

#[test]
fn one_leader_speaks_and_tells_no_feelings() {
    let quote = |text: &str| said("quote", &format!("## Leader quote\n\n{text}"));
    let (ek, fox) = ("\"It rains,\" said Bo Ek, head of boxes.", "\"It pours,\" said Al Fox, head of lids.");
    assert_eq!(quote(&format!("{ek}\n\n{fox}")), ["2 quotations; 1 is enough"]);
    assert_eq!(quote(&format!("{ek}\n\n\"It pours,\" added Ek.")), [""; 0]);
    assert_eq!(
        quote("\"I am so proud,\" said Bo Ek, head of boxes."),
        ["a feeling, and no number beside it"]
    );
    assert_eq!(quote("\"I am proud of 19 dry days,\" said Bo Ek, head of boxes."), [""; 0]);
}

#[test]
fn a_dateline_is_told_from_todays_and_the_launch() {
    let dateline = |text: &str| said("dateline", text);
    assert_eq!(dateline("It is here. It is dry."), ["no city and date"]);
    assert_eq!(dateline("LEEDS — It is here. It is dry."), ["the dateline has no date"]);
    let past = "the dateline says 20 November 2026, and today is 21 November 2026";
    assert_eq!(dateline("LEEDS, Nov. 20, 2026 — It is here. It is dry."), [past]);
    for fine in ["21 November 2026", "November 2026", "2027-01-01"] {
        assert_eq!(dateline(&format!("LEEDS, {fine} — It is here. It is dry.")), [""; 0], "{fine}");
    }
    let other =
        "---\ntemplate: prfaq\nlaunch: 2027-09-06\n---\n# Melinda\n\nLEEDS, 5 May 2027 — It is here.\n";
    let found = lint(other).into_iter().find(|found| found.rule == "dateline");
    let found = found.expect("two days");
    assert_eq!(found.message, "the dateline says 5 May 2027, the front matter 6 September 2027");
    assert_eq!(found.related.len(), 1);
}

#[test]
fn the_solution_answers_the_problem_and_lets_the_customer_act() {
    let problem = "## Problem\n\nLast year 23 of 100 parcels stood outside in heavy rain and their paper books swelled.";
    let solution = |text: &str| said("solution", &format!("{problem}\n\n## Solution\n\n{text}"));
    assert_eq!(solution("The lid opens by code."), ["the customer does nothing in it"]);
    for fine in ["You open the lid.", "Press the lid.", "At night beekeepers open the lid."] {
        assert_eq!(solution(fine), [""; 0], "{fine}");
    }
    let other =
        "You play music on forty channels with friends, singers, drummers, dancers and famous orchestras.";
    assert_eq!(solution(other), ["no word of the problem comes back in it"]);
    assert_eq!(solution(&other.replace("music", "books")), [""; 0]);
}

#[test]
fn what_is_a_little_too_long_is_a_note() {
    let of = |words: usize| {
        let text = format!(
            "---\ntemplate: prfaq\n---\n# Melinda\n\n## Problem\n\n{}.\n",
            "two ".repeat(words).trim_end()
        );
        let found = lint(&text).into_iter().find(|found| found.rule == "part-length");
        found.map(|found| (found.severity, found.message.into_owned()))
    };
    assert_eq!(of(90), None);
    assert_eq!(of(91), Some((Severity::Note, "91 words; 90 are enough".to_owned())));
    assert_eq!(of(120), Some((Severity::Warning, "120 words; 90 are enough".to_owned())));
}

#[test]
fn a_release_of_more_than_a_page_is_an_error() {
    let of = |words: usize| {
        let text = format!(
            "---\ntemplate: prfaq\n---\n# Melinda\n\n## Solution\n\n{}.\n",
            "you ".repeat(words).trim_end()
        );
        let found = lint(&text).into_iter().find(|found| found.message.starts_with("the release"));
        found.map(|found| found.severity)
    };
    assert_eq!((of(440), of(451), of(601)), (None, Some(Severity::Warning), Some(Severity::Error)));
}

#[test]
fn only_what_stands_in_the_wrong_place_is_misplaced() {
    let order = |body: &str| said("part-order", body);
    let (problem, solution) = ("## Problem\n\n2 of 3.\n\n", "## Solution\n\nYou.\n\n");
    let (start, faq) = ("## Getting started\n\nOrder it.\n\n", "# FAQ\n\n## Why?\n\nRain.\n\n");
    assert_eq!(order(&[problem, solution, start, faq].concat()), [""; 0]);
    assert_eq!(order(&[start, problem, solution, faq].concat()), ["stands before \"Solution\""]);
    assert_eq!(order(&[solution, start, problem, faq].concat()), ["stands behind \"Solution\""]);
}
