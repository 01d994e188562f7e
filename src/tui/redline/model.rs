//! Everything the viewer knows between two events.

use std::ops::Range;
use std::time::Duration;

use ratatui::layout::{Rect, Size};

use super::card;
use super::find::Find;
use super::roll::{Place, Roll};
use super::{Comment, Input, Options};
use crate::redline::{Change, Redline};
use crate::report::redline::{
    BETWEEN, Body, Form, Layout, Line, Piece, Progress, Sheet, Side, Unit, plain, section,
};
use crate::text::Span;
use crate::tui::look::Look;
use crate::tui::notice::Notice;
use crate::tui::theme::Theme;
use crate::tui::widget::banner::Kind;
use crate::tui::widget::help::Help;
use crate::tui::widget::prompt::Prompt;

/// From this width on two texts have room side by side.
const SIDE_FROM: u16 = 100;
/// From this width on the figures have room beside the text.
const SCORE_FROM: u16 = 140;
/// Cells of the figures, the divider included.
const SCORE_WIDTH: u16 = 42;
/// The widest a column gets: longer lines are hard to read back.
const MEASURE: u16 = 84;

/// Something on top of the text that takes the keys.
#[derive(Debug)]
pub enum Overlay {
    /// The page of help.
    Help(Help),
    /// Text to find, being typed.
    Find(Prompt),
    /// The figures, from this line on.
    Score(usize),
}

/// The figures, once they are known.
#[derive(Debug)]
pub enum Figures {
    /// There are none.
    None,
    /// They are being computed.
    Awaited,
    /// They are here.
    Known(Box<Progress>),
}

/// The paragraph and the change that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The row of the redline.
    pub row: usize,
    /// The number of the change, if it is one.
    pub change: Option<usize>,
}

/// Where things are on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    /// All of it.
    pub screen: Rect,
    /// The names of the texts.
    pub heads: Rect,
    /// The lines, with what stands beside them.
    pub body: Rect,
    /// The figures.
    pub score: Rect,
    /// What was said of the paragraph at the cursor.
    pub card: Rect,
    /// Where one is.
    pub status: Rect,
    /// Keys.
    pub keys: Rect,
}

/// The state of the viewer.
pub struct Model<'a> {
    /// The time since it was started.
    pub now: Duration,
    /// The screen; nothing is drawn before it is known.
    pub size: Option<Size>,
    /// How things look.
    pub look: Look,
    /// What they are drawn with.
    pub theme: Theme,
    /// What the texts are called.
    pub heads: (&'a str, &'a str),
    /// What was said of the text after, by place.
    pub comments: Vec<&'a Comment>,
    /// What is laid out.
    pub sheet: &'a Sheet<'a, 'a>,
    /// Its lines.
    pub roll: Roll<'a>,
    /// The first line on the screen.
    pub top: Place,
    /// What is looked at.
    pub cursor: Option<Cursor>,
    /// The layout that was asked for.
    pub layout: Option<Layout>,
    /// Whether what did not change is shown too.
    pub all: bool,
    /// A row that is shown though it did not change, because what was searched for stands in it.
    open: Option<usize>,
    /// Whether comments are left out.
    pub bare: bool,
    /// Which of the documents that are compared it is, from 0, and how many there are.
    pub document: (usize, usize),
    /// Whether somebody asked for the change beyond the last (`true`) or before the first, and is about to again.
    pub edge: Option<bool>,
    /// What was searched for.
    pub find: Option<Find>,
    /// The figures.
    pub figures: Figures,
    /// What lies on top.
    pub overlay: Option<Overlay>,
    /// A message.
    pub notice: Option<Notice>,
}

impl<'a> Model<'a> {
    /// A viewer of `sheet`, which was made of `input`.
    pub fn new(input: &'a Input, sheet: &'a Sheet<'a, 'a>, options: Options) -> Self {
        let mut comments: Vec<&Comment> = input.comments.iter().collect();
        comments.sort_by_key(|comment| comment.span);
        let form = Form::new(Layout::Inline, usize::from(SIDE_FROM), 0, false, false);
        // Where nothing differs there would be nothing to see.
        let all = options.all || sheet.changes().is_empty();
        let mut model = Self {
            now: Duration::ZERO,
            size: None,
            look: options.look,
            theme: options.look.theme(),
            heads: (&input.old.name, &input.new.name),
            comments,
            sheet,
            roll: Roll::new(sheet, sheet.units(all, None), form),
            top: Place::default(),
            cursor: None,
            layout: options.layout,
            all,
            open: None,
            bare: options.bare,
            document: (0, 1),
            edge: None,
            find: None,
            figures: if input.scorer.is_some() { Figures::Awaited } else { Figures::None },
            overlay: None,
            notice: None,
        };
        if let Some(note) = &input.note {
            model.say(note.clone());
        }
        model
    }

    /// What is compared.
    pub fn redline(&self) -> &'a Redline<'a> {
        self.sheet.redline()
    }

    /// How it looks now, for the next document.
    pub fn options(&self) -> Options {
        // What has no changes is shown whole, whatever was asked for.
        let all = self.all && !self.sheet.changes().is_empty();
        Options { look: self.look, layout: self.layout, all, bare: self.bare }
    }

    /// Tells the reader something.
    pub fn say(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice::new(Kind::Note, text, self.now));
    }

    /// Where everything is.
    pub fn areas(&self) -> Areas {
        let size = self.size.unwrap_or_default();
        let screen = Rect::new(0, 0, size.width, size.height);
        let (heads, status, keys) = match size.height {
            0..=2 => (0, 0, 0),
            3..=5 => (0, 1, 0),
            _ => (1, 1, 1),
        };
        let card = if size.height < 12 { 0 } else { card::height(self, size) };
        let height = size.height - heads - status - keys - card;
        let score = if self.has_score_pane() { SCORE_WIDTH } else { 0 };
        let below = |y: u16, height: u16| Rect { y, height, ..screen };
        Areas {
            screen,
            heads: Rect { width: size.width - score, ..below(0, heads) },
            body: Rect { width: size.width - score, ..below(heads, height) },
            score: Rect { x: size.width - score, width: score, ..below(0, heads + height) },
            card: below(heads + height, card),
            status: below(heads + height + card, status),
            keys: below(heads + height + card + status, keys),
        }
    }

    fn has_score_pane(&self) -> bool {
        !matches!(self.figures, Figures::None) && self.size.is_some_and(|size| size.width >= SCORE_FROM)
    }

    /// The layout that is shown: the one asked for, else two columns where they have room.
    pub fn shown_layout(&self) -> Layout {
        let width = self.size.map_or(0, |size| size.width);
        let own = if width >= SIDE_FROM { Layout::Side } else { Layout::Inline };
        self.layout.unwrap_or(own)
    }

    /// Lays the lines out for the screen as it is now, and keeps the place.
    pub fn settle(&mut self) {
        if self.notice.as_ref().is_some_and(|notice| notice.until <= self.now) {
            self.notice = None;
        }
        if self.size.is_none() {
            return;
        }
        let form = self.form();
        if form != *self.roll.form() {
            let anchor = self.anchor();
            self.roll.set_form(form);
            self.restore(anchor.unit, anchor);
        }
        self.top = self.top.min(self.roll.last_top(self.height()));
    }

    fn form(&self) -> Form {
        let layout = self.shown_layout();
        let columns = if layout == Layout::Side { 2 } else { 1 };
        let width = (self.areas().body.width.saturating_sub(1)).min(columns * MEASURE + 10);
        let highest = self.sheet.changes().len();
        let brackets = self.look.has_brackets();
        Form::new(layout, usize::from(width), highest, self.sheet.has_comments() && !self.bare, brackets)
    }

    /// Takes another size of the screen; the change that is looked at stays on it.
    pub fn resize(&mut self, size: Size) {
        let seen = self.cursor.and_then(|cursor| cursor.change).filter(|number| self.is_visible(*number));
        self.size = Some(size);
        self.settle();
        if let Some(number) = seen.filter(|number| !self.is_visible(*number)) {
            self.select(number);
        }
    }

    /// Shows what did not change too, or folds it away, and keeps the place.
    pub fn show_all(&mut self, all: bool) {
        if all != self.all {
            self.all = all;
            self.refold();
        }
    }

    /// Shows `row` whether it changed or not, and no other for that reason.
    pub fn open(&mut self, row: Option<usize>) {
        if row != self.open {
            self.open = row;
            self.refold();
        }
    }

    fn refold(&mut self) {
        let anchor = self.anchor();
        let row = self.roll.unit(anchor.unit).map_or(0, Unit::row);
        self.roll = Roll::new(self.sheet, self.sheet.units(self.all, self.open), *self.roll.form());
        if self.top > Place::default() || matches!(anchor.what, What::Change(_)) {
            self.restore(self.roll.unit_at(row), anchor);
        }
    }

    /// Lines on the screen; at least 1.
    pub fn height(&self) -> usize {
        usize::from(self.areas().body.height.max(1))
    }

    /// The lines on the screen.
    pub fn visible(&self) -> impl Iterator<Item = (Place, &Line<'a>)> {
        self.roll.from(self.top).take(self.height())
    }

    /// What keeps its place on the screen when lines are laid out anew: the change looked at, else the first line.
    fn anchor(&self) -> Anchor {
        let seen = self.cursor.and_then(|cursor| cursor.change);
        let change = seen.and_then(|number| {
            let (offset, (place, _)) = self.visible().enumerate().find(|(_, (_, line))| has(line, number))?;
            Some(Anchor { unit: place.unit, what: What::Change(number), offset })
        });
        let words = self.roll.line(self.top).and_then(place_of);
        let what = words.map_or(What::Line(self.top.line), |(side, span)| What::Words(side, span));
        change.unwrap_or(Anchor { unit: self.top.unit, what, offset: 0 })
    }

    fn restore(&mut self, unit: usize, anchor: Anchor) {
        let line = self.roll.lines(unit).iter().enumerate().position(|(at, line)| match anchor.what {
            What::Change(number) => has(line, number),
            What::Words(side, span) => line.side(side).iter().any(|piece| {
                let own = if side == Side::New { piece.new } else { piece.old };
                own.is_some_and(|own| own.end > span.start)
            }),
            What::Line(line) => at == line,
        });
        self.top = self.roll.above(Place { unit, line: line.unwrap_or(0) }, anchor.offset);
    }

    /// The change with `number`.
    pub fn change(&self, number: usize) -> Option<&'a Change> {
        self.sheet.changes().get(number.checked_sub(1)?)
    }

    /// The lines that show something of change `number`, within the unit it begins in.
    pub fn lines_of(&self, number: usize) -> Range<Place> {
        let row = self.change(number).map_or(0, |change| change.row);
        let unit = self.roll.unit_at(row);
        let lines = self.roll.lines(unit);
        let words = |line: &Line<'_>| line.pieces().next().is_some();
        let first = lines.iter().position(|line| has(line, number)).or_else(|| lines.iter().position(words));
        let last = lines.iter().rposition(|line| has(line, number)).or(first);
        let place = |line: Option<usize>| Place { unit, line: line.unwrap_or(0) };
        place(first)..place(last)
    }

    /// Looks at change `number` and brings it into the window.
    pub fn select(&mut self, number: usize) {
        let Some(change) = self.change(number) else { return };
        self.cursor = Some(Cursor { row: change.row, change: Some(number) });
        let Range { start, end } = self.lines_of(number);
        self.reveal(start, end);
    }

    /// Brings the lines from `start` to `end` into the window; as many of the first as fit.
    pub fn reveal(&mut self, start: Place, end: Place) {
        let height = self.height();
        let last = self.roll.below(self.top, height - 1);
        if start < self.top || end > last {
            self.top = self.roll.above(start, height / 3);
        }
    }

    /// Whether something of change `number` is on the screen.
    pub fn is_visible(&self, number: usize) -> bool {
        self.visible().any(|(_, line)| has(line, number))
    }

    /// What was said of the paragraph at the cursor, unless comments are left out.
    pub fn said(&self) -> Vec<&'a Comment> {
        if self.bare {
            return Vec::new();
        }
        let Some(row) = self.cursor.and_then(|cursor| self.redline().rows.get(cursor.row)) else {
            return Vec::new();
        };
        let spans = self.sheet.comments_of(row);
        let is_here = |comment: &&&Comment| spans.contains(&comment.span);
        self.comments.iter().filter(is_here).copied().collect()
    }

    /// The name of the part that `row` stands in.
    pub fn section_of(&self, row: usize) -> Option<String> {
        let redline = self.redline();
        let row = redline.rows.get(row)?;
        let (text, block) = match (row.block_after(), row.block_before()) {
            (Some(new), _) => (&redline.new, new),
            (None, old) => (&redline.old, old?),
        };
        section(text, block).map(|heading| plain(text, heading))
    }

    /// The row that the first line on the screen shows something of.
    pub fn top_row(&self) -> usize {
        let shown = self.visible().find(|(_, line)| line.pieces().next().is_some());
        let unit = shown.map_or(self.top.unit, |(place, _)| place.unit);
        self.roll.unit(unit).map_or(0, Unit::row)
    }
}

/// What keeps its place on the screen.
#[derive(Debug, Clone, Copy)]
struct Anchor {
    unit: usize,
    what: What,
    /// Lines above it on the screen.
    offset: usize,
}

#[derive(Debug, Clone, Copy)]
enum What {
    Change(usize),
    Words(Side, Span),
    Line(usize),
}

/// Whether something of change `number` stands on `line`.
pub fn has(line: &Line<'_>, number: usize) -> bool {
    line.pieces().any(|piece| piece.change == Some(number))
}

/// Where the first words of a line stand in the sources.
fn place_of(line: &Line<'_>) -> Option<(Side, Span)> {
    let old = line.side(Side::Old).iter().find_map(|piece| piece.old).map(|span| (Side::Old, span));
    old.or_else(|| line.side(Side::New).iter().find_map(|piece| piece.new).map(|span| (Side::New, span)))
}

/// The columns of a line's body in a form: where each begins, and its pieces.
pub fn columns<'l, 'a>(line: &'l Line<'a>, form: &Form) -> Vec<(usize, &'l [Piece<'a>])> {
    let left = form.gutter();
    match &line.body {
        Body::Across(pieces) => vec![(left, pieces)],
        Body::Columns(old, new) => {
            vec![(left, old), (left + form.column() + BETWEEN.chars().count(), new)]
        }
    }
}
