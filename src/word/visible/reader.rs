//! From the events of Markdown to blocks of text that know where they come from.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Element, Mark, NOTE, Shape};
use crate::document::{Segment, markdown_options};
use crate::text::{Span, slice};

/// A block; what is said of its text counts from its own beginning.
#[derive(Debug)]
pub(super) struct Block {
    pub text: String,
    pub segments: Vec<Segment>,
    pub elements: Vec<Element>,
    /// The bytes of its words with the marks around them.
    pub span: Option<Span>,
    pub shape: Shape,
    /// The name of the note that it is of.
    pub note: Option<String>,
    /// The names of the notes it refers to, in order.
    pub refers: Vec<String>,
}

/// The blocks of `source` from byte `from` on, in its order.
pub(super) fn read(source: &str, from: usize) -> Vec<Block> {
    let body = slice(source, from..source.len());
    let mut reader = Reader { source, ..Reader::default() };
    for (event, range) in Parser::new_ext(body, markdown_options()).into_offset_iter() {
        reader.event(event, Span::from(range).shifted(from));
    }
    reader.close();
    reader.out
}

#[derive(Default)]
struct Reader<'a> {
    source: &'a str,
    out: Vec<Block>,
    open: Option<Block>,
    /// The elements that are open: where they begin in the text of their block.
    marks: Vec<(usize, Option<Mark>)>,
    quotes: usize,
    items: usize,
    /// Depth of pictures, whose description is text and nothing else.
    pictures: usize,
    note: Option<String>,
    /// The bytes of raw HTML that is open.
    raw: Option<Span>,
    code: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Image { .. }) => {
                self.begin_mark(Some(Mark::Picture), span);
                self.pictures += 1;
                self.put("Picture: ", Span::new(span.start, span.start + 1));
            }
            Event::End(TagEnd::Image) => {
                self.pictures = self.pictures.saturating_sub(1);
                self.end_mark(span);
            }
            Event::Start(tag) if self.pictures == 0 => self.start(tag, span),
            Event::End(tag) if self.pictures == 0 => self.end(tag, span),
            Event::Code(text) if self.pictures == 0 => {
                self.begin_mark(Some(Mark::Code), span);
                self.text(&text, span);
                self.end_mark(span);
            }
            Event::Text(text) | Event::Code(text) => self.text(&text, span),
            Event::Html(_) => {
                let start = self.raw.map_or(span.start, |raw| raw.start);
                self.raw = Some(Span::new(start, span.end));
            }
            Event::InlineHtml(html) if !html.starts_with("<!--") => self.text(&html, span),
            Event::SoftBreak | Event::HardBreak => self.put(" ", span),
            Event::TaskListMarker(done) => self.put(if done { "☑ " } else { "☐ " }, span),
            Event::FootnoteReference(name) if self.pictures == 0 => self.refer(&name, span),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.begin(self.paragraph()),
            Tag::Heading { level, .. } => self.begin(Shape::Heading(level as u8)),
            Tag::TableCell => self.begin(Shape::Cell),
            Tag::CodeBlock(_) => {
                self.begin(Shape::Code);
                self.code = true;
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::Item => {
                self.close();
                self.items += 1;
            }
            Tag::FootnoteDefinition(name) => {
                self.close();
                self.note = Some(name.to_string());
            }
            Tag::List(_) | Tag::Table(_) | Tag::HtmlBlock => self.close(),
            Tag::Strong => self.begin_mark(Some(Mark::Bold), span),
            Tag::Emphasis => self.begin_mark(Some(Mark::Italic), span),
            Tag::Strikethrough => self.begin_mark(Some(Mark::Struck), span),
            Tag::Link { dest_url, .. } => self.begin_mark(Some(Mark::Link(dest_url.to_string())), span),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::List(_) => self.close(),
            TagEnd::CodeBlock => {
                self.close();
                self.code = false;
            }
            TagEnd::HtmlBlock => self.raw(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Item => {
                self.close();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::FootnoteDefinition => {
                self.close();
                self.note = None;
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link => self.end_mark(span),
            _ => {}
        }
    }

    fn paragraph(&self) -> Shape {
        if self.items > 0 { Shape::Item } else { Shape::Paragraph { quoted: self.quotes > 0 } }
    }

    fn begin(&mut self, shape: Shape) {
        self.close();
        self.open = Some(Block::new(shape, self.note.clone()));
    }

    /// The open block, or a new one: a tight item has no paragraph around its text.
    fn block(&mut self) -> &mut Block {
        let shape = self.paragraph();
        self.open.get_or_insert_with(|| Block::new(shape, self.note.clone()))
    }

    fn close(&mut self) {
        self.marks.clear();
        self.out.extend(self.open.take().filter(|block| block.span.is_some()));
    }

    fn begin_mark(&mut self, mark: Option<Mark>, span: Span) {
        let block = self.block();
        block.cover(Span::at(span.start));
        let at = block.text.len();
        self.marks.push((at, mark));
    }

    fn end_mark(&mut self, outer: Span) {
        let Some((start, mark)) = self.marks.pop() else { return };
        let block = self.block();
        block.cover(outer);
        if let Some(mark) = mark {
            let shown = start..block.text.len();
            block.elements.push(Element { shown, outer, mark });
        }
    }

    fn refer(&mut self, name: &str, span: Span) {
        let block = self.block();
        block.refers.push(name.to_owned());
        let mut buffer = [0; 4];
        self.put(NOTE.encode_utf8(&mut buffer), span);
    }

    /// Text that stands for `span` as a whole.
    fn put(&mut self, shown: &str, span: Span) {
        self.block().push(shown, span, false);
    }

    /// Text as shown; where it stands in `span` byte for byte, each of its characters knows its place.
    fn text(&mut self, shown: &str, span: Span) {
        let source = self.source;
        let written = slice(source, span);
        let code = self.code;
        let block = self.block();
        // A character by its name is not a part of that.
        let is_named = written.starts_with('&') && written.ends_with(';') && shown.len() < written.len();
        let Some(at) = written.find(shown).filter(|_| !shown.is_empty() && !is_named) else {
            return block.push(shown, span, false);
        };
        let start = span.start + at;
        let escaped = start.checked_sub(1).filter(|slash| {
            !code
                && slice(source, *slash..start) == "\\"
                && block.end() <= *slash
                && shown.starts_with(|c: char| c.is_ascii_punctuation())
        });
        let mut from = 0;
        if let Some(slash) = escaped {
            // The backslash goes with what it escapes.
            block.push(slice(shown, 0..1), Span::new(slash, start + 1), false);
            from = 1;
        }
        block.push(slice(shown, from..shown.len()), Span::new(start + from, start + shown.len()), true);
    }

    /// Raw HTML is shown but for its comments.
    fn raw(&mut self) {
        let Some(span) = self.raw.take() else { return };
        let text = without_comments(slice(self.source, span));
        let text = text.trim_end();
        if !text.is_empty() {
            self.begin(Shape::Code);
            let end = span.start + slice(self.source, span).trim_end().len();
            self.put(&text.replace(['\n', '\r'], " "), Span::new(span.start, end));
            self.close();
        }
    }
}

impl Block {
    fn new(shape: Shape, note: Option<String>) -> Self {
        let (segments, elements, refers) = Default::default();
        Self { text: String::new(), segments, elements, span: None, shape, note, refers }
    }

    fn push(&mut self, shown: &str, span: Span, literal: bool) {
        if shown.is_empty() {
            return;
        }
        self.cover(span);
        let (visible, source) = (self.text.len() as u32, span.start as u32);
        self.segments.push(Segment { visible, source, source_len: span.len() as u32, literal });
        self.text.push_str(shown);
    }

    fn cover(&mut self, span: Span) {
        let own = self.span.unwrap_or(span);
        self.span = Some(Span::new(own.start.min(span.start), own.end.max(span.end)));
    }

    /// Where what is shown so far ends in the source.
    fn end(&self) -> usize {
        self.segments.last().map_or(0, |last| (last.source + last.source_len) as usize)
    }

    /// The bytes of the text that are no white space at its ends.
    pub fn inked(&self) -> Range<usize> {
        let start = self.text.len() - self.text.trim_start().len();
        start..self.text.trim_end().len().max(start)
    }
}

/// `html` without its comments.
fn without_comments(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, tail)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = tail.split_once("-->").map_or("", |(_, behind)| behind);
    }
    out.push_str(rest);
    out
}
