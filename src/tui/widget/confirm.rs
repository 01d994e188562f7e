//! A question with a few answers, one of them safe.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Outcome, list, paint, popup};
use crate::tui::theme::Theme;

const WIDTH: u16 = 60;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The letter that chooses it at once, lower-case.
    pub letter: char,
    /// What it does.
    pub label: String,
}

impl Choice {
    /// An answer and its letter.
    pub fn new(letter: char, label: impl Into<String>) -> Self {
        Self { letter, label: label.into() }
    }
}

/// A question that stands in the way until it is answered. What is chosen is an index into the choices.
#[derive(Debug, Clone)]
pub struct Confirm {
    title: String,
    question: String,
    choices: Vec<Choice>,
    selected: usize,
    safe: usize,
}

impl Confirm {
    /// Asks `question`. The choice at `safe` loses nothing: it is what Esc means, and where the choice begins.
    pub fn new(
        title: impl Into<String>,
        question: impl Into<String>,
        choices: Vec<Choice>,
        safe: usize,
    ) -> Self {
        Self { title: title.into(), question: question.into(), choices, selected: safe, safe }
    }

    /// Takes a key: a letter, arrows and Enter, or Esc for the safe choice.
    pub fn key(&mut self, key: KeyEvent) -> Outcome<usize> {
        let Some(key) = list::pressed(key) else { return Outcome::Ignored };
        let arrow = match key.code {
            KeyCode::Left | KeyCode::BackTab => KeyCode::Up.into(),
            KeyCode::Right | KeyCode::Tab => KeyCode::Down.into(),
            _ => key,
        };
        if let Some(selected) = list::step(arrow, self.selected, self.choices.len()) {
            self.selected = selected;
            return Outcome::Stay;
        }
        match key.code {
            KeyCode::Esc => Outcome::Chosen(self.safe),
            KeyCode::Enter => Outcome::Chosen(self.selected),
            _ => list::typed(key)
                .and_then(|typed| self.lettered(typed))
                .map_or(Outcome::Ignored, Outcome::Chosen),
        }
    }

    /// A click at a place of the screen: on an answer it chooses it.
    pub fn click(&mut self, column: u16, row: u16, screen: Rect) -> Outcome<usize> {
        let rows = self.answers(popup::inside(self.area(screen)));
        let at = Position::new(column, row);
        let hit = rows.contains(at).then(|| usize::from(row - rows.y) + self.window(rows).start);
        hit.filter(|hit| *hit < self.choices.len()).map_or(Outcome::Stay, Outcome::Chosen)
    }

    /// Draws it on top of `screen`.
    pub fn render(&self, screen: Rect, buffer: &mut Buffer, theme: &Theme) {
        let inner = popup::open(buffer, self.area(screen), &self.title, theme);
        let rows = self.answers(inner);
        let question = Rect { height: rows.y - inner.y, ..inner };
        for (row, line) in paint::wrap(&self.question, usize::from(inner.width)).iter().enumerate() {
            paint::put(buffer, question, 0, row as u16, line, theme.text);
        }
        let window = self.window(rows);
        for (row, (at, choice)) in
            self.choices.iter().enumerate().take(window.end).skip(window.start).enumerate()
        {
            let row = row as u16;
            let pointer = if at == self.selected { theme.glyphs.pointer } else { " " };
            let column = paint::put(buffer, rows, 0, row, pointer, theme.key);
            let column = paint::put(buffer, rows, column + 1, row, &choice.letter.to_string(), theme.key);
            paint::put(buffer, rows, column + 2, row, &choice.label, theme.text);
            if at == self.selected {
                paint::style_row(buffer, rows, row, theme.selection);
            }
        }
    }

    fn lettered(&self, typed: char) -> Option<usize> {
        let typed = typed.to_lowercase();
        self.choices.iter().position(|choice| choice.letter.to_lowercase().eq(typed.clone()))
    }

    fn area(&self, screen: Rect) -> Rect {
        let width = WIDTH.min(screen.width);
        let question = paint::wrap(&self.question, usize::from(width.saturating_sub(4))).len();
        let height = question + self.choices.len() + 3;
        popup::centred(screen, width, u16::try_from(height).unwrap_or(u16::MAX))
    }

    // The answers stand at the bottom and are seen before the question is, which may be long.
    fn answers(&self, inner: Rect) -> Rect {
        let height = inner.height.min(self.choices.len() as u16);
        Rect { y: inner.y + (inner.height - height), height, ..inner }
    }

    fn window(&self, rows: Rect) -> std::ops::Range<usize> {
        list::window(self.selected, self.choices.len(), rows.height)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::widget::testing::{keys, places, stays_inside};

    fn unsaved() -> Confirm {
        let choices = vec![
            Choice::new('s', "Save and quit"),
            Choice::new('d', "Discard 12 changes"),
            Choice::new('c', "Go on writing"),
        ];
        let question = "draft.md has changes that are not saved. What shall become of them?";
        Confirm::new("Quit", question, choices, 2)
    }

    #[test]
    fn escape_is_safe_and_so_is_a_bare_enter() {
        for (script, expected) in [
            ("<esc>", Outcome::Chosen(2)),
            ("<enter>", Outcome::Chosen(2)),
            ("<up><up><esc>", Outcome::Chosen(2)),
            ("<up><enter>", Outcome::Chosen(1)),
            ("<right><enter>", Outcome::Chosen(0)),
            ("<tab><tab><enter>", Outcome::Chosen(1)),
            ("d", Outcome::Chosen(1)),
            ("S", Outcome::Chosen(0)),
            ("x", Outcome::Ignored),
            ("<c-s>", Outcome::Ignored),
        ] {
            let mut confirm = unsaved();
            assert_eq!(
                keys(script).into_iter().map(|key| confirm.key(key)).last(),
                Some(expected),
                "{script}"
            );
        }
    }

    #[test]
    fn a_click_answers_and_a_miss_does_not() {
        let screen = Rect::new(0, 0, 80, 24);
        let mut confirm = unsaved();
        let answers = confirm.answers(popup::inside(confirm.area(screen)));
        assert_eq!(confirm.click(answers.x, answers.y + 1, screen), Outcome::Chosen(1));
        assert_eq!(confirm.click(answers.x, answers.y.saturating_sub(1), screen), Outcome::Stay);
        assert_eq!(confirm.click(0, 0, screen), Outcome::Stay);
    }

    #[test]
    fn screens() {
        for (name, width, height, theme) in [
            ("confirm_80", 80, 12, Theme::dark()),
            ("confirm_plain", 40, 10, Theme::colourless().with_ascii()),
            ("confirm_tiny", 20, 3, Theme::light()),
        ] {
            let screen = snapshot::draw(width, height, |frame| {
                unsaved().render(frame.area(), frame.buffer_mut(), &theme);
            });
            insta::assert_snapshot!(name, screen);
        }
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places(), at in (0u16..200, 0u16..200)) {
            let mut confirm = unsaved();
            prop_assert!(stays_inside(screen, area, |buffer, theme| confirm.render(area, buffer, theme)));
            confirm.click(at.0, at.1, area);
        }
    }
}
