//! What stands in a paragraph as Markdown: text with its emphasis, links, code, line breaks and marks of notes.
//!
//! Emphasis that Markdown cannot express where it stands (a bold half of a word before a quotation mark) is left out
//! rather than shown as asterisks: what is written is read back, and less is tried until the words are the same.

use std::fmt::Write as _;

use super::super::model::{Inline, Look, Piece};
use super::super::visible::{self, Visible};
use super::escape::{Care, escaped};
use crate::text::slice;

/// Where a text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::word) struct Place {
    /// A cell of a table: one line, in which `|` is a mark.
    pub cell: bool,
    /// A heading: one line, and no need to be bold.
    pub heading: bool,
    /// What is bold in a heading is so on purpose.
    pub keeps_bold: bool,
    /// Not at the start of a line.
    pub inner: bool,
}

/// `pieces` as Markdown; `note` is how the mark of a note is written.
pub(in crate::word) fn inline(pieces: &[&Piece], place: Place, note: impl Fn(usize) -> String) -> String {
    let bare = tidied(pieces, place);
    let mut joined = bare.clone();
    spread(&mut joined);
    let joined = trimmed(joined);
    let bare = trimmed(bare);
    // Within a line nothing is at its start.
    let head = if place.inner { "x " } else { "" };
    let wanted = words(&format!("{head}{}", plain(&joined))).join(" ");
    let shown = |parts: &[Part], way: Way| {
        Visible::of(&format!("{head}{}", write(parts, place, way, &|_| String::new())), 0)
    };
    let says_it = |shown: &Visible| words(&shown.text).join(" ") == wanted;
    let sets_it = |shown: &Visible| set(shown) == looks(&joined);
    let marked = Way { care: Care::Usual, marks: true, italic: "*" };
    let ways = [marked, Way { italic: "_", ..marked }, Way { care: Care::Utmost, ..marked }];
    let all = ways.iter().flat_map(|way| [(&joined, *way), (&bare, *way)]);
    let mut second = None;
    for (parts, way) in all {
        let shown = shown(parts, way);
        if says_it(&shown) {
            if sets_it(&shown) {
                return write(parts, place, way, &note);
            }
            second.get_or_insert((parts, way));
        }
    }
    let plain = [Care::Usual, Care::Utmost].map(|care| (&joined, Way { care, marks: false, ..marked }));
    let found = second.or_else(|| plain.into_iter().find(|(parts, way)| says_it(&shown(parts, *way))));
    let (parts, way) = found.unwrap_or((&joined, Way { care: Care::Utmost, marks: false, ..marked }));
    write(parts, place, way, &note)
}

/// How marks are written.
#[derive(Debug, Clone, Copy)]
struct Way {
    care: Care,
    /// Whether emphasis and links are.
    marks: bool,
    /// The mark of emphasis.
    italic: &'static str,
}

/// The bold, slanted and struck letters of `shown`, in order; white space aside.
fn set(shown: &Visible) -> [String; 3] {
    let of = |mark: &visible::Mark| -> String {
        let own = shown.elements.iter().filter(|element| element.mark == *mark);
        own.flat_map(|element| slice(&shown.text, element.shown.clone()).chars())
            .filter(|c| !c.is_whitespace())
            .collect()
    };
    [of(&visible::Mark::Bold), of(&visible::Mark::Italic), of(&visible::Mark::Struck)]
}

/// The same of `parts`; code is set otherwise.
fn looks(parts: &[Part]) -> [String; 3] {
    let mut out = [String::new(), String::new(), String::new()];
    for part in parts {
        if let Part::Text(text, look, _) = part {
            for (is_on, out) in [look.bold, look.italic, look.struck].into_iter().zip(&mut out) {
                out.extend(text.chars().filter(|c| is_on && !c.is_whitespace()));
            }
        }
    }
    out
}

/// A stretch of a paragraph.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    Text(String, Look, Option<String>),
    Break,
    Note(usize),
}

/// The words of `text`, white space aside.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn plain(parts: &[Part]) -> String {
    let text = |part: &Part| match part {
        Part::Text(text, ..) => text.clone(),
        Part::Break => " ".to_owned(),
        Part::Note(_) => String::new(),
    };
    parts.iter().map(text).collect()
}

/// `pieces` without marks of comments, with white space outside of emphasis.
fn tidied(pieces: &[&Piece], place: Place) -> Vec<Part> {
    let is_text =
        |piece: &&&Piece| matches!(&piece.inline, Inline::Text { text, .. } if !text.trim().is_empty());
    let all_bold = pieces
        .iter()
        .filter(is_text)
        .all(|piece| matches!(&piece.inline, Inline::Text { look, .. } if look.bold));
    let mut parts: Vec<Part> = Vec::new();
    for piece in pieces {
        match &piece.inline {
            Inline::Text { text, look, link } => {
                let mut look = *look;
                look.bold &= !(place.heading && all_bold) || place.keeps_bold;
                let link = link.as_deref().map(str::to_owned);
                let bare = text.trim();
                let lead = text.len() - text.trim_start().len();
                let (head, tail) =
                    (slice(text, 0..lead), slice(text, (lead + bare.len()).max(lead)..text.len()));
                push(&mut parts, head, Look::default(), None);
                push(&mut parts, bare, look, link);
                push(&mut parts, tail, Look::default(), None);
            }
            Inline::Break => parts.push(Part::Break),
            Inline::Note(at) => parts.push(Part::Note(*at)),
            Inline::Start(_) | Inline::End(_) => {}
        }
    }
    parts
}

fn push(parts: &mut Vec<Part>, text: &str, look: Look, link: Option<String>) {
    if text.is_empty() {
        return;
    }
    match parts.last_mut() {
        Some(Part::Text(before, own, other)) if *own == look && *other == link => before.push_str(text),
        _ => parts.push(Part::Text(text.to_owned(), look, link)),
    }
}

/// Gives the space between two stretches of one look that look.
fn spread(parts: &mut Vec<Part>) {
    let mut out: Vec<Part> = Vec::new();
    let mut rest = std::mem::take(parts).into_iter().peekable();
    while let Some(part) = rest.next() {
        let shared = match (&part, out.last(), rest.peek()) {
            (
                Part::Text(space, _, None),
                Some(Part::Text(_, before, from)),
                Some(Part::Text(_, after, to)),
            ) if space.trim().is_empty() => {
                let common = Look {
                    bold: before.bold && after.bold,
                    italic: before.italic && after.italic,
                    struck: before.struck && after.struck,
                    code: before == after && before.code && from == to,
                };
                Some((common, from.clone().filter(|_| from == to)))
            }
            _ => None,
        };
        match (part, shared) {
            (Part::Text(text, ..), Some((look, link))) | (Part::Text(text, look, link), None) => {
                push(&mut out, &text, look, link);
            }
            (other, _) => out.push(other),
        }
    }
    *parts = out;
}

/// `parts` without line breaks and white space at the ends.
fn trimmed(mut parts: Vec<Part>) -> Vec<Part> {
    let is_blank = |part: &Part| match part {
        Part::Text(text, ..) => text.trim().is_empty(),
        Part::Break => true,
        Part::Note(_) => false,
    };
    while parts.last().is_some_and(is_blank) {
        parts.pop();
    }
    let blank = parts.iter().take_while(|part| is_blank(part)).count();
    parts.drain(..blank);
    if let Some(Part::Text(text, ..)) = parts.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Part::Text(text, ..)) = parts.last_mut() {
        *text = text.trim_end().to_owned();
    }
    parts
}

/// The marks that are open, the outermost first.
struct Writer {
    out: String,
    open: Vec<Mark>,
    /// The mark of emphasis.
    italic: &'static str,
}

#[derive(Debug, Clone, PartialEq)]
enum Mark {
    Link(String),
    Struck,
    Bold,
    Italic,
}

fn write(parts: &[Part], place: Place, way: Way, note: &dyn Fn(usize) -> String) -> String {
    let Way { care, marks, italic } = way;
    let mut writer = Writer { out: String::new(), open: Vec::new(), italic };
    let mut at_start = !place.inner;
    for part in parts {
        match part {
            Part::Text(text, look, link) => {
                writer.set(&wanted(*look, link.as_deref(), marks));
                let before = text.len();
                let text = writer.picture(text, link.is_some() && marks);
                let is_picture = text.len() < before;
                if look.code && marks {
                    writer.out.push_str(&code(text, place.cell));
                } else {
                    let start = at_start && writer.open.is_empty() && !place.heading;
                    let mut written = escaped(text, place.cell, start, care);
                    // A `!` before a link would make it a picture.
                    if link.is_some() && writer.out.ends_with("![") && !is_picture {
                        writer.out.truncate(writer.out.len() - 2);
                        written.insert_str(0, "\\![");
                    }
                    writer.out.push_str(&written);
                }
            }
            Part::Break if place.cell || place.heading => writer.out.push(' '),
            Part::Break => {
                writer.set(&[]);
                writer.out.truncate(writer.out.trim_end_matches(' ').len());
                writer.out.push_str("\\\n");
            }
            Part::Note(at) => {
                writer.set(&[]);
                writer.out.push_str(&note(*at));
            }
        }
        at_start = matches!(part, Part::Break);
    }
    writer.set(&[]);
    if place.heading { closed(writer.out) } else { writer.out }
}

/// The marks of a text, the outermost first.
fn wanted(look: Look, link: Option<&str>, marks: bool) -> Vec<Mark> {
    let mut wanted = Vec::new();
    wanted.extend(link.filter(|_| marks).map(|link| Mark::Link(link.to_owned())));
    wanted.extend((look.struck && marks).then_some(Mark::Struck));
    wanted.extend((look.bold && marks).then_some(Mark::Bold));
    wanted.extend((look.italic && marks).then_some(Mark::Italic));
    wanted
}

impl Writer {
    /// `text` as the description of a picture, where it stands at the start of a link as `export` sets one.
    fn picture<'t>(&mut self, text: &'t str, is_linked: bool) -> &'t str {
        let opens = self.out.ends_with('[') && !self.out.ends_with("\\[") && !self.out.ends_with("![");
        match text.strip_prefix("Picture: ").filter(|_| is_linked && opens) {
            Some(description) => {
                self.out.insert(self.out.len() - 1, '!');
                description
            }
            None => text,
        }
    }

    /// Closes what is not `wanted` and opens the rest.
    fn set(&mut self, wanted: &[Mark]) {
        let same = self.open.iter().zip(wanted).take_while(|(open, wanted)| open == wanted).count();
        for mark in self.open.drain(same..).rev() {
            match mark {
                Mark::Link(target) => _ = write!(self.out, "]({})", destination(&target)),
                other => self.out.push_str(other.delimiter(self.italic)),
            }
        }
        for mark in wanted.iter().skip(same) {
            self.out.push_str(mark.delimiter(self.italic));
            self.open.push(mark.clone());
        }
    }
}

impl Mark {
    fn delimiter(&self, italic: &'static str) -> &'static str {
        match self {
            Mark::Link(_) => "[",
            Mark::Struck => "~~",
            Mark::Bold => "**",
            Mark::Italic => italic,
        }
    }
}

/// `text` between as many backticks as it takes.
fn code(text: &str, within_cell: bool) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let text = if within_cell { text.replace('|', "\\|") } else { text.to_owned() };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The address of a link as Markdown takes it.
pub(in crate::word) fn destination(target: &str) -> String {
    let mut out = String::new();
    for character in target.chars() {
        match character {
            ' ' => out.push_str("%20"),
            '(' | ')' | '<' | '>' | '\\' | '|' => _ = write!(out, "%{:02X}", u32::from(character)),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A heading that does not end as if it were closed.
fn closed(mut heading: String) -> String {
    let bare = heading.trim_end_matches('#').len();
    if bare < heading.len() && (bare == 0 || slice(&heading, 0..bare).ends_with([' ', '\t'])) {
        heading.insert(bare, '\\');
    }
    heading
}
