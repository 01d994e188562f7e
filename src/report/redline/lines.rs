//! The lines of a redline: columns or one text, with what stands beside them. How they are coloured is for others.

use unicode_segmentation::UnicodeSegmentation;

use super::piece::{Mark, Piece, line_width};
use super::sides::{Paragraph, Sides};
use super::units::Side;
use super::{Layout, wrap};
use crate::text::{Span, cell_width, shown, width};

/// Stands between the columns.
pub const BETWEEN: &str = " │ ";

/// Narrowest page with numbers beside the text.
const GUTTER_FROM: usize = 60;

/// How lines are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Which columns there are.
    pub layout: Layout,
    /// Whether changes stand in brackets.
    pub brackets: bool,
    /// Cells of a line, what stands beside the text included.
    width: usize,
    /// Cells of the highest number; 0 where nothing stands beside the text.
    digits: usize,
    /// Whether comments are counted, and there is room for that.
    pub(super) comments: bool,
}

impl Form {
    /// Lines of `width` cells (no less than [`Form::NARROWEST`]) for changes up to number `highest`, and for counts of
    /// `comments`.
    pub fn new(layout: Layout, width: usize, highest: usize, comments: bool, brackets: bool) -> Self {
        let layout = match layout {
            Layout::Side if width < Form::COLUMNS => Layout::Inline,
            layout => layout,
        };
        let has_gutter = width >= GUTTER_FROM && layout != Layout::Words && (highest > 0 || comments);
        let digits = if has_gutter { highest.max(10).ilog10() as usize + 1 } else { 0 };
        Self {
            layout,
            brackets: brackets || layout == Layout::Words,
            width: width.max(Self::NARROWEST),
            digits,
            comments: comments && has_gutter,
        }
    }

    /// Narrowest page that has room for two columns.
    pub const COLUMNS: usize = 60;
    /// Narrowest page there is.
    pub const NARROWEST: usize = 20;

    /// Cells of a line.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Cells beside the text: number, sign, count of comments, a space.
    pub fn gutter(&self) -> usize {
        if self.digits == 0 { 0 } else { self.digits + 2 + if self.comments { 3 } else { 0 } }
    }

    /// Cells of one column: half of what there is, or all of it.
    pub fn column(&self) -> usize {
        match self.layout {
            Layout::Side => (self.across() - width(BETWEEN)) / 2,
            _ => self.across(),
        }
    }

    /// Cells of a line of text that goes across the page.
    pub(super) fn across(&self) -> usize {
        if self.layout == Layout::Words { usize::MAX / 4 } else { self.width - self.gutter() }
    }

    /// What stands beside a line, in [`Form::gutter`] cells. `signs` are those for a move, for more than one change, and
    /// for comments.
    pub fn beside(&self, gutter: &Gutter, [moved, more, comment]: [&str; 3]) -> String {
        if self.digits == 0 {
            return String::new();
        }
        let number = gutter.number.map(|number| number.to_string()).unwrap_or_default();
        let sign = match gutter {
            Gutter { moved: true, .. } => moved,
            Gutter { more: true, .. } => more,
            _ => " ",
        };
        let comments = match gutter.comments {
            _ if !self.comments => String::new(),
            0 => "   ".to_owned(),
            count @ 1..=9 => format!("{comment}{count} "),
            _ => format!("{comment}+ "),
        };
        format!("{number:>digits$}{sign}{comments} ", digits = self.digits)
    }

    /// The names of the two texts, over their columns.
    pub fn heads(&self, (old, new): (&str, &str)) -> Line<'static> {
        let name = |text: &str, cells| vec![Piece::new(cut(text, cells), Mark::Title).tight()];
        let column = self.column().min(self.width);
        match self.layout {
            Layout::Side => Line::columns(name(old, column), name(new, column)),
            Layout::Old => Line::across(name(old, column)),
            Layout::New => Line::across(name(new, column)),
            Layout::Inline | Layout::Words => Line::across(name(&format!("{old} → {new}"), self.width)),
        }
    }

    /// The heading that what follows stands under.
    pub(super) fn heading(&self, text: &str) -> Line<'static> {
        let room = self.width.saturating_sub(self.gutter() + 6);
        if self.layout != Layout::Side {
            return self.aside(&format!("── {}", cut(text, room)));
        }
        self.rule(format!("── {} ", cut(text, room)))
    }

    /// A line across the page that begins with `text`, with a crossing between the columns.
    pub fn rule(&self, text: String) -> Line<'static> {
        let crossing_at = self.column() + 1;
        let mut line = text;
        for at in width(&line)..self.width - self.gutter() {
            line.push(if at == crossing_at && self.layout == Layout::Side { '┼' } else { '─' });
        }
        Line::across(vec![Piece::new(line, Mark::Aside).tight()])
    }

    /// Something the page says itself.
    pub(super) fn aside(&self, text: &str) -> Line<'static> {
        let piece = Piece::new(cut(text, self.column().min(self.width)), Mark::Aside).tight();
        if self.layout == Layout::Side {
            Line::columns(vec![piece], Vec::new())
        } else {
            Line::across(vec![piece])
        }
    }

    /// Nothing, between two paragraphs.
    pub(super) fn gap(&self) -> Line<'static> {
        if self.layout == Layout::Side {
            Line::columns(Vec::new(), Vec::new())
        } else {
            Line::across(Vec::new())
        }
    }
}

/// What stands beside a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gutter {
    /// The first change that begins on it.
    pub number: Option<usize>,
    /// Whether more than one does.
    pub more: bool,
    /// Whether that change is a move.
    pub moved: bool,
    /// Comments whose words begin on it.
    pub comments: usize,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'t> {
    /// What stands beside it.
    pub gutter: Gutter,
    /// Its words.
    pub body: Body<'t>,
}

/// The words of a line. None begins with a space, and none is wider than its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body<'t> {
    /// Before at the left, after at the right.
    Columns(Vec<Piece<'t>>, Vec<Piece<'t>>),
    /// One text.
    Across(Vec<Piece<'t>>),
}

impl<'t> Line<'t> {
    pub(super) fn across(pieces: Vec<Piece<'t>>) -> Self {
        Self { gutter: Gutter::default(), body: Body::Across(pieces) }
    }

    fn columns(old: Vec<Piece<'t>>, new: Vec<Piece<'t>>) -> Self {
        Self { gutter: Gutter::default(), body: Body::Columns(old, new) }
    }

    /// The pieces of the column of `side`; of one text, all.
    pub fn side(&self, side: Side) -> &[Piece<'t>] {
        match (&self.body, side) {
            (Body::Across(pieces), _)
            | (Body::Columns(pieces, _), Side::Old)
            | (Body::Columns(_, pieces), Side::New) => pieces,
        }
    }

    /// Its pieces, those before first.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece<'t>> {
        let (one, two) = match &self.body {
            Body::Columns(old, new) => (old.as_slice(), new.as_slice()),
            Body::Across(pieces) => (pieces.as_slice(), [].as_slice()),
        };
        one.iter().chain(two)
    }
}

/// What is known of a row beside its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'c> {
    /// A change whose number was shown before.
    pub known: Option<usize>,
    /// Where comments stand in the text after.
    pub comments: &'c [Span],
}

/// The lines of a row.
pub(super) fn body<'t>(sides: &Sides<'t>, form: &Form, place: Place<'_>) -> Vec<Line<'t>> {
    let text = |paragraph: &Paragraph<'t>| {
        let note = Paragraph { pieces: paragraph.note.clone(), ..Paragraph::default() };
        let mut lines = wrap::lines(&note, form.column());
        lines.extend(wrap::lines(paragraph, form.column()));
        lines
    };
    let one = |paragraph| text(paragraph).into_iter().map(Line::across).collect();
    let mut lines: Vec<Line<'t>> = match form.layout {
        Layout::Side => {
            let (mut old, mut new) = (text(&sides.old).into_iter(), text(&sides.new).into_iter());
            let rows = old.len().max(new.len());
            let line = |_| Line::columns(old.next().unwrap_or_default(), new.next().unwrap_or_default());
            (0..rows).map(line).collect()
        }
        Layout::Old => one(&sides.old),
        Layout::New => one(&sides.new),
        Layout::Inline | Layout::Words => one(&sides.both),
    };
    number(&mut lines, place.known);
    count(&mut lines, place.comments);
    lines
}

/// Sets the number of each change beside the line that it begins on.
fn number(lines: &mut [Line<'_>], known: Option<usize>) {
    let mut seen: Vec<usize> = known.into_iter().collect();
    for line in lines {
        let mut begins: Vec<(usize, bool)> = Vec::new();
        for piece in line.pieces() {
            let Some(change) = piece.change.filter(|change| !seen.contains(change)) else { continue };
            seen.push(change);
            begins.push((change, matches!(piece.mark, Mark::Moved | Mark::Aside)));
        }
        let first = begins.iter().min();
        line.gutter.number = first.map(|(change, _)| *change);
        line.gutter.moved = first.is_some_and(|(_, moved)| *moved);
        line.gutter.more = begins.len() > 1;
    }
}

/// Counts the comments on the lines where they begin: on the last that begins before them.
fn count(lines: &mut [Line<'_>], comments: &[Span]) {
    for comment in comments {
        let begins = |line: &Line<'_>| line.pieces().find_map(|piece| piece.new).map(|span| span.start);
        let at = lines.iter().rposition(|line| begins(line).is_some_and(|start| start <= comment.start));
        if let Some(line) = lines.get_mut(at.unwrap_or(0)) {
            line.gutter.comments += 1;
        }
    }
}

/// `text` in at most `cells` cells.
fn cut(text: &str, cells: usize) -> String {
    let text = shown(text);
    if width(&text) <= cells {
        return text.into_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for cluster in text.graphemes(true) {
        used += cell_width(cluster, 0);
        if used > cells {
            break;
        }
        out.push_str(cluster);
    }
    out.push('…');
    out
}

/// The spaces that fill `line` up to `cells`.
pub(super) fn room(line: &[Piece<'_>], cells: usize) -> String {
    " ".repeat(cells.saturating_sub(line_width(line)))
}
