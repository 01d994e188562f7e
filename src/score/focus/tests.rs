//! What sentences are about.

use super::*;
use crate::lint::Severity;

const FRONT: &str =
    "---\ncompany: Blue Corp\ncustomer: nurses who work at night\ncompetitors: [Boxly]\n---\n\n";

fn focus_of(body: &str) -> Focus {
    Focus::of(&Document::parse(&format!("{FRONT}{body}"), &[]), &[])
}

fn strike(category: Category, severity: Severity, at: usize) -> Diagnostic {
    Diagnostic {
        rule: "any",
        category,
        severity,
        span: crate::text::Span::new(at, at + 1),
        part: 0,
        message: "".into(),
        why: "".into(),
        fix: None,
        related: Vec::new(),
        also: Vec::new(),
    }
}

#[test]
fn a_sentence_is_about_whoever_it_names_first() {
    let customer = Focus { customer: 1, ..Focus::default() };
    let company = Focus { company: 1, ..Focus::default() };
    let competitor = Focus { competitor: 1, ..Focus::default() };
    let neither = Focus { neither: 1, ..Focus::default() };
    for (sentence, expected) in [
        ("You open the box with your phone.", customer),
        ("The box tells you that the parcel is there.", customer),
        ("If you're out, it waits for the driver.", customer),
        ("A nurse comes home at six and finds it dry.", customer),
        ("The box pays shoppers back when we are late.", customer),
        ("Our customers asked for it.", customer),
        ("We built it for people who are out.", company),
        ("Blue Corp has made boxes for shoppers since 1954.", company),
        ("Blue Corp's box is made for you.", company),
        ("The company believes in its customers.", company),
        ("Boxly asks you to wait at home.", competitor),
        ("It costs £49 and lasts ten years.", neither),
    ] {
        assert_eq!(focus_of(sentence), expected, "{sentence}");
    }
}

#[test]
fn in_a_customers_mouth_we_is_the_customer() {
    let quote = "# Customer quote\n\n\"We lost two parcels a month,\" said Ann Lee, a nurse.\n";
    let leader = "# Leader quote\n\n\"We saw wet parcels,\" said Bo Ek, head of boxes at Blue Corp.\n";
    assert_eq!(focus_of(quote).customer, 1);
    assert_eq!(focus_of(leader).company, 1);
}

#[test]
fn a_strike_on_the_wrong_centre_decides_and_a_note_does_not() {
    let source = "You get it from our cloud. You get it at home.";
    let document = Document::parse(source, &[]);
    let of = |severity, at| Focus::of(&document, &[strike(Category::TechnologyFocus, severity, at)]);
    assert_eq!(of(Severity::Warning, 20), Focus { customer: 1, technology: 1, ..Focus::default() });
    assert_eq!(of(Severity::Note, 20).customer, 2);
    assert_eq!(Focus::of(&document, &[strike(Category::Jargon, Severity::Error, 20)]).customer, 2);
}

#[test]
fn the_internal_faq_headings_and_questions_are_left_out() {
    let text = "# Internal FAQ\n\n## What do we earn?\n\nWe earn £4 a box.\n\n# About Blue Corp\n\nBlue Corp makes boxes.\n";
    assert_eq!(focus_of(text), Focus::default());
    assert_eq!(focus_of(text).customer_share(), None);
}

#[test]
fn plain_facts_do_not_move_the_share() {
    let with = focus_of("You tap. We smile. You go. It costs £1. It is red.");
    let without = focus_of("You tap. We smile. You go.");
    assert_eq!(with.customer_share(), without.customer_share());
    assert!((with.customer_share().unwrap() - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!(focus_of("It is red.").customer_share(), None);
}
