//! What sentences are about.

use super::*;
use crate::lint::{Category, Severity};

const FRONT: &str =
    "---\ncompany: Blue Corp\ncustomer: nurses who work at night\ncompetitors: [Boxly]\n---\n\n";

fn of(document: &Document, diagnostics: &[Diagnostic]) -> Focus {
    Focus::of(document, &Facts::of(document, &[]), diagnostics)
}

fn focus_of(body: &str) -> Focus {
    of(&Document::parse(&format!("{FRONT}{body}"), &[]), &[])
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
fn sentences_are_counted_by_their_centre() {
    let found = focus_of(
        "You open the box. Nurses wait. We are thrilled. Boxly asks you to wait. The box locks itself. It runs on \
         Kubernetes. We expect revenue of £4m. It costs £49.",
    );
    let one = |centre| found.count(centre);
    assert_eq!(Centre::ALL.map(one), [2, 1, 1, 1, 1, 1, 1], "{found:?}");
    assert_eq!(found.all(), 8);
    assert!((found.customer_share().unwrap() - 2.0 / 7.0).abs() < 1e-12);
}

#[test]
fn in_a_customers_mouth_we_is_the_customer() {
    let quote = "# Customer quote\n\n\"We lost two parcels a month,\" said Ann Lee, a nurse.\n";
    let leader = "# Leader quote\n\n\"We saw wet parcels,\" said Bo Ek, head of boxes at Blue Corp.\n";
    assert_eq!(focus_of(quote).customer, 1);
    assert_eq!(focus_of(leader).company, 1);
}

#[test]
fn a_strike_decides_where_no_customer_is() {
    let source = "You get it from our cloud. The box is web-scale.";
    let document = Document::parse(source, &[]);
    let struck = |severity, at| of(&document, &[strike(Category::TechnologyFocus, severity, at)]);
    assert_eq!(struck(Severity::Warning, 20).customer, 1, "the customer stands, whatever is struck");
    assert_eq!(struck(Severity::Warning, 38), Focus { customer: 1, technology: 1, ..Focus::default() });
    assert_eq!(struck(Severity::Note, 38), Focus { customer: 1, product: 1, ..Focus::default() });
    let jargon = [strike(Category::Jargon, Severity::Error, 38)];
    assert_eq!(of(&document, &jargon), Focus { customer: 1, product: 1, ..Focus::default() });
}

#[test]
fn the_internal_faq_headings_and_questions_are_left_out() {
    let text = "# Internal FAQ\n\n## What do we earn?\n\nWe earn £4 a box.\n\n# About Blue Corp\n\nBlue Corp makes boxes.\n";
    assert_eq!(focus_of(text), Focus::default());
    assert_eq!(focus_of(text).customer_share(), None);
}

#[test]
fn plain_facts_do_not_move_the_share() {
    let with = focus_of("You tap. We smile. You go. It costs £1. Half of all parcels are late.");
    let without = focus_of("You tap. We smile. You go.");
    assert_eq!(with.customer_share(), without.customer_share());
    assert!((with.customer_share().unwrap() - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!(focus_of("It costs £1.").customer_share(), None);
}
