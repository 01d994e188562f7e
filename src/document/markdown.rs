//! From Markdown to leaves: `pulldown-cmark` parses, and every block of text becomes one leaf; comments are kept aside.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::leaf::{Leaf, LeafBuilder};
use super::{BlockKind, Comment, label};
use crate::text::{Span, slice};

/// What Markdown makes of a source.
#[derive(Debug, Default)]
pub(super) struct Markdown {
    /// Its blocks of text, in order.
    pub leaves: Vec<Leaf>,
    /// Its HTML comments, in order.
    pub comments: Vec<Comment>,
}

/// The Markdown extensions that documents are read with, here and in every export.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// Reads `source` from byte `from` on; spans are bytes of all of `source`.
pub(super) fn read(source: &str, from: usize) -> Markdown {
    let body = slice(source, from..source.len());
    let mut reader = Reader {
        source,
        out: Markdown::default(),
        leaf: None,
        quotes: 0,
        items: 0,
        hidden: 0,
        bare_link: false,
        html: None,
        note: false,
    };
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        reader.event(event, Span::from(range).shifted(from));
    }
    reader.close();
    reader.out
}

struct Reader<'a> {
    source: &'a str,
    out: Markdown,
    leaf: Option<LeafBuilder<'a>>,
    quotes: usize,
    items: usize,
    /// Depth of images, bare links and code blocks, whose text is not shown.
    hidden: usize,
    /// Whether the open link is an address between angle brackets.
    bare_link: bool,
    html: Option<Span>,
    /// Whether a footnote is open.
    note: bool,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.hidden == 0 => self.text(&text, span),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) if self.hidden == 0 => {
                self.open(BlockKind::Paragraph).object(span);
            }
            Event::SoftBreak | Event::HardBreak if self.hidden == 0 => self.line_break(span),
            Event::FootnoteReference(_) => self.open(BlockKind::Paragraph).footnote(),
            Event::Html(_) => self.html(span),
            Event::InlineHtml(html) if is_unknown_tag(&html) => self.text(&html, span),
            Event::InlineHtml(_) => self.comments_in(span),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Heading { level, .. } => self.begin(BlockKind::Heading(*level as u8)),
            Tag::Paragraph => self.begin(self.paragraph_kind()),
            Tag::TableCell => self.begin(BlockKind::Cell),
            Tag::BlockQuote(_) => self.container(|reader| reader.quotes += 1),
            Tag::Item => self.container(|reader| reader.items += 1),
            Tag::CodeBlock(_) => {
                self.close();
                self.hidden += 1;
                self.out.leaves.push(Leaf::bare(BlockKind::Code, self.quotes > 0, span));
            }
            Tag::Strong => self.open(BlockKind::Paragraph).bold(true),
            Tag::Emphasis => self.open(BlockKind::Paragraph).emphasis(true),
            Tag::Link { link_type, .. } => {
                self.open(BlockKind::Paragraph).link(true);
                self.bare_link = matches!(link_type, LinkType::Autolink | LinkType::Email);
                if self.bare_link {
                    self.hide(span);
                }
            }
            Tag::Image { .. } => self.hide(span),
            Tag::FootnoteDefinition(_) => self.container(|reader| reader.note = true),
            Tag::List(_) | Tag::HtmlBlock | Tag::Table(_) => self.close(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.open(BlockKind::Paragraph).bold(false),
            TagEnd::Emphasis => self.open(BlockKind::Paragraph).emphasis(false),
            TagEnd::Link => {
                if std::mem::take(&mut self.bare_link) {
                    self.hidden = self.hidden.saturating_sub(1);
                }
                self.open(BlockKind::Paragraph).link(false);
            }
            TagEnd::Image | TagEnd::CodeBlock => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::BlockQuote(_) => self.container(|reader| reader.quotes = reader.quotes.saturating_sub(1)),
            TagEnd::Item => self.container(|reader| reader.items = reader.items.saturating_sub(1)),
            TagEnd::FootnoteDefinition => self.container(|reader| reader.note = false),
            TagEnd::HtmlBlock => {
                if let Some(span) = self.html.take() {
                    self.html_block(span);
                }
            }
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell | TagEnd::List(_) => self.close(),
            _ => {}
        }
    }

    /// Shows what stands at `span` as one object, and not the text in it.
    fn hide(&mut self, span: Span) {
        if self.hidden == 0 {
            self.open(BlockKind::Paragraph).object(span);
        }
        self.hidden += 1;
    }

    fn text(&mut self, shown: &str, span: Span) {
        let answers = self.leaf.as_ref().is_some_and(|leaf| leaf.at_answer(shown));
        if answers {
            self.split();
        }
        self.open(BlockKind::Paragraph).text(shown, span);
    }

    /// A line break inside a paragraph is where people write a new block without a blank line: `A:` under `Q:`, an
    /// answer under a bold question, hand-made bullets.
    fn line_break(&mut self, span: Span) {
        let rest = slice(self.source, span.end..self.source.len());
        let splits = self.leaf.as_ref().is_some_and(|leaf| {
            label::starts_block(rest) || (leaf.all_bold() && leaf.shown().trim_end().ends_with('?'))
        });
        if splits {
            self.split();
        } else if let Some(leaf) = &mut self.leaf {
            leaf.line_break(span);
        }
    }

    fn split(&mut self) {
        let next = self.leaf.as_ref().map(LeafBuilder::continued);
        self.close();
        self.leaf = next;
    }

    fn html(&mut self, span: Span) {
        let start = self.html.map_or(span.start, |html| html.start);
        self.html = Some(Span::new(start, span.end));
    }

    /// A block that Markdown takes for HTML: comments, or a placeholder alone on its line and what stands under it.
    fn html_block(&mut self, span: Span) {
        let text = slice(self.source, span);
        let mut lines = text.lines();
        let placeholder = lines.next().is_some_and(|first| is_placeholder(first.trim()));
        if !placeholder || lines.any(|line| line.contains('<')) {
            return self.comments_in(span);
        }
        self.begin(self.paragraph_kind());
        let mut at = span.start;
        for line in text.split_inclusive('\n') {
            let shown = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            if at > span.start && !shown.is_empty() {
                self.line_break(Span::new(at - 1, at));
            }
            self.text(shown, Span::new(start, start + shown.len()));
            at += line.len();
        }
        self.close();
    }

    fn comments_in(&mut self, span: Span) {
        let text = slice(self.source, span);
        let mut at = 0;
        while let Some(open) = text.get(at..).and_then(|rest| rest.find("<!--")).map(|found| at + found) {
            let inner = open + 4;
            let close =
                text.get(inner..).and_then(|rest| rest.find("-->")).map_or(text.len(), |found| inner + found);
            let end = (close + 3).min(text.len());
            let words = slice(text, inner..close).trim().to_owned();
            self.out
                .comments
                .push(Comment { span: Span::new(span.start + open, span.start + end), text: words });
            at = end;
        }
    }

    fn container(&mut self, change: impl FnOnce(&mut Self)) {
        self.close();
        change(self);
    }

    fn paragraph_kind(&self) -> BlockKind {
        if self.items > 0 { BlockKind::Item } else { BlockKind::Paragraph }
    }

    fn begin(&mut self, kind: BlockKind) {
        self.close();
        self.leaf = Some(LeafBuilder::new(self.source, kind, self.quotes > 0));
    }

    /// The open leaf, or a new one: a tight list item has no paragraph around its text.
    fn open(&mut self, kind: BlockKind) -> &mut LeafBuilder<'a> {
        let kind = if self.items > 0 { BlockKind::Item } else { kind };
        let (source, quoted) = (self.source, self.quotes > 0);
        self.leaf.get_or_insert_with(|| LeafBuilder::new(source, kind, quoted))
    }

    fn close(&mut self) {
        if let Some(leaf) = self.leaf.take().and_then(LeafBuilder::finish) {
            self.out.leaves.push(Leaf { note: self.note, ..leaf });
        }
    }
}

/// Elements of HTML that people write inside Markdown prose.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "big",
    "br",
    "center",
    "cite",
    "code",
    "del",
    "details",
    "dfn",
    "div",
    "em",
    "font",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "kbd",
    "label",
    "li",
    "mark",
    "ol",
    "p",
    "picture",
    "pre",
    "q",
    "s",
    "samp",
    "script",
    "small",
    "source",
    "span",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "time",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "input",
    "button",
    "section",
    "header",
    "footer",
    "nav",
    "article",
    "aside",
    "area",
    "audio",
    "base",
    "bdi",
    "bdo",
    "blockquote",
    "body",
    "canvas",
    "caption",
    "col",
    "colgroup",
    "data",
    "datalist",
    "dd",
    "dialog",
    "dl",
    "dt",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "head",
    "hgroup",
    "html",
    "legend",
    "link",
    "main",
    "map",
    "menu",
    "meta",
    "meter",
    "noscript",
    "object",
    "optgroup",
    "option",
    "output",
    "param",
    "progress",
    "rp",
    "rt",
    "ruby",
    "search",
    "select",
    "slot",
    "template",
    "textarea",
    "tfoot",
    "thead",
    "title",
    "track",
];

/// Whether `line` is one tag that no HTML has and that reads like words: `<Product Name>`, `<price>`. `<Tabs>` is a
/// component of somebody's site.
fn is_placeholder(line: &str) -> bool {
    let Some(inner) = line.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else { return false };
    let worded =
        inner.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | ',' | '\'' | '’'));
    let mut letters = inner.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.next().is_some_and(char::is_uppercase);
    worded && is_unknown_tag(line) && (inner.contains(' ') || first == rest)
}

/// Whether `html` looks like a tag and is none, as `<insert price>`: such a placeholder is text.
fn is_unknown_tag(html: &str) -> bool {
    let inner = html.trim_start_matches(['<', '/']);
    let name = inner.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("").to_ascii_lowercase();
    let plain = !html.contains('=') && !inner.starts_with(['!', '?']) && !name.is_empty();
    plain && !inner.contains(':') && !ELEMENTS.contains(&name.as_str())
}
