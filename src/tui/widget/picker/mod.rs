//! Groups of things to begin with: the start screen.

mod draw;
#[cfg(test)]
mod tests;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::{Position, Rect};

use super::{Outcome, list};

/// A titled group of rows; one without rows is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its title, such as `Recent files`.
    pub title: String,
    /// What is in it.
    pub rows: Vec<Row>,
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub title: String,
    /// What it is, in one line.
    pub doc: String,
    /// A longer look at it, shown beside the list where there is room.
    pub preview: Option<String>,
}

/// Which row was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pick {
    /// Index of the group among all of them, empty ones too.
    pub group: usize,
    /// Index of the row in its group.
    pub row: usize,
}

/// A list in groups, over the whole area it is given.
#[derive(Debug, Clone)]
pub struct Picker {
    title: String,
    groups: Vec<Group>,
    hint: String,
    selected: usize,
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Blank,
    Title(usize),
    Row(Pick),
}

impl Picker {
    /// A picker; `hint` stands at its bottom and may tell a newcomer what to do, or be empty.
    pub fn new(title: impl Into<String>, groups: Vec<Group>, hint: impl Into<String>) -> Self {
        Self { title: title.into(), groups, hint: hint.into(), selected: 0 }
    }

    /// Says something else at the bottom.
    pub fn set_hint(&mut self, hint: &str) {
        hint.clone_into(&mut self.hint);
    }

    /// Chooses the row at `index` among all of them, or the last.
    pub fn choose(&mut self, index: usize) {
        self.selected = index.min(self.picks().count().saturating_sub(1));
    }

    /// The row that Enter would choose.
    pub fn selected(&self) -> Option<Pick> {
        self.picks().nth(self.selected)
    }

    /// Takes a key: arrows and page keys move, Tab and Shift-Tab go from group to group, Enter chooses, Esc leaves.
    pub fn key(&mut self, key: KeyEvent) -> Outcome<Pick> {
        let Some(key) = list::pressed(key) else { return Outcome::Ignored };
        if let Some(selected) = list::step(key, self.selected, self.picks().count()) {
            self.selected = selected;
            return Outcome::Stay;
        }
        match key.code {
            KeyCode::Esc => Outcome::Cancel,
            KeyCode::Enter => self.selected().map_or(Outcome::Stay, Outcome::Chosen),
            KeyCode::Tab => self.go_to_group(true),
            KeyCode::BackTab => self.go_to_group(false),
            _ => Outcome::Ignored,
        }
    }

    /// A click at a place of the screen, the picker being drawn into `area`: on a row it chooses it.
    pub fn click(&mut self, column: u16, row: u16, area: Rect) -> Outcome<Pick> {
        let list = self.areas(area).list;
        if !list.contains(Position::new(column, row)) {
            return Outcome::Stay;
        }
        let lines = self.lines();
        let at = self.window(&lines, list).start + usize::from(row - list.y);
        match lines.get(at) {
            Some(Line::Row(pick)) => Outcome::Chosen(*pick),
            _ => Outcome::Stay,
        }
    }

    fn go_to_group(&mut self, is_forward: bool) -> Outcome<Pick> {
        let starts: Vec<usize> =
            self.picks().enumerate().filter(|(_, pick)| pick.row == 0).map(|(at, _)| at).collect();
        let next = if is_forward {
            starts.iter().find(|start| **start > self.selected).or(starts.first())
        } else {
            starts.iter().rfind(|start| **start < self.selected).or(starts.last())
        };
        self.selected = next.copied().unwrap_or(0);
        Outcome::Stay
    }

    fn picks(&self) -> impl Iterator<Item = Pick> {
        self.groups
            .iter()
            .enumerate()
            .flat_map(|(group, of)| (0..of.rows.len()).map(move |row| Pick { group, row }))
    }

    fn row(&self, pick: Pick) -> Option<&Row> {
        self.groups.get(pick.group)?.rows.get(pick.row)
    }

    fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for pick in self.picks() {
            if pick.row == 0 {
                if !lines.is_empty() {
                    lines.push(Line::Blank);
                }
                lines.push(Line::Title(pick.group));
            }
            lines.push(Line::Row(pick));
        }
        lines
    }

    fn window(&self, lines: &[Line], list: Rect) -> std::ops::Range<usize> {
        let selected = self.selected().map(Line::Row);
        let at = lines.iter().position(|line| Some(*line) == selected).unwrap_or(0);
        list::window(at, lines.len(), list.height)
    }
}
