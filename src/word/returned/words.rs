//! Edits within a block: words that come and go among the marks of emphasis, links and code, which stay whole.

use std::ops::Range;
use std::sync::Arc;

use super::edit::Base;
use super::flow::{Flow, What};
use crate::text::{Span, slice};
use crate::word::draft::inline::{Place, inline};
use crate::word::model::{Inline, Look, Piece, Tracked};
use crate::word::visible::{Element, Mark, Shape};

/// The edit that puts the atoms `put` for the bytes `shown` of one block.
pub(super) fn edit(
    base: Base<'_>,
    flow: &Flow<'_>,
    shown: Range<usize>,
    put: &[usize],
) -> Option<(Span, String)> {
    let pieces = pieces(flow, put);
    let elements: Vec<&Element> =
        base.visible.elements.iter().filter(|element| touches(element, &shown)).collect();
    let (mut inside, mut outside): (Vec<&Element>, Vec<&Element>) = Default::default();
    // The outer ones come first: what does not belong into them does not into what they hold.
    for element in elements {
        let holds = |other: &&Element| {
            other.outer.start <= element.outer.start && element.outer.end <= other.outer.end
        };
        let belongs = is_inside(element, &shown, &pieces) && !outside.iter().any(holds);
        if belongs { &mut inside } else { &mut outside }.push(element);
    }
    let to = written((base, flow), &shown, &pieces, &inside);
    if shown.is_empty() {
        let at = base.point(shown.start, &inside, &outside)?;
        return (!to.is_empty()).then_some((Span::at(at), to));
    }
    let (mut span, to) = base.cut(&shown, &outside, &to);
    if to.trim().is_empty() {
        span = without_edge(base, span, &shown, &inside);
        if let Some(span) = base.without_line(span, &shown) {
            return Some((span, String::new()));
        }
    }
    let starts = base
        .visible
        .blocks
        .iter()
        .any(|block| block.shown.start == shown.start && block.shape != Shape::Cell);
    if starts && to.trim().is_empty() {
        // A space would begin the line.
        let tail = slice(base.source, span.end..base.source.len());
        let blank = tail.len() - tail.trim_start_matches(' ').len();
        return Some((Span::new(span.start, span.end + blank), String::new()));
    }
    Some((span, to))
}

/// `span` with the spaces that would come to stand at an end of the marks `inside`: these would be no marks then.
fn without_edge(base: Base<'_>, span: Span, shown: &Range<usize>, inside: &[&Element]) -> Span {
    let (head, tail) = (slice(base.source, 0..span.start), slice(base.source, span.end..base.source.len()));
    let part = |element: &&&Element| element.shown != *shown;
    let at_end = inside.iter().filter(part).any(|element| element.shown.end == shown.end);
    let at_start = inside.iter().filter(part).any(|element| element.shown.start == shown.start);
    let start = if at_end { head.trim_end_matches(' ').len() } else { span.start };
    let blank = tail.len() - tail.trim_start_matches(' ').len();
    Span::new(start, if at_start { span.end + blank } else { span.end })
}

fn touches(element: &Element, shown: &Range<usize>) -> bool {
    element.shown.start <= shown.end && shown.start <= element.shown.end
}

fn overlaps(element: &Element, shown: &Range<usize>) -> bool {
    element.shown.start < shown.end && shown.start < element.shown.end
}

/// Whether what comes belongs into `element`.
fn is_inside(element: &Element, shown: &Range<usize>, pieces: &[Piece]) -> bool {
    let within = element.shown.start <= shown.start && shown.end <= element.shown.end;
    let strictly = element.shown.start < shown.start && shown.end < element.shown.end;
    let part = within && !shown.is_empty() && *shown != element.shown;
    let like = !pieces.is_empty() && pieces.iter().all(|piece| has(piece, &element.mark));
    let is_bare = matches!(element.mark, Mark::Bold | Mark::Italic | Mark::Struck);
    // What comes between two bold words unlike them is not bold.
    let apart = is_bare && !shown.is_empty() && pieces.iter().any(|piece| !has(piece, &element.mark));
    (strictly && !apart) || (within && like) || (part && pieces.is_empty())
}

/// Whether `piece` has `mark` itself.
fn has(piece: &Piece, mark: &Mark) -> bool {
    let Inline::Text { text, look, link } = &piece.inline else { return false };
    let blank = text.trim().is_empty();
    match mark {
        Mark::Bold => look.bold || blank,
        Mark::Italic => look.italic || blank,
        Mark::Struck => look.struck || blank,
        Mark::Code => look.code || blank,
        Mark::Link(target) => blank || link.as_deref().is_some_and(|link| is_same_target(link, target)),
        Mark::Picture => false,
    }
}

/// Whether two addresses are one, as programs write them.
fn is_same_target(one: &str, two: &str) -> bool {
    let bare = |target: &str| target.trim_start_matches("mailto:").trim_end_matches('/').to_owned();
    bare(one) == bare(two)
}

/// The atoms `put` as pieces of text.
pub(super) fn pieces(flow: &Flow<'_>, put: &[usize]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for atom in put.iter().filter_map(|at| flow.atoms.get(*at)) {
        let (look, link) = match atom.piece.map(|piece| &piece.inline) {
            Some(Inline::Text { look, link, .. }) => (*look, link.clone()),
            _ => (Look::default(), None),
        };
        let is_break = atom.piece.is_some_and(|piece| piece.inline == Inline::Break);
        match (atom.what, out.last_mut()) {
            (What::Note(note), _) => out.push(untracked(Inline::Note(note))),
            (What::Char(_), _) if is_break => out.push(untracked(Inline::Break)),
            (
                What::Char(character),
                Some(Piece { inline: Inline::Text { text, look: own, link: other }, .. }),
            ) if *own == look && *other == link => text.push(character),
            (What::Char(character), _) => {
                out.push(untracked(Inline::Text { text: character.to_string(), look, link }));
            }
            (What::End, _) => {}
        }
    }
    out
}

fn untracked(inline: Inline) -> Piece {
    Piece { inline, tracked: Tracked::default() }
}

/// `pieces` as Markdown for a place within the marks `inside`, white space at the ends kept.
fn written(
    (base, flow): (Base<'_>, &Flow<'_>),
    shown: &Range<usize>,
    pieces: &[Piece],
    inside: &[&Element],
) -> String {
    let plain: String = pieces.iter().map(text_of).collect();
    if inside.iter().any(|element| element.mark == Mark::Code) {
        return plain;
    }
    let block = base
        .visible
        .blocks
        .iter()
        .find(|block| block.shown.start <= shown.start && shown.start <= block.shown.end);
    let shape = block.map_or(Shape::Paragraph { quoted: false }, |block| block.shape);
    if shape == Shape::Code {
        return plain;
    }
    let place = Place {
        cell: shape == Shape::Cell,
        heading: matches!(shape, Shape::Heading(_)),
        keeps_bold: true,
        inner: block.is_some_and(|block| block.shown.start < shown.start),
    };
    let pieces: Vec<Piece> = pieces.iter().map(|piece| without(piece, inside)).collect();
    spaced(&plain, &inline(&pieces.iter().collect::<Vec<_>>(), place, |note| flow.mark(note)))
}

/// `written` between the white space that `plain` has at its ends.
pub(super) fn spaced(plain: &str, written: &str) -> String {
    let is_blank = plain.trim().is_empty();
    let lead = if plain.starts_with(char::is_whitespace) { " " } else { "" };
    let tail = if plain.ends_with(char::is_whitespace) && !is_blank { " " } else { "" };
    [lead, written, tail].concat()
}

fn text_of(piece: &Piece) -> String {
    match &piece.inline {
        Inline::Text { text, .. } => text.clone(),
        Inline::Break => " ".to_owned(),
        _ => String::new(),
    }
}

/// `piece` without the marks that are around it already.
fn without(piece: &Piece, inside: &[&Element]) -> Piece {
    let mut piece = piece.clone();
    if let Inline::Text { look, link, .. } = &mut piece.inline {
        for element in inside {
            match &element.mark {
                Mark::Bold => look.bold = false,
                Mark::Italic => look.italic = false,
                Mark::Struck => look.struck = false,
                Mark::Link(_) => *link = None::<Arc<str>>,
                Mark::Code | Mark::Picture => {}
            }
        }
    }
    piece
}

impl Base<'_> {
    /// What is to be written, and over which bytes, so that `to` stands for the bytes `shown` of the text outside of the
    /// marks `outside`: what of them is left on either side is closed before it and opened behind it.
    fn cut(&self, shown: &Range<usize>, outside: &[&Element], to: &str) -> (Span, String) {
        let mut span = self.visible.prose.source_span(shown.start, shown.end);
        let (mut before, mut after) = (String::new(), String::new());
        for element in outside.iter().filter(|element| overlaps(element, shown)) {
            let inner = self.visible.prose.source_span(element.shown.start, element.shown.end);
            let left = element.shown.start < shown.start;
            let right = shown.end < element.shown.end;
            if !left {
                span.start = span.start.min(element.outer.start);
            }
            if !right {
                span.end = span.end.max(element.outer.end);
            }
            if left && element.mark == Mark::Picture {
                before.insert_str(0, slice(&self.visible.text, element.shown.start..shown.start));
                span.start = span.start.min(element.outer.start);
            } else if left {
                before.insert_str(0, slice(self.source, inner.end..element.outer.end));
            }
            if right && element.mark == Mark::Picture {
                after.push_str(slice(&self.visible.text, shown.end..element.shown.end));
                span.end = span.end.max(element.outer.end);
            } else if right {
                after.push_str(slice(self.source, element.outer.start..inner.start));
            }
        }
        // A space beside what closes or opens would make it no mark.
        let (head, tail) =
            (slice(self.source, 0..span.start), slice(self.source, span.end..self.source.len()));
        let lead = if before.is_empty() { 0 } else { head.len() - head.trim_end_matches(' ').len() };
        let blank = if after.is_empty() { 0 } else { tail.len() - tail.trim_start_matches(' ').len() };
        let gap = |count: usize| if count > 0 { " " } else { "" };
        let written = [before.as_str(), gap(lead), to, gap(blank), after.as_str()].concat();
        (Span::new(span.start - lead, span.end + blank), written)
    }

    /// `span`, which goes with the bytes `shown` of the text and leaves an empty line behind in its block, with that line.
    fn without_line(&self, span: Span, shown: &Range<usize>) -> Option<Span> {
        let block = self.visible.blocks.iter().find(|block| {
            block.shown.start < shown.start && shown.end <= block.shown.end && block.shape != Shape::Code
        })?;
        let (head, tail) =
            (slice(self.source, 0..span.start), slice(self.source, span.end..self.source.len()));
        let before = head.rsplit('\n').next().unwrap_or(head);
        let behind = tail.split('\n').next().unwrap_or(tail);
        let is_empty = before.trim_matches([' ', '\t', '>']).is_empty() && behind.trim().is_empty();
        if !is_empty || before.len() == head.len() {
            return None;
        }
        let text = &self.visible.text;
        let rest = slice(text, shown.end..block.shown.end);
        let next = shown.end + (rest.len() - rest.trim_start().len());
        if next < block.shown.end {
            let first = self.visible.prose.source_span(next, next + 1).start;
            let starts = self.visible.elements.iter().filter(|element| element.shown.start == next);
            let start = starts.map(|element| element.outer.start).min().unwrap_or(first).min(first);
            return Some(Span::new(span.start, start.max(span.start)));
        }
        let last = slice(text, 0..shown.start).trim_end().len();
        let end = self.visible.prose.source_span(last.checked_sub(1)?, last).end;
        let ends = self.visible.elements.iter().filter(|element| element.shown.end == last);
        let end = ends.map(|element| element.outer.end).max().unwrap_or(end).max(end);
        Some(Span::new(end.min(span.start), span.end))
    }

    /// The byte of the source where something comes at byte `at` of the text: within the marks `inside`, not in those
    /// `outside`.
    pub(super) fn point(&self, at: usize, inside: &[&Element], outside: &[&Element]) -> Option<usize> {
        if self.visible.blocks.is_empty() {
            return Some(self.source.len());
        }
        let block =
            self.visible.blocks.iter().find(|block| block.shown.start <= at && at <= block.shown.end)?;
        let before = (at > block.shown.start).then(|| {
            let head = slice(&self.visible.text, 0..at).chars().next_back().map_or(0, char::len_utf8);
            self.visible.prose.source_span(at - head, at).end
        });
        let after = (at < block.shown.end).then(|| {
            let next = slice(&self.visible.text, at..self.visible.text.len())
                .chars()
                .next()
                .map_or(0, char::len_utf8);
            self.visible.prose.source_span(at, at + next).start
        });
        // Behind a line break what begins the next line stands first: its indentation, the mark of a quotation.
        let last = slice(&self.visible.text, 0..at).chars().next_back().map_or(0, char::len_utf8);
        let breaks = slice(self.source, self.visible.prose.source_span(at - last, at)).contains('\n');
        let before = before.filter(|_| !breaks || after.is_none());
        let ended =
            outside.iter().filter(|element| element.shown.end == at).map(|element| element.outer.end).max();
        let starts = outside
            .iter()
            .filter(|element| element.shown.start == at)
            .map(|element| element.outer.start)
            .min();
        if inside.iter().any(|element| element.shown.start == at) {
            return starts.or(after).or(before);
        }
        if inside.iter().any(|element| element.shown.end == at) {
            return ended.or(before).or(after);
        }
        ended
            .or(starts.filter(|_| before.is_none_or(|before| before <= starts.unwrap_or(before))))
            .or(before)
            .or(after)
            .or(Some(block.span.start))
    }

    /// The byte of the source where a block is parted at byte `at` of the text: not within marks that begin or end there.
    pub(super) fn outside(&self, at: usize) -> Option<usize> {
        let touching: Vec<&Element> = self
            .visible
            .elements
            .iter()
            .filter(|element| touches(element, &(at..at)) && !encloses(element, at))
            .collect();
        self.point(at, &[], &touching)
    }

    /// The bytes of the source between `from` and `to` where two blocks become one: two stretches with the same mark do too.
    pub(super) fn seam(&self, from: usize, to: usize) -> Option<Span> {
        let ended = self.visible.elements.iter().rev().find(|element| element.shown.end == from)?;
        let begun = self.visible.elements.iter().find(|element| element.shown.start == to)?;
        let inner =
            |element: &Element| self.visible.prose.source_span(element.shown.start, element.shown.end);
        (ended.mark == begun.mark).then(|| Span::new(inner(ended).end, inner(begun).start))
    }

    /// What closes the marks around byte `at` of the text, the innermost first.
    pub(super) fn closers(&self, at: usize) -> String {
        let inner =
            |element: &Element| self.visible.prose.source_span(element.shown.start, element.shown.end);
        let around = self.visible.elements.iter().rev().filter(|element| encloses(element, at));
        around.map(|element| slice(self.source, inner(element).end..element.outer.end)).collect()
    }

    /// What opens the marks around byte `at` of the text, the outermost first.
    pub(super) fn openers(&self, at: usize) -> String {
        let inner =
            |element: &Element| self.visible.prose.source_span(element.shown.start, element.shown.end);
        let around = self.visible.elements.iter().filter(|element| encloses(element, at));
        around.map(|element| slice(self.source, element.outer.start..inner(element).start)).collect()
    }
}

/// Whether byte `at` of the text stands within `element`, not at an end of it.
fn encloses(element: &Element, at: usize) -> bool {
    element.shown.start < at && at < element.shown.end
}
