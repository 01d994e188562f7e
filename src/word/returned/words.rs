//! Edits within a block: words that come and go among the marks of emphasis, links and code, which stay whole.

use std::ops::Range;
use std::sync::Arc;

use super::edit::Base;
use super::flow::{Flow, What};
use crate::text::{Span, slice};
use crate::word::draft::inline::{Place, inline};
use crate::word::draft::note_mark;
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
    let (inside, outside): (Vec<&Element>, Vec<&Element>) =
        elements.into_iter().partition(|element| is_inside(element, &shown, &pieces));
    let to = written(base, &shown, &pieces, &inside);
    if shown.is_empty() {
        let at = base.point(shown.start, &inside, &outside)?;
        return (!to.is_empty()).then_some((Span::at(at), to));
    }
    let mut span = base.visible.prose.source_span(shown.start, shown.end);
    let (mut before, mut after) = (String::new(), String::new());
    for element in &outside {
        let inner = base.visible.prose.source_span(element.shown.start, element.shown.end);
        let (starts, ends) = (shown.start <= element.shown.start, element.shown.end <= shown.end);
        if starts && ends {
            span = Span::new(span.start.min(element.outer.start), span.end.max(element.outer.end));
        } else if starts && element.shown.start < shown.end {
            after.push_str(slice(base.source, element.outer.start..inner.start));
        } else if ends && shown.start < element.shown.end {
            before.push_str(slice(base.source, inner.end..element.outer.end));
        }
    }
    let to = [before, to, after].concat();
    if to.trim().is_empty() {
        span = without_edge(base, span, &shown, &inside);
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

/// Whether what comes belongs into `element`.
fn is_inside(element: &Element, shown: &Range<usize>, pieces: &[Piece]) -> bool {
    let within = element.shown.start <= shown.start && shown.end <= element.shown.end;
    let strictly = element.shown.start < shown.start && shown.end < element.shown.end;
    let part = within && !shown.is_empty() && *shown != element.shown;
    let like = !pieces.is_empty() && pieces.iter().all(|piece| has(piece, &element.mark));
    strictly || (within && like) || (part && pieces.is_empty())
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
fn written(base: Base<'_>, shown: &Range<usize>, pieces: &[Piece], inside: &[&Element]) -> String {
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
        inner: block.is_some_and(|block| block.shown.start < shown.start),
    };
    let pieces: Vec<Piece> = pieces.iter().map(|piece| without(piece, inside)).collect();
    spaced(&plain, &inline(&pieces.iter().collect::<Vec<_>>(), place, note_mark))
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
        if inside.iter().any(|element| element.shown.start == at) {
            return after.or(before);
        }
        if inside.iter().any(|element| element.shown.end == at) {
            return before.or(after);
        }
        let ended =
            outside.iter().filter(|element| element.shown.end == at).map(|element| element.outer.end).max();
        let starts = outside
            .iter()
            .filter(|element| element.shown.start == at)
            .map(|element| element.outer.start)
            .min();
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
