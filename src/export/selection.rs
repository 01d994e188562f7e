//! Which parts of a document are exported.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Parser};

use crate::document::{Document, markdown_options};
use crate::text::{Span, slice};

/// Parts by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// All of them.
    #[default]
    All,
    /// Those with these ids; text between belongs to the part before it.
    Parts(BTreeSet<String>),
}

impl Selection {
    /// Whether the part with this id is exported.
    pub fn has(&self, id: &str) -> bool {
        match self {
            Selection::All => true,
            Selection::Parts(ids) => ids.contains(id),
        }
    }

    /// Whether the Markdown block at the source bytes `span` is exported: its first text decides.
    fn keeps(&self, document: &Document, span: Span) -> bool {
        let next = document.blocks.partition_point(|block| block.span.start < span.start);
        let inside = document.blocks.get(next).filter(|block| block.span.start < span.end);
        let before = || next.checked_sub(1).and_then(|at| document.blocks.get(at));
        let part = inside.or_else(before).and_then(|block| document.part_of(block));
        part.map_or(*self == Selection::All, |part| self.has(&part.id))
    }

    /// What Markdown makes of the body of `source`, by place, with the blocks that are not exported left out.
    pub(super) fn events<'a>(&self, source: &'a str, document: &Document) -> Vec<(Event<'a>, Span)> {
        self.split(source, document).0
    }

    /// The source bytes of the blocks that are not exported, by place.
    pub(super) fn left_out(&self, source: &str, document: &Document) -> Vec<Span> {
        self.split(source, document).1
    }

    fn split<'a>(&self, source: &'a str, document: &Document) -> (Vec<(Event<'a>, Span)>, Vec<Span>) {
        let from = document.front_matter.span.end;
        let body = slice(source, from..source.len());
        let (mut kept, mut left_out) = (Vec::new(), Vec::new());
        let (mut depth, mut keeps) = (0_usize, true);
        for (event, range) in Parser::new_ext(body, markdown_options()).into_offset_iter() {
            let span = Span::from(range).shifted(from);
            if depth == 0 {
                keeps = self.keeps(document, span);
                if !keeps {
                    left_out.push(span);
                }
            }
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if keeps {
                kept.push((event, span));
            }
        }
        (kept, left_out)
    }
}
