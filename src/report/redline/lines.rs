//! The lines of a page: columns, one text, rules and remarks.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::piece::{Mark, Paragraph, Piece, Sides};
use super::{Layout, Page, painted, wrap};
use crate::report::{Paint, Tone};

/// Stands between the columns.
const BETWEEN: &str = " │ ";

/// Writes lines on a page.
pub(super) struct Lines<'p> {
    layout: Layout,
    width: usize,
    paint: &'p dyn Paint,
}

impl<'p> Lines<'p> {
    pub fn new(page: &Page, paint: &'p dyn Paint) -> Self {
        let layout = match page.layout {
            Layout::Side if page.width < Page::COLUMNS => Layout::Inline,
            layout => layout,
        };
        Self { layout, width: page.width.max(Page::NARROWEST), paint }
    }

    /// Whether changes stand in brackets.
    pub fn brackets(&self) -> bool {
        !self.paint.is_on() || self.layout == Layout::Words
    }

    /// Cells of a column.
    fn column(&self) -> usize {
        (self.width - BETWEEN.width()) / 2
    }

    /// The names of the two texts.
    pub fn heads(&self, (old, new): (&str, &str), out: &mut dyn Write) -> io::Result<()> {
        if self.layout != Layout::Side {
            let head = format!("{old} → {new}");
            return writeln!(out, "{}", self.paint.paint(Tone::Strong, &head));
        }
        let column = self.column();
        let (old, new) = (cut(old, column), cut(new, column));
        let room = " ".repeat(column - old.width());
        writeln!(
            out,
            "{}{room}{}{}",
            self.paint.paint(Tone::Strong, &old),
            self.paint.paint(Tone::Dim, BETWEEN),
            self.paint.paint(Tone::Strong, &new)
        )?;
        self.rule(String::new(), '┼', out)
    }

    /// The heading that what follows stands under.
    pub fn heading(&self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        if self.layout != Layout::Side {
            let text = cut(text, self.width.saturating_sub(3));
            return writeln!(out, "{}", self.paint.paint(Tone::Dim, &format!("── {text}")));
        }
        self.rule(format!("── {} ", cut(text, self.width.saturating_sub(6))), '┼', out)
    }

    /// A line across the page that begins with `text`, with a crossing between the columns.
    fn rule(&self, text: String, crossing: char, out: &mut dyn Write) -> io::Result<()> {
        let crossing_at = self.column() + 1;
        let mut line = text;
        let written = line.width();
        for at in written..self.width {
            line.push(if at == crossing_at { crossing } else { '─' });
        }
        writeln!(out, "{}", self.paint.paint(Tone::Dim, &line))
    }

    /// How much was passed over.
    pub fn folded(&self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        if self.layout != Layout::Side {
            return writeln!(out, "{}", self.paint.paint(Tone::Dim, text));
        }
        let text = cut(text, self.column());
        let room = " ".repeat(self.column() - text.width());
        writeln!(
            out,
            "{}{room}{}",
            self.paint.paint(Tone::Dim, &text),
            self.paint.paint(Tone::Dim, BETWEEN.trim_end())
        )
    }

    /// Nothing, between two paragraphs.
    pub fn gap(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.layout == Layout::Side { self.across(&[], &[], out) } else { writeln!(out) }
    }

    /// One row.
    pub fn sides(&self, sides: &Sides, out: &mut dyn Write) -> io::Result<()> {
        match self.layout {
            Layout::Side => {
                let old = wrap::lines(&sides.old, self.column());
                let new = wrap::lines(&sides.new, self.column());
                for at in 0..old.len().max(new.len()) {
                    let line = |lines: &[Vec<Piece>]| lines.get(at).cloned().unwrap_or_default();
                    self.across(&line(&old), &line(&new), out)?;
                }
                Ok(())
            }
            Layout::Inline => self.put(&wrap::lines(&sides.both, self.width), out),
            Layout::Words => self.put(&wrap::lines(&sides.both, usize::MAX / 4), out),
        }
    }

    /// A remark under the text before.
    pub fn remark(&self, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let (number, words) = text.split_once(' ').unwrap_or(("", text));
        let mut number = Piece::new(number, Mark::Number);
        number.spaced = false;
        let pieces = words.split(' ').map(|word| Piece::new(crate::text::printable(word), Mark::Same));
        let paragraph = Paragraph { lead: vec![number], pieces: pieces.collect() };
        self.put(
            &wrap::lines(&paragraph, if self.layout == Layout::Words { usize::MAX / 4 } else { self.width }),
            out,
        )
    }

    fn put(&self, lines: &[Vec<Piece>], out: &mut dyn Write) -> io::Result<()> {
        for line in lines {
            writeln!(out, "{}", painted(line, self.paint))?;
        }
        Ok(())
    }

    /// One line of both columns.
    fn across(&self, old: &[Piece], new: &[Piece], out: &mut dyn Write) -> io::Result<()> {
        let between = if new.is_empty() { BETWEEN.trim_end() } else { BETWEEN };
        let room = " ".repeat(self.column().saturating_sub(wide(old)));
        let between = self.paint.paint(Tone::Dim, between);
        writeln!(out, "{}{room}{between}{}", painted(old, self.paint), painted(new, self.paint))
    }
}

/// The cells of a line.
fn wide(line: &[Piece]) -> usize {
    let space = |at: usize, piece: &Piece| usize::from(piece.spaced && at > 0);
    line.iter().enumerate().map(|(at, piece)| piece.text.width() + space(at, piece)).sum()
}

/// `text` in at most `width` cells.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if format!("{out}{c}…").width() > width {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}
