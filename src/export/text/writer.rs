//! Markdown's events as plain text.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::page::Page;
use super::table::Table;
use crate::export::html::link::safe;
use crate::export::without_comments;
use crate::text::{is_unsafe, width};

#[derive(Default)]
pub(super) struct Writer {
    page: Page,
    /// The text of the open block.
    line: String,
    /// For each open list the number of its next item; `None` where it has none.
    lists: Vec<Option<u64>>,
    /// For each open link or picture where its words begin, and its address if it is shown.
    links: Vec<(usize, Option<String>)>,
    code: bool,
    /// The raw HTML of the open block.
    raw: String,
    table: Option<Table>,
    /// Names of notes in the order of their first mention.
    notes: Vec<String>,
    /// The note that is being written: its name, and the page before it.
    note: Option<(String, Page)>,
    /// The texts of the notes.
    told: Vec<(String, String)>,
}

impl Writer {
    pub fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.put(&text),
            Event::Html(html) => self.raw.push_str(&html),
            Event::InlineHtml(html) if html.starts_with("<!--") => {}
            Event::InlineHtml(html) => self.put(&html),
            Event::SoftBreak => self.line.push(' '),
            Event::HardBreak => self.line.push('\n'),
            Event::Rule => self.page.paragraph("* * *"),
            Event::TaskListMarker(done) => self.put(if done { "[x] " } else { "[ ] " }),
            Event::FootnoteReference(name) => {
                let number = self.number(&name);
                self.put(&format!("[{number}]"));
            }
            _ => {}
        }
    }

    /// All of it, the notes at the end.
    pub fn finish(mut self) -> String {
        self.flush();
        let mut told = std::mem::take(&mut self.told);
        told.retain(|(name, _)| self.notes.contains(name));
        told.sort_by_key(|(name, _)| self.notes.iter().position(|known| known == name));
        for (name, text) in told {
            let mark = format!("[{}] ", self.number(&name));
            self.page.open(&mark, &" ".repeat(mark.len()));
            self.page.paragraph(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            self.page.close();
        }
        self.page.finish()
    }

    // Controls have no place in a mail.
    fn put(&mut self, text: &str) {
        self.line.extend(text.chars().filter(|c| !is_unsafe(*c) || (self.code && *c == '\n')));
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.page.paragraph(&line);
    }

    fn number(&mut self, name: &str) -> usize {
        if let Some(at) = self.notes.iter().position(|known| known == name) {
            return at + 1;
        }
        self.notes.push(name.to_owned());
        self.notes.len()
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                let is_inner = !self.lists.is_empty();
                self.flush();
                self.page.is_close = is_inner;
                self.lists.push(first);
            }
            Tag::Item => {
                let mark = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.page.open(&mark, &" ".repeat(mark.len()));
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.page.open("> ", "> ");
            }
            Tag::CodeBlock(_) => self.code = true,
            Tag::FootnoteDefinition(name) => {
                self.note = Some((name.to_string(), std::mem::take(&mut self.page)));
            }
            Tag::Table(_) => self.table = Some(Table::default()),
            Tag::TableHead | Tag::TableRow => self.table.iter_mut().for_each(Table::row),
            Tag::Link { link_type, dest_url, .. } => {
                let is_bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                let address = safe(&dest_url).filter(|address| !is_bare && !address.starts_with('#'));
                self.links.push((self.line.len(), address));
            }
            Tag::Image { .. } => {
                self.put("Picture: ");
                self.links.push((self.line.len(), None));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => self.heading(level as u8),
            TagEnd::HtmlBlock => {
                let raw = without_comments(&std::mem::take(&mut self.raw));
                self.code = true;
                self.put(&raw);
                self.code = false;
                let shown = std::mem::take(&mut self.line);
                if !shown.trim().is_empty() {
                    self.page.lines(shown.trim_end(), "");
                }
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.page.is_close = !self.lists.is_empty();
            }
            TagEnd::Item => {
                self.flush();
                self.page.close();
                self.page.is_close = true;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.page.close();
            }
            TagEnd::CodeBlock => {
                self.code = false;
                let code = std::mem::take(&mut self.line);
                self.page.lines(&code, "    ");
            }
            TagEnd::FootnoteDefinition => {
                self.flush();
                if let Some((name, before)) = self.note.take() {
                    let text = std::mem::replace(&mut self.page, before).finish();
                    self.told.push((name, text));
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line);
                self.table.iter_mut().for_each(|table| table.cell(&cell));
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    let lines = table.lines(self.page.room());
                    self.page.lines(&lines, "");
                }
            }
            TagEnd::Link | TagEnd::Image => self.link_end(),
            _ => {}
        }
    }

    fn heading(&mut self, level: u8) {
        let text = std::mem::take(&mut self.line);
        let text = text.trim();
        self.page.paragraph(text);
        let sign = match level {
            1 => "=",
            2 => "-",
            _ => return,
        };
        if !text.is_empty() {
            self.page.is_close = true;
            self.page.lines(&sign.repeat(width(text).min(self.page.room())), "");
        }
    }

    // An address that the words are already is not said twice.
    fn link_end(&mut self) {
        let Some((start, address)) = self.links.pop() else { return };
        let words = self.line.get(start..).unwrap_or_default().trim();
        let is_said = |address: &String| {
            let bare = address.trim_start_matches("https://").trim_start_matches("http://");
            [address.as_str(), bare, bare.trim_end_matches('/'), bare.trim_start_matches("mailto:")]
                .contains(&words)
        };
        if let Some(address) = address.filter(|address| !is_said(address)) {
            self.line.extend([" <", address.as_str(), ">"]);
        }
    }
}
