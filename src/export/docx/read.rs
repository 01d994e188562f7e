//! From Markdown's events to a [`Flow`].

use std::rc::Rc;

use pulldown_cmark::{Alignment, Event, LinkType, Tag, TagEnd};

use super::model::{Block, Flow, Glyph, Ink, Item, Kind, Marks, Names, Para, Row, Shape};
use super::xml;
use crate::document::Document;
use crate::export::Selection;
use crate::export::html::{link, without_comments};
use crate::text::{Span, slice};

/// The parts of `source` that `selection` names; `document` was parsed from it.
pub(super) fn flow(source: &str, document: &Document, selection: &Selection, names: &mut Names) -> Flow {
    let mut reader = Reader {
        source,
        names,
        out: Flow::default(),
        para: None,
        marks: Depths::default(),
        quotes: 0,
        lists: Vec::new(),
        list_count: 0,
        table: Table::default(),
        cell: false,
        links: Vec::new(),
        pictures: 0,
        raw: None,
        notes: Vec::new(),
    };
    for (event, span) in selection.events(source, document) {
        reader.event(event, span);
    }
    reader.close();
    reader.out
}

/// Where the line of byte `at` ends in `source`.
pub(super) fn line_end(source: &str, at: usize) -> usize {
    slice(source, at..source.len()).find('\n').map_or(source.len(), |found| at + found)
}

/// How deep in emphasis the text is.
#[derive(Default)]
struct Depths {
    strong: usize,
    emphasis: usize,
    struck: usize,
    link: Option<usize>,
}

/// An open list.
struct List {
    number: usize,
    first: Option<u64>,
    /// Whether nothing of the open item was read yet.
    fresh: bool,
}

#[derive(Default)]
struct Table {
    count: usize,
    alignments: Rc<[Alignment]>,
    cells: Vec<Para>,
}

struct Reader<'a, 'n> {
    source: &'a str,
    names: &'n mut Names,
    out: Flow,
    para: Option<Para>,
    marks: Depths,
    quotes: usize,
    lists: Vec<List>,
    list_count: usize,
    table: Table,
    /// Whether a cell is open.
    cell: bool,
    /// For each open link and picture, whether it leads anywhere.
    links: Vec<bool>,
    /// Depth of pictures, whose description is text and nothing else.
    pictures: usize,
    /// The raw HTML of the open block.
    raw: Option<String>,
    /// The blocks around each open footnote, with its number.
    notes: Vec<(Vec<Block>, usize)>,
}

impl Reader<'_, '_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => self.picture(&dest_url, span),
            Event::End(TagEnd::Image) => {
                self.pictures = self.pictures.saturating_sub(1);
                self.link_end();
            }
            Event::Start(tag) if self.pictures == 0 => self.start(tag, span),
            Event::End(tag) if self.pictures == 0 => self.end(tag, span),
            Event::Text(text) => self.text(&text, span, false),
            Event::Code(code) => self.text(&code, span, self.pictures == 0),
            Event::Html(html) => self.raw.get_or_insert_default().push_str(&html),
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            Event::InlineHtml(html) => self.text(&html, span, false),
            Event::SoftBreak => self.put(Ink::Char(' '), span, false),
            Event::HardBreak => self.put(Ink::Break, span, false),
            Event::Rule => {
                self.open(Kind::Rule, span);
                self.close_at(self.last_line(span));
            }
            Event::TaskListMarker(done) => {
                self.put(Ink::Char(if done { '☑' } else { '☐' }), span, false);
                self.put(Ink::Char(' '), Span::at(span.end), false);
            }
            Event::FootnoteReference(name) if self.pictures == 0 => {
                let note = self.names.note(&name);
                self.put(Ink::Note(note), span, false);
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.open(Kind::Body, span),
            Tag::Heading { level, .. } => self.open(Kind::Heading(level as u8), span),
            Tag::CodeBlock(_) => self.open(Kind::Code, span),
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(List { number: self.list_count, first, fresh: false });
                self.list_count += 1;
            }
            Tag::Item => {
                self.close();
                if let Some(list) = self.lists.last_mut() {
                    list.fresh = true;
                }
            }
            Tag::FootnoteDefinition(name) => {
                self.close();
                let note = self.names.note(&name);
                self.notes.push((std::mem::take(&mut self.out.blocks), note));
            }
            Tag::Table(alignments) => {
                self.close();
                self.table.count += 1;
                self.table.alignments = alignments.into();
            }
            Tag::TableCell => {
                self.open(Kind::Body, span);
                self.cell = true;
            }
            Tag::Strong => self.marks.strong += 1,
            Tag::Emphasis => self.marks.emphasis += 1,
            Tag::Strikethrough => self.marks.struck += 1,
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.close(),
            TagEnd::CodeBlock => self.code_end(span),
            TagEnd::HtmlBlock => self.raw_end(span),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::Item => self.item_end(span),
            TagEnd::FootnoteDefinition => self.note_end(),
            TagEnd::TableCell => {
                self.cell = false;
                self.table.cells.extend(self.para.take());
            }
            TagEnd::TableHead => self.row(true, span),
            TagEnd::TableRow => self.row(false, span),
            TagEnd::Strong => self.marks.strong = self.marks.strong.saturating_sub(1),
            TagEnd::Emphasis => self.marks.emphasis = self.marks.emphasis.saturating_sub(1),
            TagEnd::Strikethrough => self.marks.struck = self.marks.struck.saturating_sub(1),
            TagEnd::Link => self.link_end(),
            _ => {}
        }
    }

    /// Begins a paragraph.
    fn open(&mut self, kind: Kind, span: Span) {
        self.close();
        let level = self.lists.len().saturating_sub(1);
        let item = self.lists.last_mut().map(|list| Item {
            level,
            ordered: list.first.is_some(),
            first: std::mem::take(&mut list.fresh),
            list: list.number,
            start: list.first.unwrap_or(1),
        });
        let shape = Shape { kind, item, quotes: self.quotes };
        self.para = Some(Para { shape, glyphs: Vec::new(), start: span.start, end: span.start });
    }

    /// Ends the open paragraph where its last line does.
    fn close(&mut self) {
        let Some(para) = &self.para else { return };
        let last = para.glyphs.last().map_or(para.start, |glyph| glyph.span.end);
        self.close_at(line_end(self.source, last));
    }

    fn close_at(&mut self, end: usize) {
        let Some(mut para) = self.para.take() else { return };
        para.end = end;
        trim(&mut para.glyphs);
        let numbered = para.shape.item.is_some_and(|item| item.first);
        if !para.glyphs.is_empty() || numbered || para.shape.kind == Kind::Rule {
            self.out.blocks.push(Block::Para(para));
        }
    }

    /// Where the last line with something on it ends in `span`.
    fn last_line(&self, span: Span) -> usize {
        let text = slice(self.source, span);
        line_end(self.source, span.start + text.trim_end().len())
    }

    fn code_end(&mut self, span: Span) {
        if let Some(para) = &mut self.para
            && para.glyphs.last().is_some_and(|glyph| glyph.ink == Ink::Break)
        {
            para.glyphs.pop();
        }
        self.close_code(span);
    }

    /// As [`Self::close_at`], with every space where it is.
    fn close_code(&mut self, span: Span) {
        let end = self.last_line(span);
        if let Some(mut para) = self.para.take() {
            para.end = end;
            self.out.blocks.push(Block::Para(para));
        }
    }

    /// Raw HTML is shown, comments left out.
    fn raw_end(&mut self, span: Span) {
        let text = without_comments(&self.raw.take().unwrap_or_default());
        if !text.trim().is_empty() {
            self.open(Kind::Code, span);
            self.text(text.trim_end(), span, false);
            self.close_code(span);
        }
    }

    /// An item without text is a paragraph too.
    fn item_end(&mut self, span: Span) {
        self.close();
        if self.lists.last().is_some_and(|list| list.fresh) {
            self.open(Kind::Body, span);
            self.close();
        }
    }

    fn note_end(&mut self) {
        self.close();
        if let Some((outer, note)) = self.notes.pop() {
            let text = std::mem::replace(&mut self.out.blocks, outer);
            self.out.notes.entry(note).or_insert(text);
        }
    }

    fn row(&mut self, head: bool, span: Span) {
        let mut cells = std::mem::take(&mut self.table.cells);
        let end = line_end(self.source, span.start);
        for cell in &mut cells {
            cell.end = end;
            cell.shape = Shape::BODY;
            trim(&mut cell.glyphs);
        }
        let alignments = Rc::clone(&self.table.alignments);
        self.out.blocks.push(Block::Row(Row { table: self.table.count, head, cells, alignments, end }));
    }

    fn put(&mut self, ink: Ink, span: Span, code: bool) {
        if self.para.is_none() {
            self.open(Kind::Body, span);
        }
        let Depths { strong, emphasis, struck, link } = self.marks;
        if let Some(para) = &mut self.para {
            let is_code = para.shape.kind == Kind::Code;
            let marks = Marks {
                strong: strong > 0,
                emphasis: emphasis > 0,
                struck: struck > 0,
                code: code && !is_code,
                link,
            };
            para.glyphs.push(Glyph { ink, span, marks });
        }
    }

    fn text(&mut self, text: &str, span: Span, code: bool) {
        let written = slice(self.source, span);
        // A character by its name is not a part of that.
        let is_named = written.starts_with('&') && written.ends_with(';') && text.len() < written.len();
        let at = written.find(text).filter(|_| !text.is_empty() && !is_named);
        for (offset, character) in text.char_indices() {
            let here = at.map_or(span, |at| {
                let start = span.start + at + offset;
                Span::new(start, start + character.len_utf8())
            });
            match character {
                '\n' => self.put(Ink::Break, here, code),
                '\r' => {}
                other => self.put(Ink::Char(xml::allowed(other)), here, code),
            }
        }
    }

    fn link(&mut self, kind: LinkType, target: &str) {
        let target = if kind == LinkType::Email { format!("mailto:{target}") } else { target.to_owned() };
        let target = link::safe(&target).filter(|_| self.marks.link.is_none());
        self.links.push(target.is_some());
        if let Some(target) = target {
            self.marks.link = Some(self.names.link(target));
        }
    }

    fn link_end(&mut self) {
        if self.links.pop() == Some(true) {
            self.marks.link = None;
        }
    }

    /// A picture is its description, and a link to it where it lies in the web.
    fn picture(&mut self, target: &str, span: Span) {
        let in_web = self.pictures == 0 && target.trim_start().to_ascii_lowercase().starts_with("http");
        self.link(LinkType::Inline, if in_web { target } else { "" });
        self.pictures += 1;
        for character in "Picture: ".chars() {
            self.put(Ink::Char(character), Span::new(span.start, span.start + 1), false);
        }
    }
}

/// Takes the white space off both ends, which a comment that is left out may have had beside it.
fn trim(glyphs: &mut Vec<Glyph>) {
    while glyphs.last().is_some_and(|glyph| glyph.ink.is_space()) {
        glyphs.pop();
    }
    let blank = glyphs.iter().take_while(|glyph| glyph.ink.is_space()).count();
    glyphs.drain(..blank);
}
