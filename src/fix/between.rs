//! What many fixes changed, as one change that leaves the rest of the text where it is.

use crate::text::{Change, Edit, Span, slice};

/// The change that makes `after` of `before`: for each line that differs the least stretch that does, where both have as
/// many lines; else one stretch. Fixes seldom take out a line, so that marks and cursor mostly stay with their words.
pub fn between(before: &str, after: &str) -> Change {
    let lines = |text: &str| text.bytes().filter(|byte| *byte == b'\n').count();
    if lines(before) != lines(after) {
        return Change::new(vec![stretch(0, before, after)]);
    }
    let mut edits = Vec::new();
    let mut at = 0;
    for (old, new) in before.split_inclusive('\n').zip(after.split_inclusive('\n')) {
        if old != new {
            edits.push(stretch(at, old, new));
        }
        at += old.len();
    }
    // A last line that came or went whole has no partner.
    let (rest, more) = (slice(before, at..before.len()), tail(before, after));
    if !rest.is_empty() || !more.is_empty() {
        edits.push(Edit::replace(at..before.len(), more));
    }
    Change::new(edits)
}

/// The last line of `after` where that of `before` is empty.
fn tail<'a>(before: &str, after: &'a str) -> &'a str {
    let last = after.rsplit('\n').next().unwrap_or("");
    if before.is_empty() || before.ends_with('\n') { last } else { "" }
}

/// The least stretch at which `old`, which begins at byte `at`, differs from `new`.
fn stretch(at: usize, old: &str, new: &str) -> Edit {
    let head: usize =
        old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (old_rest, new_rest) = (slice(old, head..old.len()), slice(new, head..new.len()));
    let same = old_rest.chars().rev().zip(new_rest.chars().rev()).take_while(|(a, b)| a == b);
    let tail: usize = same.map(|(a, _)| a.len_utf8()).sum();
    let span = Span::new(at + head, at + old.len() - tail);
    Edit::replace(span, slice(new_rest, 0..new_rest.len() - tail))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_line_changes_by_itself() {
        let change = between("We leverage it.\n\nvery big\nend", "We use it.\n\nbig\nend");
        let edits: Vec<_> =
            change.edits().iter().map(|edit| (edit.span.start, edit.insert.as_str())).collect();
        assert_eq!(edits, [(3, "us"), (17, "")]);
    }

    proptest! {
        #[test]
        fn it_makes_the_one_of_the_other(before in "[aé\n]{0,9}", after in "[aé\n]{0,9}") {
            prop_assert_eq!(between(&before, &after).applied(&before), after);
        }
    }
}
