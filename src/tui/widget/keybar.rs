//! Keys and what they do, along the bottom of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Outcome, paint};
use crate::tui::theme::Theme;

/// Cells between two hints.
const GAP: u16 = 2;

/// One key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key, such as `Ctrl-S`.
    pub key: String,
    /// What it does, in a word or two.
    pub label: String,
    /// How much it is missed where there is no room: the lowest goes first.
    pub priority: u8,
}

/// Hints in one or two rows, in their order. What is chosen by a click is an index into the hints.
#[derive(Debug, Clone, Default)]
pub struct KeyBar {
    hints: Vec<Hint>,
}

/// Where a hint stands in the bar's area.
#[derive(Debug, Clone, Copy)]
struct Placed {
    index: usize,
    column: u16,
    row: u16,
    width: u16,
}

impl KeyBar {
    /// A bar of `hints`.
    pub fn new(hints: Vec<Hint>) -> Self {
        Self { hints }
    }

    /// A click at a place of the screen, the bar being drawn into `area`.
    pub fn click(&self, column: u16, row: u16, area: Rect) -> Outcome<usize> {
        let Some((column, row)) =
            area.contains(Position::new(column, row)).then(|| (column - area.x, row - area.y))
        else {
            return Outcome::Ignored;
        };
        let hit = |placed: &Placed| {
            placed.row == row && (placed.column..placed.column + placed.width).contains(&column)
        };
        self.placed(area).into_iter().find(hit).map_or(Outcome::Stay, |placed| Outcome::Chosen(placed.index))
    }

    /// Draws as many hints as there is room for.
    pub fn render(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        for placed in self.placed(area) {
            if let Some(hint) = self.hints.get(placed.index) {
                let column = paint::put(buffer, area, placed.column, placed.row, &hint.key, theme.key);
                paint::put(buffer, area, column + 1, placed.row, &hint.label, theme.dim);
            }
        }
    }

    fn placed(&self, area: Rect) -> Vec<Placed> {
        let mut kept: Vec<usize> = (0..self.hints.len()).collect();
        loop {
            if let Some(placed) = self.pack(&kept, area) {
                return placed;
            }
            let least = kept.iter().enumerate().rev().min_by_key(|(_, hint)| self.priority(**hint));
            let Some((least, _)) = least else { return Vec::new() };
            kept.remove(least);
        }
    }

    // All of `kept` row by row, or nothing if they do not fit.
    fn pack(&self, kept: &[usize], area: Rect) -> Option<Vec<Placed>> {
        let (mut column, mut row) = (0, 0);
        let mut placed = Vec::with_capacity(kept.len());
        for index in kept {
            let hint = self.hints.get(*index)?;
            let width = u16::try_from(paint::width(&hint.key) + 1 + paint::width(&hint.label)).ok()?;
            if column > 0 && width > area.width.saturating_sub(column) {
                (column, row) = (0, row + 1);
            }
            if width > area.width || row >= area.height {
                return None;
            }
            placed.push(Placed { index: *index, column, row, width });
            column = column.saturating_add(width).saturating_add(GAP);
        }
        Some(placed)
    }

    fn priority(&self, index: usize) -> u8 {
        self.hints.get(index).map_or(0, |hint| hint.priority)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::widget::testing::{places, stays_inside};

    fn bar() -> KeyBar {
        let hint = |(key, label, priority): (&str, &str, u8)| Hint {
            key: key.to_owned(),
            label: label.to_owned(),
            priority,
        };
        let hints = [
            ("F1", "help", 9),
            ("F8", "next strike", 5),
            ("Alt-Enter", "take", 6),
            ("Ctrl-S", "save", 8),
            ("Ctrl-Q", "quit", 7),
        ];
        KeyBar::new(hints.into_iter().map(hint).collect())
    }

    #[test]
    fn what_is_missed_least_gives_way_and_the_order_stays() {
        let shown = |width, height| {
            let placed = bar().placed(Rect::new(0, 0, width, height));
            placed.iter().map(|placed| placed.index).collect::<Vec<_>>()
        };
        assert_eq!(shown(80, 1), [0, 1, 2, 3, 4]);
        assert_eq!(shown(40, 2), [0, 1, 2, 3, 4]);
        assert_eq!(shown(50, 1), [0, 2, 3, 4]);
        assert_eq!(shown(20, 1), [0, 3]);
        assert!(shown(3, 1).is_empty());
    }

    #[test]
    fn a_click_on_a_hint_is_as_good_as_its_key() {
        let area = Rect::new(2, 9, 72, 1);
        assert_eq!(bar().click(2, 9, area), Outcome::Chosen(0));
        assert_eq!(bar().click(8, 9, area), Outcome::Chosen(0));
        assert_eq!(bar().click(9, 9, area), Outcome::Stay);
        assert_eq!(bar().click(11, 9, area), Outcome::Chosen(1));
        assert_eq!(bar().click(11, 8, area), Outcome::Ignored);
    }

    #[test]
    fn screens() {
        let draw = |width, height, theme: &Theme| {
            snapshot::draw(width, height, |frame| bar().render(frame.area(), frame.buffer_mut(), theme))
        };
        insta::assert_snapshot!("keybar_wide", draw(72, 1, &Theme::dark()));
        insta::assert_snapshot!("keybar_two_rows", draw(40, 2, &Theme::colourless()));
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places(), at in (0u16..200, 0u16..200)) {
            prop_assert!(stays_inside(screen, area, |buffer, theme| bar().render(area, buffer, theme)));
            bar().click(at.0, at.1, area);
        }
    }
}
