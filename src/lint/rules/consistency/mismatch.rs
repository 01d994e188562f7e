//! `number-mismatch`: the same thing, stated with two numbers.
//!
//! What a number is about is read in `numbers`. Two are the same thing only where unit, what is counted and most of the
//! words around agree and nothing tells them apart; a number that is missed is better than a pair that is none.

use super::numbers::{self, Actor, Echo, Quantity, Unit};
use super::stems::{Stem, of};
use crate::lint::{Category, Check, DocumentContext, Finding, Rule, Severities, Severity};
use crate::text::slice;

pub(in crate::lint::rules) const RULE: Rule = Rule {
    name: "number-mismatch",
    category: Category::Consistency,
    severity: Severities::everywhere(Severity::Warning),
    what: "The same thing stated with two different numbers",
    why: "Whoever reads both believes neither, and asks which other number is wrong.",
    bad: "Ann's box costs £49.\n\n# FAQ\n\n## What does the box cost?\n\n£59.",
    good: "Ann's box costs £49.\n\n# FAQ\n\n## What does the box cost?\n\n£49.",
    spares: &[
        ("two tiers", "The small box costs £49.\n\nThe large box costs £59."),
        ("two sides", "You return it within 30 days.\n\nWe refund you within 5 days of the return."),
        ("then and now", "A refund took 10 days in 2026.\n\nA refund takes 2 days."),
        ("a bound", "A refund takes 2 days.\n\nA refund takes up to 10 days."),
        ("a period", "The box costs £5 a month.\n\nThe box costs £50 a year."),
    ],
    source: "the corpus: stale numbers stay behind when a draft is edited",
    settings: &[],
    check: Check::Document(check),
};

/// A document with more numbers of one unit than this holds tables and lists of them; only the first are compared.
const COMPARED: usize = 200;
/// Two numbers within this share of each other are one number, rounded.
const ROUNDED: f64 = 0.02;
/// Numbers further apart than this, as a factor, count different things.
const APART: f64 = 3.0;

/// What times are promised for; without one of these two times are of different things.
const TOPICS: &[Stem] = &[
    of("refund"),
    of("return"),
    of("warranty"),
    of("guarantee"),
    of("cancel"),
    of("deliver"),
    of("ship"),
    of("arrive"),
    of("reply"),
    of("answer"),
    of("delete"),
    of("keep"),
    of("store"),
    of("notice"),
    of("battery"),
    of("charge"),
    of("expire"),
    of("setup"),
    of("install"),
    of("repair"),
    of("replace"),
    of("pilot"),
    of("subscription"),
];

fn check(context: &DocumentContext<'_>, out: &mut Vec<Finding>) {
    let by_unit = numbers::quantities(context.document, context.facts, COMPARED);
    let from = out.len();
    for of_unit in by_unit.values() {
        for (at, later) in of_unit.iter().enumerate() {
            let earlier = of_unit.iter().take(at).find(|earlier| differ(earlier, later));
            out.extend(earlier.map(|earlier| finding(context, earlier, later)));
        }
    }
    super::tag::check(context.document, context.facts, out);
    super::launch::check(context.document, out);
    if let Some(new) = out.get_mut(from..) {
        new.sort_by_key(|finding| finding.span);
    }
}

/// Whether both state the same thing and their numbers differ.
fn differ(one: &Quantity, two: &Quantity) -> bool {
    let (less, more) = if one.value < two.value { (one.value, two.value) } else { (two.value, one.value) };
    let values = less > 0.0 && more - less > more * ROUNDED && more <= less * APART;
    // Zero is a price like any other.
    let free = less == 0.0 && more > 0.0 && matches!(one.unit, Unit::Money(..));
    let apart = one.block != two.block && (one.list.is_none() || one.list != two.list);
    (values || free) && apart && (echoes(one, two) || same(one, two))
}

/// Whether the words beside both are the same: "6 minutes from box to first reading", "10 minutes from box to first
/// reading".
fn echoes(one: &Quantity, two: &Quantity) -> bool {
    let money = matches!(one.unit, Unit::Money(..));
    let things = matches!(one.unit, Unit::Things(_));
    let placed = !money || (one.problem == two.problem && one.internal == two.internal);
    // Two countries have two rates, whatever stands beside them.
    placed
        && one.unit != Unit::Share
        && one.bounds == two.bounds
        && match one.near.echo(&two.near, things) {
            Echo::None => false,
            Echo::Some => one.names == two.names && !opposed(one, two) && one.problem == two.problem,
            // "Anna pays 20 euros", "Ben pays 30 euros": whatever else agrees, two people did it.
            Echo::Sure => [one.names, two.names].contains(&0) || one.names == two.names,
        }
}

/// Whether one tells what the reader does, the other what the company does.
fn opposed(one: &Quantity, two: &Quantity) -> bool {
    one.actor != two.actor && one.actor != Actor::Nobody && two.actor != Actor::Nobody
}

/// Whether both are about the same.
fn same(one: &Quantity, two: &Quantity) -> bool {
    let shared = || one.stems.iter().filter(|stem| two.stems.binary_search(stem).is_ok());
    let count = shared().count();
    let least = one.stems.len().min(two.stems.len());
    let most = one.stems.len().max(two.stems.len());
    let close = count * 5 >= least * 3 && count * 5 >= most * 2;
    if one.spans || two.spans || opposed(one, two) || one.telling != two.telling || !close {
        return false;
    }
    match one.unit {
        // The word for the price itself says nothing of what is priced.
        Unit::Money(..) => count >= 2 && one.problem == two.problem && one.internal == two.internal,
        Unit::Time => one.problem == two.problem && shared().any(|stem| TOPICS.contains(stem)),
        Unit::Share => count >= 2,
        Unit::Things(_) => count >= 1 && (least > 1 || most <= 2),
    }
}

fn finding(context: &DocumentContext<'_>, earlier: &Quantity, later: &Quantity) -> Finding {
    let written = |quantity: &Quantity| {
        let block = context.document.blocks.get(quantity.block);
        block.map_or("", |block| slice(&block.prose.text, quantity.visible.clone()))
    };
    let (before, now) = (written(earlier), written(later));
    let finding = Finding::new(later.span, format!("\"{now}\" here, \"{before}\" elsewhere"));
    finding
        .see(earlier.span, format!("\"{before}\""))
        .rewrite("find out which is right, and write it in both places")
}
