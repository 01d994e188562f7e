//! Whoever does what `part-order` advises, again and again, comes to an end.

use crate::lint::tests::lint;
use crate::text::slice;

const HEAD: &str = "---\ntemplate: prfaq\n---\n# Melinda keeps parcels dry\n\nA box for people who are out.\n\n\
                    LEEDS, 5 May 2027 — It is here. You open it.\n\n";

/// Sections with their headings, in the order of the template.
const SECTIONS: [(&str, &str); 5] = [
    ("Problem", "## Problem\n\n2 of 3 parcels get wet.\n\n"),
    ("Solution", "## Solution\n\nYou open it.\n\n"),
    ("Getting started", "## Getting started\n\nOrder it.\n\n"),
    ("FAQ", "## FAQ\n\n### Where?\n\nIn Leeds.\n\n"),
    ("Internal FAQ", "## Internal FAQ\n\n### Why now?\n\nRain.\n\n"),
];

fn body(order: &[usize]) -> String {
    order.iter().map(|at| SECTIONS[*at].1).collect()
}

/// The first section that is misplaced in `order`, and the advice on it.
fn advice(order: &[usize]) -> Option<(usize, String)> {
    let source = format!("{HEAD}{}", body(order));
    let found = lint(&source).into_iter().find(|found| found.rule == "part-order")?;
    let heading = slice(&source, found.span).trim_start_matches(['#', ' ']).to_owned();
    let at = SECTIONS.iter().position(|(name, _)| *name == heading).expect("a section");
    Some((at, found.fix.expect("advice").replacement.into_owned()))
}

/// `order` after the section `stray` was moved as `advice` says.
fn moved(order: &[usize], stray: usize, advice: &str) -> Vec<usize> {
    let mut left: Vec<usize> = order.iter().copied().filter(|at| *at != stray).collect();
    let named = advice.split('"').nth(1).unwrap_or_else(|| panic!("a heading in {advice}"));
    let other = left.iter().position(|at| SECTIONS[*at].0 == named).expect("a section that is there");
    let after = usize::from(advice.starts_with("move it after "));
    assert!(after == 1 || advice.starts_with("move it before "), "{advice}");
    left.insert(other + after, stray);
    left
}

fn permutations(left: &[usize]) -> Vec<Vec<usize>> {
    if left.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for (at, first) in left.iter().enumerate() {
        let rest = [&left[..at], &left[at + 1..]].concat();
        all.extend(permutations(&rest).into_iter().map(|rest| [vec![*first], rest].concat()));
    }
    all
}

#[test]
fn doing_what_it_says_ends_with_nothing_to_say() {
    for count in 2..=SECTIONS.len() {
        for start in permutations(&(0..count).collect::<Vec<_>>()) {
            let mut order = start.clone();
            for _ in 0..count {
                let Some((stray, advice)) = advice(&order) else { break };
                order = moved(&order, stray, &advice);
            }
            assert_eq!(advice(&order), None, "{start:?} became {order:?}");
            assert!(order.is_sorted(), "{start:?} became {order:?}");
        }
    }
}

#[test]
fn a_part_is_moved_before_the_next_and_not_between_headline_and_summary() {
    let (stray, said) = advice(&[1, 0, 2]).unwrap();
    assert_eq!((SECTIONS[stray].0, said.as_str()), ("Problem", "move it before \"Solution\""));
}
