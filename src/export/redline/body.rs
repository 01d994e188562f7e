//! The rows of a redline as paragraphs, headings and lists.

use std::fmt::Write as _;

use super::block::{Words, hidden};
use super::inline::is_raw;
use super::notes::Notes;
use crate::export::html::escape::escape;
use crate::redline::{Block, Change, ChangeKind, Kind, Row};
use crate::report::changes::{Compared, Teller};
use crate::text::slice;

/// Both texts of `compared` in one; names within the page begin with `scope`.
pub(super) fn body(compared: &Compared<'_>, changes: &[Change], scope: &str) -> String {
    let mut body = Body {
        words: Words { redline: compared.redline, scope },
        notes: Notes::new(compared.redline, compared.notes, scope),
        teller: Teller::new(compared.redline, compared.both),
        changes,
        scope,
        open: Vec::new(),
        paragraphs: 0,
        out: String::new(),
    };
    for (at, row) in compared.redline.rows.iter().enumerate() {
        body.row(at, row);
    }
    body.close(0);
    format!("<div class=\"text\">\n{}</div>\n", body.out)
}

struct Body<'a> {
    words: Words<'a>,
    notes: Notes<'a>,
    teller: Teller<'a>,
    changes: &'a [Change],
    scope: &'a str,
    /// The elements around the next row, outermost first.
    open: Vec<&'static str>,
    /// Paragraphs and items so far, which are numbered.
    paragraphs: usize,
    out: String,
}

impl<'a> Body<'a> {
    fn row(&mut self, at: usize, row: &Row) {
        let Some((source, block)) = self.shown(row) else { return };
        let from = self.changes.partition_point(|change| change.row < at);
        let to = self.changes.partition_point(|change| change.row <= at);
        let changes = self.changes.get(from..to).unwrap_or(&[]);
        let list = match block.kind {
            Kind::Bullet => Some("ul"),
            Kind::Number => Some("ol"),
            _ => None,
        };
        self.around([block.quoted.then_some("blockquote"), list]);
        let words = self.words.of(row, changes) + &self.notes.references(row);
        let moved = self.moved(row, changes);
        let asides = self.notes.asides(row);
        let class = class(row, &block, source);
        if let Kind::Heading(level) = block.kind {
            // The document's name is the first heading of the page.
            let level = level.saturating_add(1).min(6);
            let mark = self.heading_mark(row);
            let _ = writeln!(self.out, "<h{level}{class}>{moved}{mark}{words}</h{level}>\n{asides}");
            return;
        }
        if is_raw(block.kind) {
            let _ = writeln!(self.out, "<p{class}>{moved}{words}</p>\n{asides}");
            return;
        }
        self.paragraphs += 1;
        let id = format!(" id=\"{}p{}\"", self.scope, self.paragraphs);
        let _ = if list.is_some() {
            let value = value(&block, source);
            writeln!(self.out, "<li{id}{value}{class}>{moved}{words}{asides}</li>")
        } else {
            writeln!(self.out, "<p{id}{class}>{moved}{words}</p>\n{asides}")
        };
    }

    /// The block that says what kind of element `row` is, with its source: the one after, or else the one before.
    fn shown(&self, row: &Row) -> Option<(&'a str, Block)> {
        let redline = self.words.redline;
        let (text, at) = match (row.block_after(), row.block_before()) {
            (Some(at), _) => (&redline.new, at),
            (None, Some(at)) => (&redline.old, at),
            (None, None) => return None,
        };
        text.blocks.get(at).map(|block| (text.source, block.clone()))
    }

    /// Where a moved block comes from or went, as a link to there.
    fn moved(&self, row: &Row, changes: &[Change]) -> String {
        let scope = self.scope;
        let (moved, block, to) = match row {
            Row::MovedFrom { old, moved } => (*moved, *old, true),
            Row::MovedTo { old, moved, .. } => (*moved, *old, false),
            _ => return String::new(),
        };
        let place = self.words.redline.moves.get(moved);
        if place.is_none_or(|place| place.old.start != block) {
            return String::new();
        }
        let (here, there) = if to { ("from", "to") } else { ("to", "from") };
        let what = if to { "Moved to" } else { "Moved from" };
        let whence = self.teller.whence(moved, to);
        let whence = whence.strip_prefix("further ").map_or(whence.clone(), |way| format!("further {way}"));
        let number = self.words.number(changes.iter().find(|change| change.kind == ChangeKind::Moved));
        format!(
            "<a class=\"move\" id=\"{scope}m{moved}-{here}\" href=\"#{scope}m{moved}-{there}\">{what} {}</a>{number} ",
            escape(&whence)
        )
    }

    /// Says that a heading has another level now.
    fn heading_mark(&self, row: &Row) -> String {
        let redline = self.words.redline;
        let level = |text: &crate::redline::Text<'_>, at: Option<usize>| {
            at.and_then(|at| text.blocks.get(at)).map(|block| block.kind)
        };
        match (level(&redline.old, row.block_before()), level(&redline.new, row.block_after())) {
            (Some(one), Some(two)) if one != two => hidden("[other level] "),
            _ => String::new(),
        }
    }

    /// Opens and closes elements so that `wanted` are around.
    fn around(&mut self, wanted: [Option<&'static str>; 2]) {
        let wanted: Vec<&'static str> = wanted.into_iter().flatten().collect();
        let same = self.open.iter().zip(&wanted).take_while(|(one, two)| one == two).count();
        self.close(same);
        for element in wanted.into_iter().skip(same) {
            let _ = writeln!(self.out, "<{element}>");
            self.open.push(element);
        }
    }

    /// Closes all elements but the outermost `keep`.
    fn close(&mut self, keep: usize) {
        while self.open.len() > keep {
            if let Some(element) = self.open.pop() {
                let _ = writeln!(self.out, "</{element}>");
            }
        }
    }
}

/// How the element of `row` looks.
fn class(row: &Row, block: &Block, source: &str) -> String {
    let mut classes = Vec::new();
    match row {
        Row::Same { .. } => {}
        Row::MovedFrom { .. } => classes.push("changed gone".to_owned()),
        _ => classes.push("changed".to_owned()),
    }
    if is_raw(block.kind) {
        classes.push("line".to_owned());
    }
    let indent = slice(source, block.mark).chars().take_while(|c| c.is_whitespace()).count();
    if matches!(block.kind, Kind::Bullet | Kind::Number) && indent >= 2 {
        classes.push(format!("d{}", (indent / 2).min(4)));
    }
    if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) }
}

/// The number of a numbered item as it is written.
fn value(block: &Block, source: &str) -> String {
    let digits: String = slice(source, block.mark).chars().filter(char::is_ascii_digit).take(9).collect();
    match digits.parse::<u32>() {
        Ok(number) if block.kind == Kind::Number => format!(" value=\"{number}\""),
        _ => String::new(),
    }
}
