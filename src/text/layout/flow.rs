//! One line as it flows: its clusters with the virtual text between them.
//!
//! A *flow position* is a byte in that sequence, counted from the start of the line's content; without virtual text it
//! is the offset less the start of the line.

use std::borrow::Cow;

use unicode_segmentation::GraphemeCursor;

use super::{Affinity, Inline};
use crate::text::{Span, clusters, slice};

#[derive(Debug, Clone)]
pub(super) struct Flow<'a> {
    segments: Vec<Segment<'a>>,
}

#[derive(Debug, Clone, Copy)]
struct Segment<'a> {
    /// Flow position of its first byte.
    at: usize,
    /// Offset in the document: of the first byte, or of the place the virtual text is shown at.
    offset: usize,
    text: &'a str,
    is_virtual: bool,
}

/// One cluster in the flow.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cluster<'a> {
    pub(super) at: usize,
    pub(super) offset: usize,
    pub(super) text: &'a str,
    pub(super) is_virtual: bool,
}

impl<'a> Flow<'a> {
    /// The line whose content is `text[content]`, with `inlines` (those of this line, by place) in it.
    pub(super) fn new(text: &'a str, content: Span, inlines: &'a [Inline]) -> Self {
        let mut flow = Self { segments: Vec::with_capacity(1 + 2 * inlines.len()) };
        let mut from = content.start;
        for inline in inlines {
            let at = cluster_start(slice(text, content), inline.at.clamp(from, content.end) - content.start);
            let at = (content.start + at).max(from);
            flow.push(from, slice(text, from..at), false);
            flow.push(at, &inline.text, true);
            from = at;
        }
        flow.push(from, slice(text, from..content.end), false);
        flow
    }

    fn push(&mut self, offset: usize, text: &'a str, is_virtual: bool) {
        // An empty line still has one segment to say where it is.
        if !text.is_empty() || self.segments.is_empty() {
            self.segments.push(Segment { at: self.len(), offset, text, is_virtual });
        }
    }

    /// Whether there is virtual text in the line.
    pub(super) fn has_virtual(&self) -> bool {
        self.segments.iter().any(|segment| segment.is_virtual)
    }

    /// Length in flow bytes.
    pub(super) fn len(&self) -> usize {
        self.segments.last().map_or(0, |last| last.at + last.text.len())
    }

    /// All of it as one string, for finding where it may be broken.
    pub(super) fn text(&self) -> Cow<'a, str> {
        match self.segments.as_slice() {
            [only] => only.text.into(),
            many => many.iter().map(|segment| segment.text).collect::<String>().into(),
        }
    }

    /// The clusters from flow position `from`, which must be the start of one.
    pub(super) fn into_clusters(self, from: usize) -> impl Iterator<Item = Cluster<'a>> {
        let first = self.segments.partition_point(|segment| segment.at + segment.text.len() <= from);
        self.segments.into_iter().skip(first).flat_map(move |segment| {
            let skipped = from.saturating_sub(segment.at);
            let rest = slice(segment.text, skipped..segment.text.len());
            clusters(rest).map(move |(at, text)| Cluster {
                at: segment.at + skipped + at,
                offset: if segment.is_virtual { segment.offset } else { segment.offset + skipped + at },
                text,
                is_virtual: segment.is_virtual,
            })
        })
    }

    /// The flow position of a cursor at `offset`: on which side of virtual text shown there, says `affinity`.
    pub(super) fn position(&self, offset: usize, affinity: Affinity) -> usize {
        let is_before = |segment: &&Segment<'_>| match affinity {
            Affinity::Before => segment.offset < offset,
            Affinity::After => segment.offset <= offset,
        };
        let Some(segment) = self.segments.iter().take_while(is_before).last() else { return 0 };
        if segment.is_virtual {
            return segment.at + segment.text.len();
        }
        segment.at + offset.saturating_sub(segment.offset).min(segment.text.len())
    }

    /// The document offset that flow position `at` stands for.
    pub(super) fn offset(&self, at: usize) -> usize {
        let next = self.segments.partition_point(|segment| segment.at <= at);
        let Some(segment) = self.segments.get(next.saturating_sub(1)) else { return 0 };
        if segment.is_virtual {
            segment.offset
        } else {
            segment.offset + (at - segment.at).min(segment.text.len())
        }
    }
}

// The start of the cluster of `line` that holds byte `at`.
fn cluster_start(line: &str, at: usize) -> usize {
    let at = (0..4).map(|back| at.saturating_sub(back)).find(|at| line.is_char_boundary(*at)).unwrap_or(0);
    let mut cursor = GraphemeCursor::new(at, line.len(), true);
    match cursor.is_boundary(line, 0) {
        Ok(false) => cursor.prev_boundary(line, 0).ok().flatten().unwrap_or(0),
        _ => at,
    }
}
