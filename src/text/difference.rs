//! What makes one text of another: as few and as small edits as lines allow, so that a cursor and everything else that
//! follows the text stays where it was.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Change, Edit, slice};

/// Beyond so many lines that differ at either side, one edit replaces them all: looking closer would take too long.
const MOST_LINES: usize = 4_000;

impl Change {
    /// The change that makes `new` of `old`.
    pub fn between(old: &str, new: &str) -> Self {
        let before: Vec<&str> = old.split_inclusive('\n').collect();
        let after: Vec<&str> = new.split_inclusive('\n').collect();
        let head = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
        let (before, after) = (skipped(&before, head), skipped(&after, head));
        let tail =
            before.iter().rev().zip(after.iter().rev()).take_while(|(one, other)| one == other).count();
        let (before, after) = (cut(before, tail), cut(after, tail));
        let end = old.len() - ending(old, tail);
        let start = end - before.iter().map(|line| line.len()).sum::<usize>();
        if before.len().max(after.len()) > MOST_LINES {
            return Self::new(vec![smallest(start, &before.concat(), &after.concat())]);
        }
        let offsets: Vec<usize> = before
            .iter()
            .scan(start, |at, line| Some(std::mem::replace(at, *at + line.len())))
            .chain([end])
            .collect();
        let edit = |op: &DiffOp| {
            let (gone, come) = (op.old_range(), op.new_range());
            let at = *offsets.get(gone.start)?;
            let differs = !matches!(op, DiffOp::Equal { .. });
            differs.then(|| {
                smallest(
                    at,
                    &before.get(gone).unwrap_or_default().concat(),
                    &after.get(come).unwrap_or_default().concat(),
                )
            })
        };
        let ops = capture_diff_slices(Algorithm::Myers, before, after);
        Self::new(ops.iter().filter_map(edit).collect())
    }
}

fn skipped<'a, 'b>(lines: &'b [&'a str], count: usize) -> &'b [&'a str] {
    lines.get(count..).unwrap_or_default()
}

fn cut<'a, 'b>(lines: &'b [&'a str], count: usize) -> &'b [&'a str] {
    lines.get(..lines.len() - count).unwrap_or_default()
}

/// How many bytes the last `lines` lines of `text` have.
fn ending(text: &str, lines: usize) -> usize {
    text.split_inclusive('\n').rev().take(lines).map(str::len).sum()
}

/// What makes `new` of `old`, which begins at `at`, without what both begin and end with.
fn smallest(at: usize, old: &str, new: &str) -> Edit {
    let pairs = old.chars().zip(new.chars());
    let head: usize = pairs.take_while(|(one, other)| one == other).map(|(char, _)| char.len_utf8()).sum();
    let (gone, come) = (slice(old, head..old.len()), slice(new, head..new.len()));
    let pairs = gone.chars().rev().zip(come.chars().rev());
    let tail: usize = pairs.take_while(|(one, other)| one == other).map(|(char, _)| char.len_utf8()).sum();
    Edit::replace(at + head..at + old.len() - tail, slice(come, 0..come.len() - tail))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_differs_is_edited() {
        let between = |old, new| Change::between(old, new).edits().to_vec();
        assert_eq!(between("same\n", "same\n"), []);
        assert_eq!(between("one\ntwo\nthree", "one\nthree"), [Edit::delete(4..8)]);
        assert_eq!(
            between("a\nnaïve b\nc\nd", "a\nnaive b\nc\nde"),
            [Edit::replace(4..6, "i"), Edit::insert(14, "e")]
        );
        assert_eq!(between("", "new"), [Edit::insert(0, "new")]);
        let long = "line\n".repeat(MOST_LINES + 1);
        assert_eq!(between(&long, "new").len(), 1);
    }

    proptest! {
        #[test]
        fn one_text_becomes_the_other(old in "([ab한\u{301}]{0,3}\r?\n?){0,9}", new in "([ab한\u{301}]{0,3}\r?\n?){0,9}") {
            prop_assert_eq!(Change::between(&old, &new).applied(&old), new);
        }
    }
}
