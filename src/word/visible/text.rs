//! Blocks put together to one text, notes behind it.

use std::ops::Range;

use super::reader::Block;
use super::{Element, NOTE, Place, Visible};
use crate::document::{Prose, Segment};
use crate::text::slice;

/// `blocks` of `source` as one text.
pub(super) fn joined(blocks: Vec<Block>, source: &str) -> Visible {
    let mut out = Visible::default();
    let mut named: Vec<String> = Vec::new();
    let (text, notes): (Vec<Block>, Vec<Block>) = blocks.into_iter().partition(|block| block.note.is_none());
    for block in &text {
        out.append(block, source, &mut named);
    }
    // A note may name another, which stands behind it.
    let mut at = 0;
    while let Some(name) = named.get(at).cloned() {
        at += 1;
        for block in notes.iter().filter(|block| block.note.as_ref() == Some(&name)) {
            out.append(block, source, &mut named);
        }
    }
    out.elements.sort_by_key(|element| {
        (element.shown.start, std::cmp::Reverse(element.shown.end), element.outer.start)
    });
    out.prose = Prose {
        text: out.text.clone(),
        segments: std::mem::take(&mut out.prose.segments),
        links: Vec::new(),
    };
    out
}

impl Visible {
    /// Puts `block` behind the text; `named` are the notes that were named so far.
    fn append(&mut self, block: &Block, source: &str, named: &mut Vec<String>) {
        let inked = block.inked();
        let Some(span) = block.span.filter(|_| !inked.is_empty()) else { return };
        let base = self.text.len();
        let mut refers = block.refers.iter().peekable();
        let mut grown: Vec<(usize, usize)> = Vec::new();
        for (segment, shown) in pieces(block, &inked) {
            if let Some(name) = refers.next_if(|_| shown.starts_with(NOTE)) {
                self.notes.push((self.text.len(), name.clone()));
                if !named.contains(name) {
                    named.push(name.clone());
                }
            }
            grown.push((segment.visible as usize, self.text.len()));
            let visible = self.text.len() as u32;
            self.prose.segments.push(Segment { visible, ..segment });
            self.text.push_str(shown);
        }
        let moved = |at: usize| moved(&grown, at.clamp(inked.start, inked.end), self.text.len());
        let elements: Vec<Element> = block
            .elements
            .iter()
            .map(|element| Element {
                shown: moved(element.shown.start)..moved(element.shown.end),
                ..element.clone()
            })
            .filter(|element| !element.shown.is_empty())
            .collect();
        self.elements.extend(elements);
        let shown = base..self.text.len();
        self.blocks.push(Place { shown, span, shape: block.shape, note: block.note.clone() });
        let end =
            slice(source, span.end..source.len()).find('\n').map_or(source.len(), |at| span.end + at + 1);
        let (visible, at) = (self.text.len() as u32, span.end as u32);
        let source_len = end.saturating_sub(span.end) as u32;
        self.prose.segments.push(Segment { visible, source: at, source_len, literal: false });
        self.text.push('\n');
    }
}

/// The segments of `block` with what they show, cut to the bytes `inked`.
fn pieces<'b>(block: &'b Block, inked: &Range<usize>) -> Vec<(Segment, &'b str)> {
    let mut out = Vec::new();
    for (at, segment) in block.segments.iter().enumerate() {
        let from = segment.visible as usize;
        let to = block.segments.get(at + 1).map_or(block.text.len(), |next| next.visible as usize);
        let (start, end) = (from.max(inked.start), to.min(inked.end));
        if start >= end {
            continue;
        }
        let mut cut = Segment { visible: start as u32, ..*segment };
        if segment.literal {
            cut.source += (start - from) as u32;
            cut.source_len = (end - start) as u32;
        }
        out.push((cut, slice(&block.text, start..end)));
    }
    out
}

/// Where byte `at` of a block stands in the text, whose segments begin where `grown` says: in the block, in the text.
fn moved(grown: &[(usize, usize)], at: usize, end: usize) -> usize {
    let found =
        grown.partition_point(|(own, _)| *own <= at).checked_sub(1).and_then(|found| grown.get(found));
    let next = grown.get(grown.partition_point(|(own, _)| *own <= at)).map_or(end, |(_, text)| *text);
    found.map_or(end, |(own, text)| (text + (at - own)).min(next))
}
