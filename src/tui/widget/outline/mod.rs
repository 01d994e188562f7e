//! The parts of the document: which are there, which are missing, how long they are, how much is struck.

mod rows;
#[cfg(test)]
mod tests;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::{Position, Rect};

use super::{Outcome, list};
use rows::Row;

/// Up to so many questions are shown without being asked for.
const FEW: usize = 4;

/// How far a part has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It has words.
    Filled,
    /// The template asks for it and it is not there.
    Missing,
    /// Its heading is there and nothing else.
    Empty,
    /// It still has a placeholder in it.
    Placeholder,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name, as people read it.
    pub title: String,
    /// How far it has come.
    pub state: State,
    /// How many words it has.
    pub words: usize,
    /// How many it should have at most.
    pub budget: Option<usize>,
    /// How many strikes are in it.
    pub strikes: usize,
    /// The questions in it, if it is a FAQ.
    pub questions: Vec<String>,
}

impl Item {
    /// Whether it is longer than it should be.
    fn is_over(&self) -> bool {
        self.budget.is_some_and(|budget| self.words > budget)
    }
}

/// What was chosen: a part, or a question in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Index of the part.
    pub part: usize,
    /// Index of the question among those of the part.
    pub question: Option<usize>,
}

/// The list of parts. The one the cursor of the text stands in is marked; while it has the keys, another may be chosen.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    items: Vec<Item>,
    /// Of the parts asked for, how many are there, and how many there are to be.
    pub required: Option<(usize, usize)>,
    current: Option<usize>,
    /// Whether strikes are left out: the pen is put away.
    pub is_pen_away: bool,
    /// Whether the keys go here.
    is_focused: bool,
    /// Index of the chosen row while it is focused.
    selected: usize,
    /// The part whose many questions are all shown.
    unfolded: Option<usize>,
}

impl Outline {
    /// Shows `items`, `current` being the part in which the cursor of the text stands. What is chosen and unfolded
    /// stays as far as it is still there.
    pub fn set(&mut self, items: Vec<Item>, current: Option<usize>) {
        let picked = self.rows().get(self.selected).copied();
        self.items = items;
        self.current = current;
        let rows = self.rows();
        let same = picked.and_then(|picked| rows.iter().position(|row| *row == picked));
        self.selected = same.unwrap_or(self.selected).min(rows.len().saturating_sub(1));
    }

    /// The parts have so many words by now, in their order.
    pub fn count(&mut self, words: impl Iterator<Item = usize>) {
        for (item, words) in self.items.iter_mut().zip(words) {
            item.words = words;
        }
    }

    /// Gives it the keys, or takes them away. The choice begins at the current part.
    pub fn focus(&mut self, is_focused: bool) {
        if is_focused && !self.is_focused {
            self.selected = self.current_row().unwrap_or(0);
        }
        self.is_focused = is_focused;
    }

    /// Whether the keys go here.
    pub fn is_focused(&self) -> bool {
        self.is_focused
    }

    /// Takes a key: arrows and page keys move, Right and Left show and hide questions, Enter goes there, Esc goes back
    /// to the text.
    pub fn key(&mut self, key: KeyEvent) -> Outcome<Pick> {
        let Some(key) = list::pressed(key) else { return Outcome::Ignored };
        let rows = self.rows();
        if let Some(selected) = list::step(key, self.selected, rows.len()) {
            self.selected = selected;
            return Outcome::Stay;
        }
        let row = rows.get(self.selected).copied();
        match key.code {
            KeyCode::Esc => Outcome::Cancel,
            KeyCode::Enter => row.map_or(Outcome::Stay, |row| self.choose(row)),
            KeyCode::Right => self.fold(row, true),
            KeyCode::Left => self.fold(row, false),
            _ => Outcome::Ignored,
        }
    }

    /// A click at a place of the screen, the outline being drawn into `area`.
    pub fn click(&mut self, column: u16, row: u16, area: Rect) -> Outcome<Pick> {
        let list = Self::list(area);
        if !list.contains(Position::new(column, row)) {
            return if area.contains(Position::new(column, row)) { Outcome::Stay } else { Outcome::Ignored };
        }
        let rows = self.rows();
        let at = self.window(rows.len(), list).start + usize::from(row - list.y);
        let Some(hit) = rows.get(at) else { return Outcome::Stay };
        self.selected = at;
        self.choose(*hit)
    }

    fn choose(&mut self, row: Row) -> Outcome<Pick> {
        match row {
            Row::Part(part) => Outcome::Chosen(Pick { part, question: None }),
            Row::Question(part, question) => Outcome::Chosen(Pick { part, question: Some(question) }),
            Row::Folded(..) => self.fold(Some(row), true),
        }
    }

    // Shows or hides the questions of the part that `row` belongs to.
    fn fold(&mut self, row: Option<Row>, is_open: bool) -> Outcome<Pick> {
        let Some(row) = row else { return Outcome::Stay };
        let part = row.part();
        if is_open {
            self.unfolded = Some(part);
        } else if self.unfolded == Some(part) {
            self.unfolded = None;
        }
        // Rows above may have come or gone, and the row itself; its part stays.
        let rows = self.rows();
        let same = rows.iter().position(|other| *other == row);
        self.selected = same.or_else(|| rows.iter().rposition(|other| other.part() == part)).unwrap_or(0);
        Outcome::Stay
    }

    fn current_row(&self) -> Option<usize> {
        let current = self.current?;
        self.rows().iter().position(|row| *row == Row::Part(current))
    }

    // The first row is the title.
    fn list(area: Rect) -> Rect {
        let title = area.height.min(1);
        Rect { y: area.y + title, height: area.height - title, ..area }
    }

    fn window(&self, count: usize, list: Rect) -> std::ops::Range<usize> {
        let seen = if self.is_focused { self.selected } else { self.current_row().unwrap_or(0) };
        list::window(seen, count, list.height)
    }
}
