//! Changes of what Word shows as edits of the Markdown: what Word cannot show stays as it is.

use std::ops::Range;

use super::blocks::{self, Put};
use super::changes::Change;
use super::flow::{Flow, What};
use super::words;
use crate::review::tidied;
use crate::text::{Span, slice};
use crate::word::visible::{Shape, Visible};

/// Other bytes for a stretch of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub span: Span,
    pub to: String,
    /// Which change it is of.
    pub of: usize,
}

/// The base: its Markdown, and what Word shows of it.
#[derive(Clone, Copy)]
pub(super) struct Base<'b> {
    pub source: &'b str,
    pub visible: &'b Visible,
}

/// What `changes` do to the base, in the order of its bytes; no two overlap.
pub(super) fn edits(base: Base<'_>, flow: &Flow<'_>, changes: &[Change]) -> Vec<Edit> {
    let mut out: Vec<Edit> = Vec::new();
    for (of, change) in changes.iter().enumerate() {
        out.extend(edits_of(base, flow, change).into_iter().map(|(span, to)| Edit { span, to, of }));
    }
    out.retain(|edit| slice(base.source, edit.span) != edit.to);
    out.sort_by_key(|edit| (edit.span.start, edit.span.end));
    apart(out)
}

/// `edits` without overlaps: of two that overlap, the second gives way.
fn apart(edits: Vec<Edit>) -> Vec<Edit> {
    let mut out: Vec<Edit> = Vec::new();
    for mut edit in edits {
        if let Some(last) = out.last()
            && edit.span.start < last.span.end
        {
            edit.span = Span::new(last.span.end, edit.span.end.max(last.span.end));
        }
        out.push(edit);
    }
    out
}

/// `source` with `edits` made; of a block that goes nothing stays.
pub(super) fn applied(source: &str, edits: &[Edit]) -> String {
    let whole = |(at, edit): (usize, &Edit)| {
        let tidy = tidied(source, crate::text::Edit::replace(edit.span, edit.to.as_str()));
        let takes_line = slice(source, edit.span.end..tidy.span.end).contains('\n');
        let is_free = edits.get(at + 1).is_none_or(|next| next.span.start >= tidy.span.end);
        if takes_line && is_free { Edit { span: tidy.span, ..edit.clone() } } else { edit.clone() }
    };
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for edit in apart(edits.iter().enumerate().map(whole).collect()) {
        out.push_str(slice(source, at..edit.span.start));
        out.push_str(&edit.to);
        at = edit.span.end;
    }
    out.push_str(slice(source, at..source.len()));
    out
}

fn edits_of(base: Base<'_>, flow: &Flow<'_>, change: &Change) -> Vec<(Span, String)> {
    let ends = base.visible.blocks.iter().any(|block| change.shown.contains(&block.shown.end));
    let breaks = change.put.iter().any(|at| flow.atoms.get(*at).is_some_and(|atom| atom.what == What::End));
    if !ends && !breaks {
        return words::edit(base, flow, change.shown.clone(), &change.put).into_iter().collect();
    }
    if let Some(rows) = blocks::rows(base, flow, change) {
        return rows;
    }
    // What comes before a table is no text of its first cell.
    let is_text = |at: &usize| {
        let block = flow.atoms.get(*at).and_then(|atom| flow.docx.blocks.get(atom.block));
        block.is_some_and(|block| block.cell.is_none())
    };
    let ends =
        change.put.last().is_some_and(|at| flow.atoms.get(*at).is_some_and(|atom| atom.what == What::End));
    let is_before = change.shown.is_empty() && ends && change.put.iter().all(is_text);
    if base.in_cells(&change.shown) && !is_before {
        return base.cell_by_cell(flow, change);
    }
    blocks::edit(base, flow, change).into_iter().collect()
}

impl Base<'_> {
    /// Whether a block that the bytes `shown` touch is a cell.
    fn in_cells(&self, shown: &Range<usize>) -> bool {
        self.touched(shown).any(|block| block.shape == Shape::Cell)
    }

    fn touched(&self, shown: &Range<usize>) -> impl Iterator<Item = &crate::word::visible::Place> {
        let (start, end) = (shown.start, shown.end.max(shown.start + 1));
        self.visible.blocks.iter().filter(move |block| block.shown.start < end && start <= block.shown.end)
    }

    /// No change reaches over the end of a cell: what goes does so in each, and what comes stands in the first.
    fn cell_by_cell(self, flow: &Flow<'_>, change: &Change) -> Vec<(Span, String)> {
        let put: Vec<usize> = change
            .put
            .iter()
            .copied()
            .filter(|at| flow.atoms.get(*at).is_some_and(|atom| atom.what != What::End))
            .collect();
        let touched: Vec<Range<usize>> = self
            .touched(&change.shown)
            .map(|block| change.shown.start.max(block.shown.start)..change.shown.end.min(block.shown.end))
            .filter(|shown| shown.start <= shown.end)
            .collect();
        let mut out = Vec::new();
        for (nth, shown) in touched.into_iter().enumerate() {
            let put: &[usize] = if nth == 0 { &put } else { &[] };
            if !shown.is_empty() || !put.is_empty() {
                out.extend(words::edit(self, flow, shown, put));
            }
        }
        out
    }
}

/// The paragraphs that the atoms `put` make: what stands before the first end, and what follows each.
pub(super) fn paragraphs(flow: &Flow<'_>, put: &[usize]) -> Vec<Put> {
    let mut out = vec![Put::default()];
    for at in put {
        let Some(atom) = flow.atoms.get(*at) else { continue };
        if atom.what == What::End {
            out.push(Put { block: Some(atom.block + 1), ..Put::default() });
        } else if let Some(last) = out.last_mut() {
            last.block = Some(atom.block);
            last.atoms.push(*at);
        }
    }
    out
}
