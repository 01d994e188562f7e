//! A question answered by one line of text: save as, find, go to.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::input::{Input, Typed};
use super::{Outcome, list, paint};
use crate::lint::Severity;
use crate::tui::theme::Theme;

/// A message, the line being typed, and a second row for what there is to say about it.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What is asked, such as `Save as`.
    pub message: String,
    /// Said in the second row while nothing is wrong.
    pub hint: String,
    /// What is wrong with what was typed, or worth knowing; in place of the hint until the text changes.
    pub notice: Option<(Severity, String)>,
    input: Input,
}

impl Prompt {
    /// How many rows a prompt would like.
    pub const HEIGHT: u16 = 2;

    /// Asks `message` with `text` to begin with.
    pub fn new(message: impl Into<String>, text: &str) -> Self {
        Self { message: message.into(), hint: String::new(), notice: None, input: Input::new(text) }
    }

    /// With a hint for the second row.
    #[must_use]
    pub fn with_hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// With what it begins with selected, so that typing replaces it.
    #[must_use]
    pub fn selected(mut self) -> Self {
        self.select();
        self
    }

    /// Selects what has been typed.
    pub fn select(&mut self) {
        self.input.select();
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        self.input.text()
    }

    /// Takes a key. Chosen is the text at Enter, which may be empty; what is wrong with it is for the caller to put
    /// into [`Prompt::notice`].
    pub fn key(&mut self, key: KeyEvent) -> Outcome<String> {
        let Some(key) = list::pressed(key) else { return Outcome::Ignored };
        match key.code {
            KeyCode::Esc => Outcome::Cancel,
            KeyCode::Enter => Outcome::Chosen(self.text().to_owned()),
            _ => match self.input.key(key) {
                Typed::Ignored => Outcome::Ignored,
                Typed::Moved => Outcome::Stay,
                Typed::Changed => self.changed(),
            },
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) -> Outcome<String> {
        self.input.paste(text);
        self.changed()
    }

    /// Draws it into `area`; with one row only, what is wrong stands in place of the message.
    pub fn render(&self, area: Rect, buffer: &mut Buffer, theme: &Theme) {
        Clear.render(area, buffer);
        let noticed = self.notice.as_ref().filter(|_| area.height == 1);
        let style = noticed.map_or(theme.title, |(severity, _)| theme.severity(*severity));
        paint::put(buffer, area, 0, 0, &self.label(area, theme), style);
        self.input.render(self.line(area, theme), buffer, theme.text, theme.selection);
        let (mark, said, style) = match &self.notice {
            Some((severity, notice)) => (theme.glyphs.severity(*severity), notice, theme.severity(*severity)),
            None => ("", &self.hint, theme.dim),
        };
        let column = match paint::put(buffer, area, 0, 1, mark, style) {
            0 => 0,
            end => end + 1,
        };
        let room = usize::from(area.width.saturating_sub(column));
        paint::put(buffer, area, column, 1, &paint::fit(said, room, theme.glyphs.ellipsis), style);
    }

    /// Where the cursor stands.
    pub fn cursor(&self, area: Rect, theme: &Theme) -> Option<Position> {
        self.input.cursor(self.line(area, theme))
    }

    fn changed(&mut self) -> Outcome<String> {
        self.notice = None;
        Outcome::Changed
    }

    // What stands in front of the line: at most half of the width, nothing where that is too little.
    fn label(&self, area: Rect, theme: &Theme) -> String {
        let message = match &self.notice {
            Some((_, notice)) if area.height == 1 => notice,
            _ => &self.message,
        };
        let label = paint::fit(message, usize::from(area.width / 2).saturating_sub(2), theme.glyphs.ellipsis);
        if label.is_empty() { label } else { label + ": " }
    }

    fn line(&self, area: Rect, theme: &Theme) -> Rect {
        let label = (paint::width(&self.label(area, theme)) as u16).min(area.width);
        Rect { x: area.x + label, width: area.width - label, height: area.height.min(1), ..area }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::snapshot;
    use crate::tui::widget::testing::{keys, places, stays_inside};

    fn refused() -> Prompt {
        let mut prompt = Prompt::new("Save as", "/home/ann/plans/de\u{1b}ad/draft-of-the-mailbox.md");
        prompt.notice = Some((Severity::Error, "There is no folder /home/ann/plans.".to_owned()));
        prompt
    }

    #[test]
    fn keys_type_accept_and_cancel() {
        for (script, expected) in [
            ("<enter>", Outcome::Chosen("draft".to_owned())),
            (".md<enter>", Outcome::Chosen("draft.md".to_owned())),
            ("<c-u><enter>", Outcome::Chosen(String::new())),
            ("x", Outcome::Changed),
            ("<left>", Outcome::Stay),
            ("<up>", Outcome::Ignored),
            ("x<esc>", Outcome::Cancel),
        ] {
            let mut prompt = Prompt::new("Save as", "draft");
            assert_eq!(
                keys(script).into_iter().map(|key| prompt.key(key)).last(),
                Some(expected),
                "{script}"
            );
        }
    }

    #[test]
    fn a_notice_is_gone_once_the_text_changes() {
        let mut prompt = refused();
        prompt.key(keys("<left>").remove(0));
        assert!(prompt.notice.is_some());
        prompt.key(keys("x").remove(0));
        assert!(prompt.notice.is_none());
    }

    #[test]
    fn screens() {
        let find = Prompt::new("Find", "한국 mailbox").with_hint("Enter goes to it, Esc goes back");
        for (name, prompt, width, height, theme) in [
            ("prompt_find", &find, 60, 2, Theme::dark()),
            ("prompt_refused", &refused(), 44, 2, Theme::light()),
            ("prompt_one_row", &refused(), 30, 1, Theme::colourless().with_ascii()),
        ] {
            let screen = snapshot::draw(width, height, |frame| {
                let area = frame.area();
                prompt.render(area, frame.buffer_mut(), &theme);
                frame.set_cursor_position(prompt.cursor(area, &theme).unwrap());
            });
            insta::assert_snapshot!(name, screen);
        }
    }

    proptest! {
        #[test]
        fn any_size_will_do((screen, area) in places()) {
            for prompt in [Prompt::new("Find", "a"), refused()] {
                prop_assert!(stays_inside(screen, area, |buffer, theme| prompt.render(area, buffer, theme)));
                let cursor = prompt.cursor(area, &Theme::dark());
                prop_assert!(cursor.is_none_or(|cursor| area.contains(cursor)));
            }
        }
    }
}
