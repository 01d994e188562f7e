//! Wrapping a long line again after an edit, without reading all of it.
//!
//! First fit goes from left to right, so the rows before the edit stay; and from a row that begins at the same word as
//! an old one the rest is as it was. Both are known for certain only at a *plain gap*, one space between ASCII letters
//! or digits: no rule of UAX #14 or #29 looks across it.

use super::wrap::Fill;
use crate::text::{Edit, Span, slice};

/// Lines of fewer rows are wrapped whole.
const MIN_ROWS: usize = 4;
/// How many rows before the edit are tried for a gap to go on from.
const ROWS_BACK: usize = 16;
/// textwrap takes an escape sequence for nothing, however long, so behind one even a plain gap is not certain.
const ESCAPE: char = '\u{1b}';
/// How many bytes are wrapped before it is asked whether the old rows fit again.
const STRIDE: usize = 512;

/// The rows a line had, and the one edit made in it since; positions are bytes from the start of its content.
#[derive(Debug, Clone)]
pub(super) struct Stale {
    starts: Box<[usize]>,
    removed: Span,
    inserted: Span,
}

impl Stale {
    /// What `starts` are worth after `edit`, which took `removed` out of the line that begins at byte `line`; `None`
    /// where they are not worth keeping.
    pub(super) fn new(starts: Box<[usize]>, edit: &Edit, removed: &str, line: usize) -> Option<Self> {
        let is_worth = starts.len() >= MIN_ROWS && !removed.contains(ESCAPE);
        let at = edit.span.start.checked_sub(line).filter(|at| *at > 0 && is_worth)?;
        let (removed, inserted) = (at..at + edit.span.len(), at..at + edit.insert.len());
        Some(Self { starts, removed: removed.into(), inserted: inserted.into() })
    }

    /// The starts of the rows of `text`, the line after the edit; `None` where it has to be wrapped whole.
    pub(super) fn rewrap(&self, text: &str, width: usize) -> Option<Vec<usize>> {
        if text.contains(ESCAPE) {
            return None;
        }
        let kept = self.kept(text)?;
        let mut fill = Fill::new(width, self.starts.iter().take(kept).copied().collect());
        let mut at = fill.starts.last().copied().unwrap_or(0);
        while at < text.len() {
            let end = next_gap(text, at + STRIDE).unwrap_or(text.len());
            let known = fill.starts.len();
            fill.text(slice(text, at..end), at);
            if let Some((new, old)) = self.meeting(text, &fill.starts, known) {
                fill.starts.truncate(new + 1);
                let rest = self.starts.iter().skip(old + 1);
                fill.starts.extend(rest.map(|start| start - self.removed.end + self.inserted.end));
                break;
            }
            at = end;
        }
        Some(fill.starts)
    }

    /// How many rows' starts the edit cannot have moved: the last of them begins at a gap, and its first word, which
    /// alone decides that it is not on the row before, ends before the edit.
    fn kept(&self, text: &str) -> Option<usize> {
        let edit = self.removed.start;
        let before = self.starts.partition_point(|start| *start < edit);
        let is_kept = |kept: &usize| {
            let start = kept.checked_sub(1).and_then(|row| self.starts.get(row));
            start.is_none_or(|start| {
                is_gap(text, *start) && next_gap(text, start + 1).is_some_and(|gap| gap < edit)
            })
        };
        (before.saturating_sub(ROWS_BACK)..=before).rev().find(is_kept)
    }

    /// The first row from `starts[known]` on that begins at a gap behind the edit where an old row began: its number
    /// among the new starts and among the old.
    fn meeting(&self, text: &str, starts: &[usize], known: usize) -> Option<(usize, usize)> {
        let behind =
            starts.iter().enumerate().skip(known).filter(|(_, start)| **start >= self.inserted.end + 2);
        behind.filter(|(_, start)| is_gap(text, **start)).find_map(|(new, start)| {
            let old = self.starts.binary_search(&(start - self.inserted.end + self.removed.end)).ok()?;
            Some((new, old))
        })
    }
}

/// Whether a word begins at `at` behind a plain gap.
fn is_gap(text: &str, at: usize) -> bool {
    let around = at.checked_sub(2).and_then(|from| text.as_bytes().get(from..=at));
    around.is_some_and(
        |around| matches!(around, [a, b' ', b] if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric()),
    )
}

/// The first word behind a plain gap that begins at `from` or later.
fn next_gap(text: &str, from: usize) -> Option<usize> {
    (from..text.len()).find(|at| is_gap(text, *at))
}
