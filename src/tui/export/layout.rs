//! Where everything of the dialog stands: the verdict above, what can be chosen below it.

use ratatui::layout::{Position, Rect};

use super::Dialog;
use crate::publish::Format;
use crate::tui::widget::{list, paint, popup};

/// The widest that the dialog gets.
const WIDTH: u16 = 84;
/// Cells for what stands before a row.
const LABEL: u16 = 11;
/// Free cells between two formats.
const GAP: u16 = 2;

/// What the keys go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// A format to write or not.
    Format(Format),
    /// Whether what is for colleagues stays behind.
    Public,
    /// Whether it reads as a press release.
    Release,
    /// Who lifts the gate.
    By,
    /// Why.
    Reason,
    /// Doing it.
    Go,
}

/// What stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// What a row is about.
    Label(&'static str),
    /// What can be chosen.
    Stop(Stop),
    /// What will be written.
    Files,
    /// What there is to say.
    Said,
}

/// Where a piece stands, counted from the first row of what can be chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub piece: Piece,
    pub row: u16,
    pub column: u16,
    pub width: u16,
    pub height: u16,
}

/// Where things are drawn on a screen.
#[derive(Debug)]
pub(super) struct Areas {
    /// With its frame.
    pub all: Rect,
    /// What the gate says.
    pub verdict: Rect,
    /// What can be chosen: as many rows as fit, so that the one with the keys is among them.
    pub choices: Rect,
    /// The first of those rows.
    pub top: u16,
    pub placed: Vec<Placed>,
}

impl Stop {
    /// What is written at it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Format(format) => format.name(),
            Self::Public => "public: without what is for colleagues",
            Self::Release => "press release alone: no working headings, ends with ###",
            Self::Go => "Export",
            Self::By | Self::Reason => "",
        }
    }

    /// Whether text is typed there.
    pub fn is_field(self) -> bool {
        matches!(self, Self::By | Self::Reason)
    }
}

impl Dialog {
    /// What the keys can go to, in the order in which they do.
    pub(super) fn stops(&self) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Format::ALL.map(Stop::Format).to_vec();
        stops.extend([Stop::Public, Stop::Release]);
        if self.is_closed() {
            stops.extend([Stop::By, Stop::Reason]);
        }
        stops.push(Stop::Go);
        stops
    }

    /// Where what can be chosen stands at `width` cells.
    fn places(&self, width: u16) -> Vec<Placed> {
        let label = LABEL.min(width / 3);
        let one = |piece, row, column, width| Placed { piece, row, column, width, height: 1 };
        let (mut placed, mut row, mut column) = (Vec::new(), 0, label);
        for stop in self.stops() {
            let before = match stop {
                Stop::Format(Format::Html) => "Formats",
                Stop::Public => "Parts",
                Stop::By => "Lifted by",
                Stop::Reason => "because",
                _ => "",
            };
            // A box or angles around it.
            let own = paint::width(stop.label()) as u16 + 4;
            let fits = matches!(stop, Stop::Format(_)) && column.saturating_add(own) <= width;
            if !fits && !placed.is_empty() {
                (row, column) = (row + 1, label);
            }
            if stop == Stop::Go {
                let height = rows_of(&self.files(), width - label);
                placed.push(one(Piece::Label("Files"), row, 0, label));
                placed.push(Placed { height, ..one(Piece::Files, row, label, width - label) });
                row += height;
            }
            if !before.is_empty() {
                placed.push(one(Piece::Label(before), row, 0, label));
            }
            let column_now = if stop == Stop::Go { 0 } else { column };
            let room = width.saturating_sub(column_now);
            let own = if stop.is_field() { room } else { own.min(room) };
            placed.push(one(Piece::Stop(stop), row, column_now, own));
            column = column.saturating_add(own + GAP);
        }
        let said = (paint::width(Stop::Go.label()) as u16 + 4 + GAP).min(width);
        let height = self.said.as_ref().map_or(1, |(_, text)| rows_of(text, width - said));
        placed.push(Placed { height, ..one(Piece::Said, row, said, width - said) });
        placed
    }

    /// Where everything stands on `screen`.
    pub(super) fn areas(&self, screen: Rect) -> Areas {
        let widest = popup::inside(popup::centred(screen, WIDTH, screen.height));
        let verdict = self.heights(widest.width).iter().map(|height| usize::from(*height)).sum::<usize>();
        let rows = |placed: &[Placed]| placed.last().map_or(0, |last| last.row + last.height);
        let wanted = verdict + 1 + usize::from(rows(&self.places(widest.width))) + 2;
        let all = popup::centred(screen, WIDTH, u16::try_from(wanted).unwrap_or(u16::MAX));
        let inner = popup::inside(all);
        let placed = self.places(inner.width);
        let height = rows(&placed).min(inner.height);
        let rest = inner.height - height;
        let verdict = Rect { height: rest.saturating_sub(1), ..inner };
        let choices = Rect { y: inner.y + rest, height, ..inner };
        let here = placed.iter().find(|placed| placed.piece == Piece::Stop(self.stop));
        let here = here.map_or(0, |placed| usize::from(placed.row));
        let top = list::window(here, usize::from(rows(&placed)), height).start;
        Areas { all, verdict, choices, top: u16::try_from(top).unwrap_or(0), placed }
    }

    /// What stands at a place of `screen` and can be chosen.
    pub(super) fn hit(&self, at: Position, screen: Rect) -> Option<Stop> {
        let areas = self.areas(screen);
        let found = areas.placed.iter().find(|placed| areas.of(placed).contains(at));
        found.and_then(|placed| match placed.piece {
            Piece::Stop(stop) => Some(stop),
            _ => None,
        })
    }
}

impl Areas {
    /// Where `placed` is drawn; without a cell where it is not seen.
    pub fn of(&self, placed: &Placed) -> Rect {
        let row = placed.row.checked_sub(self.top);
        let Some((row, left)) = row.and_then(|row| Some((row, self.choices.height.checked_sub(row)?))) else {
            return Rect { width: 0, height: 0, ..self.choices };
        };
        let column = placed.column.min(self.choices.width);
        Rect {
            x: self.choices.x + column,
            y: self.choices.y + row,
            width: placed.width.min(self.choices.width - column),
            height: placed.height.min(left),
        }
    }
}

/// The rows that `text` takes at `width` cells.
fn rows_of(text: &str, width: u16) -> u16 {
    u16::try_from(paint::wrap(text, usize::from(width)).len()).unwrap_or(u16::MAX)
}
