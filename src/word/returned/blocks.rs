//! Edits that make or take ends of blocks: paragraphs, items, headings and rows that come, go, are parted or joined.

use super::changes::Change;
use super::edit::{Base, paragraphs};
use super::flow::Flow;
use super::words::{pieces, spaced};
use crate::text::{Span, slice};
use crate::word::draft::inline::{Place, inline};
use crate::word::model::{Block, Inline, Kind, Piece};
use crate::word::visible::{self, Shape};

/// A paragraph that comes.
#[derive(Debug, Clone, Default)]
pub(super) struct Put {
    /// The block of the document that it is of.
    pub block: Option<usize>,
    pub atoms: Vec<usize>,
}

/// The edit that `change`, which makes or takes ends of blocks, is.
pub(super) fn edit(base: Base<'_>, flow: &Flow<'_>, change: &Change) -> Option<(Span, String)> {
    whole(base, flow, change).or_else(|| within(base, flow, change))
}

/// Whole blocks that go, and whole ones that come in their place or between two.
fn whole(base: Base<'_>, flow: &Flow<'_>, change: &Change) -> Option<(Span, String)> {
    let blocks = &base.visible.blocks;
    let shown = &change.shown;
    let starts = |at: usize| blocks.iter().position(|block| block.shown.start == at);
    let ends = |at: usize| blocks.iter().position(|block| block.shown.end == at);
    let mut put = paragraphs(flow, &change.put);
    if blocks.is_empty() {
        put.retain(|put| !flow.is_blank(put));
        return put_between(base, flow, 0, &put);
    }
    let is_end = |at: Option<&Put>| at.is_some_and(|put| flow.is_blank(put));
    let all = base.visible.text.len();
    // Either from the beginnings of blocks, ends behind; or from the ends of blocks, ends before.
    let (first, last) = if let Some(first) =
        starts(shown.start).or((shown.start >= all).then_some(blocks.len()))
        && (put.len() == 1 && is_end(put.first()) || put.len() > 1 && is_end(put.last()))
        && let Some(last) = starts(shown.end).or((shown.end >= all
            || ends(shown.end).is_some() && shown.end > shown.start && shown.end + 1 >= all)
            .then_some(blocks.len()))
    {
        put.pop();
        (first, last)
    } else if let Some(before) = ends(shown.start)
        && is_end(put.first())
        && let Some(last) = ends(shown.end)
    {
        put.remove(0);
        (before + 1, last + 1)
    } else {
        return None;
    };
    put.retain(|put| !flow.is_blank(put));
    let gone = blocks.get(first..last.max(first)).unwrap_or(&[]);
    match (gone.first(), gone.last()) {
        (Some(one), Some(two)) => {
            let span = Span::new(one.span.start, two.span.end);
            Some(replaced(base, flow, (one, span), &put))
        }
        _ => put_between(base, flow, first, &put),
    }
}

/// The blocks at `span`, the first of which is `first`, give way to `put`.
fn replaced(
    base: Base<'_>,
    flow: &Flow<'_>,
    (first, span): (&visible::Place, Span),
    put: &[Put],
) -> (Span, String) {
    let Some((head, rest)) = put.split_first() else { return (span, String::new()) };
    let kind = flow.kind(head);
    let mark = line_head(base.source, first.span.start);
    if fits(kind, first.shape)
        || (first.shape == Shape::Item && kind == Kind::Paragraph && mark.trim().is_empty())
    {
        let mut to = flow.text(head, kind);
        to.push_str(&flow.all_behind(base, rest, first));
        return (span, to);
    }
    let start = line_start(base.source, span.start);
    let mut to = marked(flow, head, kind);
    to.push_str(&flow.all_behind(base, rest, first));
    (Span::new(start, span.end), to)
}

/// `put` comes before block number `next`.
fn put_between(base: Base<'_>, flow: &Flow<'_>, next: usize, put: &[Put]) -> Option<(Span, String)> {
    if put.is_empty() {
        return None;
    }
    let blocks = &base.visible.blocks;
    let before = next.checked_sub(1).and_then(|at| blocks.get(at));
    let Some(before) = before else {
        let at = blocks.first().map_or(base.source.len(), |first| line_start(base.source, first.span.start));
        let all: Vec<String> = put.iter().map(|put| marked(flow, put, flow.kind(put))).collect();
        return Some((Span::at(at), format!("{}\n\n", all.join("\n\n"))));
    };
    let mut to = String::new();
    to.push_str(&flow.all_behind(base, put, before));
    let at = match before.shape {
        // A row ends with its line, code with its fence.
        Shape::Cell | Shape::Code => block_end(base.source, before),
        _ => before.span.end,
    };
    let tight =
        blocks.get(next).is_some_and(|next| !slice(base.source, at..next.span.start).contains("\n\n"));
    let is_item = put.last().is_some_and(|put| matches!(flow.kind(put), Kind::Item { .. }));
    if tight && !is_item {
        to.push('\n');
    }
    Some((Span::at(at), to))
}

/// What stands within blocks is parted, joined or both.
fn within(base: Base<'_>, flow: &Flow<'_>, change: &Change) -> Option<(Span, String)> {
    let text = base.visible.text.trim_end().len();
    let (from, to) = (change.shown.start.min(text), change.shown.end.min(text));
    let (start, end) = (base.outside(from)?, base.outside(to)?);
    let before = base.visible.blocks.iter().rfind(|block| block.shown.start <= from)?;
    let put = paragraphs(flow, &change.put);
    let (head, rest) = put.split_first()?;
    if change.put.is_empty()
        && let Some(seam) = base.seam(from, to)
    {
        return Some((seam, String::new()));
    }
    let (closers, openers) = (base.closers(from), base.openers(to));
    let (ahead, tail) = (slice(base.source, 0..start), slice(base.source, end.max(start)..base.source.len()));
    // A space beside what closes or opens would make it no mark.
    let lead = if closers.is_empty() { 0 } else { ahead.len() - ahead.trim_end_matches(' ').len() };
    // One that begins the line that follows is none.
    let blank = tail.len() - tail.trim_start_matches(' ').len();
    let skip = if rest.is_empty() && openers.is_empty() { 0 } else { blank };
    let space = |count: usize, is_needed: bool| if count > 0 && is_needed { " " } else { "" };
    let comes = plain(flow, head);
    let mut written = [&closers, space(lead, !comes.is_empty() || rest.is_empty()), &comes].concat();
    written.push_str(&flow.all_behind(base, rest, before));
    if rest.last().is_some_and(|last| flow.ends_blank(last)) && skip == 0 {
        written.push(' ');
    }
    written.push_str(space(skip, rest.is_empty()));
    written.push_str(&openers);
    Some((Span::new(start - lead, end.max(start) + skip), written))
}

/// The rows that come, where all that comes stands in new rows of a table.
pub(super) fn rows(base: Base<'_>, flow: &Flow<'_>, change: &Change) -> Option<Vec<(Span, String)>> {
    let put = paragraphs(flow, &change.put);
    let blocks: Vec<&Block> =
        put.iter().filter(|put| !put.atoms.is_empty()).filter_map(|put| flow.block_of(put)).collect();
    let first = blocks.first()?.cell?;
    let same_table = blocks.iter().all(|block| block.cell.is_some_and(|cell| cell.table == first.table));
    if !same_table || !change.shown.is_empty() {
        return None;
    }
    let before = base.visible.blocks.iter().rfind(|block| block.shown.start < change.shown.start.max(1))?;
    if before.shape != Shape::Cell {
        return None;
    }
    let mut lines: Vec<(usize, Vec<String>)> = Vec::new();
    for put in put.iter().filter(|put| !put.atoms.is_empty()) {
        let Some(cell) = flow.block_of(put).and_then(|block| block.cell) else { continue };
        if lines.last().is_none_or(|(row, _)| *row != cell.row) {
            lines.push((cell.row, Vec::new()));
        }
        let place = Place { cell: true, inner: true, ..Place::default() };
        let pieces = pieces(flow, &put.atoms);
        if let Some((_, cells)) = lines.last_mut() {
            cells.push(inline(&pieces.iter().collect::<Vec<_>>(), place, |note| flow.mark(note)));
        }
    }
    let lines: Vec<String> = lines.iter().map(|(_, cells)| format!("| {} |", cells.join(" | "))).collect();
    Some(vec![(Span::at(block_end(base.source, before)), format!("\n{}", lines.join("\n")))])
}

impl<'d> Flow<'d> {
    fn block_of(&self, put: &Put) -> Option<&'d Block> {
        put.block.and_then(|at| self.docx.blocks.get(at))
    }

    /// Whether nothing is in `put`: the text of a note begins with a space behind its mark.
    fn is_blank(&self, put: &Put) -> bool {
        let mut atoms = put.atoms.iter().filter_map(|at| self.atoms.get(*at));
        atoms.all(|atom| atom.what.character().is_whitespace())
    }

    /// Whether white space stands at the end of `put`, behind words.
    fn ends_blank(&self, put: &Put) -> bool {
        let last = put.atoms.last().and_then(|at| self.atoms.get(*at));
        last.is_some_and(|atom| atom.what.character().is_whitespace())
            && !self.text(put, self.kind(put)).is_empty()
    }

    fn kind(&self, put: &Put) -> Kind {
        self.block_of(put).map_or(Kind::Paragraph, |block| block.kind)
    }

    /// `put` as Markdown, without what makes it a heading or an item.
    fn text(&self, put: &Put, kind: Kind) -> String {
        let pieces = pieces(self, &put.atoms);
        let heading = matches!(kind, Kind::Heading(_) | Kind::Title);
        inline(
            &pieces.iter().collect::<Vec<_>>(),
            Place { heading, keeps_bold: true, ..Place::default() },
            |note| self.mark(note),
        )
    }

    /// All of `put`, one behind the other, behind the block `before`.
    fn all_behind(&self, base: Base<'_>, put: &[Put], before: &visible::Place) -> String {
        put.iter().map(|put| self.behind(base, put, before)).collect()
    }

    /// `put` behind the block `before`.
    fn behind(&self, base: Base<'_>, put: &Put, before: &visible::Place) -> String {
        let kind = self.kind(put);
        let quoted = before.shape == Shape::Paragraph { quoted: true };
        let own = line_head(base.source, before.span.start);
        match kind {
            Kind::Item { .. } if before.shape == Shape::Item && !own.trim().is_empty() => {
                format!("\n{}{}", next_mark(own), self.text(put, kind))
            }
            Kind::More { .. } if before.shape == Shape::Item => {
                let indent = " ".repeat(own.chars().count());
                format!("\n\n{indent}{}", self.text(put, kind).replace('\n', &format!("\n{indent}")))
            }
            Kind::Quote if quoted => format!("\n>\n{}", marked(self, put, kind)),
            _ => format!("\n\n{}", marked(self, put, kind)),
        }
    }
}

/// `put` as a block of its own.
fn marked(flow: &Flow<'_>, put: &Put, kind: Kind) -> String {
    let text = flow.text(put, kind);
    let note = flow.block_of(put).and_then(|block| block.note);
    if let Some(note) = note {
        return format!("{}: {text}", flow.mark(note));
    }
    match kind {
        Kind::Title => format!("# {text}"),
        Kind::Heading(level) => format!("{} {text}", "#".repeat(usize::from(level))),
        Kind::Item { counted: true, .. } => format!("1. {text}"),
        Kind::Item { .. } => format!("- {text}"),
        Kind::Quote => format!("> {}", text.replace('\n', "\n> ")),
        Kind::Code => format!("```\n{}\n```", raw(flow, put)),
        Kind::Rule => "---".to_owned(),
        Kind::Paragraph | Kind::More { .. } => text,
    }
}

/// Whether a paragraph of this kind can stand where a block of that shape stood, its mark kept.
fn fits(kind: Kind, shape: Shape) -> bool {
    match shape {
        Shape::Heading(level) => kind == Kind::Heading(level),
        Shape::Paragraph { quoted } => kind == if quoted { Kind::Quote } else { Kind::Paragraph },
        Shape::Item => matches!(kind, Kind::Item { .. } | Kind::More { .. }),
        Shape::Cell => true,
        Shape::Code => false,
    }
}

fn raw(flow: &Flow<'_>, put: &Put) -> String {
    put.atoms.iter().filter_map(|at| flow.atoms.get(*at)).map(|atom| atom.what.character()).collect()
}

/// What stands before the first end, as part of a line.
fn plain(flow: &Flow<'_>, put: &Put) -> String {
    let pieces: Vec<Piece> = pieces(flow, &put.atoms);
    let text: String = pieces
        .iter()
        .map(|piece| if let Inline::Text { text, .. } = &piece.inline { text.as_str() } else { "" })
        .collect();
    let place = Place { inner: true, ..Place::default() };
    spaced(&text, &inline(&pieces.iter().collect::<Vec<_>>(), place, |note| flow.mark(note)))
}

/// What stands in the line of byte `at` before it.
fn line_head(source: &str, at: usize) -> &str {
    slice(source, line_start(source, at)..at)
}

/// Where the line of byte `at` begins.
fn line_start(source: &str, at: usize) -> usize {
    slice(source, 0..at).rfind('\n').map_or(0, |found| found + 1)
}

/// Where the lines of `block` end: a row with its line, code with its fence.
fn block_end(source: &str, block: &visible::Place) -> usize {
    let tail = slice(source, block.span.end..source.len());
    let line = block.span.end + tail.find('\n').unwrap_or(tail.len());
    let next = slice(source, line..source.len()).trim_start_matches('\n');
    let fenced = block.shape == Shape::Code && next.trim_start().starts_with(['`', '~']);
    let delimiter = block.shape == Shape::Cell && next.trim_start_matches(['|', ' ']).starts_with(['-', ':']);
    if fenced || delimiter {
        let fence = source.len() - next.len();
        return fence + next.find('\n').unwrap_or(next.len());
    }
    line
}

/// The mark of the item behind one whose line begins with `own`.
fn next_mark(own: &str) -> String {
    let indent = slice(own, 0..own.len() - own.trim_start().len());
    let mark = own.trim_start();
    let digits: String = mark.chars().take_while(char::is_ascii_digit).collect();
    let box_less = mark.split('[').next().unwrap_or(mark);
    match digits.parse::<u64>() {
        Ok(number) => {
            let behind = slice(box_less, digits.len().min(box_less.len())..box_less.len());
            format!("{indent}{}{behind}", number + 1)
        }
        Err(_) => format!("{indent}{box_less}"),
    }
}
