//! From Markdown's events to leaves.

mod container;
mod inline;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::flow::Flow;
use super::leaf::{Body, Lead, Leaf};
use super::table::Table;
use super::{Face, Signs};
use crate::document::markdown_options;
use crate::export::without_comments;
use crate::text::Span;
use crate::tui::preview::sheet::Definitions;
use container::Containers;
use inline::Stress;

/// The leaves of `source`, which begins with a block that stands in no other; `known` is what the rest of the document
/// defines. The last one is room for what follows.
pub fn leaves(source: &str, known: &Definitions, signs: &Signs) -> Vec<Leaf> {
    let (notes, from) = known.notes_for(source);
    let text = format!("{notes}{source}");
    let mut writer = Writer {
        source,
        known,
        signs,
        out: Vec::new(),
        containers: Containers::default(),
        open: None,
        stress: Stress::default(),
        code: None,
        table: None,
        raw: None,
        gap: false,
    };
    let link = |link: pulldown_cmark::BrokenLink<'_>| {
        known.link(&link.reference).map(|target| (target.to_owned().into(), "".into()))
    };
    let parser = Parser::new_with_broken_link_callback(&text, markdown_options(), Some(link));
    for (event, range) in parser.into_offset_iter() {
        // What stands in front of the source is there for its names only.
        if let Some(start) = range.start.checked_sub(from) {
            writer.event(event, Span::new(start, range.end.saturating_sub(from)));
        }
    }
    writer.finish()
}

/// Leaves being written.
struct Writer<'a> {
    source: &'a str,
    known: &'a Definitions,
    signs: &'a Signs,
    out: Vec<Leaf>,
    containers: Containers,
    /// The words being written: those of a paragraph, a heading, an item, a cell.
    open: Option<Open>,
    stress: Stress,
    code: Option<Code>,
    table: Option<Table>,
    /// The HTML being read.
    raw: Option<(String, Span)>,
    /// Whether there is to be room before what comes next.
    gap: bool,
}

struct Open {
    flow: Flow,
    span: Span,
}

struct Code {
    lines: Flow,
    name: String,
    is_framed: bool,
    span: Span,
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag, span),
            Event::Text(text) => self.text(&text, span),
            Event::Code(text) => self.inline_code(&text, span),
            Event::Html(html) => {
                let raw = self.raw.get_or_insert_with(|| (String::new(), span));
                raw.0.push_str(&html);
            }
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            Event::InlineHtml(html) => self.words(&html, span),
            Event::SoftBreak => self.put(" ", self.stress.face(), span, false),
            Event::HardBreak => self.flow(span).break_line(Span::at(span.end)),
            Event::Rule => {
                self.close();
                self.emit(Body::Rule, span);
                self.gap = true;
            }
            Event::TaskListMarker(is_done) => self.containers.mark(if is_done { "[x] " } else { "[ ] " }),
            Event::FootnoteReference(name) => {
                let mark = format!("[{}]", self.known.note(&name));
                self.put(&mark, Face::QUIET, span, false);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.begin(span),
            Tag::Heading { level, .. } => {
                self.begin(span);
                self.stress.heading = level as u8;
            }
            Tag::CodeBlock(kind) => {
                self.close();
                let (name, is_framed) = match kind {
                    CodeBlockKind::Fenced(info) => {
                        (info.split([' ', ',']).next().unwrap_or_default().to_owned(), true)
                    }
                    CodeBlockKind::Indented => (String::new(), false),
                };
                self.code = Some(Code { lines: Flow::default(), name, is_framed, span });
            }
            Tag::Table(alignments) => {
                self.close();
                self.table = Some(Table::new(alignments));
            }
            Tag::TableHead | Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.begin_line(span);
                    self.stress.in_head = table.in_head();
                }
            }
            Tag::TableCell => self.open = Some(Open { flow: Flow::default(), span }),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } => {
                self.inline_start(tag, span);
            }
            Tag::HtmlBlock => {
                self.close();
                self.raw = Some((String::new(), span));
            }
            other => self.enter(&other),
        }
    }

    // What holds other blocks begins.
    fn enter(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => {
                self.close();
                self.containers.quote(self.signs);
            }
            Tag::List(first) => {
                self.close();
                self.containers.begin_list(*first);
            }
            Tag::Item => {
                self.close();
                self.containers.item(self.signs);
            }
            Tag::FootnoteDefinition(name) => {
                self.close();
                self.containers.note(&self.known.note(name));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Paragraph => self.gap |= self.close(),
            TagEnd::Heading(_) => {
                let (level, is_shown) = (self.stress.heading, self.close());
                self.stress.heading = 0;
                // The line under a heading takes the place of the room.
                self.gap |= is_shown && level > 2;
            }
            TagEnd::CodeBlock => self.code_end(),
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.emit(Body::Table(table), span);
                    self.gap = true;
                }
                self.stress.in_head = false;
            }
            TagEnd::TableCell => {
                if let (Some(cell), Some(table)) = (self.open.take(), &mut self.table) {
                    table.push(cell.flow);
                }
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {
                self.inline_end(tag, span);
            }
            TagEnd::HtmlBlock => self.raw_end(),
            other => self.leave(other, span),
        }
    }

    // What holds other blocks ends.
    fn leave(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => {
                self.close();
                self.containers.leave();
                self.gap = true;
            }
            TagEnd::Item => {
                self.close();
                if self.containers.is_fresh() {
                    self.emit(Body::Text(Flow::default()), Span::at(span.start));
                }
                self.containers.leave();
            }
            TagEnd::List(_) => {
                self.close();
                self.gap |= self.containers.end_list();
            }
            _ => {}
        }
    }

    fn begin(&mut self, span: Span) {
        self.close();
        self.open = Some(Open { flow: Flow::default(), span });
    }

    /// The words being written; a tight item has no paragraph around them.
    fn flow(&mut self, span: Span) -> &mut Flow {
        &mut self.open.get_or_insert_with(|| Open { flow: Flow::default(), span }).flow
    }

    fn put(&mut self, words: &str, face: Face, source: Span, literal: bool) {
        self.flow(source).push(words, face, source, literal);
    }

    fn text(&mut self, text: &str, span: Span) {
        match &mut self.code {
            Some(code) => {
                let literal = crate::text::slice(self.source, span) == text;
                let face = Face { code: true, ..Face::default() };
                code.lines.push_lines(text, face, span, literal);
            }
            None => self.words(text, span),
        }
    }

    /// Ends the words being written; whether there were any.
    fn close(&mut self) -> bool {
        let Some(Open { mut flow, span }) = self.open.take().filter(|open| !open.flow.is_blank()) else {
            return false;
        };
        flow.trim_break();
        let span = Span::new(span.start, flow.end().map_or(span.end, |end| end.max(span.end)));
        let body = match self.stress.heading {
            level @ 1..=2 => Body::Ruled(flow, level),
            _ => Body::Text(flow),
        };
        self.emit(body, span);
        true
    }

    fn code_end(&mut self) {
        if let Some(Code { mut lines, name, is_framed, span }) = self.code.take() {
            lines.trim_break();
            self.emit(Body::Code { lines, name, is_framed }, span);
            self.gap = true;
        }
    }

    /// Raw HTML is shown as it is, comments left out.
    fn raw_end(&mut self) {
        let Some((html, span)) = self.raw.take() else { return };
        let shown = without_comments(&html);
        if shown.trim().is_empty() {
            return;
        }
        let mut flow = Flow::default();
        flow.push_lines(shown.trim_matches(['\n', '\r']), Face::QUIET, span, false);
        self.emit(Body::Text(flow), span);
        self.gap = true;
    }

    fn emit(&mut self, body: Body, span: Span) {
        if self.gap && !self.out.is_empty() {
            self.out.push(Leaf::new(Span::at(span.start), self.containers.between(), Body::Gap));
        }
        self.gap = false;
        self.out.push(Leaf::new(span, self.containers.lead(), body));
    }

    fn finish(mut self) -> Vec<Leaf> {
        self.close();
        if let Some(last) = self.out.last().filter(|_| self.gap) {
            let end = Span::at(last.span.end);
            self.out.push(Leaf::new(end, Lead::default(), Body::Gap));
        }
        self.out
    }
}
