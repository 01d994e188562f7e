//! A redline for people: two columns, one text with both, one of the two, or plain words, with what did not change folded away.
//!
//! [`Sheet`] lays it out, a unit at a time, as [`Line`]s of [`Piece`]s that know where they stand in the sources;
//! [`write`] prints them all, the viewer in the terminal draws those on the screen. Where there is no colour, changes stand
//! in `[-brackets-]{+of their own+}`; where there is, what is gone is struck through and what is new is underlined, so
//! that colour never tells anything alone.

mod lines;
mod numbers;
mod pen;
mod piece;
mod place;
mod print;
mod progress;
mod sheet;
mod sides;
#[cfg(test)]
mod tests;
mod units;
mod wrap;

use std::io::{self, Write};

pub use self::lines::{BETWEEN, Body, Form, Gutter, Line};
pub use self::pen::{remarks, write_scores};
pub use self::piece::{Mark, Piece, line_width};
pub use self::place::{plain, section};
pub use self::progress::{Figure, PartProgress, Progress, Trend, write_progress};
pub use self::sheet::Sheet;
pub use self::units::{Folded, Side, Unit, UnitKind};
use super::Paint;
use crate::redline::{ChangeKind, Counts, Detail, Kind, Redline, Row};
use crate::text::{Span, counted};

/// How a redline is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Before at the left, after at the right.
    Side,
    /// Both in one text.
    Inline,
    /// The text before, with what is gone marked.
    Old,
    /// The text after, with what is new marked.
    New,
    /// Both in one text, a paragraph a line, always with brackets.
    Words,
}

/// A page that a redline is put on.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// How.
    pub layout: Layout,
    /// Cells of a line.
    pub width: usize,
    /// Whether what did not change is shown too.
    pub all: bool,
}

/// Something to say of words of the text before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Its bytes in the text before.
    pub span: Span,
    /// What to say, in one line.
    pub text: String,
}

/// Writes `redline` on `page`; `heads` name the two texts, `remarks` are in order.
pub fn write(
    redline: &Redline<'_>,
    heads: (&str, &str),
    remarks: &[Remark],
    page: &Page,
    paint: &dyn Paint,
    out: &mut dyn Write,
) -> io::Result<()> {
    let sheet = Sheet::new(redline, remarks, Vec::new());
    let form = Form::new(page.layout, page.width, sheet.changes().len(), false, !paint.is_on());
    write_heads(&form, heads, paint, out)?;
    for unit in sheet.units(page.all, None) {
        for line in sheet.lines(&unit, &form) {
            print::line(&line, &form, paint, out)?;
        }
    }
    Ok(())
}

/// The names of the two texts over what follows.
fn write_heads(form: &Form, heads: (&str, &str), paint: &dyn Paint, out: &mut dyn Write) -> io::Result<()> {
    let names = form.heads(heads);
    if form.layout != Layout::Side {
        return print::bare(&names, paint, out);
    }
    print::line(&names, form, paint, out)?;
    print::line(&form.rule(String::new()), form, paint, out)
}

/// What differs, in one line; with `brackets` it says what those of other emphasis mean.
pub fn summary(redline: &Redline<'_>, brackets: bool) -> String {
    let Counts { changed, deleted, inserted, .. } = redline.counts();
    let paragraphs = counted(paragraphs(redline), "paragraph");
    if changed == 0 {
        return format!("nothing changed in {paragraphs}");
    }
    let (out, put_in) = (counted(deleted, "word"), counted(inserted, "word"));
    let restyled = redline.changes().iter().filter(|change| change.kind == ChangeKind::Marked).count();
    let restyled = match (restyled, brackets) {
        (0, _) => String::new(),
        (count, true) => format!(", {count} with {{~other emphasis or link~}}"),
        (count, false) => format!(", {count} with other emphasis or link"),
    };
    format!("{changed} of {paragraphs} changed: {out} out, {put_in} in{restyled}")
}

/// The paragraphs of both texts, pairs counted once. Headings and lines of the front matter are none, unless they changed.
fn paragraphs(redline: &Redline<'_>) -> usize {
    let is_one = |row: &&Row| match row {
        Row::MovedFrom { .. } => false,
        Row::Same { new, .. } => {
            let kind = redline.new.blocks.get(*new).map(|block| block.kind);
            !matches!(kind, Some(Kind::Heading(_) | Kind::Field))
        }
        _ => true,
    };
    redline.rows.iter().filter(is_one).count()
}

/// What to say where not all was compared word by word.
pub fn coarse(detail: Detail) -> Option<&'static str> {
    match detail {
        Detail::Words => None,
        Detail::Sentences => {
            Some("too much differs to compare all of it word by word; some sentences are shown as a whole")
        }
        Detail::Blocks => {
            Some("too much differs to compare all of it word by word; some paragraphs are shown as a whole")
        }
    }
}
