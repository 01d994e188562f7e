//! The order of findings: by place, then by the name of their rule.

use std::cmp::Ordering;

use super::Diagnostic;

/// How two findings stand to each other.
pub(super) fn by_place(a: &Diagnostic, b: &Diagnostic) -> Ordering {
    (a.span.start, a.span.end).cmp(&(b.span.start, b.span.end)).then_with(|| a.rule.cmp(b.rule))
}

/// Sorts `found` by place, what is at one place and of one rule left in its order. A diagnostic is large and there may be
/// a hundred thousand: their indices are sorted, and they are swapped into place.
pub(super) fn sort(found: &mut [Diagnostic]) {
    if found.is_sorted_by(|a, b| by_place(a, b).is_le()) {
        return;
    }
    let mut order: Vec<usize> = (0..found.len()).collect();
    let all: &[Diagnostic] = found;
    order.sort_by(|a, b| all.get(*a).zip(all.get(*b)).map_or(Ordering::Equal, |(a, b)| by_place(a, b)));
    for start in 0..found.len() {
        let mut at = start;
        // Each place of a cycle gets what belongs there from the next one.
        while let Some(from) =
            order.get_mut(at).map(|from| std::mem::replace(from, at)).filter(|from| *from != start)
        {
            found.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Category, Severity};
    use crate::text::Span;

    fn finding(start: usize, rule: &'static str, message: String) -> Diagnostic {
        Diagnostic {
            rule,
            category: Category::Weasel,
            severity: Severity::Note,
            span: Span::new(start, start + 1),
            part: 0,
            message: message.into(),
            why: "".into(),
            fix: None,
            related: Vec::new(),
            also: Vec::new(),
        }
    }

    proptest::proptest! {
        #[test]
        fn findings_are_sorted_as_by_a_stable_sort(
            places in proptest::collection::vec((0_usize..9, 0_usize..2), 0..40),
        ) {
            let rules = ["filler", "weasel"];
            let all = places.iter().enumerate().map(|(at, (start, rule))| finding(*start, rules[*rule], at.to_string()));
            let mut found: Vec<_> = all.collect();
            let mut stable = found.clone();
            stable.sort_by(by_place);
            sort(&mut found);
            proptest::prop_assert_eq!(found, stable);
        }
    }
}
