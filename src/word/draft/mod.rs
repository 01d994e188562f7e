//! A document as a clean Markdown draft: what Word shows, in the marks that Markdown has for it.

pub(super) mod escape;
pub(super) mod inline;
mod list;
mod table;

use std::fmt::Write as _;

use super::model::{Docx, Kind, Side};
use super::side::Paragraph;
use inline::{Place, inline};
use list::List;

impl Docx {
    /// The text of `side` as Markdown, with its title as front matter where it has one.
    pub fn markdown(&self, side: Side) -> String {
        let paragraphs: Vec<Paragraph<'_>> = self
            .paragraphs(side)
            .into_iter()
            .filter(|own| !own.is_empty() || own.cell.is_some() || own.kind == Kind::Rule)
            .collect();
        let mut draft =
            Draft { out: self.head(), last: Last::Nothing, list: List::default(), shift: shift(&paragraphs) };
        let mut at = 0;
        while let Some(paragraph) = paragraphs.get(at) {
            let group = at..at + group(paragraphs.get(at..).unwrap_or(&[]));
            draft.group(paragraph, paragraphs.get(group.clone()).unwrap_or(&[]));
            at = group.end;
        }
        draft.finish()
    }

    /// Its title as front matter.
    fn head(&self) -> String {
        let Some(title) = &self.properties.title else { return String::new() };
        let title: String = title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        format!("---\ntitle: \"{}\"\n---\n", title.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// How much deeper headings are than in Word: a title takes the first level for itself.
fn shift(paragraphs: &[Paragraph<'_>]) -> u8 {
    let has = |kind| paragraphs.iter().any(|paragraph| paragraph.kind == kind);
    u8::from(has(Kind::Title) && has(Kind::Heading(1)))
}

/// How many of `paragraphs` make one block of Markdown with the first.
fn group(paragraphs: &[Paragraph<'_>]) -> usize {
    let Some(first) = paragraphs.first() else { return 0 };
    let goes = |next: &&Paragraph<'_>| {
        let joins = matches!(first.kind, Kind::Quote | Kind::Code) && first.cell.is_none();
        let same_table =
            first.cell.is_some() && next.cell.map(|own| own.table) == first.cell.map(|own| own.table);
        same_table || (joins && next.cell.is_none() && (next.kind, next.note) == (first.kind, first.note))
    };
    1 + paragraphs.iter().skip(1).take_while(goes).count()
}

/// What was written last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Block,
    Item,
    Note(usize),
}

struct Draft {
    out: String,
    last: Last,
    list: List,
    shift: u8,
}

impl Draft {
    fn group(&mut self, first: &Paragraph<'_>, all: &[Paragraph<'_>]) {
        let text = match (first.cell, first.kind) {
            (Some(_), _) => table::table(all),
            (None, Kind::Quote) => quote(all),
            (None, Kind::Code) => code(all),
            (None, Kind::Item { level, counted }) => {
                let (lead, indent, goes_on) = self.list.item(level, counted, self.last == Last::Item);
                let text = prose(first, Place::default());
                let last = if first.note.is_some() { Last::Block } else { Last::Item };
                let glued = self.last == Last::Item && last == Last::Item && goes_on;
                self.put(first.note, &format!("{lead}{}", indented(&text, &indent)), glued);
                self.last = last;
                return;
            }
            (None, Kind::More { level }) if self.last == Last::Item => {
                let indent = self.list.more(level);
                let text = prose(first, Place::default());
                self.put(first.note, &format!("{indent}{}", indented(&text, &indent)), false);
                return;
            }
            // At the very beginning it would be front matter.
            (None, Kind::Rule) => if self.out.is_empty() { "***" } else { "---" }.to_owned(),
            (None, Kind::Title) => format!("# {}", heading(first)),
            (None, Kind::Heading(level)) => {
                let level = usize::from((level + self.shift).min(6));
                format!("{} {}", "#".repeat(level), heading(first))
            }
            (None, Kind::Paragraph | Kind::More { .. }) => prose(first, Place::default()),
        };
        self.put(first.note, &text, false);
        self.last = first.note.map_or(Last::Block, Last::Note);
    }

    /// Writes a block; `glued` to the one before, without an empty line.
    fn put(&mut self, note: Option<usize>, text: &str, glued: bool) {
        if !self.out.is_empty() {
            self.out.push_str(if glued { "\n" } else { "\n\n" });
            if self.last == Last::Nothing {
                self.out.truncate(self.out.trim_end().len());
                self.out.push_str("\n\n");
            }
        }
        match note {
            None => self.out.push_str(text),
            Some(at) => {
                let text = indented(text, "    ");
                if self.last == Last::Note(at) {
                    _ = write!(self.out, "    {text}");
                } else {
                    _ = write!(self.out, "[^{}]: {text}", at + 1);
                }
            }
        }
    }

    fn finish(mut self) -> String {
        if !self.out.is_empty() {
            self.out.truncate(self.out.trim_end().len());
            self.out.push('\n');
        }
        self.out
    }
}

/// `text` with every line but the first behind `indent`.
fn indented(text: &str, indent: &str) -> String {
    text.replace('\n', &format!("\n{indent}"))
}

/// The mark of a note.
pub(super) fn note_mark(at: usize) -> String {
    format!("[^{}]", at + 1)
}

fn prose(paragraph: &Paragraph<'_>, place: Place) -> String {
    inline(&paragraph.pieces, place, note_mark)
}

fn heading(paragraph: &Paragraph<'_>) -> String {
    prose(paragraph, Place { heading: true, ..Place::default() })
}

fn quote(paragraphs: &[Paragraph<'_>]) -> String {
    let lines =
        |paragraph: &Paragraph<'_>| format!("> {}", indented(&prose(paragraph, Place::default()), "> "));
    paragraphs.iter().map(lines).collect::<Vec<_>>().join("\n>\n")
}

fn code(paragraphs: &[Paragraph<'_>]) -> String {
    let lines: Vec<String> = paragraphs.iter().map(Paragraph::text).collect();
    let text = lines.join("\n");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{text}\n{fence}")
}
