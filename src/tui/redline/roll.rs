//! The lines of a sheet one below the other, each laid out when it is first asked for, and places among them.

use std::cell::OnceCell;

use crate::report::redline::{Form, Line, Sheet, Unit};

/// A line: of which unit, and which of its lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The unit, by its place among those shown.
    pub unit: usize,
    /// The line of it.
    pub line: usize,
}

/// What is shown of a sheet in one form. A new one is made for another width or layout: that costs nothing before lines
/// are asked for.
#[derive(Debug)]
pub struct Roll<'a> {
    sheet: &'a Sheet<'a, 'a>,
    form: Form,
    units: Vec<(Unit, OnceCell<Vec<Line<'a>>>)>,
}

impl<'a> Roll<'a> {
    /// The lines of `units` of `sheet` in `form`.
    pub fn new(sheet: &'a Sheet<'a, 'a>, units: Vec<Unit>, form: Form) -> Self {
        Self { sheet, form, units: units.into_iter().map(|unit| (unit, OnceCell::new())).collect() }
    }

    /// How its lines are laid out.
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// The same lines in another form.
    pub fn set_form(&mut self, form: Form) {
        if form != self.form {
            self.form = form;
            for (_, lines) in &mut self.units {
                lines.take();
            }
        }
    }

    /// Unit `at`.
    pub fn unit(&self, at: usize) -> Option<&Unit> {
        self.units.get(at).map(|(unit, _)| unit)
    }

    /// The first unit that is row `row` or stands behind it; the last where there is none.
    pub fn unit_at(&self, row: usize) -> usize {
        let at = self.units.partition_point(|(unit, _)| unit.row() < row);
        // A heading and what is folded away stand before the row itself.
        let is_row = |(unit, _): &(Unit, OnceCell<_>)| unit.row() != row || unit.is_row();
        let behind = self.units.get(at..).unwrap_or(&[]).iter().position(is_row).unwrap_or(0);
        (at + behind).min(self.units.len().saturating_sub(1))
    }

    /// The lines of unit `at`; there may be none.
    pub fn lines(&self, at: usize) -> &[Line<'a>] {
        self.units
            .get(at)
            .map_or(&[], |(unit, lines)| lines.get_or_init(|| self.sheet.lines(unit, &self.form)))
    }

    /// The line at `place`.
    pub fn line(&self, place: Place) -> Option<&Line<'a>> {
        self.lines(place.unit).get(place.line)
    }

    /// The lines from `place` on.
    pub fn from(&self, place: Place) -> impl Iterator<Item = (Place, &Line<'a>)> {
        (place.unit..self.units.len()).flat_map(move |unit| {
            let skip = if unit == place.unit { place.line } else { 0 };
            let at = move |(line, laid)| (Place { unit, line }, laid);
            self.lines(unit).iter().enumerate().skip(skip).map(at)
        })
    }

    /// The place `count` lines below `place`, or the last.
    pub fn below(&self, place: Place, count: usize) -> Place {
        self.from(place).take(count + 1).last().map_or(place, |(place, _)| place)
    }

    /// The place `count` lines above `place`, or the first.
    pub fn above(&self, place: Place, count: usize) -> Place {
        let (mut at, mut left) = (place, count);
        while left > 0 {
            if at.line >= left {
                return Place { line: at.line - left, ..at };
            }
            left -= at.line;
            let Some(before) = (0..at.unit).rev().find(|unit| !self.lines(*unit).is_empty()) else {
                return Place { line: 0, ..at };
            };
            at = Place { unit: before, line: self.lines(before).len() };
        }
        at
    }

    /// The place at the top of a window of `height` lines that shows the end.
    pub fn last_top(&self, height: usize) -> Place {
        let end = Place { unit: self.units.len(), line: 0 };
        self.above(end, height)
    }
}
