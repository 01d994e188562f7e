//! Markdown's events as HTML.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::escape::escape;
use super::link;
use super::notes::Notes;
use super::slug::Slugs;
use super::table::Table;
use crate::document::Document;
use crate::export::Selection;
use crate::text::slice;

/// What `selection` names of `source` as HTML, footnotes at its end.
pub(in crate::export) fn fragment(source: &str, document: &Document, selection: &Selection) -> String {
    let mut writer = Writer::default();
    for (event, _) in selection.events(source, document) {
        writer.event(event);
    }
    writer.out + &writer.notes.finish()
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Text before the footnotes that are being written, with their names.
    outer: Vec<(String, String)>,
    notes: Notes,
    slugs: Slugs,
    /// The open heading: where its name goes, and its text so far.
    heading: Option<(usize, String)>,
    table: Table,
    /// For each open link and picture, whether a link was written for it.
    links: Vec<bool>,
    /// Whether one of them was.
    linked: bool,
    /// Depth of pictures, whose description is text and nothing else.
    pictures: usize,
    /// The raw HTML of the open block.
    raw: Option<String>,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => self.picture(&dest_url),
            Event::End(TagEnd::Image) => {
                self.pictures = self.pictures.saturating_sub(1);
                self.link_end();
            }
            Event::Start(tag) if self.pictures == 0 => self.start(tag),
            Event::End(tag) if self.pictures == 0 => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.code(&code),
            Event::Html(html) => self.raw.get_or_insert_default().push_str(&html),
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            Event::InlineHtml(html) => self.text(&html),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak if self.pictures == 0 => self.put("<br>\n"),
            Event::Rule => self.put("<hr>\n"),
            Event::TaskListMarker(done) => self.put(if done { "☑ " } else { "☐ " }),
            Event::FootnoteReference(name) if self.pictures == 0 => {
                let mark = self.notes.reference(&name);
                self.put(&mark);
            }
            _ => {}
        }
    }

    fn put(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &str) {
        if let Some((_, heading)) = &mut self.heading {
            heading.push_str(text);
        }
        self.put(&escape(text));
    }

    fn code(&mut self, code: &str) {
        let (open, close) = if self.pictures == 0 { ("<code>", "</code>") } else { ("", "") };
        self.put(open);
        self.text(code);
        self.put(close);
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.put(&format!("<h{}", level as u8));
                self.heading = Some((self.out.len(), String::new()));
                self.put(">");
            }
            Tag::List(Some(first)) if first != 1 => self.put(&format!("<ol start=\"{first}\">\n")),
            Tag::List(Some(_)) => self.put("<ol>\n"),
            Tag::FootnoteDefinition(name) => {
                let before = std::mem::take(&mut self.out);
                self.outer.push((before, name.into_string()));
            }
            Tag::Table(alignments) => {
                self.table = Table::new(alignments);
                self.put("<table>\n");
            }
            Tag::TableHead | Tag::TableRow => {
                let row = self.table.row(matches!(tag, Tag::TableHead));
                self.put(row);
            }
            Tag::TableCell => {
                let cell = self.table.cell();
                self.put(&cell);
            }
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url),
            other => self.put(simple_start(&other)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.heading_end(level as u8),
            TagEnd::FootnoteDefinition => self.note_end(),
            TagEnd::HtmlBlock => self.raw_end(),
            TagEnd::TableCell => {
                let end = self.table.cell_end();
                self.put(&end);
            }
            TagEnd::Link => self.link_end(),
            other => self.put(simple_end(other)),
        }
    }

    fn heading_end(&mut self, level: u8) {
        if let Some((at, text)) = self.heading.take() {
            let name = escape(&self.slugs.name(&text));
            self.out.insert_str(at, &format!(" id=\"{name}\""));
        }
        self.put(&format!("</h{level}>\n"));
    }

    fn note_end(&mut self) {
        if let Some((before, name)) = self.outer.pop() {
            let text = std::mem::replace(&mut self.out, before);
            self.notes.define(&name, text.trim_end().to_owned());
        }
    }

    /// Raw HTML is shown, comments left out.
    fn raw_end(&mut self) {
        let text = without_comments(&self.raw.take().unwrap_or_default());
        if !text.trim().is_empty() {
            self.put(&format!("<pre class=\"raw\">{}</pre>\n", escape(text.trim_end())));
        }
    }

    fn link(&mut self, kind: LinkType, target: &str) {
        let target = if kind == LinkType::Email { format!("mailto:{target}") } else { target.to_owned() };
        let target = link::safe(&target).filter(|_| !self.linked);
        if let Some(target) = &target {
            // On paper the address is printed behind the words, unless they are the address.
            let bare = matches!(kind, LinkType::Autolink | LinkType::Email);
            let class = if bare { " class=\"bare\"" } else { "" };
            self.put(&format!("<a href=\"{}\"{class}>", escape(target)));
        }
        self.linked |= target.is_some();
        self.links.push(target.is_some());
    }

    fn link_end(&mut self) {
        if self.links.pop() == Some(true) {
            self.linked = false;
            self.put("</a>");
        }
    }

    /// A picture is its description, and a link to it where it lies in the web.
    fn picture(&mut self, target: &str) {
        let in_web = self.pictures == 0 && target.trim_start().to_ascii_lowercase().starts_with("http");
        self.link(LinkType::Inline, if in_web { target } else { "" });
        self.pictures += 1;
        self.put("Picture: ");
    }
}

fn simple_start(tag: &Tag<'_>) -> &'static str {
    match tag {
        Tag::Paragraph => "<p>",
        Tag::BlockQuote(_) => "<blockquote>\n",
        Tag::CodeBlock(_) => "<pre><code>",
        Tag::List(_) => "<ul>\n",
        Tag::Item => "<li>",
        Tag::Emphasis => "<em>",
        Tag::Strong => "<strong>",
        Tag::Strikethrough => "<del>",
        _ => "",
    }
}

fn simple_end(tag: TagEnd) -> &'static str {
    match tag {
        TagEnd::Paragraph => "</p>\n",
        TagEnd::BlockQuote(_) => "</blockquote>\n",
        TagEnd::CodeBlock => "</code></pre>\n",
        TagEnd::List(true) => "</ol>\n",
        TagEnd::List(false) => "</ul>\n",
        TagEnd::Item => "</li>\n",
        TagEnd::Emphasis => "</em>",
        TagEnd::Strong => "</strong>",
        TagEnd::Strikethrough => "</del>",
        TagEnd::TableHead => "</tr>\n</thead>\n<tbody>\n",
        TagEnd::TableRow => "</tr>\n",
        TagEnd::Table => "</tbody>\n</table>\n",
        _ => "",
    }
}

/// `html` without its comments; one that never ends takes the rest with it.
pub(crate) fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        out.push_str(before);
        // "<!-->" is a whole comment: its dashes count twice.
        let end = comment.find("-->").map(|at| at + 3);
        let short = [">", "->"].iter().find(|end| comment.starts_with(**end)).map(|end| end.len());
        rest = short.or(end).map_or("", |end| slice(comment, end..comment.len()));
    }
    out.push_str(rest);
    out
}
