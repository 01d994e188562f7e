//! The text of one block as a reader sees it: which bytes are words, and how they are set.

use std::fmt::Write as _;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::export::html::escape::escape;
use crate::export::html::link;
use crate::redline::{Kind, Text};
use crate::text::{Span, slice};

/// What is visible of a block, in order.
pub(super) struct Inline {
    runs: Vec<Run>,
    /// The addresses that links lead to.
    links: Vec<String>,
}

/// Text that is set one way.
struct Run {
    /// Its bytes in the source.
    span: Span,
    /// What is read there, where that is not what is written (`&amp;`).
    text: Option<String>,
    marks: Marks,
}

/// Whether blocks of `kind` are shown as they are written, every space and line break in its place.
pub(super) fn is_raw(kind: Kind) -> bool {
    matches!(kind, Kind::Row | Kind::Code | Kind::Field | Kind::Line)
}

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Marks {
    strong: usize,
    emphasis: usize,
    struck: usize,
    code: bool,
    link: Option<usize>,
}

impl Inline {
    /// Of block `at` of `text`.
    pub fn of(text: &Text<'_>, at: usize) -> Self {
        let mut inline = Self { runs: Vec::new(), links: Vec::new() };
        let Some(block) = text.blocks.get(at) else { return inline };
        let span = text.span_of(at);
        if is_raw(block.kind) {
            inline.runs.push(Run { span, text: None, marks: Marks::default() });
            return inline;
        }
        let written = slice(text.source, span);
        // Indented it would be taken for code.
        let start = span.start + (written.len() - written.trim_start_matches([' ', '\t', '\u{feff}']).len());
        inline.parse(text.source, Span::new(start, span.end));
        if inline.runs.is_empty() {
            let words = Span::new(block.mark.end.min(span.end), span.end);
            inline.runs.push(Run { span: words, text: None, marks: Marks::default() });
        }
        inline
    }

    fn parse(&mut self, source: &str, span: Span) {
        let mut marks = Marks::default();
        let parser = Parser::new_ext(slice(source, span), Options::ENABLE_STRIKETHROUGH);
        for (event, range) in parser.into_offset_iter() {
            let here = Span::new(span.start + range.start, span.start + range.end);
            match event {
                Event::Start(Tag::Strong) => marks.strong += 1,
                Event::End(TagEnd::Strong) => marks.strong -= 1,
                Event::Start(Tag::Emphasis) => marks.emphasis += 1,
                Event::End(TagEnd::Emphasis) => marks.emphasis -= 1,
                Event::Start(Tag::Strikethrough) => marks.struck += 1,
                Event::End(TagEnd::Strikethrough) => marks.struck -= 1,
                Event::Start(Tag::Link { dest_url, .. }) => marks.link = self.link(&dest_url),
                Event::End(TagEnd::Link) => marks.link = None,
                Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                    self.push(source, here, &text, marks);
                }
                Event::Code(text) => self.push(source, here, &text, Marks { code: true, ..marks }),
                Event::SoftBreak | Event::HardBreak => self.push(source, here, " ", marks),
                _ => {}
            }
        }
    }

    fn link(&mut self, target: &str) -> Option<usize> {
        self.links.push(link::safe(target)?);
        self.links.len().checked_sub(1)
    }

    fn push(&mut self, source: &str, span: Span, text: &str, marks: Marks) {
        let written = slice(source, span);
        // Of code the ticks are left out, and a word of it can still be told from the next.
        let inner = written.find(text).map(|at| Span::new(span.start + at, span.start + at + text.len()));
        let run = match inner.filter(|_| !text.trim().is_empty()) {
            Some(span) => Run { span, text: None, marks },
            None => Run { span, text: Some(text.to_owned()), marks },
        };
        self.runs.push(run);
    }

    /// What is visible of `span`, as HTML; the source itself where nothing is, but something is written.
    pub fn html(&self, source: &str, span: Span) -> String {
        let mut out = String::new();
        let first = self.runs.partition_point(|run| run.span.end <= span.start);
        let runs = self.runs.iter().skip(first).take_while(|run| run.span.start < span.end);
        for run in runs {
            let shown = match &run.text {
                Some(text) => text.as_str(),
                None => slice(source, run.span.start.max(span.start)..run.span.end.min(span.end)),
            };
            self.set(&escape(shown), run.marks, &mut out);
        }
        if out.trim().is_empty() && !span.is_empty() {
            return format!("<code>{}</code>", escape(slice(source, span)));
        }
        out
    }

    fn set(&self, text: &str, marks: Marks, out: &mut String) {
        let elements = [
            (marks.strong > 0, "strong"),
            (marks.emphasis > 0, "em"),
            (marks.struck > 0, "s"),
            (marks.code, "code"),
        ];
        let link = marks.link.and_then(|at| self.links.get(at));
        if let Some(link) = link {
            let _ = write!(out, "<a href=\"{}\">", escape(link));
        }
        for (_, name) in elements.iter().filter(|(on, _)| *on) {
            let _ = write!(out, "<{name}>");
        }
        out.push_str(text);
        for (_, name) in elements.iter().rev().filter(|(on, _)| *on) {
            let _ = write!(out, "</{name}>");
        }
        if link.is_some() {
            out.push_str("</a>");
        }
    }
}
