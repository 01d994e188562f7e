//! Changes taken one by one: the text before with some of them made.

use super::{Change, ChangeKind, Redline, Row, Text};
use crate::text::{Span, slice};

impl Redline<'_> {
    /// The text before with the changes that are `taken`. With all it is the text after byte for byte, with none the text
    /// before. Layout is no change: it goes with the last change that is taken. Where nothing but layout differs, `taken` is asked
    /// once, about both texts as a whole, as change number 0.
    pub fn accept(&self, taken: impl Fn(&Change) -> bool) -> String {
        let changes = self.changes();
        let all: Vec<&Change> = changes.iter().filter(|change| taken(change)).collect();
        let whole = changes.is_empty() && taken(&self.layout());
        if all.len() == changes.len() && (whole || !changes.is_empty()) {
            return self.new.source.to_owned();
        }
        let mut edits: Vec<(Span, String)> = all.iter().flat_map(|change| self.edit_of(change)).collect();
        edits.sort_by_key(|(span, _)| (span.start, span.end));
        apply(self.old.source, &edits)
    }

    /// What `change` alone does to the text before, as edits in order that do not overlap.
    pub fn edit_of(&self, change: &Change) -> Vec<(Span, String)> {
        let whole = matches!(self.rows.get(change.row), Some(Row::Deleted(_) | Row::Inserted(_)));
        let new = slice(self.new.source, change.new);
        let edit = match change.kind {
            ChangeKind::Moved => return Vec::new(),
            ChangeKind::Replaced | ChangeKind::Marked => (change.old, new.to_owned()),
            ChangeKind::Deleted => {
                (Span::new(gap_before(&self.old, change.old.start), change.old.end), String::new())
            }
            ChangeKind::Inserted if whole => (
                change.old,
                slice(self.new.source, gap_before(&self.new, change.new.start)..change.new.end).to_owned(),
            ),
            ChangeKind::Inserted if starts_block(&self.old, change.old.start) => {
                (change.old, format!("{new} "))
            }
            ChangeKind::Inserted => (change.old, format!(" {new}")),
        };
        vec![edit]
    }

    /// All that differs where no word does.
    fn layout(&self) -> Change {
        let span = |text: &Text<'_>| Span::new(0, text.source.len());
        Change {
            id: super::ChangeId(0),
            number: 0,
            row: 0,
            kind: ChangeKind::Replaced,
            old: span(&self.old),
            new: span(&self.new),
        }
    }
}

/// `source` with `edits` made; where two are about the same bytes, the first is.
fn apply(source: &str, edits: &[(Span, String)]) -> String {
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for (span, text) in edits {
        if span.start < at {
            continue;
        }
        out.push_str(slice(source, at..span.start));
        out.push_str(text);
        at = span.end;
    }
    out.push_str(slice(source, at..source.len()));
    out
}

/// Where the word before byte `at` ends.
fn gap_before(text: &Text<'_>, at: usize) -> usize {
    let before = text.tokens.partition_point(|token| (token.end as usize) <= at);
    let last = before.checked_sub(1).and_then(|last| text.tokens.get(last));
    last.map_or(0, |token| token.end as usize)
}

fn starts_block(text: &Text<'_>, at: usize) -> bool {
    let token = text.tokens.partition_point(|token| (token.start as usize) < at);
    text.blocks.iter().any(|block| block.tokens.start == token)
}
