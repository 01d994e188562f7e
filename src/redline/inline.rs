//! Emphasis, links and code within a line of prose: attributes of the words they surround, not words themselves.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::token::Interner;
use crate::document::markdown_options;
use crate::text::{Span, slice};

/// What words can be, beside themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// `*so*`
    Emphasis,
    /// `**so**`
    Strong,
    /// `~~so~~`
    Struck,
    /// Between backticks.
    Code,
    /// `[so](address)`; the number is the same for the same address in both texts.
    Link(u32),
}

/// Words with a [`Mark`], or a thing that is one token: an image, a tag, an address between angle brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    /// With its delimiters.
    pub outer: Span,
    /// Without them.
    pub inner: Span,
    /// Nothing for a thing that is one token.
    pub mark: Option<Mark>,
    /// The tokens in it, once they are read.
    pub tokens: Range<usize>,
}

/// All elements of `source` from byte `from` on, by their start, outer ones first.
pub(super) fn read<'a>(source: &'a str, from: usize, interner: &mut Interner<'a>) -> Vec<Element> {
    let body = slice(source, from..source.len());
    if !body.contains(['*', '_', '~', '`', '[', '<']) {
        return Vec::new();
    }
    let mut reader = Reader { source, interner, open: Vec::new(), out: Vec::new() };
    for (event, range) in Parser::new_ext(body, markdown_options()).into_offset_iter() {
        reader.event(&event, Span::from(range).shifted(from));
    }
    let mut out = reader.out;
    out.sort_by_key(|element| (element.outer.start, std::cmp::Reverse(element.outer.end)));
    out
}

struct Reader<'r, 'a> {
    source: &'a str,
    interner: &'r mut Interner<'a>,
    /// Where the elements that are open begin, and where the last thing in each ends.
    open: Vec<(Span, usize)>,
    out: Vec<Element>,
}

impl Reader<'_, '_> {
    fn event(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Start(
                Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. },
            ) => {
                self.open.push((span, span.start + 1));
                if let Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) = event
                {
                    self.push(span, span, None);
                }
                return;
            }
            Event::End(TagEnd::Emphasis) => self.close(Mark::Emphasis, 1),
            Event::End(TagEnd::Strong) => self.close(Mark::Strong, 2),
            Event::End(TagEnd::Strikethrough) => {
                let double = slice(self.source, span).starts_with("~~");
                self.close(Mark::Struck, if double { 2 } else { 1 });
            }
            Event::End(TagEnd::Link) => self.close_link(),
            Event::End(TagEnd::Image) => {
                self.open.pop();
                self.push(span, span, None);
            }
            Event::Code(_) => {
                let ticks = slice(self.source, span).bytes().take_while(|byte| *byte == b'`').count();
                let inner = Span::new(span.start + ticks, span.end.saturating_sub(ticks));
                self.push(span, inner, Some(Mark::Code));
            }
            Event::FootnoteReference(_) | Event::InlineHtml(_) => self.push(span, span, None),
            _ => {}
        }
        if let Some((_, last)) = self.open.last_mut() {
            *last = span.end.max(*last);
        }
    }

    fn push(&mut self, outer: Span, inner: Span, mark: Option<Mark>) {
        self.out.push(Element { outer, inner, mark, tokens: 0..0 });
    }

    fn close(&mut self, mark: Mark, delimiter: usize) {
        if let Some((span, _)) = self.open.pop()
            && span.len() > 2 * delimiter
        {
            self.push(span, Span::new(span.start + delimiter, span.end - delimiter), Some(mark));
        }
    }

    fn close_link(&mut self) {
        let Some((span, last)) = self.open.pop() else { return };
        let behind = slice(self.source, last..span.end);
        // An address between angle brackets is pushed where it opens.
        if let (true, Some(at)) = (slice(self.source, span).starts_with('['), behind.find(']')) {
            let end = last + at;
            let address = self.interner.id(slice(self.source, end..span.end));
            self.push(span, Span::new(span.start + 1, end), Some(Mark::Link(address)));
        }
    }
}
